"""What two voices say about a text, a lesson or a week's mistakes, made of these themselves."""

import re
from collections.abc import Iterable, Iterator, Sequence

from tutor.domain.card import Card, CardKind
from tutor.domain.lesson import Lesson, Level
from tutor.domain.podcast import Chapter, PodcastLine, Script, Side
from tutor.domain.remark import Remark
from tutor.domain.shadowing import lines_of_text
from tutor.domain.spanish_words import ARTICLES, CLITICS, PREPOSITIONS
from tutor.domain.tokens import tokenize
from tutor.domain.vocabulary import Entry
from tutor.domain.vocabulary_search import find_by_spanish
from tutor.domain.word_facts import FactsOf

__all__ = [
    "parts_of_text",
    "script_of_lesson",
    "script_of_mistakes",
    "script_of_text",
    "sentences_of_text",
]

_SENTENCES_A_CHAPTER = 3
_WORDS_A_CHAPTER = 2
_FEWEST_WORDS_TO_FINISH = 5
"""A shorter sentence is not worth stopping half-way through."""
_LEADING_ON = ARTICLES | PREPOSITIONS | CLITICS | frozenset("al del que y o ni mi tu su".split())
"""Words at which nobody would stop."""
_MOST_WORDS = 40
"""Of a sentence: a longer one is cut at a comma or semicolon, which a listener can follow."""
_LEVELS = tuple(Level)


def script_of_text(  # noqa: PLR0913  # what it is of, and what is known about words
    title: str,
    parts: Sequence[Sequence[str]],
    level: Level,
    entries: Sequence[Entry],
    facts: FactsOf,
    *,
    remarks: Sequence[Remark | None] = (),
) -> Script:
    """The text read, repeated and completed, a part a chapter, with its hard words.

    ``remarks``, where there are any, are one for each part.
    """
    words = _Glossary(level, entries, facts)
    chapters = [_opening("Presentación", f"Hoy escuchamos un texto: {_as_title(title)}.")]
    for number, part in enumerate(parts, start=1):
        remark = remarks[number - 1] if remarks else None
        lines = (
            *_read(part),
            *words.lines(part),
            *_finished_by_listener(part),
            *_asked_and_answered(remark),
        )
        chapters.append(Chapter(f"Parte {number}", lines))
    chapters.append(_closing(words.explained))
    return Script(title, tuple(chapters), words.explained)


def script_of_lesson(
    lesson: Lesson, level: Level, entries: Sequence[Entry], facts: FactsOf
) -> Script:
    """The scene of a lesson, its questions with time to answer, and its words."""
    words = _Glossary(level, entries, facts)
    first, second = Side.FIRST, Side.SECOND
    scene = [PodcastLine(first, sentence) for sentence in sentences_of_text(lesson.scene)]
    opening = PodcastLine(second, lesson.opening)
    questions: list[PodcastLine] = []
    for number, question in enumerate(lesson.questions):
        asks, echoes = (first, second) if number % 2 == 0 else (second, first)
        questions += [
            PodcastLine(asks, question, leaves_time=True),
            PodcastLine(echoes, _ECHOES[number % len(_ECHOES)]),
            PodcastLine(asks, question, leaves_time=True),
        ]
    chapters = (
        _opening("Presentación", f"Hoy hablamos de un tema: {_as_title(lesson.title_spanish)}."),
        Chapter("La escena", (*scene, opening)),
        Chapter("Las palabras", tuple(words.of_phrases(lesson.target_words))),
        Chapter("Las preguntas", tuple(questions)),
        _closing(words.explained),
    )
    return Script(lesson.title_spanish, chapters, words.explained)


def script_of_mistakes(cards: Iterable[Card]) -> Script:
    """What the learner said, time to say it better, the right sentence twice, and why."""
    chapters = [_opening("Presentación", "Hoy repasamos las frases de esta semana.")]
    words: list[tuple[str, str]] = []
    for number, card in enumerate(cards, start=1):
        if card.kind is CardKind.CLOZE:
            lines = tuple(_mistake(card))
        else:
            lines = tuple(_word_of_the_week(card))
            words += [(card.better, ", ".join(card.translations))] if card.translations else []
        chapters.append(Chapter(f"{number}: {card.better or card.said}", lines))
    chapters.append(_closing(tuple(words)))
    return Script("Las frases de la semana", tuple(chapters), tuple(words))


def parts_of_text(text: str) -> list[list[str]]:
    """A few sentences at a time."""
    sentences = sentences_of_text(text)
    starts = range(0, len(sentences), _SENTENCES_A_CHAPTER)
    return [sentences[start : start + _SENTENCES_A_CHAPTER] for start in starts]


def sentences_of_text(text: str) -> list[str]:
    """Sentences short enough to be followed by ear."""
    return [part for sentence in lines_of_text(text) for part in _followable(sentence)]


_ECHOES = (
    "Buena pregunta. ¿Tú qué dices?",
    "A ver, piensa un momento.",
    "¿Cómo lo dirías tú?",
    "Otra vez, por favor.",
)


def _opening(title: str, topic: str) -> Chapter:
    return Chapter(
        title,
        (
            PodcastLine(Side.FIRST, f"¡Hola! {topic}"),
            PodcastLine(Side.SECOND, "Muy bien. En cada pausa puedes repetir."),
        ),
    )


def _closing(words: Sequence[tuple[str, str]]) -> Chapter:
    lines = [PodcastLine(Side.FIRST, "Hemos llegado al final.")]
    if words:
        lines.append(PodcastLine(Side.SECOND, "Repite las palabras de hoy."))
        lines += [
            PodcastLine(Side.FIRST if number % 2 == 0 else Side.SECOND, f"{word}.", True)
            for number, (word, _) in enumerate(words)
        ]
    lines.append(PodcastLine(Side.SECOND, "Gracias por escuchar. ¡Hasta pronto!"))
    return Chapter("Despedida", tuple(lines))


