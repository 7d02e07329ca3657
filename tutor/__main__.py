"""The process around the command ``tutor``, which is also ``python -m tutor``."""

import gc
import os
import sys

__all__ = ["main"]

_INTERRUPTED = 130


def main() -> None:
    """Run the program; Ctrl-C ends it without a traceback, even while it is being imported."""
    _fill_closed_streams()
    try:
        # Nothing that is imported becomes garbage: looking for some costs a tenth of the start.
        gc.disable()
        from tutor.cli.main import app

        gc.freeze()
        gc.enable()
        app()
    except KeyboardInterrupt:
        sys.exit(_INTERRUPTED)


def _fill_closed_streams() -> None:
    """Put nothing where the caller has closed a stream, as ``tutor list <&-`` does.

    Otherwise the next file opened would get its number and be read or written as the stream.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115, PTH123  # open as long as the process


if __name__ == "__main__":
    main()
