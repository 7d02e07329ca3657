"""A running tutor whose events are read as they are printed."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

__all__ = ["LiveTutor", "live_tutor"]


class LiveTutor:
    """The program as a process; its JSON lines in, typed lines out."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        if process.stdout is None:
            raise ValueError("what is printed has to be a pipe")
        self._process = process
        self._typed = process.stdin
        self._printed = process.stdout

    def type(self, line: str) -> None:
        """Type a line, where there is no other keyboard."""
        if self._typed is None:
            raise ValueError("this program is typed to through its own keyboard")
        self._typed.write(line + "\n")
        self._typed.flush()

    def until(self, kind: str) -> dict[str, Any]:
        """Wait for the next event of a kind."""
        return self.events_until(kind)[-1]

    def events_until(self, kind: str) -> list[dict[str, Any]]:
        """All events up to the next one of a kind."""
        events = []
        for event in self._events():
            events.append(event)
            if event["event"] == kind:
                return events
        raise AssertionError(f"the program ended without a {kind}")

    def interrupt(self) -> tuple[int, dict[str, Any]]:
        """Press Ctrl-C; the exit code and the last event."""
        self._process.send_signal(signal.SIGINT)
        *_, last = self._events()
        return self._process.wait(), last

    def kill(self) -> None:
        """SIGKILL: no chance to tidy up."""
        self._process.kill()
        self._process.wait()

    def _events(self) -> Iterator[dict[str, Any]]:
        return map(json.loads, self._printed)


@contextmanager
def live_tutor(
    folder: Path, *arguments: str, keyboard: int = subprocess.PIPE
) -> Iterator[LiveTutor]:
    """``tutor`` with these arguments, run in a folder; killed at the end of the block.

    ``keyboard`` is a descriptor to read what is typed from, such as the end of a pseudo-terminal.
    """
    with subprocess.Popen(
        [sys.executable, "-m", "tutor", *arguments],
        stdin=keyboard,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
        env=os.environ,
        cwd=folder,
    ) as process:
        tutor = LiveTutor(process)
        try:
            yield tutor
        finally:
            tutor.kill()
