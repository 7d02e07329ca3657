from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from tests.fakes import a_lesson
from tests.records import a_word, learned
from tutor.domain.fact import fact_of
from tutor.domain.memory import facts_in
from tutor.domain.opening import fact_question, opening_of, with_opening
from tutor.domain.session_ending import SessionEnding
from tutor.domain.weaving import due_words

AT = datetime(2026, 3, 1, 12, tzinfo=UTC)
LESSON = a_lesson()
ENDING = SessionEnding("s1", "a1-cafe", "En el café", AT)
COURAGE = replace(
    ENDING,
    courage_ask="La última vez ibas a pedir un café en español. ¿Qué tal fue?",
    courage_given_at=AT,
)


def a_fact(sentence, session_id="s1", asked_at=None):
    (told,) = facts_in(sentence)
    fact = fact_of(
        told, fact_id=sentence, lesson_id="l", session_id=session_id, turn_number=1, at=AT
    )
    return replace(fact, asked_at=asked_at)


ANA = a_fact("Me llamo Ana.")


def test_the_first_session_opens_with_the_lesson():
    opening = opening_of(LESSON, [], [])
    assert (opening.text, opening.lesson_follows) == (LESSON.opening, False)


def test_the_courage_task_of_the_last_session_is_asked_about_first():
    opening = opening_of(LESSON, [ANA, a_fact("Tengo dos hijas.")], [COURAGE])
    assert opening.text == (
        "Hola otra vez, Ana. La última vez ibas a pedir un café en español. ¿Qué tal fue?"
    )
    assert (opening.lesson_follows, opening.ending, opening.fact) == (True, COURAGE, None)


def test_a_courage_task_is_asked_about_once():
    asked = replace(COURAGE, courage_asked_at=AT)
    fact = a_fact("Tengo dos hijas.")
    opening = opening_of(LESSON, [fact], [asked])
    assert (
        opening.text
        == "Hola otra vez. La última vez me contaste que tienes dos hijas. ¿Cómo están?"
    )
    assert opening.fact == fact


def test_a_session_that_was_cut_off_gave_no_courage_task():
    cut_off = replace(COURAGE, courage_given_at=None)
    assert opening_of(LESSON, [], [cut_off]).ending is None


def test_what_was_asked_or_cannot_be_asked_is_not_asked():
    asked = a_fact("Tengo dos hijas.", asked_at=AT)
    opening = opening_of(LESSON, [ANA, asked, a_fact("No tengo hermanos.")], [ENDING])
    assert opening.text == (
        f"Hola otra vez, Ana. La última vez practicamos «En el café». {LESSON.opening}"
    )
    assert not opening.lesson_follows


def test_a_fact_of_an_earlier_session_was_told_once():
    opening = opening_of(LESSON, [a_fact("Vivo en Leeds.", session_id="s0")], [ENDING])
    assert (
        opening.text == "Hola otra vez. Una vez me contaste que vives en Leeds. ¿Qué tal en casa?"
    )


def test_a_fact_that_the_learner_wrote_anew_is_quoted_where_it_begins_otherwise():
    edited = replace(a_fact("Tengo dos hijas."), text="Eva y Marta son mis hijas.")
    opening = opening_of(LESSON, [edited], [ENDING])
    assert "me contaste esto: «Eva y Marta son mis hijas»." in opening.text


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Tengo una hija.", "me contaste que tienes una hija. ¿Cómo está?"),
        ("Tengo un perro.", "me contaste que tienes un perro. ¿Cómo está?"),
        ("Mi hermano se llama Pedro.", "me contaste que tu hermano se llama Pedro. ¿Cómo está?"),
        ("Mis padres viven en York.", "me contaste que tus padres viven en York. ¿Cómo están?"),
        ("Soy de Leeds.", "me contaste que eres de Leeds. ¿Qué me cuentas de tu tierra?"),
        ("Trabajo en un banco.", "me contaste que trabajas en un banco. ¿Qué tal el trabajo?"),
        ("Estudio medicina.", "me contaste que estudias medicina. ¿Qué tal van los estudios?"),
        ("Me gusta nadar.", "me contaste que te gusta nadar. ¿Qué es lo que más te gusta de eso?"),
        ("Juego al tenis.", "me contaste que juegas al tenis. ¿Qué tal te va con eso?"),
        (
            "Mañana voy a visitar a mis padres.",
            "me contaste que ibas a visitar a tus padres. ¿Qué me cuentas de eso?",
        ),
    ],
)
def test_every_kind_of_fact_has_its_question(said, expected):
    opening = opening_of(LESSON, [a_fact(said)], [ENDING])
    assert opening.text == f"Hola otra vez. La última vez {expected}"


@pytest.mark.parametrize(
    "said",
    ["Tengo 40 años.", "Estoy divorciada.", "No tengo hijos.", "Mi hijo no vive en Leeds."],
)
def test_what_might_hurt_is_not_asked_about(said):
    assert fact_question(a_fact(said)) is None


def test_an_opening_asks_one_thing():
    facts = [ANA, a_fact("Tengo dos hijas."), a_fact("Vivo en Leeds.")]
    for endings in ([], [ENDING], [COURAGE]):
        for known in ([], facts):
            assert opening_of(LESSON, known, endings, ["pera"]).text.count("?") == 1


def test_the_lesson_of_the_session_has_its_opening_and_the_due_words():
    opening = opening_of(LESSON, [], [ENDING], ["pera"])
    lesson = with_opening(LESSON, opening, ["pera", "el gato"])
    assert lesson.opening == opening.text
    assert lesson.target_words == ("el gato", "la mascota", "pera")
    assert "Hoy salen palabras de tus tarjetas." in lesson.opening


def test_at_most_three_words_that_are_due_are_chosen_and_those_of_the_scene_lead():
    words = ("pera", "mesa", "animal", "nube", "gato")
    cards = [
        learned(a_word(word, word), AT - timedelta(days=5 - place))
        for place, word in enumerate(words)
    ]
    lesson = replace(LESSON, scene="Un animal grande.")
    assert due_words(cards, lesson, AT) == ("animal", "pera", "mesa")


def test_what_is_new_or_not_due_is_not_woven_in():
    tomorrow = learned(a_word("2", "mesa"), AT + timedelta(days=1))
    assert due_words([a_word("1", "pera"), tomorrow], LESSON, AT) == ()
