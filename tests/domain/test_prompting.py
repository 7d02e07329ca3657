"""Asking a learner to mend a sentence, and judging the attempt."""

import pytest

from tests.fakes import FakeLexicon
from tutor.adapters.tts.spelled import Num2WordsSpeller
from tutor.domain.correcting import build_correction
from tutor.domain.language import Language
from tutor.domain.prompting import is_mended, prompt_lines
from tutor.domain.transcript import typed_transcript

FACTS = FakeLexicon().facts
SPELLER = Num2WordsSpeller(Language.SPANISH)
TIRED = ("Hoy yo soy muy cansado.", "Hoy yo estoy muy cansado.")
MARIA = ("Ayer vi María en el parque.", "Ayer vi a María en el parque.")
TOO_MUCH = ("Tengo que a trabajar mañana.", "Tengo que trabajar mañana.")
TWO = ("El problema son las casa rojo.", "El problema son las casas rojas.")


def correction(said, better):
    return build_correction(typed_transcript(said), better, FACTS)


@pytest.mark.parametrize(
    ("sentence", "asked"),
    [
        (TIRED, "Casi. ¿Cómo se dice «yo soy muy»?"),
        (MARIA, "Casi. ¿Cómo se dice «vi María»?"),
        (TOO_MUCH, "Casi. ¿Cómo se dice «que a trabajar»?"),
    ],
)
def test_the_part_that_was_wrong_is_named_with_its_neighbours(sentence, asked):
    lines = prompt_lines(correction(*sentence), 2)
    assert " ".join(line.text for line in lines) == asked
    assert {line.language for line in lines} == {Language.SPANISH}


def test_nothing_is_asked_about_what_was_right_or_is_not_to_be_told():
    assert prompt_lines(correction("Hola.", "Hola."), 2) == ()
    assert prompt_lines(correction(*TIRED), 0) == ()


@pytest.mark.parametrize(
    ("sentence", "attempt"),
    [
        (TIRED, "Hoy yo estoy muy cansado."),
        (TIRED, "hoy estoy muy cansado"),
        (TIRED, "estoy"),
        (TIRED, "ah, perdón, estoy muy cansado"),
        (TIRED, "yo soy, no, yo estoy muy cansado"),
        (MARIA, "Ayer vi a María."),
        (TOO_MUCH, "Tengo que trabajar mañana."),
    ],
)
def test_an_attempt_that_has_the_part_right_mends_the_sentence(sentence, attempt):
    assert is_mended(correction(*sentence), 2, attempt, facts_of=FACTS, speller=SPELLER)


@pytest.mark.parametrize(
    ("sentence", "attempt"),
    [
        (TIRED, "Hoy yo soy muy cansado."),
        (TIRED, "no sé"),
        (TIRED, ""),
        (TIRED, "soy cansado"),
        (MARIA, "Ayer vi María."),
        (TOO_MUCH, "Tengo que a trabajar mañana."),
        (TWO, "las casas rojo"),
    ],
)
def test_an_attempt_that_has_it_wrong_does_not(sentence, attempt):
    assert not is_mended(correction(*sentence), 2, attempt, facts_of=FACTS, speller=SPELLER)
