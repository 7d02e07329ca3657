"""The key that opens and closes the microphone."""

import asyncio
import atexit
import os
import sys
from collections import deque
from collections.abc import Callable

from tutor.adapters.terminal.standard_input import StandardInput
from tutor.domain.talk_key import Talk, TalkKeyJudge

__all__ = ["TerminalTalkKey"]

_KEYS = b" \n\r"
_LINE_END = b"\n"
_CTRL_C = "\x03"
_CTRL_D = 4


class TerminalTalkKey:
    """Space or Enter, held or tapped; Ctrl-D ends. Without a terminal, each line is a tap.

    The terminal shows nothing of what is typed from the first ``pressed`` until ``close``, or the
    end of the program. Ctrl-C works as ever. A key tapped while nobody waits counts.
    """

    def __init__(self, descriptor: int = 0) -> None:
        self._descriptor = descriptor
        self._is_terminal = _is_terminal(descriptor)
        self._input = StandardInput(descriptor, _CONSOLE if self._is_terminal else None)
        self._typed = deque[int]()
        self._lines = 0
        self._judge = TalkKeyJudge()
        self._ended = False
        self._give_back: Callable[[], None] | None = None

    async def pressed(self) -> bool:
        """Wait until the key is pressed; one tapped before this call counts."""
        if self._is_terminal and self._give_back is None:
            self._take_terminal()
        if self._judge.talk is Talk.ON and self._judge.wait(_now()) is Talk.ON:
            self._judge = TalkKeyJudge()  # what that press was for is over
        return await self._reached(Talk.ON)

    async def released(self) -> bool:
        """Wait until the key is let go of, or tapped again."""
        return await self._reached(Talk.OVER)

    async def close(self) -> None:
        """Let the terminal show again what is typed."""
        if self._give_back is not None:
            self._give_back()
            atexit.unregister(self._give_back)
            self._give_back = None

    async def _reached(self, wanted: Talk) -> bool:
        """Go through what is typed until the learner has got there; False where it ends before."""
        while self._judged_typed(wanted) is not wanted:
            if self._ended:
                return False
            await self._read_more()
        return True

    def _judged_typed(self, wanted: Talk) -> Talk:
        """Judge keys typed so far, no further than to where it is as wanted."""
        talk = self._judge.wait(_now())
        while self._typed and talk is not wanted:
            talk = self._judge.typed(self._typed.popleft(), _now())
        return talk

    async def _read_more(self) -> None:
        deadline = self._judge.deadline
        patience = None if deadline is None else max(0.0, deadline - _now())
        try:
            async with asyncio.timeout(patience):
                typed = await self._input.read()
        except TimeoutError:
            return
        self._ended = not typed or (self._is_terminal and _CTRL_D in typed)
        for byte in typed:
            if self._is_terminal and byte in _KEYS:
                self._typed.append(byte)
            elif not self._is_terminal and byte in _LINE_END:
                self._lines += 1  # a line is no key that could repeat
                self._typed.append(self._lines)

    def _take_terminal(self) -> None:
        self._give_back = _read_key_by_key(self._descriptor)
        atexit.register(self._give_back)


def _now() -> float:
    return asyncio.get_running_loop().time()


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
