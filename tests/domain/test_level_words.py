import pytest

from tests.fakes import a_lesson
from tutor.adapters.corrector.lexicon import WordfreqLexicon
from tutor.domain.conversation import Conversation
from tutor.domain.lesson import Level
from tutor.domain.level_words import LevelWords
from tutor.domain.reply_guard import ReplyGuard, Verdict

WORDS = LevelWords(WordfreqLexicon().facts, lambda: ())
TALK = Conversation(a_lesson())


def verdict(sentence: str, learner: str = "Tengo un gato.") -> Verdict:
    return ReplyGuard(TALK, learner, WORDS).judge(sentence)


def test_a_rare_word_is_beyond_a_low_level_and_not_beyond_a_high_one():
    assert WORDS.beyond("¡Qué merienda!", Level.A1) == ["merienda"]
    assert WORDS.beyond("¡Qué merienda!", Level.B2) == []


@pytest.mark.parametrize(
    ("sentence", "level", "late"),
    [
        ("¡Fuiste a la playa!", Level.A1, ["fuiste"]),
        ("¡Fuiste a la playa!", Level.A2, []),
        ("Comeremos pan.", Level.A1, ["comeremos"]),
        ("Ojalá tuviera tiempo.", Level.A2, ["tuviera"]),
        ("Ojalá tuviera tiempo.", Level.B1, []),
        ("Me gustaría un café.", Level.A1, []),
        ("Como pan y bebo vino.", Level.A1, []),
        ("Quiero comer fuera.", Level.A1, []),
    ],
)
def test_a_tense_is_late_below_the_level_that_brings_it(sentence, level, late):
    assert WORDS.late_tenses(sentence, level) == late


def test_a_tense_that_the_learner_has_used_is_not_late():
    assert WORDS.late_tenses("¡Fuiste a la playa!", Level.A1, "Ayer yo comí mucho.") == []


def test_a_sentence_with_a_word_beyond_the_level_is_not_said():
    assert verdict("¡Qué animal tan escurridizo!") is Verdict.TOO_HARD
    assert verdict("¡Qué animal tan bonito!") is Verdict.SAY


def test_a_word_of_the_learners_may_be_said_back():
    assert verdict("Vaya, un ornitorrinco.", "Yo tengo un ornitorrinco.") is Verdict.SAY
    assert verdict("Vaya, un ornitorrinco.") is Verdict.TOO_HARD


def test_a_refused_question_leaves_the_turn_open():
    guard = ReplyGuard(TALK, "Tengo un gato.", WORDS)
    assert guard.judge("¿Es escurridizo?") is Verdict.TOO_HARD
    assert not guard.is_complete
