"""Questions made from cards and from words of the vocabulary: what is asked and what is right."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from tutor.domain.card import Card, Direction
from tutor.domain.card_gap import split_at_gap
from tutor.domain.correction import Explanation
from tutor.domain.grading import Target
from tutor.domain.language import Language, SpokenLine
from tutor.domain.review import DueCard
from tutor.domain.tokens import tokenize
from tutor.domain.vocabulary import Entry

__all__ = [
    "GAP",
    "Question",
    "QuestionKind",
    "listening_question",
    "question_for_card",
    "question_for_entry",
]

GAP = "___"
_SPOKEN_GAP = " … "
_HINT_LETTERS = 3
"""A hint shows one letter in this many."""


class QuestionKind(StrEnum):
    """What is asked for."""

    CLOZE = "cloze"
    """The words missing from a sentence."""
    CORRECT = "correct"
    """A whole sentence without its mistake."""
    TO_SPANISH = "to_spanish"
    TO_ENGLISH = "to_english"
    LISTENING = "listening"
    """To write or repeat what is only heard."""
    SAY_IT = "say_it"


@dataclass(frozen=True, slots=True)
class Question:
    """Something to be answered by speaking or typing."""

    kind: QuestionKind
    shown: str
    """For the eye; does not give the answer away."""
    spoken: tuple[SpokenLine, ...]
    """For the ear, the same."""
    target: Target
    right: str
    """The right answer, as it is shown afterwards."""
    solution: tuple[SpokenLine, ...]
    """The right answer, as it is said afterwards."""
    explanation: Explanation | None = None

    @property
    def hint(self) -> str:
        """How the answer begins."""
        words = self.target.words or self.target.sentence
        return " ".join(_begun(token.text) for token in tokenize(words)) or words[:1]


def question_for_card(due: DueCard) -> Question:
    """What a face of a card asks."""
    card = due.card
    match due.direction:
        case Direction.CLOZE:
            return _mistake(card)
        case Direction.TO_SPANISH:
            return _to_spanish(card.better, card.translations, example=card.sentence)
        case Direction.TO_ENGLISH:
            return _to_english(card.better, card.translations)
        case Direction.SAY_IT:
            return _say_it(card.better, card.sentence)


def question_for_entry(
    entry: Entry, kind: QuestionKind, same_meaning: Sequence[Entry] = ()
) -> Question:
    """What is asked of a word; ``same_meaning`` are other words that would be as right.

    ``kind`` is one of the four that need no mistake.
    """
    match kind:
        case QuestionKind.TO_SPANISH:
            return _to_spanish(
                entry.word,
                entry.translations,
                example=entry.example,
                article=entry.article,
                alternatives=tuple(other.word for other in same_meaning),
            )
        case QuestionKind.TO_ENGLISH:
            return _to_english(entry.word, entry.translations)
        case QuestionKind.LISTENING:
            return listening_question(entry.word, entry.translations)
        case QuestionKind.SAY_IT:
            return _say_it(entry.word, entry.example)
        case QuestionKind.CLOZE | QuestionKind.CORRECT:
            raise ValueError("a word has no mistake to mend")


def listening_question(word: str, translations: Sequence[str]) -> Question:
    """A word that is only heard; it means the first of its translations."""
    return Question(
        QuestionKind.LISTENING,
        "¿Qué oyes?",
        (_es(f"{word}."),),
        Target(word),
        f"{word} ({translations[0]})",
        (_es(f"{word}."),),
    )


def _mistake(card: Card) -> Question:
    before, _, after = split_at_gap(card)
    target = Target(card.better, sentence=card.sentence, said=card.said)
    solution = (_es(card.sentence),)
    if not (before.strip() or after.strip()):
        return Question(
            QuestionKind.CORRECT,
            f"Corrige: {card.heard}",
            (_es(f"Corrige: «{card.heard}»"),),
            target,
            card.sentence,
            solution,
            card.explanation,
        )
    shown = f"{before}{GAP}{after}" + (f"  (no «{card.said}»)" if card.said else "")
    spoken = f"Completa: «{before.strip()}{_SPOKEN_GAP}{after.strip()}»"
    lines = (_es(spoken), _es(f"No se dice «{card.said}».")) if card.said else (_es(spoken),)
    return Question(
        QuestionKind.CLOZE, shown, lines, target, card.sentence, solution, card.explanation
    )


def _to_spanish(
    word: str,
    translations: Sequence[str],
    *,
    example: str,
    article: str = "",
    alternatives: tuple[str, ...] = (),
) -> Question:
    meaning = ", ".join(translations)
    right = f"{article} {word}".strip()
    return Question(
        QuestionKind.TO_SPANISH,
        f"{meaning} → español",
        (SpokenLine(Language.ENGLISH, f"How do you say: {meaning}?"),),
        Target(word, article=article, alternatives=alternatives),
        right,
        (_es(f"{right}."), *((_es(example),) if example else ())),
    )


def _to_english(word: str, translations: tuple[str, ...]) -> Question:
    return Question(
        QuestionKind.TO_ENGLISH,
        f"{word} → inglés",
        (_es(f"¿Qué significa «{word}»?"),),
        Target(translations[0], Language.ENGLISH, alternatives=translations[1:]),
        ", ".join(translations),
        (SpokenLine(Language.ENGLISH, f"«{word}»: {translations[0]}."),),
    )


def _say_it(word: str, sentence: str) -> Question:
    return Question(
        QuestionKind.SAY_IT,
        f"Di: {word}",
        (_es(f"Di: «{word}»."),),
        Target(word),
        word,
        (_es(f"{word}."), *((_es(sentence),) if sentence else ())),
    )


def _es(text: str) -> SpokenLine:
    return SpokenLine(Language.SPANISH, text)


def _begun(word: str) -> str:
    shown = max(1, len(word) // _HINT_LETTERS)
    return word[:shown] + "·" * (len(word) - shown)
