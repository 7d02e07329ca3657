"""Models and voices in a folder, fetched from wherever they can be had."""

import asyncio
import shutil
from collections.abc import Callable
from pathlib import Path

from tutor.adapters.models.catalogue import Catalogue, shipped_catalogue
from tutor.adapters.models.delivery import Delivery
from tutor.adapters.models.fetching import Fetch, Watch
from tutor.adapters.models.hashing import has_its_size, is_intact
from tutor.adapters.models.packages import PackageShelf
from tutor.adapters.models.web import Web, shared_web
from tutor.domain.model import FetchProgress, Model, ModelFile, ModelKind
from tutor.errors import ModelMissingError

__all__ = ["CachedModelStore"]


def _free_bytes(folder: Path) -> int:
    return shutil.disk_usage(folder).free


class CachedModelStore:
    """The catalogue and a cache folder; only ``fetch`` and ``hub_reachable`` touch the network."""

    def __init__(
        self,
        cache_dir: Path,
        *,
        catalogue: Catalogue | None = None,
        web: Web | None = None,
        free_bytes: Callable[[Path], int] = _free_bytes,
    ) -> None:
        self._cache_dir = cache_dir
        self._catalogue = shipped_catalogue() if catalogue is None else catalogue
        self._web = shared_web() if web is None else web
        self._free_bytes = free_bytes

    def models(self) -> tuple[Model, ...]:
        """The whole catalogue."""
        return tuple(self._catalogue.models.values())

    def model(self, name: str) -> Model:
        """One by its name; raises ModelMissingError naming the nearest names."""
        return self._catalogue.model(name)

    def is_present(self, name: str) -> bool:
        """Whether no file is missing."""
        return not self.missing(name)

    def missing(self, name: str) -> tuple[ModelFile, ...]:
        """The files that are not there with their size."""
        files = self.model(name).files
        return tuple(file for file in files if not has_its_size(self._path(file), file))

    def paths(self, name: str) -> tuple[Path, ...]:
        """The files in the catalogue's order; raises ModelMissingError."""
        model = self.model(name)
        if self.missing(name):
            what = "voice" if model.kind is ModelKind.VOICE else "model"
            raise ModelMissingError(f"No {what} '{name}' here. Run: tutor {what}s fetch {name}")
        return tuple(self._path(file) for file in model.files)

    def damaged(self, name: str) -> tuple[Path, ...]:
        """The files whose size or sha256 is not the catalogue's; missing ones too."""
        return tuple(
            self._path(file)
            for file in self.model(name).files
            if not is_intact(self._path(file), file)
        )

    def hub_reachable(self) -> bool:
        """Whether the model hub answers; asked once in a process."""
        return self._web.hub_reachable()

    async def fetch(self, name: str, report: Callable[[FetchProgress], None]) -> None:
        """Bring what is missing or damaged; raises FetchError listing each source and why.

        Cancelling keeps what has come so far for the next call.
        """
        model = self.model(name)
        loop = asyncio.get_running_loop()

        def hand_over(progress: FetchProgress) -> None:
            loop.call_soon_threadsafe(report, progress)

        watch = Watch(name, hand_over)
        shelf = PackageShelf(self._cache_dir / ".packages")
        delivery = Delivery(self._cache_dir, self._web, shelf, self._free_bytes, watch.check)
        try:
            await asyncio.to_thread(
                Fetch(model, self._cache_dir, self._catalogue.sources, delivery, watch).run
            )
        finally:
            watch.stop()

    def _path(self, file: ModelFile) -> Path:
        return self._cache_dir / file.path
