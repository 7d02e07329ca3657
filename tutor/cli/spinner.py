"""The spinner that shows who holds the floor."""

from rich.console import Console
from rich.status import Status

__all__ = ["Spinner"]


class Spinner:
    """Turns below what is printed, where there is a terminal."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._status: Status | None = None

    def show(self, label: str) -> None:
        """Begin to turn, or go on under another label."""
        if not self._console.is_terminal:
            return
        if self._status is None:
            self._status = self._console.status(label)
            self._status.start()
        else:
            self._status.update(label)

    def stop(self) -> None:
        """Leave the line to others."""
        if self._status is not None:
            self._status.stop()
            self._status = None
