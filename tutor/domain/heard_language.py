"""Which language an utterance is in, with a learner's habits in mind."""

from tutor.domain.language import Language

__all__ = ["heard_language"]

_ENGLISH_AT_LEAST = 0.5
_ENGLISH_OVER_SPANISH = 10.0


def heard_language(spanish: float, english: float) -> Language:
    """Spanish, unless the model is sure of English; probabilities among all its languages.

    A foreign accent and a borrowed word cost Spanish much of its probability without making the
    sentence English, so English has to be both likely and far likelier.
    """
    is_english = english >= _ENGLISH_AT_LEAST and english > _ENGLISH_OVER_SPANISH * spanish
    return Language.ENGLISH if is_english else Language.SPANISH
