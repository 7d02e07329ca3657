import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.adapters.lessons.toml_stories import read_stories
from tutor.domain.lesson import Level
from tutor.domain.story import (
    People,
    Story,
    StoryQuestion,
    filled,
    is_answered,
    people_in,
    story_flaws,
)
from tutor.resources import resource_folder

SHIPPED = [
    story
    for level in Level
    for story in read_stories(resource_folder("lessons") / "stories" / "es", level)
]
QUESTION = StoryQuestion("¿Dónde vive {name}?", (("{place}",),), "{name} vive en {place}.")
STORY = Story(Level.A1, "Un día", ("{name} vive en {place}.",), (QUESTION,) * 3)


@pytest.mark.parametrize(
    ("told", "people"),
    [
        ("mi hermana Ana que vive en Lima y tiene un perro", People("Ana", "Lima", "un perro")),
        ("Ana tiene una moto en Buenos Aires", People("Ana", "Buenos Aires", "una moto")),
        ("mi abuela", People("tu abuela")),
        ("Tengo una hija. Se llama Eva.", People("Eva")),
        ("my brother Tom", People("Tom")),
        ("", People()),
    ],
)
def test_who_where_and_what_are_found_in_the_learners_words(told, people):
    assert people_in([told]) == people


def test_what_is_asked_for_now_comes_before_what_is_known():
    assert people_in(["mi primo Luis", "Mi hermana Ana vive en Lima."]) == People("Luis", "Lima")


def test_a_story_is_told_about_these_people():
    story = filled(STORY, People("Ana", "Lima"))
    assert story.sentences == ("Ana vive en Lima.",)
    assert story.questions[0].ask == "¿Dónde vive Ana?"
    assert story.questions[0].keys == (("lima",),)


def test_articles_melt_with_the_words_before_them_and_sentences_begin_with_a_capital():
    story = Story(Level.A1, "t", ("{name} vuelve de {place}.",), (QUESTION,) * 3)
    assert filled(story, People("tu abuela", "el mercado")).sentences == (
        "Tu abuela vuelve del mercado.",
    )


@pytest.mark.parametrize("said", ["Vive en Lima.", "en lima", "Ana vive en la ciudad de Lima, sí"])
def test_an_answer_with_the_telling_word_is_right_however_it_is_put(said):
    assert is_answered(filled(STORY, People("Ana", "Lima")).questions[0], said)


def test_an_answer_without_the_telling_word_is_not_right():
    question = filled(STORY, People("Ana", "Lima")).questions[0]
    assert not is_answered(question, "Ana vive en Madrid")
    assert not is_answered(question, "")


def test_one_wrong_letter_of_a_long_word_is_forgiven_and_of_a_short_one_is_not():
    assert is_answered(StoryQuestion("", (("manzanas",),), ""), "compra mansanas")
    assert not is_answered(StoryQuestion("", (("pan",),), ""), "pat")


def test_a_long_word_that_was_heard_together_with_its_neighbour_is_heard():
    assert is_answered(StoryQuestion("", (("familia",),), ""), "llama asufamilia")


@given(st.text(max_size=40))
def test_saying_more_never_makes_an_answer_wrong(more):
    question = filled(STORY, People("Ana", "Lima")).questions[0]
    assert is_answered(question, f"en Lima {more}")


def test_there_are_six_stories_or_more_for_each_level():
    for level in Level:
        assert sum(story.level is level for story in SHIPPED) >= 6


@pytest.mark.parametrize("story", SHIPPED, ids=lambda story: story.title)
def test_a_shipped_story_has_no_flaw_and_holds_its_people_place_and_thing(story):
    assert not list(story_flaws(story))
    text = " ".join(story.sentences)
    assert all(slot in text for slot in ("{name}", "{place}", "{thing}"))


@pytest.mark.parametrize("people", [People(), People("tu abuela", "la playa", "una bicicleta")])
@pytest.mark.parametrize("story", SHIPPED, ids=lambda story: story.title)
def test_nothing_of_a_place_to_be_filled_is_left_and_each_answer_is_right(story, people):
    told = filled(story, people)
    texts = [*told.sentences, *(q.ask + q.answer for q in told.questions)]
    assert not any("{" in text or " de el " in text or " a el " in text for text in texts)
    assert all(is_answered(question, question.answer) for question in told.questions)
