import asyncio
from collections.abc import AsyncIterator, Iterable

import pytest

from tests.fakes import (
    FakeMicrophone,
    FakeSynthesizer,
    FakeVoiceDetector,
    StagedPlayer,
    joined,
    silence,
    tone,
)
from tutor.domain.audio import VOICE_RATE_HZ, AudioChunk
from tutor.domain.interrupting import InterruptingSettings
from tutor.domain.language import Language, Pace, SpokenLine
from tutor.domain.splicing import trimmed
from tutor.errors import AudioDeviceError, LanguageModelUnreachableError, SynthesisError
from tutor.session.overhearing import HeldMicrophone, Overhearer
from tutor.session.speaking import Narration, Narrator


def spanish(text: str) -> SpokenLine:
    return SpokenLine(Language.SPANISH, text)


def english(text: str) -> SpokenLine:
    return SpokenLine(Language.ENGLISH, text)


async def feed(lines: Iterable[SpokenLine]) -> AsyncIterator[SpokenLine]:
    for line in lines:
        yield line


def ignore(_: object) -> None:
    pass


class Stage:
    """A narrator with its fakes, and what became known of each line."""

    def __init__(self, *, failing: frozenset[str] = frozenset(), held: bool = False) -> None:
        self.spanish = FakeSynthesizer(failing=failing)
        self.english = FakeSynthesizer(failing=failing)
        self.player = StagedPlayer(held=held)
        self.narrator = Narrator(
            {Language.SPANISH: self.spanish, Language.ENGLISH: self.english}, self.player
        )
        self.lines: list[SpokenLine] = []
        self.problems: list[SynthesisError] = []

    async def speak(self, lines: AsyncIterator[SpokenLine], pace: Pace = Pace.NORMAL) -> None:
        await self.narrator.speak(
            lines, pace, on_line=self.lines.append, on_problem=self.problems.append
        )


async def test_lines_are_said_in_order_each_in_its_own_voice() -> None:
    stage = Stage()
    lines = [spanish("Se dice: estoy cansado."), english("I am tired."), spanish("¿Y tú?")]

    await stage.speak(feed(lines), Pace.SLOW)

    assert [speech.line for speech in stage.player.played] == lines
    assert stage.lines == lines
    assert stage.spanish.asked == [(lines[0].text, Pace.SLOW), (lines[2].text, Pace.SLOW)]
    assert stage.english.asked == [(lines[1].text, Pace.SLOW)]


async def test_a_line_is_announced_as_it_starts_to_sound() -> None:
    stage = Stage(held=True)
    lines = [spanish("Uno."), spanish("Dos.")]

    speaking = asyncio.create_task(stage.speak(feed(lines)))
    await stage.player.started()
    assert stage.lines == lines[:1]
    stage.player.finish()
    await stage.player.started()
    assert stage.lines == lines
    stage.player.finish()
    await speaking


async def test_the_next_line_is_made_while_one_sounds() -> None:
    stage = Stage(held=True)
    lines = [spanish("Uno."), spanish("Dos.")]

    speaking = asyncio.create_task(stage.speak(feed(lines)))
    await stage.player.started()
    await stage.spanish.has_made(2)
    assert not stage.player.played

    stage.player.finish()
    await stage.player.started()
    stage.player.finish()
    await speaking


async def test_no_more_than_four_lines_are_made_ahead() -> None:
    stage = Stage(held=True)
    lines = [spanish(f"Frase {number}.") for number in "abcdefgh"]

    speaking = asyncio.create_task(stage.speak(feed(lines)))
    await stage.player.started()
    await stage.spanish.has_made(5)
    for _ in range(20):
        await asyncio.sleep(0)
    assert len(stage.spanish.asked) == 5

    speaking.cancel()
    with pytest.raises(asyncio.CancelledError):
        await speaking


async def test_a_line_whose_voice_fails_is_reported_and_the_rest_is_said() -> None:
    stage = Stage(failing=frozenset({"Dos."}))

    await stage.speak(feed([spanish("Uno."), spanish("Dos."), spanish("Tres.")]))

    assert [line.text for line in stage.lines] == ["Uno.", "Tres."]
    assert len(stage.problems) == 1


async def test_many_failing_lines_do_not_use_up_the_look_ahead() -> None:
    stage = Stage(failing=frozenset({"Mal."}))

    await stage.speak(feed([*[spanish("Mal.")] * 9, spanish("Bien.")]))

    assert [line.text for line in stage.lines] == ["Bien."]
    assert len(stage.problems) == 9


async def test_a_player_that_fails_ends_it() -> None:
    stage = Stage()
    stage.player.fail(AudioDeviceError("The speaker was unplugged. Run: tutor doctor"))

    with pytest.raises(AudioDeviceError):
        await stage.speak(feed([spanish("Uno."), spanish("Dos.")]))
    assert not stage.lines


async def test_lines_before_a_break_in_the_source_are_said_first() -> None:
    async def breaking() -> AsyncIterator[SpokenLine]:
        yield spanish("Uno.")
        raise LanguageModelUnreachableError("The language server broke off. Run: tutor doctor")

    stage = Stage()
    with pytest.raises(LanguageModelUnreachableError):
        await stage.speak(breaking())
    assert [line.text for line in stage.lines] == ["Uno."]


