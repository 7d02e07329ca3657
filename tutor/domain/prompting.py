"""One chance for the learner to mend a sentence before it is corrected."""

from collections.abc import Sequence

from tutor.domain.correction import Correction, Edit
from tutor.domain.grading import Grade, Target, grade
from tutor.domain.language import SpokenLine, spanish
from tutor.domain.number_speller import NumberSpeller
from tutor.domain.spoken_correction import spoken_edits
from tutor.domain.tokens import tokenize
from tutor.domain.word_facts import FactsOf

__all__ = ["MENDED_LINE", "PROMPT_HEAD", "is_mended", "prompt_lines"]

MENDED_LINE = "¡Eso es!"
PROMPT_HEAD = "Casi."
"""What comes before every such question, so that something is heard before that is made."""


def prompt_lines(correction: Correction, limit: int) -> tuple[SpokenLine, ...]:
    """The question that names the part that was wrong; nothing where nothing is to be corrected.

    A change of a word or less is named with its neighbours, so that it can be found.
    """
    edits = spoken_edits(correction.edits, limit)
    if not edits:
        return ()
    parts = [f"«{part}»" for part in dict.fromkeys(_part(correction, edit) for edit in edits)]
    return spanish(PROMPT_HEAD), spanish(f"¿Cómo se dice {' y '.join(parts)}?")


def is_mended(
    correction: Correction,
    limit: int,
    attempt: str,
    *,
    facts_of: FactsOf,
    speller: NumberSpeller,
) -> bool:
    """Whether an attempt has everything right that was asked for; the rest of it is free.

    It may be the whole sentence, or only the part. ``speller`` speaks Spanish.
    """
    edits = spoken_edits(correction.edits, limit)
    return bool(attempt.strip()) and all(
        grade(attempt, _target(correction, edit), facts_of=facts_of, speller=speller)
        is not Grade.WRONG
        for edit in edits
    )


def _target(correction: Correction, edit: Edit) -> Target:
    return Target(edit.better, sentence=correction.better, said=edit.said)


def _part(correction: Correction, edit: Edit) -> str:
    words: Sequence[str] = [token.text for token in tokenize(correction.said)]
    start, end = edit.start, edit.end
    if end - start <= 1:
        start, end = max(0, start - 1), min(len(words), end + 1)
    return " ".join(words[start:end]).strip(" .,;:¡!¿?…") or correction.said
