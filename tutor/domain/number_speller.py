"""What is asked of whoever knows a language's number words."""

from typing import Protocol

__all__ = ["NumberSpeller"]


class NumberSpeller(Protocol):
    """Spells whole numbers in one language."""

    def cardinal(self, number: int) -> str:
        """Such as ``twenty-one`` or ``veintiuno``."""
        ...

    def ordinal(self, number: int) -> str:
        """Such as ``twenty-first`` or ``vigésimo primero``, in the masculine."""
        ...
