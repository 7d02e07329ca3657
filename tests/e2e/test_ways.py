"""The ways to practise with real models: recordings in, a finished result out."""

import numpy as np
import pytest
import soundfile
from mutagen.id3 import ID3

from tests.e2e.reading import events_of, heard_in, word_error_rate
from tutor.adapters.lessons.toml_placement import read_prompts
from tutor.adapters.lessons.toml_stories import read_stories
from tutor.app import audio_reader, wav_bytes
from tutor.app.models import synthesizer_for
from tutor.config import Settings
from tutor.domain.language import Pace
from tutor.domain.lesson import Level
from tutor.domain.placement import PromptKind
from tutor.domain.story import filled, people_in
from tutor.resources import resource_folder

pytestmark = pytest.mark.models

MODELS = ("faster-whisper-base", "ef_dora", "em_alex", "en_US-joe-medium")
MOST_WORD_ERRORS = 0.10
TEXT = "Mi abuela va al mercado los sábados. Compra pan, queso y tomates."
LEAST_PITCH_RATIO = 1.25
"""Between the medians of a woman's voice and a man's: people's differ by more."""


@pytest.fixture
def learner(require_models, cache_dir, tmp_path):
    """``await learner("Hola.", "Adiós.")`` is a recording of each, by another voice."""
    require_models(*MODELS)
    settings = Settings(cache_dir=cache_dir)

    async def speak(*texts, voice="em_alex"):
        paths = []
        synthesizer = synthesizer_for(settings, voice)
        for text in texts:
            path = tmp_path / f"{len(list(tmp_path.glob('*.wav')))}.wav"
            path.write_bytes(wav_bytes(await synthesizer.synthesize(text, Pace.NORMAL)))
            paths.append(path)
        return paths

    return speak


@pytest.fixture
def hold(run_tutor):
    """Run a command over recordings to its end; its events."""

    def run(command, *arguments):
        result = run_tutor(command, *arguments, "--json", timeout=1800)
        assert result.returncode == 0, result.stderr
        return events_of(result.stdout)

    return run


async def test_shadowing_finds_the_words_that_were_said_and_the_one_that_was_not(
    learner, hold, tmp_path
):
    text = tmp_path / "t.txt"
    text.write_text("Hoy hace mucho calor. ¿Dónde está la estación de tren?", encoding="utf-8")
    recordings = await learner("Hoy hace mucho calor.", "¿Dónde está la estación?")
    events = hold("shadow", "--text-file", text, "--audio", *recordings, "--mute")
    first, second = [event for event in events if event["event"] == "shadowed"]
    assert first["clarity"] == 1.0
    assert [word["text"] for word in second["words"] if word["mark"] == "missing"] == ["de", "tren"]
    assert 80 < first["words_per_minute"] < 260
    assert events[-1]["event"] == "shadow_ended"


async def test_a_podcast_has_two_voices_its_chapters_and_a_transcript_that_is_true(
    require_models, hold, tmp_path, cache_dir
):
    require_models(*MODELS)
    text, file = tmp_path / "mercado.txt", tmp_path / "p.mp3"
    text.write_text(TEXT, encoding="utf-8")
    *lines, made = hold("podcast", text, "--out", file, "--voice", "ef_dora", "--voice", "em_alex")

    said, heard = [], []
    pitches: dict[str, list[float]] = {"ef_dora": [], "em_alex": []}
    sound = await audio_reader().read(file)
    for line in lines:
        part = sound.between(line["start"] - 0.2, line["end"] + 0.2)
        said.append(line["text"])
        heard.append(await heard_in(part, cache_dir))
        pitches[line["voice"]] += voiced_pitches(part)
    assert word_error_rate(" ".join(said), " ".join(heard)) <= MOST_WORD_ERRORS, heard
    medians = {voice: float(np.median(several)) for voice, several in pitches.items()}
    assert medians["ef_dora"] / medians["em_alex"] > LEAST_PITCH_RATIO, medians

    chapters = sorted(ID3(file).getall("CHAP"), key=lambda chapter: chapter.start_time)
    assert [c.sub_frames["TIT2"].text[0] for c in chapters] == [
        chapter["title"] for chapter in made["chapters"]
    ]
    assert soundfile.info(file).duration == pytest.approx(made["seconds"], abs=0.2)
    transcript = file.with_suffix(".txt").read_text(encoding="utf-8")
    assert all(f": {line['text']}" in transcript for line in lines)
    assert "Dora: " in transcript
    assert "Alex: " in transcript


async def test_a_story_is_answered_by_voice_and_judged(learner, hold):
    story = read_stories(resource_folder("lessons") / "stories" / "es", Level.A1)[0]
    told = filled(story, people_in(["mi hermana Ana en Lima"]))
    recordings = await learner(*(question.answer for question in told.questions))
    events = hold(
        "story", "--about", "mi hermana Ana en Lima", "--level", "A1", "--seed", "0", "--mute",
        "--audio", *recordings,
    )  # fmt: skip
    assert sum(event["event"] == "turn" for event in events) == 3
    assert events[-1]["event"] == "story_ended"
    assert (events[-1]["questions"], events[-1]["right"]) == (3, 3)


async def test_a_placement_of_good_beginners_answers_ends_above_the_lowest_level(learner, hold):
    prompts = read_prompts(resource_folder("lessons") / "placement", Level.A2)
    opened = "Ayer fui al mercado con mi hermana y compré pan, fruta y queso para la cena."
    say = next(prompt for prompt in prompts if prompt.kind is PromptKind.SAY)
    assert say.keys
    recordings = await learner(*[opened, "No sé."] * 6)
    events = hold("placement", "--seed", "0", "--mute", "--audio", *recordings)
    assert events[-1]["event"] == "placement_ended"
    assert events[-1]["complete"] is True
    assert events[-1]["answers"] >= 6


async def test_an_exchange_is_half_in_spanish_and_half_in_english(learner, hold):
    spanish = await learner("Hola, hoy yo soy muy cansado.", "El sábado fui al cine.")
    english = await learner(
        "You should say it in the past tense.", "I do not know.", voice="en_US-joe-medium"
    )
    events = hold("exchange", "--mute", "--seed", "1", "--audio", *spanish, *english)
    kinds = [event["event"] for event in events]
    assert kinds.count("turn") == 2
    assert kinds.index("session_ended") < kinds.index("exchange_started")
    assert events[-1]["event"] == "exchange_ended"
    assert events[-1]["mistakes"] >= 1
    assert all(event["unusable"] == 0 for event in events if "unusable" in event)


def voiced_pitches(audio, frame_seconds=0.04):
    """The pitch in Hz of each clearly voiced frame, by the highest peak of its autocorrelation."""
    rate = audio.sample_rate_hz
    samples = np.frombuffer(audio.samples, dtype="<i2").astype(float)
    size, low, high = int(rate * frame_seconds), int(rate / 400), int(rate / 70)
    found = []
    for start in range(0, len(samples) - size, size):
        frame = samples[start : start + size] - samples[start : start + size].mean()
        energy = float(frame @ frame)
        if energy / size < 1e5:
            continue
        correlation = np.correlate(frame, frame, "full")[size - 1 :] / energy
        lag = low + int(np.argmax(correlation[low:high]))
        if correlation[lag] > 0.5:
            found.append(rate / lag)
    return found
