"""Where a file can come from."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

__all__ = ["HubSource", "PackageRef", "PackageSource", "Registry", "Source", "UrlSource"]


class Registry(StrEnum):
    """Which ordinary client reads a package."""

    PYPI = "pypi"
    NPM = "npm"


@dataclass(frozen=True, slots=True)
class HubSource:
    """A file in a repository of the model hub, at a pinned revision."""

    repository: str
    revision: str
    file: str

    def __str__(self) -> str:
        return f"model hub ({self.repository})"


@dataclass(frozen=True, slots=True)
class UrlSource:
    """A file on the web."""

    url: str

    def __str__(self) -> str:
        return self.url


@dataclass(frozen=True, slots=True)
class PackageRef:
    """One package at one version."""

    registry: Registry
    name: str
    version: str

    def __str__(self) -> str:
        separator = "==" if self.registry is Registry.PYPI else "@"
        return f"{self.name}{separator}{self.version}"


@dataclass(frozen=True, slots=True)
class PackageSource:
    """Files inside packages, joined in this order."""

    packages: tuple[PackageRef, ...]
    member: str
    """A pattern that exactly one file of each package matches."""

    def __str__(self) -> str:
        first, *others = self.packages
        more = f" and {len(others)} more" if others else ""
        return f"package index ({first}{more})"


Source: TypeAlias = HubSource | UrlSource | PackageSource
