"""What was wrong: correction > edit."""

from dataclasses import dataclass
from enum import StrEnum

from tutor.domain.sub_kinds import SubKind

__all__ = ["Correction", "Doubt", "Edit", "EditKind", "Explanation"]


class EditKind(StrEnum):
    """The kind of a mistake, as a teacher would name it."""

    GENDER_AGREEMENT = "gender_agreement"
    NUMBER_AGREEMENT = "number_agreement"
    ARTICLE = "article"
    SER_ESTAR = "ser_estar"
    POR_PARA = "por_para"
    PREPOSITION = "preposition"
    PERSONAL_A = "personal_a"
    PRONOUN = "pronoun"
    GUSTAR = "gustar"
    VERB_PERSON = "verb_person"
    VERB_TENSE = "verb_tense"
    VERB_MOOD = "verb_mood"
    VERB_FORM = "verb_form"
    ACCENT = "accent"
    SPELLING = "spelling"
    WORD_CHOICE = "word_choice"
    ENGLISH_WORD = "english_word"
    WORD_ORDER = "word_order"
    MISSING_WORD = "missing_word"
    EXTRA_WORD = "extra_word"
    PHRASING = "phrasing"
    POSSESSIVE = "possessive"
    DEMONSTRATIVE = "demonstrative"
    ADJECTIVE_POSITION = "adjective_position"
    SHORT_FORM = "short_form"
    MUY_MUCHO = "muy_mucho"
    COMPARISON = "comparison"
    ADVERB = "adverb"
    HABER = "haber"
    IDIOM = "idiom"
    VERB_PHRASE = "verb_phrase"
    CONJUNCTION = "conjunction"
    NEGATION = "negation"


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why, in both languages; each short enough to be spoken."""

    spanish: str
    english: str


@dataclass(frozen=True, slots=True)
class Edit:
    """One change from what was said to what is better."""

    start: int
    """Index of the first word of ``said`` in the words of the whole sentence."""
    end: int
    """One past the last; equal to ``start`` where something is missing."""
    said: str
    better: str
    kind: EditKind
    explanation: Explanation
    sub_kind: SubKind | None = None
    """None in edits that were stored before there were sub-kinds."""
    probability: float = 1.0
    """How likely a teacher would say so too; 1 where nobody reckoned."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """What the tutor is not sure enough of to correct it."""

    said: str
    better: str
    probability: float
    """Of having heard ``said`` right where ``is_of_hearing``, else of ``better`` being better."""
    is_of_hearing: bool = True
    """Whether the ears are in doubt, so that the learner can be asked."""


@dataclass(frozen=True, slots=True)
class Correction:
    """A sentence as said, as it is better, and the edits between them."""

    said: str
    better: str
    """``said`` with the edits applied; equal to it where there are none."""
    edits: tuple[Edit, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    tips: tuple[Edit, ...] = ()
    """What is right and would sound more natural otherwise: a subject pronoun too many."""
    polished: str = ""
    """``better`` with the tips applied too; empty where there are none."""

    @property
    def written(self) -> str:
        """The sentence as a teacher would write it under a text."""
        return self.polished or self.better
