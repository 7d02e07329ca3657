"""Trying every stage once, as a session would, with a stopwatch."""

from collections.abc import AsyncGenerator, Mapping
from contextlib import aclosing
from dataclasses import dataclass

from tutor.domain.audio import Utterance
from tutor.domain.conversation import Conversation
from tutor.domain.finding import Finding, State
from tutor.domain.language import Language, Pace
from tutor.domain.lesson import Lesson
from tutor.domain.speed import correction_finding, hearing_finding, reply_finding, voice_finding
from tutor.domain.transcript import Transcript
from tutor.errors import TutorError
from tutor.ports import Clock, Corrector, Partner, Synthesizer, Transcriber

__all__ = ["Stages", "try_stages"]

_SENTENCES = {
    Language.SPANISH: "Buenos días, ¿qué tal el fin de semana?",
    Language.ENGLISH: "Good morning, how was your weekend?",
}


@dataclass(frozen=True, slots=True)
class Stages:
    """What is tried, and the names to call it by."""

    transcriber: Transcriber
    corrector: Corrector
    partner: Partner
    voices: Mapping[Language, Synthesizer]
    speech_model: str
    language_model: str
    clock: Clock


async def try_stages(
    stages: Stages, utterance: Utterance, lesson: Lesson
) -> AsyncGenerator[Finding, None]:
    """A finding for each stage as soon as it is known; a stage that fails does not stop the rest.

    Each stage is tried twice and the second try is timed: the first loads the model.
    """
    transcript = Transcript(())
    try:
        await stages.transcriber.transcribe(utterance)
        begun = stages.clock.monotonic()
        transcript = await stages.transcriber.transcribe(utterance)
        taken = stages.clock.monotonic() - begun
        yield hearing_finding(stages.speech_model, utterance.speech_seconds, taken)
    except TutorError as error:
        yield Finding("hearing", State.PROBLEM, str(error))
    for trial in (_correction(stages, transcript), _reply(stages, lesson, transcript.text)):
        yield await trial
    for language in Language:
        yield await _voice(stages, language)


async def _correction(stages: Stages, transcript: Transcript) -> Finding:
    try:
        await stages.corrector.correct(transcript)
        begun = stages.clock.monotonic()
        await stages.corrector.correct(transcript)
    except TutorError as error:
        return Finding("correction", State.PROBLEM, str(error))
    return correction_finding(stages.clock.monotonic() - begun)


async def _reply(stages: Stages, lesson: Lesson, learner: str) -> Finding:
    taken = 0.0
    try:
        for _ in range(2):
            begun = stages.clock.monotonic()
            async with aclosing(stages.partner.reply(Conversation(lesson), learner)) as sentences:
                await anext(sentences, None)
            taken = stages.clock.monotonic() - begun
    except TutorError as error:
        return Finding("reply", State.PROBLEM, str(error))
    return reply_finding(stages.language_model, taken)


async def _voice(stages: Stages, language: Language) -> Finding:
    voice, text = stages.voices[language], _SENTENCES[language]
    try:
        await voice.synthesize(text, Pace.NORMAL)
        begun = stages.clock.monotonic()
        sound = await voice.synthesize(text, Pace.NORMAL)
    except TutorError as error:
        return Finding(f"voice ({language})", State.PROBLEM, str(error))
    taken = stages.clock.monotonic() - begun
    return voice_finding(language, sound.duration_seconds, taken)
