"""Wiring the check-up."""

import os
import platform
import shutil
import sys
from collections.abc import AsyncGenerator, Callable, Iterator
from contextlib import aclosing

from tutor.app import (
    audio_reader,
    chosen_models,
    conversation_partner,
    corrector,
    language_models,
    lesson_shelf,
    microphone,
    player,
    sound_system,
    transcriber,
    voices,
)
from tutor.app.practice import demo_sitting
from tutor.app.sitting import Sitting, system_clock
from tutor.config import Settings
from tutor.domain.audio import Utterance
from tutor.domain.finding import Finding, State
from tutor.domain.machine import (
    disk_finding,
    echo_finding,
    level_finding,
    models_finding,
    python_finding,
    sound_findings,
)
from tutor.errors import AudioError, TutorError
from tutor.session.checkup import Stages, try_stages
from tutor.session.sound_check import measure_level, play_and_record

__all__ = ["echo", "level", "machine_findings", "sound", "stages"]


def machine_findings(settings: Settings) -> Iterator[Finding]:
    """Python, disk and models."""
    version = f"Python {platform.python_version()} on {platform.system()} {platform.machine()}"
    yield python_finding(sys.version_info[:2], version)
    folder = settings.data_dir
    there = next(parent for parent in (folder, *folder.parents) if parent.exists())
    yield disk_finding(
        str(folder), shutil.disk_usage(there).free, is_writable=os.access(there, os.W_OK)
    )
    choice = chosen_models(settings)
    yield models_finding(choice.names, choice.missing)


def sound() -> tuple[Finding, ...]:
    """PortAudio and its devices."""
    try:
        return sound_findings(sound_system())
    except AudioError as error:
        return (Finding("sound", State.PROBLEM, str(error)),)


async def level(settings: Settings, seconds: float, report: Callable[[float], None]) -> Finding:
    """How loud the microphone is; ``report`` gets the level in dBFS several times a second."""
    ear = microphone(settings)
    try:
        return level_finding(await measure_level(ear, seconds, report))
    except AudioError as error:
        return Finding("level", State.PROBLEM, str(error))
    finally:
        await ear.close()


async def echo(settings: Settings) -> Finding:
    """Play a tone and record it."""
    ear = microphone(settings)
    try:
        speaker = player(settings)
        try:
            return echo_finding(await play_and_record(speaker, ear))
        finally:
            await speaker.close()
    except AudioError as error:
        return Finding("echo", State.PROBLEM, str(error))
    finally:
        await ear.close()


async def _first_utterance(sitting: Sitting) -> Utterance:
    audio = await audio_reader().read(sitting.recordings[0])
    return Utterance(audio, audio.duration_seconds, 0.0)


async def stages(settings: Settings) -> AsyncGenerator[Finding, None]:
    """Each stage tried with the demonstration's first recording."""
    try:
        async with language_models(settings) as models:
            sitting = demo_sitting(out=None, mute=True, slow=False)
            utterance = await _first_utterance(sitting)
            equipment = Stages(
                transcriber=transcriber(settings),
                corrector=corrector(settings),
                partner=conversation_partner(models),
                voices=voices(settings),
                speech_model=settings.speech.model,
                language_model=settings.llm.base_url or chosen_models(settings).language_model,
                clock=system_clock(),
            )
            lesson = lesson_shelf(settings).lesson(sitting.lesson_id)
            async with aclosing(try_stages(equipment, utterance, lesson)) as findings:
                async for finding in findings:
                    yield finding
    except TutorError as error:
        yield Finding("models", State.PROBLEM, str(error))
