"""What the measured speed of each stage means on this machine."""

from tutor.domain.finding import Finding, State
from tutor.domain.language import Language

__all__ = ["correction_finding", "hearing_finding", "reply_finding", "voice_finding"]

_WORK_OF_BASE = {"faster-whisper-base": 1.0, "faster-whisper-small": 3.3}
"""Work relative to ``base``, by the models' sizes; an estimate, said to be one."""

_COMFORTABLE_SECONDS = 1.5
"""A stage that takes longer is felt as a wait."""

_FASTER_LANGUAGE_MODEL = (
    "Choose a smaller model (tutor models list, then tutor config set llm.model NAME)"
    " or a server (tutor config set llm.base_url URL)."
)


def hearing_finding(model: str, speech_seconds: float, taken_seconds: float) -> Finding:
    """How long transcribing takes, and what a larger model would take.

    Args:
        model: The speech model's name in the catalogue.
        speech_seconds: Length of what was transcribed.
        taken_seconds: How long that took.
    """
    text = f"{model} takes {taken_seconds:.1f} s for {speech_seconds:.1f} s of speech"
    if taken_seconds > _COMFORTABLE_SECONDS:
        return Finding(
            "hearing", State.ADVICE, text, "Close other programs, or speak in shorter sentences."
        )
    larger = "faster-whisper-small"
    if model in _WORK_OF_BASE and model != larger:
        estimate = taken_seconds * _WORK_OF_BASE[larger] / _WORK_OF_BASE[model]
        if estimate <= _COMFORTABLE_SECONDS:
            text += (
                f"; {larger} would take about {estimate:.1f} s and hears better"
                f" (tutor models fetch {larger}; tutor config set speech.model {larger})"
            )
    return Finding("hearing", State.GOOD, text)


def correction_finding(taken_seconds: float) -> Finding:
    """How long it takes to know what was wrong."""
    text = f"a sentence is corrected in {taken_seconds:.1f} s"
    if taken_seconds <= 2 * _COMFORTABLE_SECONDS:
        return Finding("correction", State.GOOD, text)
    return Finding("correction", State.ADVICE, text, _FASTER_LANGUAGE_MODEL)


def voice_finding(language: Language, sound_seconds: float, taken_seconds: float) -> Finding:
    """How fast a voice speaks, against how long what it says lasts."""
    topic = f"voice ({language})"
    text = f"makes {sound_seconds:.1f} s of speech in {taken_seconds:.1f} s"
    if taken_seconds < sound_seconds:
        return Finding(topic, State.GOOD, text)
    return Finding(
        topic,
        State.ADVICE,
        f"{text}: slower than it is spoken, so there will be pauses",
        "Choose a Piper voice: tutor voices list",
    )


def reply_finding(name: str, first_sentence_seconds: float) -> Finding:
    """How long the language model takes until its first sentence can be said."""
    text = f"{name} has its first sentence ready after {first_sentence_seconds:.1f} s"
    if first_sentence_seconds <= 2 * _COMFORTABLE_SECONDS:
        return Finding("reply", State.GOOD, text)
    return Finding("reply", State.ADVICE, text, _FASTER_LANGUAGE_MODEL)
