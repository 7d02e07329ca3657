from tests.fakes import FakeSynthesizer
from tutor.domain.language import Pace
from tutor.domain.podcast import Chapter, PodcastLine, RecordedLine, Script, Side
from tutor.session.podcast import record_podcast

HELLO = Chapter("Hola", (PodcastLine(Side.FIRST, "Hola."), PodcastLine(Side.SECOND, "Buenas.")))
MIDDLE = Chapter("Medio", (PodcastLine(Side.FIRST, "Una frase.", leaves_time=True),))
LEAVE = Chapter("Adiós", (PodcastLine(Side.SECOND, "Hasta pronto."),))
SCRIPT = Script("Título", (HELLO, MIDDLE, LEAVE))


async def recorded(**wishes):
    voices = {side: FakeSynthesizer() for side in Side}
    return await record_podcast(SCRIPT, voices, Pace.NORMAL, **wishes), voices


async def test_each_line_is_said_by_the_voice_it_belongs_to():
    _, voices = await recorded()
    assert [text for text, _ in voices[Side.FIRST].asked] == ["Hola.", "Una frase."]
    assert [text for text, _ in voices[Side.SECOND].asked] == ["Buenas.", "Hasta pronto."]


async def test_times_follow_one_another_and_end_with_the_sound():
    podcast, _ = await recorded()
    lines = [line for chapter in podcast.chapters for line in chapter.lines]
    times = [time for line in lines for time in (line.start_seconds, line.end_seconds)]
    assert times == sorted(times)
    assert podcast.chapters[0].start_seconds == 0
    assert podcast.chapters[-1].end_seconds == podcast.audio.duration_seconds
    for before, after in zip(podcast.chapters, podcast.chapters[1:], strict=False):
        assert before.end_seconds == after.start_seconds


async def test_a_pause_to_speak_in_is_longer_than_that_between_two_voices():
    podcast, _ = await recorded()
    hello, middle, _ = podcast.chapters
    between = hello.lines[1].start_seconds - hello.lines[0].end_seconds
    assert middle.end_seconds - middle.lines[0].end_seconds > 2 + between


async def test_after_the_limit_only_leave_is_taken():
    podcast, _ = await recorded(limit_seconds=0.1)
    assert [chapter.title for chapter in podcast.chapters] == ["Hola", "Adiós"]


async def test_each_line_is_reported_as_it_is_done():
    told: list[RecordedLine] = []
    await recorded(report=told.append)
    assert [line.line.text for line in told] == ["Hola.", "Buenas.", "Una frase.", "Hasta pronto."]
