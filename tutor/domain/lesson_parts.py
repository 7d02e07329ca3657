"""What of a language model's answers may stand in a lesson: each string passes every check."""

from collections.abc import Mapping
from dataclasses import replace
from itertools import islice
from typing import TypeAlias

from tutor.domain.lesson import MAX_PHRASES, MIN_PHRASES, CourageTask, Lesson
from tutor.domain.lesson_language import LanguageJudge
from tutor.domain.sentences import alike, is_question, split_sentences
from tutor.domain.tokens import tokenize

__all__ = ["Answer", "LessonParts"]

Answer: TypeAlias = Mapping[str, object]
"""A model's answer, read as JSON; its shape is not to be trusted."""

_LONGEST = 300
_MOST_QUESTIONS = 12
_MOST_WORDS = 10
_FEWEST_WORDS = 4
_LONGEST_TARGET = 4
"""Words of a target word, with its article."""
_THIS_WEEK, _IN_ENGLISH, _LAST_TIME = "Esta semana", "This week", "La última vez"


class LessonParts:
    """Takes parts into a lesson; ``None`` from each where nothing of an answer is usable."""

    def __init__(self, judge: LanguageJudge, allowed: str) -> None:
        """``allowed``: text whose words are fine at any level, such as the topic."""
        self._judge = judge
        self._own = judge.lemmas(allowed)

    def with_scene(self, lesson: Lesson, answer: Answer) -> Lesson | None:
        """The titles, the scene and who the tutor is."""
        title, scene = (self._right(answer, name) for name in ("title_spanish", "scene"))
        role, manner = (self._right(answer, name) for name in ("tutor_role", "tutor_manner"))
        english, name = _text(answer, "title_english"), _text(answer, "tutor_name")
        if not (title and scene and role and manner and english):
            return None
        if not name.isalpha() or not name.istitle() or not role.startswith("Eres "):
            return None
        return replace(
            lesson,
            title_spanish=title.rstrip("."),
            title_english=english.rstrip("."),
            scene=scene,
            tutor_name=name,
            tutor_role=role,
            tutor_manner=manner,
        )

    def with_opening(self, lesson: Lesson, answer: Answer) -> Lesson | None:
        """The first line; it ends in a question."""
        self._own |= self._judge.lemmas(lesson.tutor_name)
        opening = self._fit(answer.get("opening"), "opening", lesson)
        if not opening.endswith("?"):
            return None
        return replace(lesson, opening=opening)

    def with_questions(self, lesson: Lesson, answer: Answer) -> Lesson | None:
        """More questions behind those it has: one question each, none twice."""
        kept = list(lesson.questions)
        for value in _values(answer, "questions"):
            question = self._fit(value, "questions", lesson)
            is_one = question.startswith("¿") and question.endswith("?")
            known = (*split_sentences(lesson.opening), *kept)
            if is_one and question.count("¿") == 1 and not _is_asked(question, known):
                kept.append(question)
        if len(kept) == len(lesson.questions):
            return None
        return replace(lesson, questions=tuple(kept[:_MOST_QUESTIONS]))

    def with_words(self, lesson: Lesson, answer: Answer) -> Lesson | None:
        """What the lesson teaches: words of the vocabulary alone."""
        usable = (
            word
            for word in (self._faultless(each, "words") for each in _values(answer, "words"))
            if word and len(tokenize(word)) <= _LONGEST_TARGET and self._judge.is_taught(word)
        )
        words = tuple(islice(dict.fromkeys(usable), _MOST_WORDS))
        return replace(lesson, target_words=words) if len(words) >= _FEWEST_WORDS else None

    def with_phrases(self, lesson: Lesson, answer: Answer) -> Lesson | None:
        """What the learner may say."""
        usable = (self._fit(each, "phrases", lesson) for each in _values(answer, "phrases"))
        whole = (phrase for phrase in usable if phrase.endswith((".", "!", "?")))
        phrases = tuple(islice(dict.fromkeys(whole), MAX_PHRASES))
        return replace(lesson, target_phrases=phrases) if len(phrases) >= MIN_PHRASES else None

    def with_courage(self, lesson: Lesson, answer: Answer) -> Lesson | None:
        """The courage task in both languages, and how it is asked about."""
        spanish = self._fit(answer.get("spanish"), "courage.spanish", lesson)
        ask = self._fit(answer.get("ask"), "courage.ask", lesson)
        english = _text(answer, "english")
        if not (spanish.startswith(_THIS_WEEK) and english.startswith(_IN_ENGLISH)):
            return None
        if not (ask.startswith(_LAST_TIME) and ask.endswith("?")) or is_question(spanish):
            return None
        return replace(lesson, courage=CourageTask(spanish, english, ask))

    def _right(self, answer: Answer, name: str) -> str:
        return self._faultless(answer.get(name), name)

    def _faultless(self, value: object, place: str) -> str:
        """A text in right Spanish, as far as can be told; empty for any other."""
        text = _cleaned(value)
        return "" if any(self._judge.faults(place, text, self._own)) else text

    def _fit(self, value: object, place: str, lesson: Lesson) -> str:
        """A faultless text that is not too hard for the lesson's level; empty for any other."""
        text = self._faultless(value, place)
        taught = self._judge.lemmas(" ".join(lesson.target_words))
        hard = self._judge.hardships(place, text, lesson.level, self._own | taught)
        return "" if any(hard) else text


def _is_asked(question: str, known: tuple[str, ...]) -> bool:
    return any(alike(question, earlier) for earlier in known)


def _values(answer: Answer, name: str) -> tuple[object, ...]:
    found = answer.get(name)
    return tuple(found) if isinstance(found, list) else ()


def _text(answer: Answer, name: str) -> str:
    return _cleaned(answer.get(name))


def _cleaned(value: object) -> str:
    text = " ".join(value.split()) if isinstance(value, str) else ""
    return text if len(text) <= _LONGEST else ""
