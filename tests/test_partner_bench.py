import pytest
from partner_judging import Check, failures, is_spanish

from tests.fakes import a_lesson
from tutor.adapters.corrector.lexicon import WordfreqLexicon
from tutor.domain.conversation import Conversation
from tutor.domain.lesson_language import LanguageJudge

JUDGE = LanguageJudge(WordfreqLexicon().facts, [])
TALK = Conversation(a_lesson())


@pytest.mark.parametrize(
    ("reply", "expected"),
    [
        ("¡Qué bonito! ¿De qué color es?", ()),
        ("That is a very nice cat. ¿De qué color es?", (Check.SPANISH, Check.WORDS)),
        ("¿De qué color es? ¿Y qué come?", (Check.ONE_QUESTION,)),
        ("Qué bonito.", (Check.ONE_QUESTION,)),
        ("Soy un programa. ¿De qué color es?", (Check.ROLE,)),
        ("Lo correcto es otra cosa. ¿De qué color es?", (Check.NO_CORRECTION,)),
        ("Estoy aquí para todo. ¿De qué color es?", (Check.NO_HELP,)),
        ("Es " + "muy " * 20 + "bonito. ¿De qué color es?", (Check.LENGTH,)),
        ("¡Qué escurridizo! ¿De qué color es?", (Check.WORDS,)),
    ],
)
def test_what_a_reply_is_not_is_named(reply, expected):
    assert failures(reply, TALK, "Tengo un gato.", JUDGE) == expected


@pytest.mark.parametrize("text", ["Sí.", "Vaya, lo siento mucho.", "¿Vives solo o con amigos?"])
def test_spanish_is_known_by_its_words(text):
    assert is_spanish(text)


@pytest.mark.parametrize("text", ["That sounds great.", "Muito obrigado, você é gentil.", "你好"])
def test_another_language_is_not_spanish(text):
    assert not is_spanish(text)
