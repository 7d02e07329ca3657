"""Voice commands as recordings, through the real pipeline."""

import pytest

from tests.e2e.reading import events_of
from tests.e2e.test_demo import MODELS
from tutor.app import synthesizer_for, wav_bytes
from tutor.config import Settings
from tutor.domain.language import Pace

pytestmark = pytest.mark.models

SPANISH = (
    "ef_dora",
    (
        ("repeat", "Repite, por favor."),
        ("slower", "Más despacio, por favor."),
        ("faster", "Más rápido, por favor."),
        ("how_to_say", "¿Cómo se dice apple?"),
        ("meaning", "¿Qué significa manzana?"),
        ("in_english", "En inglés, por favor."),
        ("hint", "Una pista, por favor."),
        ("skip", "Siguiente pregunta."),
        ("corrections_off", "No me corrijas ahora."),
        ("corrections_on", "Corrígeme, por favor."),
        ("wait", "Espera, por favor."),
        ("finish", "Quiero terminar."),
    ),
    ("Se dice «la manzana».", "«manzana»: apple."),
)
ENGLISH = (
    "en_US-joe-medium",
    (
        ("repeat", "Repeat that, please."),
        ("slower", "Please say that more slowly."),
        ("faster", "Speak faster, please."),
        ("how_to_say", "How do you say kitchen?"),
        ("meaning", "What is the meaning of fiesta?"),
        ("in_english", "Say that in English, please."),
        ("hint", "I need a hint, please."),
        ("skip", "Next question, please."),
        ("corrections_off", "Please don't correct me now."),
        ("corrections_on", "Please correct me again."),
        ("wait", "Wait a moment, please."),
        ("finish", "I want to finish now."),
    ),
    ("Se dice «la cocina».", "«fiesta»: party."),
)


@pytest.fixture(params=[SPANISH, ENGLISH], ids=["Spanish", "English"])
async def spoken(request, require_models, cache_dir, tmp_path):
    """The commands of one language as sound files, in order, and what the two words are."""
    require_models(*MODELS)
    voice, texts, words = request.param
    synthesizer = synthesizer_for(Settings(cache_dir=cache_dir), voice)
    paths = []
    for number, (_, text) in enumerate(texts):
        path = tmp_path / f"{number}.wav"
        path.write_bytes(wav_bytes(await synthesizer.synthesize(text, Pace.NORMAL)))
        paths.append(path)
    return paths, [command for command, _ in texts], words


def answers(events):
    """What the tutor said before any command, and after each of them."""
    opening: list[tuple[str, str]] = []
    after: dict[str, list[tuple[str, str]]] = {}
    lines = opening
    for event in events:
        match event["event"]:
            case "command":
                lines = after.setdefault(event["command"], [])
            case "speaking":
                lines.append((event["lang"], event["text"]))
    return opening, after


async def test_every_spoken_command_does_what_it_says(spoken, run_tutor):
    paths, commands, words = spoken
    audio = [argument for path in paths for argument in ("--audio", path)]
    result = run_tutor("practice", "--json", "--mute", "--yes", *audio, timeout=900)
    assert result.returncode == 0, result.stderr
    events = events_of(result.stdout)
    heard = [event["heard"] for event in events if event["event"] == "heard"]
    wished = [event["command"] for event in events if event["event"] == "command"]
    assert wished == commands, heard

    opening, said = answers(events)
    assert said["repeat"] == said["slower"] == opening
    assert said["faster"] == [("es", "De acuerdo.")]
    assert [said[name][0][1] for name in ("how_to_say", "meaning")] == list(words)
    assert "en" in [language for language, _ in said["in_english"]]
    _, question = said["skip"][-1]
    assert said["hint"]
    assert question.endswith("?")
    assert question not in [text for _, text in (*opening, *said["hint"])]
    assert said["corrections_off"] == [("es", "De acuerdo, por ahora no te corrijo.")]
    assert said["corrections_on"] == [("es", "De acuerdo, te corrijo otra vez.")]
    assert said["wait"] == []
    assert events[-1]["event"] == "session_ended"

    turns = [event for event in events if event["event"] == "turn"]
    assert [turn["corrections"] for turn in turns] == [[], []], "only asked words are kept"
