"""What somebody means by a key: hold it to talk, or press it before and after.

A terminal tells only that a key was typed; a key that is held types again and again, first after
about half a second, then many times a second. That it was let go of is seen by its no longer doing
so. A second tap within ``FIRST_REPEAT_SECONDS`` looks like the first repeat until the next one
does not follow.
"""

from enum import StrEnum

__all__ = ["FIRST_REPEAT_SECONDS", "REPEAT_SECONDS", "Talk", "TalkKeyJudge"]

FIRST_REPEAT_SECONDS = 0.8
"""A held key has typed for the second time by then, everywhere by default."""
REPEAT_SECONDS = 0.3
"""Two repeats of a held key are less apart, even through a slow SSH connection."""


class Talk(StrEnum):
    """Whether the learner is talking to the microphone."""

    OVER = "over"
    ON = "on"


class TalkKeyJudge:
    """Fed the moments at which the key types; seconds of any clock that never goes back.

    Where nothing is typed, ``wait`` has to be called at ``deadline``.
    """

    def __init__(self) -> None:
        self._talk = Talk.OVER
        self._key = 0
        self._changed_at: float | None = None
        """When a tap last opened or closed; None where a repeat of it cannot come any more."""
        self._maybe_repeat_at: float | None = None
        self._repeated_at: float | None = None
        """When a key that is surely held last typed."""

    @property
    def talk(self) -> Talk:
        """Whether the learner is talking, as far as is known."""
        return self._talk

    @property
    def deadline(self) -> float | None:
        """When ``wait`` will know more; None where only the key can tell."""
        if self._repeated_at is not None:
            return self._repeated_at + REPEAT_SECONDS
        if self._maybe_repeat_at is not None:
            return self._maybe_repeat_at + REPEAT_SECONDS
        return None

    def typed(self, key: int, at: float) -> Talk:
        """The key, told by its code, has typed; another key than the last is never its repeat."""
        self.wait(at)
        is_same, self._key = key == self._key, key
        if self._repeated_at is not None and is_same:
            self._repeated_at = at
        elif self._maybe_repeat_at is not None and is_same:
            self._repeated_at, self._maybe_repeat_at = at, None
        elif (
            is_same
            and self._changed_at is not None
            and at <= self._changed_at + FIRST_REPEAT_SECONDS
        ):
            self._maybe_repeat_at = at
        else:
            self._settle()
            self._tapped(at)
        return self._talk

    def wait(self, at: float) -> Talk:
        """Nothing has been typed until then."""
        deadline = self.deadline
        if deadline is not None and at >= deadline:
            self._settle()
        return self._talk

    def _settle(self) -> None:
        """What was unclear is so no more: a held key was let go of, or a second tap was one."""
        if self._repeated_at is not None:
            self._talk = Talk.OVER
            self._changed_at = None
        elif self._maybe_repeat_at is not None:
            self._tapped(self._maybe_repeat_at)
        self._repeated_at = self._maybe_repeat_at = None

    def _tapped(self, at: float) -> None:
        self._talk = Talk.ON if self._talk is Talk.OVER else Talk.OVER
        self._changed_at = at
