"""A review on a disk that is full, or that may not be written: one sentence, nothing lost."""

import os
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.adapters.test_store_failures import bound_by_permissions
from tests.cli.decks import contents_of, store
from tests.cli.typed_lines import typed
from tests.e2e.intact_deck import assert_replayed, is_sound
from tests.e2e.reading import events_of
from tests.records import a_card
from tutor.adapters.store.sqlite_file import DATABASE_NAME

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits")

CARDS = 40
REVIEW = ("review", "--text", "--json", "--mute", "--data-dir")
NO_ROOM = "No room left to write "
UNWRITABLE = "Cannot write "
DISK_BYTES = 8_000_000


def mount(*arguments):
    return subprocess.run(["mount", *arguments], capture_output=True, check=False).returncode == 0


@pytest.fixture
def folder():
    """A data folder, not made yet, beside which anybody may read."""
    with TemporaryDirectory() as parent:
        Path(parent).chmod(0o755)
        yield Path(parent) / "data"


@pytest.fixture
def small_disk(folder):
    """The same folder on a disk of its own, which has little room."""
    folder.mkdir()
    if not mount("-t", "tmpfs", "-o", f"size={DISK_BYTES}", "tmpfs", str(folder)):
        pytest.skip("only root may mount a disk, and not everywhere")
    yield folder
    subprocess.run(["umount", folder], check=True)


@pytest.fixture
def answered(run_tutor):
    """Fill a folder with cards and answer the first two; the ids of these answers."""

    def fill(folder):
        store(folder, *(a_card(f"card-{n}", minute=n) for n in range(CARDS)))
        first = run_tutor(*REVIEW, folder, input="estoy\nestoy\n")
        assert first.returncode == 0
        return answers(first)

    return fill


def answers(result):
    """What was printed of each answer."""
    rows = [row for row in events_of(result.stdout) if row["event"] == "answer"]
    return [(row["card_id"], row["heard"], row["due"]) for row in rows]


def assert_nothing_lost(folder, printed):
    assert is_sound(folder)
    contents = contents_of(folder)
    assert len(contents.cards) == CARDS
    assert_replayed(contents)
    kept = contents.reviews
    assert [(r.answer.card_id, r.answer.text, r.after.due.isoformat()) for r in kept] == printed


def assert_one_sentence(result, folder, beginning):
    assert result.stderr.startswith(f"{beginning}{folder / DATABASE_NAME}")
    assert "--data-dir" in result.stderr
    assert len(result.stderr.splitlines()) == 1


@contextmanager
def filled_but(folder, room_bytes):
    """Leave so much room on the disk of a folder."""
    disk = os.statvfs(folder)
    filler = folder / "filler"
    filler.write_bytes(bytes(max(0, disk.f_bavail * disk.f_frsize - room_bytes)))
    yield
    filler.unlink()


@pytest.mark.parametrize("room_bytes", [0, 8_192, 40_960, 102_400, 409_600])
def test_a_full_disk_is_one_sentence_and_nothing_is_lost(
    run_tutor, small_disk, answered, room_bytes
):
    before = answered(small_disk)
    with filled_but(small_disk, room_bytes):
        result = run_tutor(*REVIEW, small_disk, input="estoy\n" * CARDS)
    assert result.returncode == 1
    assert_one_sentence(result, small_disk, NO_ROOM)
    told = answers(result)
    assert len(told) < CARDS - 2
    assert bool(told) == (room_bytes > 100_000)
    assert_nothing_lost(small_disk, before + told)
    rest = run_tutor(*REVIEW, small_disk, input="estoy\n" * 3)
    assert (rest.returncode, len(answers(rest))) == (0, 3)
    assert_nothing_lost(small_disk, before + told + answers(rest))


@pytest.mark.parametrize(
    ("half_kilobytes", "sentence"), [(8, NO_ROOM), (200, UNWRITABLE), (800, UNWRITABLE)]
)
def test_a_file_that_may_not_grow_is_one_sentence_and_nothing_is_lost(
    run_tutor, folder, answered, half_kilobytes, sentence
):
    before = answered(folder)
    limited = ("sh", "-c", f'ulimit -f {half_kilobytes} && exec "$@"', "sh")
    result = run_tutor(*REVIEW, folder, input="estoy\n" * CARDS, program=limited)
    assert result.returncode == 1
    assert_one_sentence(result, folder, sentence)
    told = answers(result)
    assert bool(told) == (half_kilobytes > 100)
    assert_nothing_lost(folder, before + told)


def test_a_read_only_disk_is_one_sentence_and_nothing_is_lost(run_tutor, small_disk, answered):
    before = answered(small_disk)
    assert mount("-o", "remount,ro", str(small_disk))
    result = run_tutor(*REVIEW, small_disk, input="estoy\n" * CARDS)
    assert mount("-o", "remount,rw", str(small_disk))
    assert (result.returncode, result.stdout) == (1, "")
    assert_one_sentence(result, small_disk, UNWRITABLE)
    assert_nothing_lost(small_disk, before)


def test_a_folder_without_permission_is_one_sentence_and_nothing_is_lost(
    invoke, folder, answered, monkeypatch
):
    monkeypatch.setenv("TUTOR_CACHE_DIR", str(folder.parent / "cache"))  # for anybody to read
    before = answered(folder)
    with typed("."):
        assert invoke(*REVIEW, folder).exit_code == 0  # everything is imported now
    (folder / DATABASE_NAME).chmod(0o444)
    folder.chmod(0o555)
    with bound_by_permissions(), typed("estoy"):
        result = invoke(*REVIEW, folder)
    folder.chmod(0o755)
    (folder / DATABASE_NAME).chmod(0o644)
    assert (result.exit_code, result.stdout) == (1, "")
    assert_one_sentence(result, folder, UNWRITABLE)
    assert_nothing_lost(folder, before)
