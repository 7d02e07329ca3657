"""Reading what the program prints and says."""

import difflib
import json
import re
import unicodedata
from pathlib import Path

import jiwer

from tutor.app import audio_reader, transcriber
from tutor.config import Settings
from tutor.domain.audio import AudioChunk, Utterance

__all__ = ["events_of", "found_in", "heard_in", "turns_of", "word_error_rate"]


def events_of(stdout):
    """Every line as the JSON it has to be."""
    return [json.loads(line) for line in stdout.splitlines()]


def turns_of(stdout):
    """The turns among the events."""
    return [event for event in events_of(stdout) if event["event"] == "turn"]


async def heard_in(sound: AudioChunk | Path, cache_dir):
    """What the speech model understands of a sound or a sound file."""
    audio = await audio_reader().read(sound) if isinstance(sound, Path) else sound
    utterance = Utterance(audio, audio.duration_seconds, 0.0)
    transcript = await transcriber(Settings(cache_dir=cache_dir)).transcribe(utterance)
    return transcript.text


def word_error_rate(said, heard):
    """Word errors as a share of the words said; only the letters count, without accents."""
    return jiwer.wer(_words(said), _words(heard))


def found_in(said, heard):
    """The share of the words said that were heard, in their order, whatever else was."""
    words = _words(said).split()
    matcher = difflib.SequenceMatcher(a=words, b=_words(heard).split(), autojunk=False)
    return sum(block.size for block in matcher.get_matching_blocks()) / len(words)


def _words(text):
    bare = unicodedata.normalize("NFD", text.lower())
    return " ".join(re.findall(r"\w+", "".join(c for c in bare if not unicodedata.combining(c))))
