"""What the tutor would answer if the learner had finished: nothing of it is heard or stored."""

import asyncio
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing
from dataclasses import dataclass

from tutor.domain.audio import Utterance
from tutor.domain.conversation import Conversation
from tutor.domain.correction import Correction
from tutor.domain.intervention import Intervention
from tutor.domain.language import Pace, SpokenLine, spanish
from tutor.domain.prompting import prompt_lines
from tutor.domain.spoken_correction import doubt_line, praise, spoken_lines
from tutor.domain.struggling import TurnSigns
from tutor.domain.telling import Telling
from tutor.domain.transcript import Transcript, typed_transcript
from tutor.domain.voice_command import Wish
from tutor.domain.word_answer import WordAnswer
from tutor.errors import LanguageModelError, TranscriptionError
from tutor.session.companion import Companion
from tutor.session.equipment import Equipment
from tutor.session.prompting import GIVES_UP, Attempt, Pending
from tutor.session.replying import Lead, reply_sentences
from tutor.session.speaking import PreparedNarration
from tutor.session.wishes import Wishes

__all__ = ["Advisers", "Draft", "Talk"]


@dataclass(frozen=True, slots=True)
class Talk:
    """What an answer depends on besides what was said."""

    conversation: Conversation
    right_in_a_row: int
    """Turns without a mistake before this one."""
    may_ask_back: bool
    """Whether a word heard uncertainly may be asked about."""
    spoken_per_turn: int
    pace: Pace
    lesson_leads: bool
    """Whether the question that ends the reply is the lesson's where it has one left."""
    telling: Telling = Telling.AT_ONCE
    pending: Pending | None = None
    """The sentence that the learner was asked to mend."""


@dataclass(frozen=True, slots=True)
class Advisers:
    """Who may answer before the corrector and the partner do."""

    wishes: Wishes
    companion: Companion


