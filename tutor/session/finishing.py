"""Work that Ctrl-C must not cut in two."""

import asyncio
from collections.abc import Coroutine

__all__ = ["to_the_end"]


async def to_the_end(work: Coroutine[object, object, None]) -> None:
    """Do the work; where this is cancelled meanwhile, CancelledError is raised afterwards."""
    task = asyncio.ensure_future(work)
    try:
        await asyncio.shield(task)
    except asyncio.CancelledError:
        await task
        raise
