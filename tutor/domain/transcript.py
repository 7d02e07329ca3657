"""What was heard: transcript > segment > word."""

from dataclasses import dataclass, replace

from tutor.domain.language import Language

__all__ = ["Segment", "Transcript", "Word", "typed_transcript"]


@dataclass(frozen=True, slots=True)
class Word:
    """One word as heard, without surrounding space."""

    text: str
    start_seconds: float
    end_seconds: float
    probability: float
    """The speech model's own confidence, 0 to 1; 1 for typed words."""

    @property
    def duration_seconds(self) -> float:
        """Length in seconds; 0 for typed words."""
        return self.end_seconds - self.start_seconds


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of speech decoded in one go."""

    words: tuple[Word, ...]
    no_speech_probability: float = 0.0

    @property
    def text(self) -> str:
        """The words joined by single spaces."""
        return " ".join(word.text for word in self.words)

    def later(self, seconds: float) -> "Segment":
        """The same, begun so much later."""
        words = (
            replace(
                word,
                start_seconds=word.start_seconds + seconds,
                end_seconds=word.end_seconds + seconds,
            )
            for word in self.words
        )
        return replace(self, words=tuple(words))


@dataclass(frozen=True, slots=True)
class Transcript:
    """Everything heard in one utterance; no segments where nothing was said."""

    segments: tuple[Segment, ...]
    language: Language = Language.SPANISH

    @property
    def words(self) -> tuple[Word, ...]:
        """The words of all segments in order."""
        return tuple(word for segment in self.segments for word in segment.words)

    @property
    def text(self) -> str:
        """The words joined by single spaces."""
        return " ".join(word.text for word in self.words)

    @property
    def is_typed(self) -> bool:
        """Whether its spelling is the learner's own: typed words have no times."""
        return all(word.end_seconds == 0 for word in self.words)

    def followed_by(self, rest: "Transcript", offset_seconds: float) -> "Transcript":
        """This and what was heard from ``offset_seconds`` on, in the language of this."""
        return replace(
            self, segments=(*self.segments, *(one.later(offset_seconds) for one in rest.segments))
        )


def typed_transcript(text: str) -> Transcript:
    """Typed text as a transcript: every word certain, no times."""
    words = tuple(Word(part, 0.0, 0.0, 1.0) for part in text.split())
    return Transcript((Segment(words),) if words else ())
