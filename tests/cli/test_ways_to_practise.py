"""The ways to practise over the same session, typed and without any model."""

import pytest

from tests.cli.decks import rows
from tests.cli.typed_lines import typed

MISTAKE = "Hoy yo soy muy cansado."
BETTER = "Hoy yo estoy muy cansado."


@pytest.fixture
def practise(invoke):
    """``practise("--free", said=["Hola."])`` types these lines."""

    def run(*wishes, said):
        with typed(*said):
            return invoke("practice", "--text", "--mute", "--json", "--no-model", *wishes)

    return run


def of(result, kind):
    return [row for row in rows(result) if row["event"] == kind]


def test_a_mistake_is_mended_by_the_learner_first(practise):
    result = practise("--prompt-first", said=[MISTAKE, BETTER, "adiós"])
    assert result.exit_code == 0, result.output
    (turn,) = of(result, "turn")
    said = [line["text"] for line in turn["spoken"]]
    assert said[:3] == ["Casi.", "¿Cómo se dice «yo soy muy»?", "¡Eso es!"]
    assert of(result, "attempt") == [{"event": "attempt", "mended": True}]
    assert of(result, "session_ended")[0]["cards"] == 1


def test_a_rehearsal_holds_its_corrections_to_the_end(practise):
    result = practise("--rehearsal", said=[MISTAKE, "Vivo en Madrid."])
    (corrected,) = of(result, "corrected")
    assert rows(result).index(corrected) > rows(result).index(of(result, "turn")[-1])
    said = [row["text"] for row in of(result, "speaking")]
    assert said.index(f"Se dice: «{BETTER}»") == said.index("Ahora, una corrección.") + 1


def test_a_free_talk_has_no_lesson_and_the_learners_level(practise, invoke):
    invoke("config", "set", "learner.level", "B1")
    result = practise("--free", said=["Quiero hablar de mi trabajo.", "Es interesante."])
    started = of(result, "session_started")[0]
    assert (started["lesson"], started["level"]) == ("free-b1", "B1")
    assert all(turn["reply"].endswith("?") for turn in of(result, "turn"))


def test_a_free_talk_goes_on_from_what_was_told(practise):
    practise("--free", said=["Trabajo en un banco."])
    result = practise("--free", said=["Bien.", "Mucho.", "Con mi hermana."])
    said = [row["text"] for row in of(result, "speaking")]
    assert said[0].startswith("Hola otra vez.")
    assert said[0].endswith("?")


def test_the_ways_combine(practise):
    result = practise("--free", "--prompt-first", said=[MISTAKE, BETTER])
    assert of(result, "session_started")[0]["lesson"] == "free-a2"
    assert of(result, "attempt")[0]["mended"] is True


@pytest.mark.parametrize("wishes", [("--prompt-first", "--rehearsal"), ("a1-cafe", "--free")])
def test_what_contradicts_itself_is_wrong_usage(invoke, wishes):
    assert invoke("practice", "--text", *wishes).exit_code == 2


def test_a_story_has_what_the_learner_has_told_before(practise, invoke):
    practise("--free", said=["Mi hermana se llama Lucía.", "Vivo en Lima."])
    with typed("adiós"):
        result = invoke("story", "--text", "--mute", "--json", "--level", "A1", "--seed", "0")
    told = " ".join(row["text"] for row in of(result, "speaking"))
    assert "Lucía" in told
    assert "Lima" in told
