"""The key that opens and closes the microphone."""

import atexit
import os
import sys
from collections.abc import Callable

from tutor.adapters.terminal.standard_input import StandardInput

__all__ = ["TerminalTalkKey"]

_KEYS = b" \n\r"
_CTRL_C = "\x03"
_CTRL_D = 4


class TerminalTalkKey:
    """Space or Enter; Ctrl-D ends. Where input is not a terminal, each line is a press.

    The terminal shows nothing of what is typed from the first ``pressed`` until ``close``, or the
    end of the program. Ctrl-C works as ever.
    """

    def __init__(self, descriptor: int = 0) -> None:
        self._descriptor = descriptor
        self._is_terminal = _is_terminal(descriptor)
        self._keys = _KEYS if self._is_terminal else b"\n"
        self._input = StandardInput(descriptor, _CONSOLE if self._is_terminal else None)
        self._presses = 0
        self._ended = False
        self._give_back: Callable[[], None] | None = None

    async def pressed(self) -> bool:
        """Wait for the next press; one made before this call counts."""
        if self._is_terminal and self._give_back is None:
            self._take_terminal()
        while not self._presses and not self._ended:
            self._note(await self._input.read())
        if not self._presses:
            return False
        self._presses -= 1
        return True

    async def close(self) -> None:
        """Let the terminal show again what is typed."""
        if self._give_back is not None:
            self._give_back()
            atexit.unregister(self._give_back)
            self._give_back = None

    def _note(self, typed: bytes) -> None:
        self._ended = not typed or (self._is_terminal and _CTRL_D in typed)
        self._presses += sum(byte in self._keys for byte in typed)

    def _take_terminal(self) -> None:
        self._give_back = _read_key_by_key(self._descriptor)
        atexit.register(self._give_back)


def _is_terminal(descriptor: int) -> bool:
    try:
        return os.isatty(descriptor)
    except OSError:
        return False


if sys.platform == "win32":
    import _thread
    import msvcrt

    def _read_key_by_key(_descriptor: int) -> Callable[[], None]:
        """Nothing to change: ``_read_console`` reads past the line editor."""
        return lambda: None

    def _read_console() -> bytes:
        key = msvcrt.getwch()
        if key == _CTRL_C:
            _thread.interrupt_main()
        return key.encode()

    _CONSOLE = _read_console

else:
    import termios
    import tty

    def _read_key_by_key(descriptor: int) -> Callable[[], None]:
        """Give each key as it is typed, unseen; what is returned undoes it."""
        before = termios.tcgetattr(descriptor)
        tty.setcbreak(descriptor, termios.TCSADRAIN)
        return lambda: termios.tcsetattr(descriptor, termios.TCSADRAIN, before)

    _CONSOLE = None
