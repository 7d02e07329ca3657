"""One exchange in the making."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from tutor.domain.audio import Utterance
from tutor.domain.card import Card, card_for, say_it_card, vocabulary_card
from tutor.domain.correction import Correction, Doubt
from tutor.domain.doubted_words import sentence_meant
from tutor.domain.language import SpokenLine
from tutor.domain.record import Timings, TurnRecord
from tutor.domain.transcript import Transcript
from tutor.domain.word_answer import WordAnswer

__all__ = ["TurnInProgress"]


@dataclass(slots=True)
class TurnInProgress:
    """What is known so far of a turn; times are the clock's ``monotonic``."""

    number: int
    started_at: float
    """When the learner's turn had arrived."""
    transcript: Transcript = field(default_factory=lambda: Transcript(()))
    correction: Correction = field(default_factory=lambda: Correction("", ""))
    asked_word: WordAnswer | None = None
    """What the learner asked for and is told instead of a correction."""
    is_apart: bool = False
    """Whether it is no part of the lesson's talk: neither partner nor memory get it."""
    doubted_again: tuple[Doubt, ...] = ()
    """Doubts about words that were not understood before either."""
    speech_seconds: float = 0.0
    endpoint_seconds: float = 0.0
    transcribe_seconds: float = 0.0
    correct_seconds: float = 0.0
    first_audio_at: float | None = None
    reply: list[str] = field(default_factory=list)
    spoken: list[SpokenLine] = field(default_factory=list)
    _earlier: int = 0
    """How many of them were said before the learner spoke again."""
    stored: TurnRecord | None = None
    """As the journal has it; None until it does."""

    def hear(
        self, given: Utterance | str, transcript: Transcript, transcribe_seconds: float
    ) -> None:
        """Note what was said; it counts as right until it is judged."""
        if isinstance(given, Utterance):
            self.speech_seconds = given.speech_seconds
            self.endpoint_seconds = given.endpoint_seconds
        self.transcript = transcript
        self.transcribe_seconds = transcribe_seconds
        self.correction = Correction(transcript.text, transcript.text)

    def sounded(self, line: SpokenLine, now: float, *, is_reply: bool) -> None:
        """Note that a line has begun to sound."""
        self.spoken.append(line)
        if is_reply:
            self.reply.append(line.text)
        if self.first_audio_at is None:
            self.first_audio_at = now

    def broken_off(self, said: Sequence[SpokenLine]) -> None:
        """Forget what was to be said and was not heard; ``said`` is as in Narration."""
        heard = [(whole, part) for whole, part in zip(self.said_last, said, strict=False)]
        self.reply = [part.text for whole, part in heard if whole.text in self.reply]
        self.spoken[self._earlier :] = said

    def goes_on(self) -> None:
        """Note that the learner has spoken again, and that what is said next belongs to it too."""
        self._earlier = len(self.spoken)

    @property
    def said_last(self) -> Sequence[SpokenLine]:
        """What was said since the learner last spoke."""
        return self.spoken[self._earlier :]

    def heard(
        self, session_id: str, lesson_id: str, new_id: Callable[[], str], now: datetime
    ) -> tuple[TurnRecord, tuple[Card, ...]]:
        """What is to be stored before the tutor speaks; the cards of the edits come first."""
        cards = tuple(self._cards(lesson_id, new_id, now))
        record = TurnRecord(
            session_id=session_id,
            number=self.number,
            transcript=self.transcript,
            correction=self.correction,
            card_ids=tuple(card.id for card in cards),
            at=now,
        )
        return record, cards

    def _cards(self, lesson_id: str, new_id: Callable[[], str], now: datetime) -> Iterator[Card]:
        for edit in self.correction.edits:
            yield card_for(edit, self.correction, card_id=new_id(), lesson_id=lesson_id, now=now)
        if self.asked_word is not None:
            yield vocabulary_card(
                self.asked_word.word,
                self.asked_word.translations,
                sentence=self.asked_word.example,
                card_id=new_id(),
                lesson_id=lesson_id,
                now=now,
            )
        for doubt in self.doubted_again:
            yield say_it_card(
                doubt.better,
                sentence_meant(doubt, self.correction),
                card_id=new_id(),
                lesson_id=lesson_id,
                now=now,
            )

    def finished(self, stored: TurnRecord, now: float) -> TurnRecord:
        """The stored turn with what was said and how long it took."""
        first = now if self.first_audio_at is None else self.first_audio_at
        timings = Timings(
            speech_seconds=self.speech_seconds,
            endpoint_seconds=self.endpoint_seconds,
            transcribe_seconds=self.transcribe_seconds,
            correct_seconds=self.correct_seconds,
            first_audio_seconds=self.endpoint_seconds + first - self.started_at,
            turn_seconds=self.endpoint_seconds + now - self.started_at,
        )
        return replace(
            stored, reply=" ".join(self.reply), spoken=tuple(self.spoken), timings=timings
        )
