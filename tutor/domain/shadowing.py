"""Saying a line after the tutor: which of its words came across, how fast, with what pauses."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from tutor.domain.alignment import Alignment, Span, align
from tutor.domain.hearing import Hearing, hearing_of
from tutor.domain.language import Language
from tutor.domain.lesson import Lesson
from tutor.domain.number_speller import NumberSpeller
from tutor.domain.pronunciation import sound_distance, sounds_alike
from tutor.domain.sentences import split_sentences
from tutor.domain.spoken_numbers import numbers_in_words
from tutor.domain.tokens import tokenize
from tutor.domain.transcript import Segment, Transcript, Word

__all__ = [
    "Mark",
    "Shadowed",
    "ShadowedWord",
    "lines_of_lesson",
    "lines_of_text",
    "shadowed",
    "with_numbers_in_words",
    "words_per_minute",
]

CLEAR_PROBABILITY = 0.6
"""From here on the speech model was sure of a word."""
PAUSE_SECONDS = 0.35
"""A shorter silence belongs to the rhythm of a sentence."""
FLUENT_CLARITY = 0.6
"""Below it a line is heard again, slowly."""


class Mark(StrEnum):
    """How one word of the line was heard by a speech recogniser; nothing about accent."""

    CLEAR = "clear"
    UNCLEAR = "unclear"
    """The right word, heard with doubt."""
    OTHER = "other"
    """Another word was heard in its place."""
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class ShadowedWord:
    """One word of the line, and what became of it."""

    text: str
    mark: Mark
    heard: str = ""
    """What was heard in its place; the word itself where that is right."""
    probability: float = 0.0
    """Of having heard that, 0 to 1; 0 for a missing word."""


@dataclass(frozen=True, slots=True)
class Shadowed:
    """A line said after the tutor."""

    words: tuple[ShadowedWord, ...]
    extra: tuple[str, ...]
    """Words that were heard and are not in the line."""
    words_per_minute: float | None
    """The learner's pace; None where there are no times."""
    pauses: tuple[float, ...]
    """Seconds of each silence inside the line."""

    @property
    def clarity(self) -> float:
        """The share of the line's words that were surely heard, 0 to 1."""
        clear = sum(word.mark is Mark.CLEAR for word in self.words)
        return clear / len(self.words) if self.words else 0.0

    @property
    def longest_pause_seconds(self) -> float:
        """0 where there was none."""
        return max(self.pauses, default=0.0)

    @property
    def is_to_be_repeated(self) -> bool:
        """Whether hearing the line again, slowly, would help."""
        return self.clarity < FLUENT_CLARITY


def lines_of_lesson(lesson: Lesson) -> tuple[str, ...]:
    """What of a lesson is worth saying after the tutor, each once."""
    own = [*split_sentences(lesson.opening), *lesson.target_words]
    questions = [line for question in lesson.questions for line in split_sentences(question)]
    return tuple(dict.fromkeys((*own, *questions)))


def lines_of_text(text: str) -> tuple[str, ...]:
    """The sentences of a text that hold a word, line by line."""
    sentences = [one for line in text.splitlines() for one in split_sentences(line)]
    return tuple(one for one in sentences if tokenize(one))


def with_numbers_in_words(heard: Transcript, speller: NumberSpeller) -> Transcript:
    """The same transcript without a digit: a recogniser writes «20» for what was said in words."""
    return Transcript(
        tuple(
            Segment(
                tuple(_spelled(word, speller) for word in segment.words),
                segment.no_speech_probability,
            )
            for segment in heard.segments
        ),
        heard.language,
    )


def shadowed(line: str, heard: Transcript) -> Shadowed:
    """What of a line was heard in the learner's repetition of it."""
    found = align(heard.text, line)
    hearing = hearing_of(heard, found.said)
    marks: dict[int, ShadowedWord] = {}
    extra: list[str] = []
    spans = _joined(found.spans)
    for span in spans:
        extra += _differing(found, span, hearing, marks)
    for index, token in enumerate(found.better):
        if index in marks:
            continue
        at = _place_of(index, spans)
        said = found.said[at]
        marks[index] = _right(token.shown, said.shown, hearing.probabilities[at])
    return Shadowed(
        tuple(marks[index] for index in range(len(found.better))),
        tuple(extra),
        words_per_minute(len(found.said), _spoken_seconds(heard)),
        _pauses(heard),
    )


def words_per_minute(words: int, seconds: float) -> float | None:
    """A pace; None where no time has passed."""
    return 60 * words / seconds if seconds > 0 else None


def _spelled(word: Word, speller: NumberSpeller) -> Word:
    if not any(mark.isdigit() for mark in word.text):
        return word
    text = " ".join(numbers_in_words(word.text, Language.SPANISH, speller).split())
    return Word(text, word.start_seconds, word.end_seconds, word.probability)


def _joined(spans: Iterable[Span]) -> list[Span]:
    """Spans that touch as one: «haber» is heard for «a ver», whichever word is whose."""
    joined: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.better_start, span.start)):
        last = joined[-1] if joined else None
        if last and (last.end, last.better_end) == (span.start, span.better_start):
            joined[-1] = Span(last.start, span.end, last.better_start, span.better_end)
        else:
            joined.append(span)
    return joined


def _place_of(index: int, spans: Sequence[Span]) -> int:
    """Where among the words heard an unchanged word of the line stands."""
    shift = 0
    for span in spans:
        if span.better_end <= index:
            shift += (span.end - span.start) - (span.better_end - span.better_start)
    return index + shift


def _differing(
    found: Alignment, span: Span, hearing: Hearing, marks: dict[int, ShadowedWord]
) -> list[str]:
    """Mark the line's words in a span; what was heard beyond them."""
    said, meant = found.said_words(span), found.better_words(span)
    probability = hearing.lowest(span)
    if said and meant and _same(" ".join(t.norm for t in said), " ".join(t.norm for t in meant)):
        for offset, token in enumerate(meant):
            marks[span.better_start + offset] = _right(token.shown, token.shown, probability)
        return []
    for offset, token in enumerate(meant):
        place = span.better_start + offset
        if offset >= len(said):
            marks[place] = ShadowedWord(token.shown, Mark.MISSING)
            continue
        other = said[offset]
        chance = hearing.probabilities[span.start + offset]
        marks[place] = (
            _right(token.shown, other.shown, chance)
            if _same(other.norm, token.norm)
            else ShadowedWord(token.shown, Mark.OTHER, other.shown, chance)
        )
    return [token.shown for token in said[len(meant) :]]


def _same(one: str, other: str) -> bool:
    parted_otherwise = one.count(" ") != other.count(" ")
    return sounds_alike(one, other) or (parted_otherwise and not sound_distance(one, other))


def _right(word: str, heard: str, probability: float) -> ShadowedWord:
    mark = Mark.CLEAR if probability >= CLEAR_PROBABILITY else Mark.UNCLEAR
    return ShadowedWord(word, mark, heard, probability)


def _spoken_seconds(heard: Transcript) -> float:
    words = heard.words
    return words[-1].end_seconds - words[0].start_seconds if words else 0.0


def _pauses(heard: Transcript) -> tuple[float, ...]:
    gaps = [after.start_seconds - before.end_seconds for before, after in pairwise(heard.words)]
    return tuple(gap for gap in gaps if gap >= PAUSE_SECONDS)
