"""A tutor who is talked over, and the listener that hears it: only the devices are fakes."""

import asyncio
from collections.abc import AsyncGenerator, Mapping
from contextlib import asynccontextmanager

from tests.fakes import (
    FakeVoiceDetector,
    StagedPlayer,
    frames_of,
    joined,
    silence,
    tone,
)
from tutor.domain.audio import AudioChunk, Utterance
from tutor.domain.endpointing import EndpointingSettings
from tutor.domain.interrupting import InterruptingSettings
from tutor.domain.transcript import Transcript, typed_transcript
from tutor.session.events import Listening
from tutor.session.listening import HandsFreeListener
from tutor.session.overhearing import HeldMicrophone, Overhearer

TIMEOUT_SECONDS = 30


class _Air:
    """A Microphone of whatever sounds."""

    def __init__(self) -> None:
        self._frames: asyncio.Queue[AudioChunk] = asyncio.Queue()

    def carries(self, audio: AudioChunk) -> None:
        for frame in frames_of(audio):
            self._frames.put_nowait(frame)

    async def frames(self) -> AsyncGenerator[AudioChunk, None]:
        while True:
            yield await self._frames.get()

    async def close(self) -> None:
        pass


class _Words:
    """A Transcriber that knows who hums for how long, and what that means."""

    def __init__(self, sentences: Mapping[float, str]) -> None:
        self._sentences = sentences

    async def load(self) -> None:
        pass

    async def transcribe(self, utterance: Utterance) -> Transcript:
        nearest = min(self._sentences, key=lambda s: abs(s - utterance.speech_seconds))
        return typed_transcript(self._sentences[nearest])


class TalkedOver:
    """A learner with headphones, who says every sentence in a time of its own.

    ``over`` says at which lines of the tutor they begin to say what, ``answers`` what they say
    when the tutor listens and they are not speaking already.
    """

    def __init__(self, answers: tuple[str, ...], over: Mapping[str, str]) -> None:
        self._answers = list(answers)
        self._over = dict(over)
        sentences = dict.fromkeys([*answers, *over.values()])
        self._seconds = {sentence: 1.0 + 0.5 * n for n, sentence in enumerate(sentences)}
        self._air = _Air()
        self._is_speaking = False
        self.player = StagedPlayer(held=True)
        self._microphone = HeldMicrophone(self._air)
        self.overhearer = Overhearer(self._microphone, FakeVoiceDetector(), InterruptingSettings())
        self.listener = HandsFreeListener(
            self._microphone, FakeVoiceDetector(), EndpointingSettings(patience_seconds=0.8)
        )
        self.transcriber = _Words({s: sentence for sentence, s in self._seconds.items()})

    def told(self, event: object) -> None:
        """Whatever the session emits goes here too."""
        if not isinstance(event, Listening):
            return
        if not self._is_speaking and self._answers:
            self._say(self._answers.pop(0))
        self._is_speaking = False

    @asynccontextmanager
    async def present(self) -> AsyncGenerator[None, None]:
        """The learner is there within the block."""
        listening = asyncio.create_task(self._listen_to_the_tutor())
        try:
            async with asyncio.timeout(TIMEOUT_SECONDS):
                yield
        finally:
            listening.cancel()
            await asyncio.gather(listening, return_exceptions=True)
            await self.listener.close()

    async def _listen_to_the_tutor(self) -> None:
        while True:
            line = (await self.player.started()).line.text
            if line in self._over:
                self._is_speaking = True
                self._say(self._over.pop(line))
            else:
                self.player.finish()

    def _say(self, sentence: str) -> None:
        self._air.carries(joined(silence(0.5), tone(self._seconds[sentence]), silence(3)))
