"""What happens in the pauses of a hands-free turn."""

import asyncio

import pytest

from tests.fakes import (
    FakeDrafting,
    FakeMicrophone,
    FakeTurnJudge,
    FakeVoiceDetector,
    frames_of,
    joined,
    silence,
    tone,
)
from tutor.domain.audio import FRAME_SAMPLES, SPEECH_RATE_HZ
from tutor.domain.endpointing import EndpointingSettings
from tutor.domain.patience import Patience
from tutor.errors import ModelDamagedError
from tutor.session.listening import HandsFreeListener

SETTINGS = EndpointingSettings(patience_seconds=1.0, draft_seconds=0.2)
FRAME_SECONDS = FRAME_SAMPLES / SPEECH_RATE_HZ
WHOLE = "Ayer fui a la playa con mis amigos."
OPEN = "Ayer fui a la playa con"


def near(seconds):
    return pytest.approx(seconds, abs=2 * FRAME_SECONDS)


class PatientMicrophone(FakeMicrophone):
    """Brings no frame before whatever was begun in the pauses so far is done."""

    async def frames(self):
        async for frame in super().frames():
            others = asyncio.all_tasks() - {asyncio.current_task()}
            await asyncio.gather(*(task for task in others if task.get_name() == "turn judge"))
            yield frame


def listener(*takes, **options):
    microphone = PatientMicrophone(*takes)
    return HandsFreeListener(microphone, FakeVoiceDetector(), SETTINGS, **options)


async def waited(drafting=None, *, pause=1.0, **options):
    """How long after the last speech a turn with one pause was taken to be over."""
    hearing = listener(joined(tone(1), silence(pause), tone(1), silence(9)), **options)
    utterance = await heard(hearing, drafting)
    return utterance.speech_seconds, utterance.endpoint_seconds


async def heard(hearing, drafting=None):
    """The utterance that a listener hears."""
    utterance = await hearing.listen(drafting)
    assert utterance is not None
    return utterance


async def test_the_draft_is_begun_on_what_the_utterance_will_be():
    drafting = FakeDrafting()
    utterance = await heard(listener(joined(tone(1), silence(3))), drafting)
    (drafted,) = drafting.told
    assert drafted is not None
    assert drafted.audio == utterance.audio
    assert drafted.speech_seconds == utterance.speech_seconds
    assert drafted.endpoint_seconds == near(0.2)


async def test_a_draft_is_void_when_the_learner_speaks_on():
    drafting = FakeDrafting()
    utterance = await heard(listener(joined(tone(1), silence(0.6), tone(1), silence(3))), drafting)
    first, void, second = drafting.told
    assert first is not None
    assert second is not None
    assert first.speech_seconds == near(1)
    assert void is None
    assert second.speech_seconds == utterance.speech_seconds == near(2.6)


async def test_a_short_pause_begins_nothing():
    drafting = FakeDrafting()
    await listener(joined(tone(1), silence(0.1), tone(1), silence(3))).listen(drafting)
    assert len(drafting.told) == 1


async def test_each_turn_has_pauses_of_its_own():
    hearing = listener(joined(tone(1), silence(3)))
    for _ in range(2):
        drafting = FakeDrafting()
        await hearing.listen(drafting)
        assert [drafted.speech_seconds for drafted in drafting.told if drafted] == [near(1)]


async def test_without_anything_known_patience_decides():
    assert await waited(FakeDrafting(), pause=0.8) == (near(2.8), near(1.0))


async def test_words_that_want_more_are_waited_for():
    assert (await waited(FakeDrafting(OPEN), pause=1.5))[0] == near(3.5)


async def test_words_that_can_stand_alone_end_the_turn_sooner():
    spoken, silent = await waited(FakeDrafting(WHOLE), pause=0.9)
    assert spoken == near(1)
    assert silent < 0.85


async def test_a_voice_that_sounds_complete_ends_the_turn_sooner():
    judge = FakeTurnJudge(0.99)
    spoken, silent = await waited(pause=0.9, judge=judge)
    assert spoken == near(1)
    assert silent < 0.85
    assert judge.heard[0].duration_seconds == near(1.2)


async def test_a_voice_that_sounds_incomplete_is_waited_for():
    spoken, silent = await waited(pause=1.3, judge=FakeTurnJudge(0.01))
    assert spoken == near(3.3)
    assert silent > 1.3


async def test_a_judge_that_fails_is_only_missed():
    judge = FakeTurnJudge(
        problem=ModelDamagedError("The model is damaged. Run: tutor models fetch")
    )
    assert await waited(pause=0.8, judge=judge) == (near(2.8), near(1.0))


async def test_words_that_come_too_late_are_ignored():
    class Late(FakeDrafting):
        """Tells the words of a pause only when the learner has spoken on."""

        def paused(self, utterance, on_words):
            super().paused(utterance, on_words)
            if len(self.on_words) > 1:
                self.on_words[0](WHOLE)

    assert await waited(Late(), pause=0.8) == (near(2.8), near(1.0))


async def test_after_the_turn_words_may_still_come():
    drafting = FakeDrafting()
    await listener(joined(tone(1), silence(3))).listen(drafting)
    drafting.on_words[0](OPEN)


async def test_the_pauses_of_one_turn_make_more_patient_in_the_next():
    hearing = listener(joined(tone(1), *(silence(0.9), tone(1)) * 4, silence(9)))
    first = await hearing.listen()
    second = await hearing.listen()
    assert second.endpoint_seconds >= first.endpoint_seconds > 1.0


async def test_who_asks_for_time_is_waited_for_in_the_next_turn():
    hearing = listener(joined(tone(1), silence(9)))
    hearing.wait_longer()
    stretched = await hearing.listen()
    assert stretched.endpoint_seconds > 2.0
    assert (await hearing.listen()).endpoint_seconds < 1.3


async def test_who_asks_for_time_in_a_pause_is_waited_for_at_once():
    class Waiting(FakeDrafting):
        """Hears *espera* in the first pause."""

        def paused(self, utterance, on_words):
            super().paused(utterance, on_words)
            hearing.wait_longer()

    hearing = listener(joined(tone(1), silence(2), tone(1), silence(9)))
    assert (await hearing.listen(Waiting())).speech_seconds == near(4)


async def test_a_level_may_be_waited_for_longer():
    _, silent = await waited(pause=0.5, patience=Patience(1.8))
    assert silent == near(1.8)


async def test_frames_heard_before_come_first():
    hearing = listener(joined(tone(1), silence(3)))
    begun = tuple(frames_of(joined(silence(0.5), tone(0.64))))
    assert (await hearing.listen(begun=begun)).speech_seconds == near(1.64)


async def test_a_turn_may_be_over_in_the_frames_heard_before():
    hearing = listener(joined(tone(1), silence(3)))
    begun = tuple(frames_of(joined(tone(0.64), silence(3))))
    assert (await hearing.listen(begun=begun)).speech_seconds == near(0.64)
    assert (await hearing.listen()).speech_seconds == near(1)


async def test_giving_up_in_a_pause_leaves_no_task_behind():
    microphone = FakeMicrophone(joined(tone(1), silence(0.3)))
    hearing = HandsFreeListener(
        microphone, FakeVoiceDetector(), SETTINGS, judge=FakeTurnJudge(0.01)
    )
    listening = asyncio.create_task(hearing.listen())
    await microphone.played_out.wait()
    listening.cancel()
    await asyncio.gather(listening, return_exceptions=True)
    assert asyncio.all_tasks() == {asyncio.current_task()}
