import pytest

from tests.fakes import a_lesson
from tutor.domain.conversation import Conversation, Exchange
from tutor.domain.lesson import Level
from tutor.domain.reply_guard import MAX_STATEMENTS, ReplyGuard, Verdict, spoken_form

TALK = Conversation(a_lesson())


def verdict(sentence: str, learner: str = "Tengo un gato.", talk: Conversation = TALK) -> Verdict:
    return ReplyGuard(talk, learner).judge(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "¡Qué bonito!",
        "Ah, tienes un gato.",
        "Vaya, lo siento mucho.",
        "Mi perro también duerme en la cocina.",
        "Madrid, Barcelona, Sevilla.",
        "No me digas.",
    ],
)
def test_a_short_spanish_statement_is_said(sentence):
    assert verdict(sentence) is Verdict.SAY


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("", Verdict.NOT_SPEECH),
        ("...", Verdict.NOT_SPEECH),
        ("- Pan", Verdict.NOT_SPEECH),
        ("1. Pan", Verdict.NOT_SPEECH),
        ("Aquí tienes una lista:", Verdict.NOT_SPEECH),
        ("Mira <b>esto</b>.", Verdict.NOT_SPEECH),
        ("That sounds great!", Verdict.WRONG_LANGUAGE),
        ("What is your cat called?", Verdict.WRONG_LANGUAGE),
        ("Muito obrigado, você é gentil.", Verdict.WRONG_LANGUAGE),
        ("你好,你叫什么名字?", Verdict.WRONG_LANGUAGE),
        ("Deberías decir «tengo hambre».", Verdict.CORRECTS),
        ("En español se dice «estoy cansado».", Verdict.CORRECTS),
        ("¡Correcto!", Verdict.CORRECTS),
        ("¿Quisiste decir que estás cansado?", Verdict.CORRECTS),
        ("¿En qué puedo ayudarte hoy?", Verdict.OFFERS_HELP),
        ("Como modelo de lenguaje, no tengo gatos.", Verdict.OFFERS_HELP),
        ("No dudes en preguntarme.", Verdict.OFFERS_HELP),
        ("Mi gato " + "come y " * 10 + "duerme.", Verdict.TOO_LONG),
        ("Yo tengo un gato.", Verdict.ECHOES),
        ("¿Tienes una mascota?", Verdict.REPEATS),
    ],
)
def test_what_does_not_belong_is_named(sentence, expected):
    assert verdict(sentence, "Yo tengo un gato") is expected


@pytest.mark.parametrize("cheer", ["¡Qué bien!", "¡Perfecto!", "Me alegro mucho.", "¡Qué raro!"])
def test_cheer_is_not_said_after_sad_news(cheer):
    assert verdict(cheer, "Mi abuelo está en el hospital.") is Verdict.TACTLESS
    assert verdict(cheer, "Mi abuelo está en la playa.") is Verdict.SAY


@pytest.mark.parametrize("comfort", ["¡Qué pena!", "Vaya, lo siento mucho.", "¡Ánimo!"])
def test_comfort_is_said_after_sad_news(comfort):
    assert verdict(comfort, "Mi abuelo está en el hospital.") is Verdict.SAY


def test_a_question_is_said_and_ends_the_turn():
    guard = ReplyGuard(TALK, "Tengo un gato.")
    assert guard.judge("¡Qué bonito!") is Verdict.SAY
    asked_yet = [guard.is_complete]
    assert guard.judge("¿Cómo se llama?") is Verdict.SAY_AND_END
    asked_yet.append(guard.is_complete)
    assert guard.judge("¿Y qué come?") is Verdict.SURPLUS
    assert asked_yet == [False, True]


def test_a_turn_holds_few_statements_but_still_its_question():
    guard = ReplyGuard(TALK, "Tengo un gato.")
    statements = ["Qué bonito.", "Los gatos son listos.", "A mí me gustan."]
    verdicts = [guard.judge(sentence) for sentence in statements]
    assert verdicts == [Verdict.SAY] * MAX_STATEMENTS + [Verdict.SURPLUS]
    assert guard.judge("¿De qué color es?").is_said


def test_what_was_refused_does_not_count_as_said():
    guard = ReplyGuard(TALK, "Tengo un gato.")
    assert not guard.judge("That is great, you have a cat!").is_said
    assert not guard.has_statement


def test_a_question_of_an_earlier_turn_is_not_asked_again():
    talk = TALK.with_exchange(Exchange("Sí, un gato.", "¡Qué bien! ¿De qué color es?"))
    assert verdict("¿Y de qué color es tu gato?", talk=talk) is Verdict.SAY_AND_END
    assert verdict("¿Y de qué color es?", talk=talk) is Verdict.REPEATS


def test_a_higher_level_follows_longer_sentences():
    sentence = "Mi gato duerme casi todo el día en la cocina porque allí da el sol."
    beginner, advanced = (Conversation(a_lesson(level=level)) for level in (Level.A1, Level.B2))
    assert verdict(sentence, talk=beginner) is Verdict.TOO_LONG
    assert verdict(sentence, talk=advanced) is Verdict.SAY


@pytest.mark.parametrize(
    ("sentence", "spoken"),
    [
        ("¡Qué *bien*! 😀", "¡Qué bien!"),
        ("Nora: Hola.", "Hola."),
        ("«Vaya, lo siento.»", "Vaya, lo siento."),
        ("¡Que pena!", "¡Qué pena!"),
        ("¡Que tengas un buen día!", "¡Que tengas un buen día!"),
        ("Son las 10:30.", "Son las 10:30."),
    ],
)
def test_what_cannot_be_spoken_is_taken_away(sentence, spoken):
    assert spoken_form(sentence) == spoken


def test_a_garbled_version_of_the_lessons_question_becomes_the_lessons_own():
    own = "¿Qué hiciste el fin de semana?"
    assert spoken_form("¿Qué hice el fin de semana?", own) == own
    assert spoken_form("¿Y de qué color es?", own) == "¿Y de qué color es?"


@pytest.mark.parametrize("sentence", ["¡Claro!", "¡Por supuesto!", "Claro que sí."])
def test_a_bare_yes_is_not_said_to_whatever_was_asked_for(sentence):
    guard = ReplyGuard(Conversation(a_lesson()), "Deme muchas pastillas.")
    assert guard.judge(sentence) is Verdict.CONSENTS
