from dataclasses import replace

import pytest

from tests.fakes import FakePlayer, FakeSynthesizer, FakeTranscriber, ScriptedListener, tone
from tests.session.test_review import Desk
from tutor.domain.audio import Utterance
from tutor.domain.language import Language, Pace
from tutor.domain.transcript import Segment, Transcript, Word
from tutor.errors import AudioFileError, SynthesisError
from tutor.session.events import NothingHeard, Problem, Speaking
from tutor.session.shadow import ShadowPlan, ShadowSession
from tutor.session.speaking import Narrator
from tutor.session.way_events import LineShadowed, ShadowEnded, WayStarted

LINES = ("La casa es azul.", "¿Dónde vives?")


class Sitting(Desk):
    async def shadow(self, *lines, **plan):
        whole = ShadowPlan("Las casas", "A1", lines or LINES, **plan)
        await ShadowSession(whole, self.equipment, self.events.append).run()
        return self

    @property
    def ended(self):
        *_, last = self.events
        assert isinstance(last, ShadowEnded)
        return last


async def test_each_line_is_said_repeated_and_judged():
    sitting = await Sitting("la casa es azul", "dónde vives").shadow()
    assert [type(event).__name__ for event in sitting.events] == [
        "WayStarted",
        *["Speaking", "Listening", "Thinking", "LineShadowed"] * 2,
        "ShadowEnded",
    ]
    assert sitting.of(WayStarted)[0].steps == 2
    assert [event.result.clarity for event in sitting.of(LineShadowed)] == [1.0, 1.0]
    assert (sitting.ended.lines, sitting.ended.words, sitting.ended.clarity) == (2, 6, 1.0)


async def test_a_line_of_which_little_came_across_is_said_once_more_slowly():
    sitting = await Sitting("los perros", "la casa es azul", "dónde vives").shadow()
    assert [(e.number, e.is_slow) for e in sitting.of(LineShadowed)] == [
        (1, False), (1, True), (2, False),
    ]  # fmt: skip
    assert sitting.voice.paces == [Pace.NORMAL, Pace.SLOW, Pace.NORMAL]
    assert sitting.ended.clarity == 1.0


async def test_it_goes_on_after_the_second_attempt_however_that_was():
    sitting = await Sitting("los perros", "los gatos", "dónde vives").shadow()
    assert [event.number for event in sitting.of(LineShadowed)] == [1, 1, 2]
    assert sitting.ended.least_clear[:1] == ("la",) or "casa" in sitting.ended.least_clear


async def test_the_learner_may_hear_it_again_skip_it_and_stop():
    sitting = await Sitting("otra vez", "siguiente", "más despacio", "adiós").shadow()
    assert [event.line.text for event in sitting.of(Speaking)] == [LINES[0]] * 2 + [LINES[1]] * 2
    assert sitting.voice.paces == [Pace.NORMAL, Pace.NORMAL, Pace.NORMAL, Pace.SLOW]
    assert not sitting.of(LineShadowed)


async def test_it_ends_when_there_is_no_more_to_hear():
    sitting = await Sitting("la casa es azul").shadow()
    assert sitting.ended.lines == 1


async def test_no_line_is_begun_after_the_limit():
    assert not (await Sitting("la casa es azul").shadow(limit_seconds=0)).of(LineShadowed)


async def test_a_recording_without_words_and_one_that_cannot_be_read_are_counted():
    silent = Utterance(tone(0.1), 0.0, 0.0, "silent.wav")
    sitting = await Sitting(AudioFileError("a.wav is no sound."), silent).shadow()
    assert [event.message for event in sitting.of(Problem)] == ["a.wav is no sound."]
    assert [event.name for event in sitting.of(NothingHeard)] == ["silent.wav"]
    assert sitting.ended.unusable == 2


async def test_pace_and_pauses_are_told_beside_the_tutors_own():
    words = (Word("dónde", 0.0, 0.4, 0.9), Word("vives", 1.4, 2.0, 0.9))
    sitting = Sitting(
        Utterance(tone(2.0), 2.0, 0.0), transcriber=FakeTranscriber(Transcript((Segment(words),)))
    )
    await sitting.shadow("¿Dónde vives?")
    assert sitting.ended.words_per_minute == pytest.approx(60)
    assert (sitting.ended.pauses, sitting.ended.longest_pause_seconds) == (1, pytest.approx(1.0))
    tutors = 60 * 2 / (20 * len("¿Dónde vives?") / 1000)
    assert sitting.ended.tutor_words_per_minute == pytest.approx(tutors, rel=0.2)


async def test_a_line_whose_voice_fails_can_still_be_repeated_from_the_screen():
    class Hoarse(FakeSynthesizer):
        async def synthesize(self, text, pace):
            raise SynthesisError("The voice failed.")

    sitting = Sitting("dónde vives")
    sitting.equipment = replace(
        sitting.equipment,
        listener=ScriptedListener("dónde vives"),
        narrator=Narrator(dict.fromkeys(Language, Hoarse()), FakePlayer()),
    )
    await sitting.shadow("¿Dónde vives?")
    assert sitting.of(Problem)
    assert sitting.ended.clarity == 1.0