class Draft:
    """One answer in the making: hearing, correcting, replying and speaking, each as it can.

    Everything begins at once and in the background. The first line is made before the reply is
    begun, because it is needed first and both want the same processor.
    """

    def __init__(
        self,
        given: Utterance | str,
        talk: Talk,
        equipment: Equipment,
        advisers: Advisers,
        earlier: "Draft | None" = None,
    ) -> None:
        """``earlier``: a draft of the beginning of the same utterance, whose words are kept."""
        self.given = given
        self.talk = talk
        self._with = equipment
        self._wishes = advisers.wishes
        self._companion = advisers.companion
        self._begun_at = equipment.clock.monotonic()
        self._problems: list[str] = []
        self._tell: Callable[[str], None] = self._problems.append
        self.transcript = Transcript(())
        """Complete once ``heard`` returns."""
        self.transcribe_seconds = 0.0
        self.answer: WordAnswer | None = None
        """What a word that was asked for is told with, once ``judged`` returns."""
        self.intervention: Intervention | None = None
        """What had to be answered before any model is asked, once ``judged`` returns."""
        self.is_of_the_talk = True
        """Whether it is corrected and replied to, once ``judged`` returns."""
        self.correction = Correction("", "")
        """Complete once ``judged`` returns."""
        self.is_judged = False
        """Whether the corrector has had its say."""
        self.correct_seconds = 0.0
        self.signs: TurnSigns | None = None
        """How it goes by this turn; None for what is no part of the talk."""
        self.lead = Lead()
        self.asks_back = False
        self.prompt: tuple[SpokenLine, ...] = ()
        """What is said in place of the correction and the reply, once ``judged`` returns."""
        self.attempt: Attempt | None = None
        """What it is worth as a try at the sentence before, once ``judged`` returns."""
        self._verdict: tuple[SpokenLine, ...] = ()
        self._hearing = asyncio.create_task(self._hear(earlier))
        self._judging = asyncio.create_task(self._judge())
        self.narration: PreparedNarration = equipment.narrator.prepare(
            self._lines(), self._pace, in_haste=True
        )

    async def heard(self) -> Transcript:
        """The learner's words."""
        await asyncio.shield(self._hearing)
        return self.transcript

    async def judged(self) -> Correction:
        """What was wrong with them."""
        await asyncio.shield(self._judging)
        return self.correction

    @property
    def wish(self) -> Wish | None:
        """What the learner wishes, once ``heard`` returns; None for a part of the talk."""
        wish = self._wishes.recognised(self.transcript.text)
        gives_up = wish is not None and wish.command in GIVES_UP
        return None if gives_up and self.talk.pending is not None else wish

    def commit(self, tell: Callable[[str], None]) -> None:
        """The turn is decided: ``tell`` what went wrong so far, and what will."""
        for message in self._problems:
            tell(message)
        self._tell = tell

    def is_verdict(self, line: SpokenLine) -> bool:
        """Whether a line is about how the learner spoke, and no part of the reply."""
        return any(line is one for one in self._verdict)

    def seconds_known_of(self, utterance: Utterance) -> float:
        """How much of an utterance's beginning this draft has in words; 0 where it is another's."""
        mine = self.given
        if isinstance(mine, str) or not self._hearing.done() or not self.transcript.words:
            return 0.0
        is_beginning = utterance.audio.samples.startswith(mine.audio.samples)
        return mine.audio.duration_seconds if is_beginning else 0.0

    async def abandon(self) -> None:
        """Stop answering; what is being heard is heard to its end."""
        self._judging.cancel()
        await asyncio.gather(self._judging, return_exceptions=True)
        await self.narration.discard()

    async def close(self) -> None:
        """Stop everything."""
        self._hearing.cancel()
        await asyncio.gather(self._hearing, return_exceptions=True)
        await self.abandon()

    async def _hear(self, earlier: "Draft | None") -> None:
        if isinstance(self.given, str):
            self.transcript = typed_transcript(self.given)
            return
        begun = self._with.clock.monotonic()
        try:
            self.transcript = await self._transcribed(self.given, earlier)
        except TranscriptionError as error:
            self._tell(str(error))
        self.transcribe_seconds = self._with.clock.monotonic() - begun

    async def _transcribed(self, utterance: Utterance, earlier: "Draft | None") -> Transcript:
        known_seconds = earlier.seconds_known_of(utterance) if earlier else 0.0
        if earlier is None or not known_seconds:
            return await self._with.transcriber.transcribe(utterance)
        heard = await self._with.transcriber.transcribe(utterance.after(known_seconds))
        return earlier.transcript.followed_by(heard, known_seconds)

    async def _judge(self) -> None:
        await asyncio.shield(self._hearing)
        said = self.transcript.text
        self.correction = Correction(said, said)
        if not self.transcript.words:
            return
        if await self._is_answered_without_correcting(said):
            return
        pending = self.talk.pending
        if pending is not None:
            self.attempt, self.lead = pending.tried(said, self._with), pending.lead
            return
        begun = self._with.clock.monotonic()
        try:
            self.correction = await self._with.corrector.correct(self.transcript)
            self.is_judged = True
        except LanguageModelError as error:
            self._tell(str(error))
        self.correct_seconds = self._with.clock.monotonic() - begun
        self.signs = self._companion.signs(
            self.given, self.transcript, self.correction, self._begun_at
        )
        self.asks_back = self._question_back() is not None
        if not self.asks_back:
            self.lead = self._companion.lead(self.signs, self.talk.conversation)
            self.prompt = self._prompt()

    async def _is_answered_without_correcting(self, said: str) -> bool:
        """Whether it was a wish, or something that no model may answer."""
        talk = self.talk.conversation
        wish = self.wish
        if wish is None:
            self.intervention = self._companion.intervention(said, talk)
            self.is_of_the_talk = self.intervention is None
        else:
            self.answer = await self._wishes.word(wish, talk, self._problem)
            self.is_of_the_talk = wish.asked is not None and self.answer is None
        return not self.is_of_the_talk

    async def _lines(self) -> AsyncGenerator[SpokenLine, None]:
        """Everything the tutor says in this turn."""
        await asyncio.shield(self._judging)
        if not self.transcript.words:
            return
        if not self.is_of_the_talk:
            answered = self.answer or self.intervention
            for line in answered.lines if answered else ():
                yield line
            return
        question = self._question_back()
        replies = asyncio.Queue[str | None]()
        self._verdict = self._about_the_words()
        for line in self._verdict[:1]:
            yield line
        if question is not None:
            yield question
        for line in self.prompt[1:]:
            yield line
        if question is not None or self.prompt:
            return
        replying = asyncio.create_task(self._reply(replies))
        try:
            for line in self._verdict[1:]:
                yield line
            while (sentence := await replies.get()) is not None:
                yield spanish(sentence)
            await replying
        finally:
            replying.cancel()
            await asyncio.gather(replying, return_exceptions=True)

    def _about_the_words(self) -> tuple[SpokenLine, ...]:
        """What was wrong, or the request to mend it, or, rarely, praise."""
        if self.attempt is not None:
            return self.attempt.verdict
        if self.prompt:
            return self.prompt
        if not self.is_judged or self.talk.telling is Telling.AT_THE_END:
            return ()
        lines = spoken_lines(self.correction, self.talk.spoken_per_turn)
        if lines or self.correction.edits:
            return lines
        praised = praise(self.talk.right_in_a_row + 1)
        return () if praised is None else (praised,)

    def _prompt(self) -> tuple[SpokenLine, ...]:
        """Nothing where the learner is told at once, as one who struggles is."""
        if self.talk.telling is not Telling.PROMPT_FIRST or self.lead.helps:
            return ()
        return prompt_lines(self.correction, self.talk.spoken_per_turn)

    def _question_back(self) -> SpokenLine | None:
        """What to ask instead of replying where a word was heard uncertainly; not twice running."""
        return doubt_line(self.correction) if self.talk.may_ask_back else None

    def _pace(self) -> Pace:
        return Pace.SLOW if self.lead.helps else self.talk.pace

    async def _reply(self, replies: asyncio.Queue[str | None]) -> None:
        try:
            for sentence in self.lead.sentences:
                replies.put_nowait(sentence)
            if self.lead.is_whole:
                return
            sentences = reply_sentences(
                self._with.partner,
                self.talk.conversation,
                self.transcript.text if self.attempt is None else self.attempt.pending.said,
                self._problem,
                lesson_leads=self.talk.lesson_leads,
                words=self._with.level_words,
            )
            async with aclosing(sentences):
                async for sentence in sentences:
                    replies.put_nowait(sentence)
        finally:
            replies.put_nowait(None)

    def _problem(self, message: str) -> None:
        """Whoever is handed this may call it before and after ``commit``."""
        self._tell(message)
