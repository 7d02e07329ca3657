"""No sound at all."""

from collections.abc import Callable

from tutor.domain.audio import Speech

__all__ = ["SilentPlayer"]


class SilentPlayer:
    """A player for people who read: every speech is over as soon as it begins."""

    async def play(self, speech: Speech, on_start: Callable[[], None]) -> None:
        """Call ``on_start``."""
        del speech
        on_start()

    async def pause(self) -> float:
        """Nothing sounds."""
        return 0.0

    async def resume(self, *, again_seconds: float = 0.0) -> None:
        """Nothing was to sound."""

    async def close(self) -> None:
        """Nothing is held."""
