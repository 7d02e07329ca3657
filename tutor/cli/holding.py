"""Holding a sitting: what happens in it is told, to people or to scripts, as it happens."""

import sys
from collections.abc import Callable, Mapping
from contextlib import AbstractAsyncContextManager
from typing import TYPE_CHECKING, Protocol, TypeVar

from tutor.cli.shell import Shell
from tutor.session.events import Problem

if TYPE_CHECKING:
    from rich.console import Console

    from tutor.app.sitting import Sitting

__all__ = ["Held", "hold"]

E_contra = TypeVar("E_contra", contravariant=True)
E = TypeVar("E")


class Held(Protocol):
    """A sitting that can be run."""

    async def run(self) -> None:
        """Hold it to its end."""
        ...


class _Renderer(Protocol[E_contra]):
    def __call__(self, event: E_contra, /) -> None: ...

    def close(self) -> None: ...


class _NewRenderer(Protocol[E_contra]):
    def __call__(
        self, console: "Console", problems: "Console", *, is_typed_here: bool
    ) -> _Renderer[E_contra]: ...


def hold(
    shell: Shell,
    sitting: "Sitting",
    opened: Callable[[Callable[[E], None]], AbstractAsyncContextManager[Held]],
    new_renderer: _NewRenderer[E],
    row: Callable[[E], Mapping[str, object]],
) -> None:
    """Run what is opened to its end, each event rendered or printed as a JSON row.

    ``opened`` is given what is to be done with an event.
    """
    from rich.console import Console

    renderer = new_renderer(
        Console(highlight=False),
        Console(stderr=True, highlight=False),
        is_typed_here=sitting.is_typed and sys.stdin.isatty() and sys.stdout.isatty(),
    )

    def emit(event: E) -> None:
        if not shell.json:
            renderer(event)
            return
        shell.emit(row(event))
        if isinstance(event, Problem):
            shell.warn(event.message)

    async def run() -> None:
        async with opened(emit) as held:
            await held.run()

    try:
        shell.run(run())
    finally:
        renderer.close()
