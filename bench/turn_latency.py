"""How long the learner waits: our turn beside the usual one that does one thing after the other.

The same recorded learner, fed in real time, and the same models: Whisper base, the embedded
language model, Kokoro. Four ways, each a whole session:

sequential      .8 s of silence, faster-whisper's default call, the complete reply, its complete
                speech, as tutorials do it; it corrects nothing
one by one      ours, but nothing is begun before the turn is decided
fixed silence   ours, but a turn is over after .8 s of silence, whatever was said
ours            the tutor as it is

Times are seconds from the last of the learner's speech, as Silero hears it. The first audio is the
first sample of the correction or the reply; there are no fillers. What the tutor says takes as long
as it would from a speaker. Without ``--recordings`` the learner is made of ``turn_learner.toml``.
"""

import argparse
import asyncio
import os
import resource
import statistics
import sys
import tempfile
import tomllib
from collections.abc import AsyncGenerator, Mapping, Sequence
from contextlib import aclosing
from dataclasses import replace
from pathlib import Path

import numpy as np
from faster_whisper import WhisperModel
from fed_learner import STAGES, FedMicrophone, PatientPlayer, Stopwatch, Take, takes_of
from spoken_learners import said_aloud, speaking

from tutor import app
from tutor.adapters.llm.partner import partner_messages
from tutor.app.language import language_models
from tutor.app.practice import PracticeSitting, equipped_practice
from tutor.app.sitting import Source
from tutor.config import Settings, load_settings
from tutor.domain.audio import AudioChunk, Speech, Utterance
from tutor.domain.chat import ChatMessage
from tutor.domain.conversation import Conversation, Exchange
from tutor.domain.endpointing import EndpointingSettings
from tutor.domain.language import Language, Pace, SpokenLine
from tutor.domain.transcript import Transcript
from tutor.ports import ChatModel, Drafting, Listener, Transcriber
from tutor.session.events import Event, Thinking
from tutor.session.listening import HandsFreeListener
from tutor.session.practice import Practice

_HERE = Path(__file__).parent
_LEARNER_VOICES = ("em_alex", "af_heart")
_SILENCE_SECONDS = 0.8
_MEDIAN_AT_MOST, _P95_AT_MOST, _TIMES_SHORTER = 1.3, 3.0, 4.0
_LESSON = "a2-my-week"


class _TimedEars:
    """A Transcriber under the stopwatch."""

    def __init__(self, ears: Transcriber, watch: Stopwatch) -> None:
        self._ears = ears
        self._watch = watch

    async def load(self) -> None:
        await self._ears.load()

    async def transcribe(self, utterance: Utterance) -> Transcript:
        transcript = await self._ears.transcribe(utterance)
        self._watch.reached("transcript")
        return transcript


class _TimedChat:
    """A ChatModel under the stopwatch."""

    def __init__(self, chat: ChatModel, watch: Stopwatch) -> None:
        self._chat = chat
        self._watch = watch

    async def stream(
        self,
        messages: Sequence[ChatMessage],
        *,
        max_tokens: int,
        temperature: float,
        schema: Mapping[str, object] | None = None,
    ) -> AsyncGenerator[str, None]:
        is_awaited = max_tokens > 1
        answer = self._chat.stream(
            messages, max_tokens=max_tokens, temperature=temperature, schema=schema
        )
        async with aclosing(answer) as pieces:
            async for piece in pieces:
                if is_awaited:
                    self._watch.reached("first token")
                is_awaited = False
                yield piece


class _Undrafted:
    """A Listener that tells nobody of pauses."""

    def __init__(self, listener: Listener) -> None:
        self._listener = listener

    async def listen(
        self, drafting: Drafting | None = None, *, begun: Sequence[AudioChunk] = ()
    ) -> Utterance | str | None:
        del drafting
        return await self._listener.listen(begun=begun)

    def wait_longer(self) -> None:
        self._listener.wait_longer()

    async def close(self) -> None:
        await self._listener.close()


async def _ours(settings: Settings, takes: Sequence[Take], way: str) -> Stopwatch:
    watch = Stopwatch()

    def emit(event: Event) -> None:
        if isinstance(event, Thinking):
            watch.reached("endpoint")

    sitting = PracticeSitting(lesson_id=_LESSON, source=Source.RECORDED, out=Path(os.devnull))
    microphone = FedMicrophone(takes, watch)
    async with (
        language_models(settings) as models,
        equipped_practice(settings, sitting, models, emit) as (plan, equipment),
    ):
        timed = replace(models, partner_chat=_TimedChat(models.partner_chat, watch))
        listener: Listener = app.hands_free_listener(
            settings, microphone, plan.lesson.level, app.turn_judge(settings)
        )
        if way == "fixed silence":
            listener = HandsFreeListener(
                microphone, app.voice_detector(), EndpointingSettings(_SILENCE_SECONDS)
            )
        ours = replace(
            equipment,
            listener=_Undrafted(listener) if way == "one by one" else listener,
            transcriber=_TimedEars(equipment.transcriber, watch),
            partner=app.conversation_partner(timed),
            narrator=equipment.narrator.heard_from(PatientPlayer(watch)),
        )
        await Practice(plan, ours, emit).run()
    return watch