def _read(sentences: Sequence[str]) -> Iterator[PodcastLine]:
    """Each sentence by one voice, and by the other again."""
    for number, sentence in enumerate(sentences):
        reads, repeats = _sides(number)
        yield PodcastLine(reads, sentence)
        yield PodcastLine(repeats, sentence, leaves_time=True)


def _finished_by_listener(sentences: Sequence[str]) -> Iterator[PodcastLine]:
    """The longest sentence begun, left to the listener, and given whole."""
    longest = max(sentences, key=lambda sentence: len(tokenize(sentence)), default="")
    words = tokenize(longest)
    if len(words) < _FEWEST_WORDS_TO_FINISH:
        return
    half = (len(words) + 1) // 2
    while half > 1 and words[half - 1].norm in _LEADING_ON:
        half -= 1
    begun = longest[: words[half].start].rstrip(" ,;:—-")
    yield PodcastLine(Side.SECOND, "¿Cómo sigue esta frase?")
    yield PodcastLine(Side.SECOND, f"{begun}…", leaves_time=True)
    yield PodcastLine(Side.FIRST, longest)


def _asked_and_answered(remark: Remark | None) -> Iterator[PodcastLine]:
    if remark is not None:
        yield PodcastLine(Side.FIRST, remark.question, leaves_time=True)
        yield PodcastLine(Side.SECOND, remark.answer)


def _mistake(card: Card) -> Iterator[PodcastLine]:
    yield PodcastLine(Side.FIRST, "Esta semana dijiste:")
    yield PodcastLine(Side.FIRST, _ended(card.heard))
    yield PodcastLine(Side.SECOND, "¿Cómo se dice mejor?", leaves_time=True)
    yield PodcastLine(Side.FIRST, f"Se dice: {_ended(card.sentence)}")
    if card.explanation.spanish:
        yield PodcastLine(Side.SECOND, card.explanation.spanish)
    yield PodcastLine(Side.SECOND, _ended(card.sentence), leaves_time=True)


def _word_of_the_week(card: Card) -> Iterator[PodcastLine]:
    yield PodcastLine(Side.FIRST, f"Una palabra de esta semana: {card.better}.", leaves_time=True)
    if card.sentence:
        yield PodcastLine(Side.SECOND, f"Por ejemplo: {_ended(card.sentence)}", leaves_time=True)


class _Glossary:
    """Explains a word once, where the vocabulary has it and it is not below the level."""

    def __init__(self, level: Level, entries: Sequence[Entry], facts: FactsOf) -> None:
        wanted = _LEVELS[_LEVELS.index(level) :]
        self._entries = [entry for entry in entries if entry.level in wanted]
        self._all = entries
        self._facts = facts
        self._explained: dict[str, str] = {}
        self._known: set[str] = set()

    @property
    def explained(self) -> tuple[tuple[str, str], ...]:
        """Spanish and English of what has been explained."""
        return tuple(self._explained.items())

    def lines(self, sentences: Sequence[str]) -> list[PodcastLine]:
        """About the rarest known words of some sentences."""
        forms = dict.fromkeys(
            token.norm
            for sentence in sentences
            for token in tokenize(sentence)
            if not token.is_name
        )
        rare = sorted(forms, key=lambda form: self._facts(form).spanish_zipf)
        lemmas = {self._facts(form).lemma for form in rare} | set(rare)
        near = [entry for entry in self._entries if entry.word in lemmas]
        lines: list[PodcastLine] = []
        explained = 0
        for form in rare:
            found = find_by_spanish(form, near, self._facts)
            if found and found[0].word not in self._known and explained < _WORDS_A_CHAPTER:
                lines += self._explain(found[0], explained)
                explained += 1
        return lines

    def of_phrases(self, phrases: Sequence[str]) -> list[PodcastLine]:
        """Each phrase, with an example where the vocabulary has it."""
        lines: list[PodcastLine] = []
        for number, phrase in enumerate(phrases):
            found = find_by_spanish(phrase, self._all, self._facts)
            if found:
                lines += self._explain(found[0], number)
            else:
                says, repeats = _sides(number)
                lines.append(PodcastLine(says, _ended(phrase)))
                lines.append(PodcastLine(repeats, _ended(phrase), leaves_time=True))
        return lines

    def _explain(self, entry: Entry, number: int) -> list[PodcastLine]:
        word = f"{entry.article} {entry.word}".strip()
        self._known.add(entry.word)
        self._explained[word] = ", ".join(entry.translations)
        asks, answers = _sides(number + 1)
        return [
            PodcastLine(asks, f"Una palabra importante: {word}.", leaves_time=True),
            PodcastLine(answers, f"Por ejemplo: {entry.example}"),
        ]


def _sides(number: int) -> tuple[Side, Side]:
    return (Side.FIRST, Side.SECOND) if number % 2 == 0 else (Side.SECOND, Side.FIRST)


def _followable(sentence: str) -> list[str]:
    if len(tokenize(sentence)) <= _MOST_WORDS:
        return [sentence]
    return [part for part in re.split(r"(?<=[,;:])\s+", sentence) if tokenize(part)]


def _as_title(title: str) -> str:
    return title.strip().rstrip(".")


def _ended(sentence: str) -> str:
    bare = sentence.strip()
    return bare if bare[-1:] in ".!?…" else f"{bare}."
