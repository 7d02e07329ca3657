"""How a correction is told: Spanish first, then English, and never more than is kept in mind."""

import re
from collections.abc import Sequence

from tutor.domain.correction import Correction, Edit, EditKind
from tutor.domain.language import Language, SpokenLine
from tutor.domain.pronunciation import sounds_alike

__all__ = [
    "CORRECTION_HEAD",
    "PRAISES",
    "doubt_line",
    "gravity",
    "praise",
    "spoken_edits",
    "spoken_lines",
]

CORRECTION_HEAD = "Se dice:"
"""What every correction begins with, so that its sound is there before the correction is."""

_SENTENCE = re.compile(r"[^.!?…]+[.!?…]*")
_GRAVER = (
    EditKind.ENGLISH_WORD,
    EditKind.GUSTAR,
    EditKind.SER_ESTAR,
    EditKind.HABER,
    EditKind.IDIOM,
    EditKind.VERB_PERSON,
    EditKind.VERB_TENSE,
    EditKind.VERB_FORM,
    EditKind.VERB_MOOD,
    EditKind.POR_PARA,
    EditKind.VERB_PHRASE,
    EditKind.NEGATION,
    EditKind.COMPARISON,
    EditKind.MUY_MUCHO,
    EditKind.GENDER_AGREEMENT,
    EditKind.NUMBER_AGREEMENT,
    EditKind.ADJECTIVE_POSITION,
    EditKind.WORD_ORDER,
    EditKind.WORD_CHOICE,
)
"""What hinders being understood first; all other kinds come behind, in the order they were said."""
_FIRST_PRAISE = 4
_BETWEENPRAISES = 6
PRAISES = ("¡Muy bien!", "¡Eso es!", "¡Qué bien lo dices!")


def spoken_lines(correction: Correction, limit: int = 2) -> tuple[SpokenLine, ...]:
    """The corrected sentence and at most ``limit`` reasons in Spanish, then in English.

    Nothing where there is nothing to correct: what was right is not discussed.
    """
    edits = spoken_edits(correction.edits, limit)
    if not edits:
        return ()
    spanish = [f"{CORRECTION_HEAD} «{_sentence_around(correction, edits)}»"]
    spanish += [edit.explanation.spanish for edit in edits]
    english = [edit.explanation.english for edit in edits]
    return (
        *(SpokenLine(Language.SPANISH, text) for text in spanish),
        *(SpokenLine(Language.ENGLISH, text) for text in english),
    )


def spoken_edits(edits: Sequence[Edit], limit: int = 2) -> list[Edit]:
    """The gravest that can be heard, at most ``limit``, in the order they were said."""
    audible = [edit for edit in edits if not sounds_alike(edit.said.lower(), edit.better.lower())]
    return sorted(sorted(audible, key=gravity)[:limit], key=lambda edit: edit.start)


def gravity(edit: Edit) -> int:
    """How little a mistake hinders being understood: 0 for the gravest."""
    return _GRAVER.index(edit.kind) if edit.kind in _GRAVER else len(_GRAVER)


def doubt_line(correction: Correction) -> SpokenLine | None:
    """The question about the word heard least certainly, where nothing else is to be said."""
    heard = [doubt for doubt in correction.doubts if doubt.is_of_hearing]
    if correction.edits or not heard:
        return None
    doubt = min(heard, key=lambda doubt: doubt.probability)
    choice = f"«{doubt.said}» o «{doubt.better}»" if doubt.said else f"«{doubt.better}»"
    return SpokenLine(Language.SPANISH, f"¿Dijiste {choice}?")


def praise(right_in_a_row: int) -> SpokenLine | None:
    """A word of praise after several turns without a mistake; rarely."""
    since = right_in_a_row - _FIRST_PRAISE
    if since < 0 or since % _BETWEENPRAISES:
        return None
    return SpokenLine(Language.SPANISH, PRAISES[since // _BETWEENPRAISES % len(PRAISES)])


def _sentence_around(correction: Correction, edits: Sequence[Edit]) -> str:
    """The sentences of the better text that hold a spoken change; all where it is unsure."""
    sentences = [found.group().strip() for found in _SENTENCE.finditer(correction.better)]
    held = [
        sentence
        for sentence in sentences
        if any(edit.better and edit.better.lower() in sentence.lower() for edit in edits)
    ]
    return " ".join(held or sentences)
