"""Learners' sentences spoken by voices and heard by the tutor's ears, kept from run to run."""

import json
import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from gec_scoring import Sentence

from tutor import app
from tutor.adapters.audio.resampling import resampled
from tutor.adapters.tts.engines import synthesizer
from tutor.config import Settings
from tutor.domain.audio import SPEECH_RATE_HZ, VOICE_RATE_HZ, AudioChunk, Utterance
from tutor.domain.hidden_names import kind_hidden
from tutor.domain.language import Language, Pace
from tutor.domain.transcript import Segment, Transcript, Word
from tutor.ports import Synthesizer, Transcriber

__all__ = [
    "VOICES",
    "Ears",
    "gold_sentences",
    "right_sentences",
    "said_aloud",
    "speaking",
    "wrong_sentences",
]

VOICES = ("em_alex", "ef_dora", "af_heart")
"""The last is an English speaker's, who is given Spanish phonemes: that is the accent."""

_HERE = Path(__file__).parent
_HIDDEN = re.compile(r"\*\w+\*")
_HIDDEN_INSIDE = re.compile(r"\w\*[A-Z_]+\*|\*[A-Z_]+\*\w")
"""A part of a word taken for a name, as in ``ent*AGE*s``: nobody can say that."""


@dataclass(frozen=True, slots=True)
class _Heard:
    """A sentence as it was heard, and what was spoken then."""

    text: str
    transcript: Transcript


class Ears:
    """Speaks sentences and transcribes them; what was heard is kept in ``file``, if there is one.

    A sentence that the file has from the same voice in the same words is neither spoken nor heard
    again: it then needs no models. The file is of one speech model; delete it with another.
    """

    def __init__(self, settings: Settings, file: Path | None) -> None:
        self._settings = settings
        self._file = file
        self._heard = dict(_read(file)) if file and file.exists() else {}
        self._voices: dict[tuple[str, Language], Synthesizer] = {}
        self._transcriber: Transcriber | None = None

    async def hear(
        self, sentence: Sentence, voice: str, language: Language = Language.SPANISH
    ) -> Transcript:
        """The sentence, spoken at the usual pace by a voice that reads it as this language."""
        key = sentence.id, voice
        known = self._heard.get(key)
        if known is None or known.text != sentence.source:
            known = _Heard(sentence.source, await self._listen(sentence.source, voice, language))
            self._heard[key] = known
            if self._file:
                with self._file.open("a", encoding="utf-8") as lines:
                    lines.write(_line(key, known))
        return known.transcript

    async def _listen(self, text: str, voice: str, language: Language) -> Transcript:
        if (voice, language) not in self._voices:
            self._voices[voice, language] = speaking(self._settings, voice, language)
        audio = await said_aloud(self._voices[voice, language], text)
        self._transcriber = self._transcriber or app.transcriber(self._settings)
        return await self._transcriber.transcribe(Utterance(audio, audio.duration_seconds, 0.0))


async def said_aloud(voice: Synthesizer, text: str) -> AudioChunk:
    """A sentence as a microphone hears it, at ``SPEECH_RATE_HZ``."""
    sound = await voice.synthesize(text, Pace.NORMAL)
    samples = resampled(sound.samples, from_hz=VOICE_RATE_HZ, to_hz=SPEECH_RATE_HZ, channels=1)
    return AudioChunk(samples, SPEECH_RATE_HZ)


def speaking(settings: Settings, name: str, language: Language) -> Synthesizer:
    """A voice that reads a language, wherever it is from."""
    store = app.model_store(settings)
    voice = replace(store.model(name), languages=(language,))
    return synthesizer(voice, store.paths(name))


def _line(key: tuple[str, str], heard: _Heard) -> str:
    words = [
        [word.text, word.start_seconds, word.end_seconds, word.probability]
        for word in heard.transcript.words
    ]
    row = {
        "id": key[0], "voice": key[1], "text": heard.text,
        "language": heard.transcript.language.value, "words": words,
    }  # fmt: skip
    return json.dumps(row, ensure_ascii=False) + "\n"


def _read(file: Path) -> list[tuple[tuple[str, str], _Heard]]:
    """What a file has; of the same sentence the last line counts."""
    rows = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    return [
        (
            (row["id"], row["voice"]),
            _Heard(
                row["text"],
                Transcript(
                    (Segment(tuple(Word(*word) for word in row["words"])),),
                    Language(row["language"]),
                ),
            ),
        )
        for row in rows
    ]


def gold_sentences(path: Path, limit: int) -> Sequence[Sentence]:
    """``limit`` sentences spread over a gold file, with a name for each that is hidden."""
    with path.open(encoding="utf-8") as lines:
        rows = [
            json.loads(line) for line in lines if line.strip() and not _HIDDEN_INSIDE.search(line)
        ]
    chosen = [rows[at * len(rows) // limit] for at in range(limit)] if limit < len(rows) else rows
    return [
        Sentence(row["id"], _with_names(row["source"]), tuple(map(_with_names, row["references"])))
        for row in chosen
    ]


def wrong_sentences() -> Sequence[Sentence]:
    """Our own sentences with one mistake each."""
    return [
        Sentence(f"wrong-{number}", row["said"], (row["better"],))
        for number, row in enumerate(_rows(_HERE / "wrong_spoken.toml"), start=1)
    ]


def right_sentences() -> Sequence[Sentence]:
    """Our own sentences that are right as they stand."""
    return [
        Sentence(f"right-{number}", row["text"], (row["text"],))
        for number, row in enumerate(
            _rows(_HERE.parent / "tests" / "right_sentences.toml"), start=1
        )
    ]


def _rows(path: Path) -> list[dict[str, str]]:
    rows: list[dict[str, str]] = tomllib.loads(path.read_text("utf-8"))["sentences"]
    return rows


def _with_names(text: str) -> str:
    return _HIDDEN.sub(lambda found: kind_hidden(found.group())[0], text)
