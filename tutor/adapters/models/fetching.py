"""One fetch of one model: alone in the folder, checking first, then bringing what is wrong."""

import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from tutor.adapters.models.delivery import Delivery
from tutor.adapters.models.failures import FetchStoppedError
from tutor.adapters.models.hashing import is_intact
from tutor.adapters.models.sources import Source
from tutor.domain.model import FetchProgress, FetchStage, Model, ModelFile
from tutor.errors import FetchError

__all__ = ["Fetch", "Watch"]

_LOCK_SECONDS = 0.3


class Watch:
    """What a fetch and whoever waits for it tell one another, across threads."""

    def __init__(self, model: str, report: Callable[[FetchProgress], None]) -> None:
        self._model = model
        self._report = report
        self._stopped = threading.Event()

    def tell(self, stage: FetchStage, source: str = "", done: int = 0, total: int = 0) -> None:
        """Report progress."""
        self._report(FetchProgress(self._model, stage, source, done, total))

    def stop(self) -> None:
        """End the fetch at its next step."""
        self._stopped.set()

    def check(self) -> None:
        """Raise FetchStoppedError once stopped."""
        if self._stopped.is_set():
            raise FetchStoppedError


class Fetch:
    """One model on its way into the cache folder."""

    def __init__(
        self,
        model: Model,
        cache_dir: Path,
        sources: Mapping[str, Sequence[Source]],
        delivery: Delivery,
        watch: Watch,
    ) -> None:
        self._model = model
        self._cache_dir = cache_dir
        self._sources = sources
        self._delivery = delivery
        self._watch = watch

    def run(self) -> None:
        """Bring every file that is not right; raises FetchError."""
        try:
            self._cache_dir.mkdir(parents=True, exist_ok=True)
            with self._alone():
                self._bring(self._wrong())
                self._delivery.clear_away()
        except FetchStoppedError:
            return
        except FetchError as error:
            raise FetchError(f"Cannot fetch {self._model.name}. {error}") from error
        except OSError as error:
            raise FetchError(
                f"Cannot write to {error.filename or self._cache_dir} ({error.strerror or error})."
                " Make room there, or set TUTOR_CACHE_DIR to another folder."
            ) from error

    @contextmanager
    def _alone(self) -> Iterator[None]:
        lock = FileLock(self._cache_dir / ".lock")
        while True:
            try:
                held = lock.acquire(timeout=_LOCK_SECONDS)
            except Timeout:
                self._watch.check()
                self._watch.tell(FetchStage.WAITING)
            else:
                break
        with held:
            yield

    def _wrong(self) -> list[ModelFile]:
        total, done = self._model.size_bytes, 0
        wrong = []
        for file in self._model.files:

            def so_far(read: int, before: int = done) -> None:
                self._watch.check()
                self._watch.tell(FetchStage.CHECKING, done=before + read, total=total)

            if not is_intact(self._cache_dir / file.path, file, so_far):
                wrong.append(file)
            done += file.size_bytes or 0
        return wrong

    def _bring(self, files: Sequence[ModelFile]) -> None:
        total, done = sum(file.size_bytes or 0 for file in files), 0
        if files:
            self._delivery.require_room(total - sum(self._begun(file) for file in files))
        for file in files:

            def so_far(source: str, come: int, before: int = done) -> None:
                self._watch.tell(FetchStage.FETCHING, source, before + come, total)

            self._delivery.bring(file, self._sources[file.path], so_far)
            done += file.size_bytes or 0

    def _begun(self, file: ModelFile) -> int:
        part = self._cache_dir / f"{file.path}.part"
        return part.stat().st_size if part.exists() else 0
