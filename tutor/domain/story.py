"""A short story with the learner's own people in it, and what is asked about it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from tutor.domain.lesson import Level
from tutor.domain.pronunciation import letter_distance
from tutor.domain.sentences import plain_words
from tutor.domain.spanish_words import ARTICLES

__all__ = [
    "MIN_QUESTIONS",
    "People",
    "Story",
    "StoryQuestion",
    "filled",
    "is_answered",
    "people_in",
    "story_flaws",
    "words_are_said",
]

MIN_QUESTIONS = 3
_LONG_WORD = 5
"""Letters from which a word is heard with one letter wrong, or run together with its neighbour."""
_PERSON = (
    "abuela abuelo amiga amigo compañera compañero esposa esposo familia hermana hermano hija hijo"
    " jefa jefe madre mamá marido mujer novia novio padre papá prima primo profesora profesor"
    " sobrina sobrino tía tío vecina vecino"
)
_OF_SOMEBODY = re.compile(rf"\b(mi|tu|su)s? ({'|'.join(_PERSON.split())})\b", re.IGNORECASE)
_NAME = re.compile(r"\b([A-ZÁÉÍÓÚÑ][a-záéíóúñ]{2,})\b")
_CALLED = re.compile(r"\b(?:se llama|me llamo|soy|es|called|named)\s+([A-ZÁÉÍÓÚÑ]\w+)")
_PLACE = re.compile(
    r"\b(?:en|in)\s+((?:(?:la|el|las|los|un|una)\s+)?[A-ZÁÉÍÓÚÑ]\w+(?:\s+(?:de\s+)?[A-ZÁÉÍÓÚÑ]\w+)*)"
)
_THING = re.compile(r"\b(una?\s+[a-záéíóúüñ]+)\b", re.IGNORECASE)
_NOT_THINGS = frozenset("poco vez día año semana mes".split())
_NOT_NAMED = frozenset(
    "hoy ayer mañana lunes martes miércoles jueves viernes sábado domingo".split()
)
_STARTERS = frozenset(
    "a al ayer con cuando el ella en es está estoy hace hay hoy i la las los me mi mis my nosotros"
    " nuestra nuestro quiero she he somos soy su sus tengo tenemos the trabajo tu tus un una vivo"
    " vivimos we yo te tienes vives trabajas eres estás estudias aprendes naciste juegas tocas"
    " vas".split()
)
"""What a sentence begins with that is no name."""
_SLOT = re.compile(r"\{(\w+)\}")
_SLOTS = frozenset({"name", "place", "thing"})


@dataclass(frozen=True, slots=True)
class People:
    """Who and what a story is about, as far as the learner has told."""

    name: str = "Alex"
    place: str = "el centro"
    """Somewhere one can be *en*."""
    thing: str = "un gato negro"
    """With its indefinite article."""


@dataclass(frozen=True, slots=True)
class StoryQuestion:
    """One question about a story."""

    ask: str
    keys: tuple[tuple[str, ...], ...]
    """Words that show that it was understood: one of each group, in any form given."""
    answer: str
    """A whole sentence, told afterwards."""


@dataclass(frozen=True, slots=True)
class Story:
    """A story at a level; before ``filled`` with places for names."""

    level: Level
    title: str
    sentences: tuple[str, ...]
    questions: tuple[StoryQuestion, ...]


def people_in(texts: Sequence[str]) -> People:
    """The first person, place and thing that are told of; the defaults where there is none."""
    text = " . ".join(texts)
    found = People()
    places = _PLACE.findall(text)
    if places:
        found = replace(found, place=places[0])
    if name := _name_in(text, places):
        found = replace(found, name=name)
    things = [thing.lower() for thing in _THING.findall(text)]
    things = [thing for thing in things if _is_thing(thing)]
    if things:
        found = replace(found, thing=things[0])
    return found


def filled(story: Story, people: People) -> Story:
    """The story about these people."""
    slots = {"name": people.name, "place": people.place, "thing": people.thing}

    def fill(text: str) -> str:
        whole = _SLOT.sub(lambda slot: slots[slot[1]], text)
        whole = re.sub(r"\bde el\b", "del", re.sub(r"\ba el\b", "al", whole))
        return whole[:1].upper() + whole[1:]

    def key(text: str) -> str:
        return _SLOT.sub(lambda slot: slots[slot[1]], text).lower()

    return replace(
        story,
        sentences=tuple(map(fill, story.sentences)),
        questions=tuple(
            StoryQuestion(
                fill(question.ask),
                tuple(tuple(map(key, group)) for group in question.keys),
                fill(question.answer),
            )
            for question in story.questions
        ),
    )


def is_answered(question: StoryQuestion, said: str) -> bool:
    """Whether an answer shows that the story was understood, however it is worded."""
    words = plain_words(said)
    return all(any(words_are_said(key, words) for key in group) for group in question.keys)


def story_flaws(story: Story) -> Iterable[str]:
    """What keeps a story from being told, a phrase each."""
    if len(story.questions) < MIN_QUESTIONS:
        yield f"{len(story.questions)} questions of at least {MIN_QUESTIONS}"
    texts = [*story.sentences, *(question.ask for question in story.questions)]
    for slot in {slot for text in texts for slot in _SLOT.findall(text)} - _SLOTS:
        yield f"there is no place called {{{slot}}}"
    for question in story.questions:
        if not is_answered(question, question.answer):
            yield f"its own answer does not answer '{question.ask}'"


def _name_in(text: str, places: Sequence[str]) -> str:
    whole_places = " ".join(places)
    called: list[str] = [*_CALLED.findall(text), *_NAME.findall(text)]
    for name in called:
        if name not in whole_places and name.lower() not in _NOT_NAMED | _STARTERS:
            return name
    relative = _OF_SOMEBODY.search(text)
    return f"tu {relative[2].lower()}" if relative else ""


def _is_thing(thing: str) -> bool:
    _, noun = thing.split()
    return noun not in _NOT_THINGS and noun not in _PERSON.split()


def words_are_said(key: str, words: Sequence[str]) -> bool:
    """Whether the telling words of a key were said; one wrong letter of a long word is forgiven."""
    wanted = [word for word in plain_words(key) if word not in ARTICLES]
    return all(any(_alike(word, said) for said in words) for word in wanted)


def _alike(word: str, said: str) -> bool:
    if word == said:
        return True
    return len(word) >= _LONG_WORD and (word in said or letter_distance(word, said) <= 1)