async def test_cancelling_stops_the_sound_and_the_voices() -> None:
    stage = Stage(held=True)
    closed = asyncio.Event()

    async def endless() -> AsyncIterator[SpokenLine]:
        try:
            yield spanish("Uno.")
            await asyncio.Event().wait()
        finally:
            closed.set()

    speaking = asyncio.create_task(stage.speak(endless()))
    await stage.player.started()
    speaking.cancel()

    with pytest.raises(asyncio.CancelledError):
        await speaking
    assert closed.is_set()
    assert not stage.player.played


async def test_spanish_inside_an_english_line_is_said_by_the_spanish_voice() -> None:
    stage = Stage()
    line = english("We say «estoy cansado», because tiredness is a state.")

    await stage.speak(feed([line]))

    assert stage.lines == [line]
    assert [text for text, _ in stage.spanish.asked] == ["estoy cansado,"]
    assert [text for text, _ in stage.english.asked] == [
        "We say",
        "because tiredness is a state.",
    ]
    (speech,) = stage.player.played
    assert speech.audio.sample_rate_hz == VOICE_RATE_HZ
    parts = [
        await stage.english.synthesize("We say", Pace.NORMAL),
        await stage.spanish.synthesize("estoy cansado,", Pace.NORMAL),
        await stage.english.synthesize("because tiredness is a state.", Pace.NORMAL),
    ]
    expected = sum(trimmed(part).duration_seconds for part in parts) + 2 * 0.06
    assert speech.audio.duration_seconds == pytest.approx(expected, abs=0.001)


async def test_without_a_spanish_voice_the_english_one_says_the_whole_line() -> None:
    voice = FakeSynthesizer()
    narrator = Narrator({Language.ENGLISH: voice}, StagedPlayer())

    await narrator.speak(
        feed([english("We say «estoy».")]), Pace.NORMAL, on_line=ignore, on_problem=ignore
    )

    assert [text for text, _ in voice.asked] == ["We say", "estoy."]


async def test_a_line_that_says_nothing_is_a_short_silence() -> None:
    stage = Stage()
    await stage.speak(feed([spanish("…")]))
    assert not stage.spanish.asked
    assert 0 < stage.player.played[0].audio.duration_seconds < 0.2


async def test_in_haste_a_line_begins_before_its_rest_is_made() -> None:
    stage = Stage(held=True)
    line = spanish("Se dice: «Estoy muy cansado.»")

    narration = stage.narrator.prepare(feed([line]), lambda: Pace.NORMAL, in_haste=True)
    await stage.spanish.has_made(2)
    assert stage.player.played == []
    speaking = asyncio.create_task(
        narration.play(on_line=stage.lines.append, on_problem=stage.problems.append)
    )
    for _ in range(2):
        await stage.player.started()
        assert stage.lines == [line]
        stage.player.finish()
    await speaking

    assert [text for text, _ in stage.spanish.asked] == ["Se dice:", "«Estoy muy cansado.»"]
    assert [speech.continues for speech in stage.player.played] == [False, True]


async def test_a_discarded_narration_is_never_heard() -> None:
    stage = Stage()

    narration = stage.narrator.prepare(
        feed([spanish("Uno."), spanish("Dos.")]), lambda: Pace.NORMAL
    )
    await stage.spanish.has_made(1)
    await narration.discard()

    assert stage.player.played == []
    assert stage.lines == []


class Interrupted(Stage):
    """A stage on which the learner speaks when ``heard`` is played out."""

    def __init__(self, heard: AudioChunk) -> None:
        super().__init__(held=True)
        self.microphone = HeldMicrophone(FakeMicrophone(heard))
        ear = Overhearer(self.microphone, FakeVoiceDetector(), InterruptingSettings())
        voices = {Language.SPANISH: self.spanish, Language.ENGLISH: self.english}
        self.narrator = Narrator(voices, self.player, ear)

    async def narration(self, lines: Iterable[SpokenLine]) -> Narration:
        narration = await self.narrator.speak(
            feed(lines), Pace.NORMAL, on_line=self.lines.append, on_problem=self.problems.append
        )
        await self.microphone.close()
        return narration


async def test_an_interrupted_tutor_knows_what_it_has_said() -> None:
    stage = Interrupted(joined(silence(3), tone(5)))
    lines = [spanish("Uno dos."), spanish("Tres cuatro cinco seis."), spanish("Siete.")]
    stage.player.heard_seconds = 0.02 * len("Tres cuatro cinco seis.") / 2
    stage.player.finish()

    narration = await stage.narration(lines)

    assert narration.said == (spanish("Uno dos."), spanish("Tres cuatro…"))
    assert narration.is_interrupted
    assert narration.begun
    assert stage.lines == lines[:2]
    assert not stage.player.is_paused


async def test_a_tutor_interrupted_before_its_first_word_has_said_nothing() -> None:
    stage = Interrupted(tone(5))
    narration = await stage.narration([spanish("Uno dos tres.")])
    assert narration.said == ()
    assert narration.is_interrupted


async def test_a_tutor_nobody_interrupts_has_said_everything() -> None:
    stage = Interrupted(silence(1))
    lines = [spanish("Uno."), spanish("Dos.")]
    stage.player.finish()
    stage.player.finish()
    assert await stage.narration(lines) == Narration(tuple(lines))
