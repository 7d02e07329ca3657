"""What has gone wrong, told no more often than it helps."""

from collections.abc import Callable

from tutor.session.events import Problem

__all__ = ["ToldProblems"]


class ToldProblems:
    """Tells problems: each once in a turn, because two jobs may fail for one reason."""

    def __init__(self, emit: Callable[[Problem], None]) -> None:
        self._emit = emit
        self._in_this_turn: set[str] = set()
        self._of_models: set[str] = set()

    def next_turn(self) -> None:
        """What was told may be told again."""
        self._in_this_turn.clear()

    def tell(self, message: str) -> None:
        """Something failed."""
        if message not in self._in_this_turn:
            self._in_this_turn.add(message)
            self._emit(Problem(message))

    def tell_of_model(self, message: str) -> None:
        """A model failed: told once, since one that is not there will be missed in each turn."""
        if message not in self._of_models:
            self._of_models.add(message)
            self.tell(message)
