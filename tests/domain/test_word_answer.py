from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes import FakeLexicon, an_entry
from tutor.domain.asked_word import AskedWord
from tutor.domain.language import Language
from tutor.domain.spoken_text import fragments
from tutor.domain.vocabulary import PartOfSpeech, VerbClass
from tutor.domain.word_answer import word_answer

ENGLISH, SPANISH = Language.ENGLISH, Language.SPANISH
FACTS = FakeLexicon().facts
APPLE = an_entry("manzana", "apple")
WATER = replace(an_entry("agua", "water"), given_article="el")
WANT = replace(
    an_entry("querer", "to want", "to love"),
    part_of_speech=PartOfSpeech.VERB,
    gender=None,
    verb_class=VerbClass.ER,
)
WORDS = (APPLE, WATER, WANT)
QUESTION = "¿Qué comes?"


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (AskedWord("apple", ENGLISH), "Se dice «la manzana»."),
        (AskedWord("water", ENGLISH), "Se dice «el agua»."),
        (AskedWord("to love", ENGLISH), "Se dice «querer»."),
        (AskedWord("la manzana", SPANISH), "«manzana»: apple."),
        (AskedWord("quiero", SPANISH), "«querer»: to want."),
    ],
)
def test_the_word_is_told_then_its_example_then_the_question_that_was_open(asked, told):
    answer = word_answer(asked, WORDS, FACTS, QUESTION)
    assert answer is not None
    first, example, question = answer.lines
    assert first.text == told
    assert example.text == answer.example
    assert question.text == QUESTION
    assert {example.language, question.language} == {SPANISH}


def test_a_meaning_is_said_with_its_word_in_the_spanish_voice():
    answer = word_answer(AskedWord("manzana", SPANISH), WORDS, FACTS, QUESTION)
    assert answer is not None
    assert [(part.language, part.text) for part in fragments(answer.lines[0])] == [
        (SPANISH, "manzana:"),
        (ENGLISH, "apple."),
    ]


@given(st.text(max_size=30).filter(lambda word: "a" not in word), st.sampled_from(Language))
def test_what_the_vocabulary_does_not_hold_is_not_answered(word, language):
    assert word_answer(AskedWord(word, language), (APPLE,), FACTS, QUESTION) is None
