import tomllib
from pathlib import Path

import pytest

from tests.fakes import a_lesson
from tutor.domain.boundaries import Boundary, boundary_in, deflection
from tutor.domain.care import concern_in
from tutor.domain.conversation import Conversation, Exchange
from tutor.domain.intervention import answer_before_the_model
from tutor.domain.language import Language

UTTERANCES = tomllib.loads(
    (Path(__file__).parent / "utterances_out_of_role.toml").read_text(encoding="utf-8")
)
TALK = Conversation(a_lesson(), (Exchange("Sí.", "¿Qué come?"),))
OUT_OF_ROLE = [(boundary, said) for boundary in Boundary for said in UTTERANCES[boundary]]


@pytest.mark.parametrize(("boundary", "said"), OUT_OF_ROLE)
def test_what_leaves_the_lesson_is_recognised(boundary, said):
    assert boundary_in(said) is boundary


@pytest.mark.parametrize("said", UTTERANCES["ordinary"])
def test_ordinary_sentences_with_the_same_words_are_not(said):
    assert (boundary_in(said), concern_in(said)) == (None, None)


@pytest.mark.parametrize(("boundary", "said"), OUT_OF_ROLE)
def test_it_is_answered_shortly_in_spanish_and_the_lessons_question_follows(boundary, said):
    answer = answer_before_the_model(said, TALK)
    assert answer is not None
    assert [line.text for line in answer.lines] == [deflection(boundary), "¿Qué come?"]
    assert {line.language for line in answer.lines} == {Language.SPANISH}
    assert not answer.pauses


def test_there_are_enough_examples():
    assert len(OUT_OF_ROLE) >= 60
