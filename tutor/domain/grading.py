"""What an answer is worth: right, right but for a slip, or wrong."""

from tutor.domain.answer_words import Words, words_of
from tutor.domain.cloze_grading import grade_in_sentence
from tutor.domain.gap import Gap
from tutor.domain.language import Language
from tutor.domain.number_speller import NumberSpeller
from tutor.domain.schedule import Rating
from tutor.domain.target import Grade, Target
from tutor.domain.translation_grading import grade_translation, meanings
from tutor.domain.word_facts import FactsOf
from tutor.domain.word_grading import grade_word

__all__ = ["Grade", "Target", "grade", "rating_for"]


def grade(answer: str, target: Target, *, facts_of: FactsOf, speller: NumberSpeller) -> Grade:
    """How right an answer is, as heard or typed, free in everything that is not tested.

    Punctuation, case, subject pronouns, numbers as digits, the order of the rest and a word of
    introduction do not matter; of several attempts in one answer the last counts. ``speller``
    speaks the target's language.
    """

    def parted(text: str) -> Words:
        return words_of(text, target.language, speller)

    words = parted(answer)
    if not words:
        return Grade.WRONG
    if target.language is Language.ENGLISH:
        accepted = meanings((target.words, *target.alternatives))
        return grade_translation(words, tuple(map(parted, accepted)), facts_of)
    if target.sentence:
        gap = Gap(parted(target.sentence), parted(target.words), parted(target.said))
        others = [Gap(gap.sentence, parted(other), gap.said) for other in target.alternatives]
        return _best_in_sentence(words, [gap, *others], facts_of)
    accepted = (target.words, *target.alternatives)
    return grade_word(
        words, tuple(map(parted, accepted)), target.article, parted(target.said), facts_of
    )


def _best_in_sentence(words: Words, gaps: list[Gap], facts_of: FactsOf) -> Grade:
    grades = [grade_in_sentence(words, gap, facts_of) for gap in gaps]
    return min(grades, key=tuple(Grade).index)


def rating_for(graded: Grade) -> Rating:
    """How well something was remembered that was answered so."""
    match graded:
        case Grade.EXACT:
            return Rating.GOOD
        case Grade.SLIP:
            return Rating.HARD
        case Grade.WRONG:
            return Rating.AGAIN
