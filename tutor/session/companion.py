"""The tutor as somebody who remembers, notices and cares; what a session asks it, in order."""

import asyncio
from collections.abc import Callable, Sequence
from datetime import datetime

from tutor.domain.audio import Utterance
from tutor.domain.care import QUIET_FAREWELL
from tutor.domain.conversation import Conversation
from tutor.domain.correction import Correction
from tutor.domain.fact import fact_of
from tutor.domain.intervention import Intervention, answer_before_the_model
from tutor.domain.language import Language, Pace
from tutor.domain.level_evidence import LevelEvidence, evidence_of
from tutor.domain.memory import facts_in
from tutor.domain.opening import AFTER_ANSWER
from tutor.domain.record import TurnRecord
from tutor.domain.session_ending import SessionEnding
from tutor.domain.stock_phrases import follow_up, question_again
from tutor.domain.struggling import CHANGE_LINE, SLOW_LINE, Going, TurnSigns, Verdict, is_lost
from tutor.domain.telling import Telling
from tutor.domain.transcript import Transcript
from tutor.errors import StoreError
from tutor.session.equipment import Equipment, Plan
from tutor.session.replying import Lead
from tutor.session.turn_in_progress import TurnInProgress

__all__ = ["Companion"]


class Companion:
    """One session's memory, pace and pauses."""

    def __init__(self, plan: Plan, equipment: Equipment, session_id: str) -> None:
        self._plan = plan
        self._with = equipment
        self._session_id = session_id
        self._is_paused = False
        self._going = Going()
        self._apart: set[int] = set()
        """The numbers of the turns that are no part of the lesson."""
        self._goodbye_at: datetime | None = None
        self._silent_since: float | None = None
        """When the tutor had last finished, on the monotonic clock."""

    @property
    def pace(self) -> Pace:
        """How fast the tutor speaks now."""
        return Pace.SLOW if self._going.is_slow else self._plan.pace

    @property
    def is_paused(self) -> bool:
        """Whether the lesson waits because somebody needs kindness first."""
        return self._is_paused

    async def opened(self) -> None:
        """Note that the session has opened, so that the same is not asked again."""
        self._silent_since = self._with.clock.monotonic()
        opening, now = self._plan.opening, self._with.clock.now()
        if opening is None:
            return
        if opening.fact is not None and self._with.memory is not None:
            await self._with.memory.asked(opening.fact.id, now)
        if opening.ending is not None and self._with.diary is not None:
            await self._with.diary.courage_asked(opening.ending.session_id, now)

    def intervention(self, said: str, conversation: Conversation) -> Intervention | None:
        """What is answered before any model is asked; None in an ordinary turn.

        It may be asked about what turns out not to be said; see ``took``.
        """
        return answer_before_the_model(said, conversation, is_paused=self._is_paused)

    def took(self, intervention: Intervention | None) -> None:
        """Note that this is what a turn was answered with."""
        self._is_paused = intervention is not None and intervention.pauses

    def signs(
        self, given: Utterance | str, transcript: Transcript, correction: Correction, at: float
    ) -> TurnSigns:
        """What tells how it goes; ``at`` is when ``given`` had come, on the monotonic clock."""
        waited = 0.0
        if isinstance(given, Utterance) and self._silent_since is not None:
            spoken_for = given.speech_seconds + given.endpoint_seconds
            waited = max(0.0, at - self._silent_since - spoken_for)
        return TurnSigns(
            words=len(transcript.words),
            mistakes=len(correction.edits),
            doubts=len(correction.doubts),
            silence_seconds=waited,
            is_lost=is_lost(transcript.text),
            is_english=transcript.language is Language.ENGLISH,
        )

    def lead(self, signs: TurnSigns, conversation: Conversation) -> Lead:
        """What comes before the partner's reply or instead of it; see ``led``.

        After the answer to an opening from memory the lesson opens; who struggles is helped,
        but not where the talk is to be held without help.
        """
        if self._lesson_is_to_open(conversation):
            return Lead((AFTER_ANSWER, self._plan.lesson_opening), is_whole=True)
        verdict = self._going.after(signs).verdict
        if verdict is Verdict.FINE or self._plan.telling is Telling.AT_THE_END:
            return Lead()
        if verdict is Verdict.CHANGE_SUBJECT:
            return Lead((CHANGE_LINE, follow_up(conversation)), is_whole=True, helps=True)
        if signs.is_lost:
            return Lead((SLOW_LINE, question_again(conversation)), is_whole=True, helps=True)
        return Lead((SLOW_LINE,), helps=True)

    def led(self, signs: TurnSigns, lead: Lead) -> None:
        """Note how a turn of the talk went, and what its reply began with."""
        going = self._going.after(signs)
        self._going = going.helped() if lead.helps else going

    def _lesson_is_to_open(self, conversation: Conversation) -> bool:
        opening, own = self._plan.opening, self._plan.lesson_opening
        if opening is None or not opening.lesson_follows:
            return False
        return all(own not in exchange.tutor for exchange in conversation.exchanges)

    async def heard(self, turn: TurnInProgress, record: TurnRecord) -> None:
        """Take in a turn that is complete: what it told, and how it went. Raises StoreError."""
        if turn.is_apart:
            self._apart.add(record.number)
        else:
            await self._remember(record)
        self._silent_since = self._with.clock.monotonic()

    @property
    def farewell(self) -> str:
        """What the tutor says last; nothing is set to somebody for whom the lesson waits."""
        return QUIET_FAREWELL if self._is_paused else self._plan.lesson.goodbye

    def said_goodbye(self) -> None:
        """Note that the farewell was said, and with it the courage task."""
        self._goodbye_at = None if self._is_paused else self._with.clock.now()

    async def close(self, turns: Sequence[TurnRecord], on_problem: Callable[[str], None]) -> None:
        """Note how the session ended; what keeps that from being stored is told."""
        own = [turn for turn in turns if turn.number not in self._apart]
        if self._with.diary is None or not own:
            return
        lesson = self._plan.lesson
        try:
            await self._with.diary.end_session(
                SessionEnding(
                    session_id=self._session_id,
                    lesson_id=lesson.id,
                    topic=lesson.title_spanish,
                    ended_at=self._with.clock.now(),
                    evidence=await asyncio.to_thread(self._evidence, own),
                    courage_ask=lesson.courage.ask,
                    courage_given_at=self._goodbye_at,
                )
            )
        except StoreError as error:
            on_problem(str(error))

    def _evidence(self, turns: Sequence[TurnRecord]) -> LevelEvidence:
        said = [turn for turn in turns if turn.transcript.language is Language.SPANISH]
        return evidence_of(
            [(turn.transcript, len(turn.correction.edits)) for turn in said],
            sum(turn.timings.speech_seconds for turn in said),
            self._with.lexicon.facts,
        )

    async def _remember(self, record: TurnRecord) -> None:
        if self._with.memory is None:
            return
        misheard = [doubt.said for doubt in record.correction.doubts if doubt.is_of_hearing]
        for told in facts_in(record.correction.better, misheard):
            await self._with.memory.tell(
                fact_of(
                    told,
                    fact_id=self._with.new_id(),
                    lesson_id=self._plan.lesson.id,
                    session_id=self._session_id,
                    turn_number=record.number,
                    at=record.at,
                )
            )