async def _sequential(settings: Settings, takes: Sequence[Take]) -> Stopwatch:
    watch = Stopwatch()
    folder = app.model_store(settings).paths(settings.speech.model)[0].parent
    ears = WhisperModel(str(folder), device="cpu", compute_type="int8", local_files_only=True)
    listener = HandsFreeListener(
        FedMicrophone(takes, watch), app.voice_detector(), EndpointingSettings(_SILENCE_SECONDS)
    )
    voice = app.voices(settings)[Language.SPANISH]
    player = PatientPlayer(watch)
    await voice.synthesize("Hola.", Pace.NORMAL)
    talk = Conversation(app.lesson_shelf(settings).lesson(_LESSON))
    async with language_models(settings) as models:
        chat = _TimedChat(models.partner_chat, watch)
        while (utterance := await listener.listen()) is not None:
            watch.reached("endpoint")
            said = await asyncio.to_thread(_defaults, ears, utterance.audio)
            watch.reached("transcript")
            messages = partner_messages(talk, said)
            async with aclosing(chat.stream(messages, max_tokens=90, temperature=0.2)) as pieces:
                reply = "".join([piece async for piece in pieces])
            sound = await voice.synthesize(reply, Pace.NORMAL)
            speech = Speech(SpokenLine(Language.SPANISH, reply), sound)
            await player.play(speech, lambda: None)
            talk = talk.with_exchange(Exchange(said, reply))
    return watch


def _defaults(ears: WhisperModel, audio: AudioChunk) -> str:
    samples = np.frombuffer(audio.samples, dtype="<i2").astype(np.float32) / 32768.0
    segments, _ = ears.transcribe(samples)
    return " ".join(segment.text.strip() for segment in segments)


async def _learner(settings: Settings, folder: Path | None, turns: int) -> list[Take]:
    if folder is not None:
        return await takes_of(_recordings(folder)[:turns])
    sentences = tomllib.loads((_HERE / "turn_learner.toml").read_text("utf-8"))["sentences"]
    voices = [speaking(settings, name, Language.SPANISH) for name in _LEARNER_VOICES]
    sounds = [
        await said_aloud(voices[number % len(voices)], text)
        for number, text in enumerate(sentences[:turns])
    ]
    return await takes_of(sounds)


def _recordings(folder: Path) -> list[Path]:
    return sorted(p for p in folder.iterdir() if p.suffix in {".wav", ".flac", ".mp3", ".ogg"})


def _p95(values: Sequence[float]) -> float:
    return sorted(values)[max(0, -(-95 * len(values) // 100) - 1)]


def _row(way: str, watch: Stopwatch) -> str:
    waits = watch.waits()
    cells = []
    for stage in STAGES:
        values = [wait[stage] for wait in waits if stage in wait]
        cells.append(
            f"{statistics.median(values):5.2f} {_p95(values):5.2f}" if values else " " * 11
        )
    return f"{way:14} {len(waits):5} {watch.cut_off:7}   " + "   ".join(cells)


def _firsts(watch: Stopwatch) -> list[float]:
    return [wait["first audio"] for wait in watch.waits()]


def _verdict(ours: Stopwatch, sequential: Stopwatch) -> tuple[str, bool]:
    mine, theirs = _firsts(ours), _firsts(sequential)
    median, p95 = statistics.median(mine), _p95(mine)
    times = statistics.median(theirs) / median
    is_met = median <= _MEDIAN_AT_MOST and p95 <= _P95_AT_MOST and times >= _TIMES_SHORTER
    text = (
        f"first audio: median {median:.2f} s (at most {_MEDIAN_AT_MOST}), "
        f"p95 {p95:.2f} s (at most {_P95_AT_MOST}), "
        f"{times:.1f} times shorter than sequential (at least {_TIMES_SHORTER:.0f})"
    )
    return text, is_met


def _details(watch: Stopwatch) -> None:
    for number, wait in enumerate(watch.waits(), start=1):
        print(f"  turn {number:2}  " + "  ".join(f"{k} {v:5.2f}" for k, v in wait.items()))


async def _measure(options: argparse.Namespace) -> bool:
    ways = options.ways.split(",")
    watches: dict[str, Stopwatch] = {}
    print(f"{'':14} turns cut off   " + "   ".join(f"{stage:>11}" for stage in STAGES))
    for way in ways:
        with tempfile.TemporaryDirectory() as data:
            settings = load_settings({"data_dir": data})
            takes = await _learner(settings, options.recordings, options.turns)
            run = (
                _sequential(settings, takes) if way == "sequential" else _ours(settings, takes, way)
            )
            watches[way] = await run
        print(_row(way, watches[way]), flush=True)
        if options.turn_by_turn:
            _details(watches[way])
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"median and 95th percentile, seconds; peak memory of the process {peak:.0f} MiB")
    if not {"ours", "sequential"} <= set(ways):
        return True
    text, is_met = _verdict(watches["ours"], watches["sequential"])
    print(text)
    return is_met


def main() -> int:
    """Measure, print, and with ``--check`` judge."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--recordings", type=Path, help="a folder; each file is one turn")
    parser.add_argument("--turns", type=int, default=11, help="at most (default: 11)")
    parser.add_argument("--ways", default="sequential,one by one,fixed silence,ours")
    parser.add_argument("--turn-by-turn", action="store_true", help="print every turn too")
    parser.add_argument("--check", action="store_true", help="exit 1 where the figures are missed")
    options = parser.parse_args()
    is_met = asyncio.run(_measure(options))
    return int(options.check and not is_met)


if __name__ == "__main__":
    sys.exit(main())
