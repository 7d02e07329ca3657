"""Two players at once."""

from collections.abc import Callable

from tutor.domain.audio import Speech
from tutor.ports import Player

__all__ = ["TeePlayer"]


class TeePlayer:
    """Keeps each speech with one player, then lets it be heard from the other."""

    def __init__(self, keeper: Player, speaker: Player) -> None:
        self._keeper = keeper
        self._speaker = speaker

    async def play(self, speech: Speech, on_start: Callable[[], None]) -> None:
        """``on_start`` is called as the speaker's first sample leaves; errors are of either."""
        await self._keeper.play(speech, lambda: None)
        await self._speaker.play(speech, on_start)

    async def pause(self) -> float:
        """Only the speaker's: what is kept is kept whole."""
        return await self._speaker.pause()

    async def resume(self, *, again_seconds: float = 0.0) -> None:
        """Only the speaker."""
        await self._speaker.resume(again_seconds=again_seconds)

    async def close(self) -> None:
        """Close both."""
        try:
            await self._keeper.close()
        finally:
            await self._speaker.close()
