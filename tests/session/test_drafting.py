"""Working ahead in the learner's pauses: what is begun, kept and thrown away."""

import asyncio
import threading
from dataclasses import replace

import pytest

from tests.fakes import FakeClock, FakePlayer, FakeTranscriber, tone
from tests.session.test_practice import BETTER, MISTAKE, RIGHT, Sitting
from tutor.domain.audio import AudioChunk, Utterance
from tutor.domain.transcript import typed_transcript
from tutor.errors import LessonError
from tutor.session.events import Heard, Problem, Speaking


def utterance(seconds, speech_seconds=None):
    return Utterance(
        tone(seconds), seconds if speech_seconds is None else speech_seconds, endpoint_seconds=0.6
    )


class PausingListener:
    """Gives one utterance with the pauses before its end; ``begun`` waits for a pause's draft."""

    def __init__(self, *pauses, last, between=lambda: None):
        self.pauses = pauses
        self.last = last
        self.words = []
        self.between = between
        self._given = False

    async def listen(self, drafting=None, *, begun=()):
        del begun
        if self._given:
            return None
        self._given = True
        for number, pause in enumerate(self.pauses):
            known = asyncio.Event()

            def on_words(words, known=known):
                self.words.append(words)
                known.set()

            drafting.paused(pause, on_words)
            await known.wait()
            for _ in range(50):
                await asyncio.sleep(0)
            self.between()
            if number < len(self.pauses) - 1 or pause.speech_seconds != self.last.speech_seconds:
                drafting.resumed()
        return self.last

    def wait_longer(self):
        pass

    async def close(self):
        pass


class ByLength(FakeTranscriber):
    """Hears the words that a sound of a known length holds."""

    def __init__(self, words):
        super().__init__()
        self._words = words
        self.asked = []

    async def transcribe(self, utterance):
        self.asked.append(round(utterance.audio.duration_seconds, 1))
        return typed_transcript(self._words[self.asked[-1]])


def sitting(listener, transcriber, **ports):
    return Sitting(listener=listener, transcriber=transcriber, **ports)


async def test_what_was_drafted_in_the_last_pause_is_said_without_being_made_again():
    ears = ByLength({1.0: MISTAKE})
    listener = PausingListener(utterance(1.0), last=utterance(1.0))
    held = await sitting(listener, ears).run()
    (turn,) = held.turns
    assert ears.asked == [1.0]
    assert listener.words == [MISTAKE]
    assert turn.correction.better == BETTER
    assert turn.reply == "Vaya. ¿Por qué estás cansado?"


async def test_a_draft_is_void_once_the_learner_speaks_on():
    ears = ByLength({1.0: MISTAKE, 2.0: RIGHT})
    player = FakePlayer()
    listener = PausingListener(utterance(1.0), last=utterance(2.0))
    held = await sitting(listener, ears, player=player).run()
    (turn,) = held.turns
    assert turn.transcript.text == RIGHT
    assert turn.correction.edits == ()
    assert [event.transcript.text for event in held.of(Heard)] == [RIGHT]
    assert not any(BETTER in event.line.text for event in held.of(Speaking))


async def test_nothing_is_heard_shown_or_stored_before_the_turn_is_decided():
    seen = []
    listener = PausingListener(utterance(1.0), last=utterance(1.0))
    held = sitting(listener, ByLength({1.0: MISTAKE}))

    def between():
        seen.append((len(held.journal.records.turns), len(held.of(Speaking)), held.of(Problem)))

    listener.between = between
    await held.run()
    assert seen == [(0, 1, [])]
    assert len(held.journal.records.turns) == 1


async def test_what_fails_after_the_turn_is_decided_is_told_too():
    decided = threading.Event()

    class LateVocabulary:
        def entries(self):
            decided.wait(timeout=10)
            raise LessonError("food.toml: it is not a TOML file. Mend it there.")

    def on_emit(event):
        if isinstance(event, Heard):
            decided.set()

    listener = PausingListener(utterance(1.0), last=utterance(1.0))
    ears = ByLength({1.0: "¿Cómo se dice apple?"})
    held = await sitting(listener, ears, vocabulary=LateVocabulary(), on_emit=on_emit).run()
    assert [event.message for event in held.of(Problem)] == [
        "food.toml: it is not a TOML file. Mend it there."
    ]


@pytest.mark.parametrize(
    ("begun_seconds", "pause_seconds", "asked"),
    [(6.0, 1.0, [6.0, 2.0]), (6.0, 0.1, [6.0, 8.0]), (2.0, 1.0, [2.0, 4.0])],
)
async def test_the_words_of_a_long_beginning_are_kept(begun_seconds, pause_seconds, asked):
    clock = FakeClock()
    whole = tone(begun_seconds + 2.0)
    begun = replace(
        utterance(begun_seconds), audio=AudioChunk(whole.between(0, begun_seconds).samples, 16_000)
    )
    last = replace(utterance(begun_seconds + 2.0), audio=whole)
    ears = ByLength({begun_seconds: "Mañana", 2.0: "voy al cine.", begun_seconds + 2.0: RIGHT})
    listener = PausingListener(begun, last=last, between=lambda: clock.advance(pause_seconds))
    held = await sitting(listener, ears, clock=clock).run()
    assert ears.asked == asked
    assert held.turns[0].transcript.text == RIGHT
