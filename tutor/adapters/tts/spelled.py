"""Number words, from num2words."""

from num2words import num2words

from tutor.domain.language import Language

__all__ = ["Num2WordsSpeller"]


class Num2WordsSpeller:
    """Spells the whole numbers of one language."""

    def __init__(self, language: Language) -> None:
        self._language = language.value

    def cardinal(self, number: int) -> str:
        """Such as ``twenty-one`` or ``veintiuno``."""
        return str(num2words(number, lang=self._language))

    def ordinal(self, number: int) -> str:
        """Such as ``twenty-first`` or ``vigésimo primero``, in the masculine."""
        return str(num2words(number, lang=self._language, to="ordinal"))
