"""Lines waiting in standard input, for commands that read it below Python's ``sys.stdin``."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["typed"]


@contextmanager
def typed(*lines: str) -> Iterator[None]:
    """Standard input of this process holds these lines, no more than a pipe has room for."""
    reader, writer = os.pipe()
    os.write(writer, "".join(f"{line}\n" for line in lines).encode())
    os.close(writer)
    kept = os.dup(0)
    os.dup2(reader, 0)
    os.close(reader)
    try:
        yield
    finally:
        os.dup2(kept, 0)
        os.close(kept)
