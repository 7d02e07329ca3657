"""Typed lines."""

from tutor.adapters.terminal.standard_input import StandardInput

__all__ = ["TerminalLineReader"]


class TerminalLineReader:
    """Reads standard input line by line, typed or piped; Ctrl-D or the end of the pipe ends it."""

    def __init__(self, descriptor: int = 0) -> None:
        self._input = StandardInput(descriptor)
        self._pending = b""
        self._ended = False

    async def read_line(self) -> str | None:
        """The next line, as UTF-8; a last line needs no end."""
        while b"\n" not in self._pending and not self._ended:
            piece = await self._input.read()
            self._ended = not piece
            self._pending += piece
        if not self._pending:
            return None
        line, _, self._pending = self._pending.partition(b"\n")
        return line.removesuffix(b"\r").decode(errors="replace")
