"""Holding a sitting of one of the ways to practise."""

from typing import TYPE_CHECKING

from tutor.cli.shell import Shell
from tutor.cli.sitting_options import judge_recordings

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractAsyncContextManager

    from tutor.app.sitting import Sitting
    from tutor.cli.holding import Held
    from tutor.config import Settings
    from tutor.session.way_events import WayEvent

    Opened = Callable[[Callable[[WayEvent], None]], AbstractAsyncContextManager[Held]]

__all__ = ["hold_way"]


def hold_way(
    shell: Shell, settings: "Settings", sitting: "Sitting", opened: "Opened", *, yes: bool
) -> None:
    """Fetch what is missing, hold the sitting, and judge what was heard."""
    from tutor.app import model_store
    from tutor.app.asking import missing_models
    from tutor.cli.fetching import ensure_fetched
    from tutor.cli.holding import hold
    from tutor.cli.rendering_ways import WayRenderer, way_row

    ensure_fetched(shell, model_store(settings), missing_models(settings, sitting), yes=yes)
    unusable = 0

    def noted(
        emit: "Callable[[WayEvent], None]",
    ) -> "AbstractAsyncContextManager[Held]":
        def note(event: "WayEvent") -> None:
            nonlocal unusable
            unusable = getattr(event, "unusable", unusable)
            emit(event)

        return opened(note)

    hold(shell, sitting, noted, WayRenderer, way_row)
    judge_recordings(sitting, unusable)
