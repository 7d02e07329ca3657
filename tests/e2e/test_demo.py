"""The whole pipeline with real models, as the README's first command runs it."""

import shutil

import pytest

from tests.conftest import NOTHING_MAY_BE_SKIPPED
from tests.e2e.reading import events_of, heard_in, turns_of, word_error_rate
from tutor.domain.language import Language

pytestmark = pytest.mark.models

MODELS = (
    "faster-whisper-base",
    "Qwen2.5-Coder-1.5B-Instruct",
    "ef_dora",
    "en_US-joe-medium",
)
TURN_FIELDS = {
    "event",
    "number",
    "heard",
    "words",
    "better",
    "corrections",
    "reply",
    "spoken",
    "timings",
}
TIMINGS = {
    "speech_seconds",
    "endpoint_seconds",
    "transcribe_seconds",
    "correct_seconds",
    "first_audio_seconds",
    "turn_seconds",
}
MOST_WORD_ERRORS = 0.15
"""A whole session has about .1; "¡Qué pena!" alone may be heard as English."""


@pytest.fixture
def without_network(run_tutor):
    """Words before a command that cut it off the network; none where that cannot be done."""
    cut = ("unshare", "-n")
    can = shutil.which(cut[0]) is not None and run_tutor("--version", program=cut).returncode == 0
    assert can or not NOTHING_MAY_BE_SKIPPED, "the network must be cut here, by: unshare -n"
    return cut if can else ()


@pytest.fixture
def demo(require_models, run_tutor, without_network, tmp_path):
    """A finished demonstration: what it printed, and the folder with the tutor's speech."""
    require_models(*MODELS)
    result = run_tutor(
        *("demo", "--yes", "--json", "--mute", "--out", tmp_path / "out"),
        program=without_network,
        timeout=900,
    )
    assert result.returncode == 0, result.stderr
    return result.stdout, tmp_path / "out"


async def test_the_demonstration_is_a_whole_session_without_a_network(demo, run_tutor, cache_dir):
    stdout, folder = demo
    assert not [event for event in events_of(stdout) if event["event"] == "problem"]
    turns = turns_of(stdout)
    assert len(turns) >= 5
    for turn in turns:
        assert turn.keys() >= TURN_FIELDS
        assert turn["timings"].keys() == TIMINGS
        assert turn["reply"].endswith("?")
    corrected = [turn for turn in turns if turn["corrections"]]
    assert sum(len(turn["corrections"]) for turn in corrected) >= 3
    for turn in corrected:
        languages = [line["lang"] for line in turn["spoken"]]
        assert languages.index("es") < languages.index("en")
        assert turn["better"] != turn["heard"]

    cards = events_of(run_tutor("deck", "list", "--json").stdout)
    printed = {row["card_id"] for turn in turns for row in turn["corrections"]}
    assert {card["id"] for card in cards} == printed

    lines = [event for event in events_of(stdout) if event["event"] == "speaking"]
    files = sorted(folder.iterdir())
    assert [file.stem.split("-")[1] for file in files] == [line["lang"] for line in lines]
    said, heard = [], []
    for line, file in zip(lines, files, strict=True):
        if line["lang"] == Language.SPANISH:
            said.append(line["text"])
            heard.append(await heard_in(file, cache_dir))
    assert word_error_rate(" ".join(said), " ".join(heard)) <= MOST_WORD_ERRORS
