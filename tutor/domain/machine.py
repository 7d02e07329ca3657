"""What a check-up concludes from facts about the machine."""

from collections.abc import Sequence

from tutor.domain.finding import Finding, State
from tutor.domain.sound_device import SILENCE_DBFS, SoundCheck, SoundSystem

__all__ = [
    "disk_finding",
    "echo_finding",
    "level_finding",
    "models_finding",
    "python_finding",
    "sound_findings",
]

_TESTED_PYTHONS = ((3, 11), (3, 12), (3, 13))
_ENOUGH_BYTES = 200 * 2**20
_FAINT_DBFS = -40.0
_CLIPPED_DBFS = -0.2
_NOT_HANDS_FREE = "or practise with --text or --audio FILE"


def python_finding(version: tuple[int, int], description: str) -> Finding:
    """Whether this Python is one the program is tried on."""
    if version in _TESTED_PYTHONS:
        return Finding("python", State.GOOD, description)
    return Finding(
        "python", State.ADVICE, f"{description} is not tried", "Install Python 3.11, 3.12 or 3.13."
    )


def disk_finding(folder: str, free_bytes: int, *, is_writable: bool) -> Finding:
    """Whether the learner's records have room."""
    if not is_writable:
        return Finding(
            "disk",
            State.PROBLEM,
            f"{folder} cannot be written",
            "Name another folder with --data-dir DIR, or allow yourself to write there.",
        )
    text = f"{free_bytes / 10**9:.1f} GB free for {folder}"
    if free_bytes < _ENOUGH_BYTES:
        return Finding("disk", State.PROBLEM, text, "Make room there.")
    return Finding("disk", State.GOOD, text)


def models_finding(names: Sequence[str], missing: Sequence[str]) -> Finding:
    """Whether everything a session uses has been fetched."""
    if missing:
        return Finding(
            "models", State.PROBLEM, f"not here yet: {', '.join(missing)}", "tutor models fetch"
        )
    return Finding("models", State.GOOD, ", ".join(names))


def sound_findings(system: SoundSystem) -> tuple[Finding, ...]:
    """PortAudio, the microphone and the speaker that would be used."""
    microphone = next((d.name for d in system.inputs if d.is_default_input), None)
    speaker = next((d.name for d in system.outputs if d.is_default_output), None)
    return (
        Finding("sound", State.GOOD, f"{system.library}, {len(system.devices)} devices"),
        Finding("microphone", State.GOOD, microphone)
        if microphone
        else Finding(
            "microphone", State.PROBLEM, "there is none", f"Plug one in, {_NOT_HANDS_FREE}."
        ),
        Finding("speaker", State.GOOD, speaker)
        if speaker
        else Finding("speaker", State.PROBLEM, "there is none", "Plug one in, or use --mute."),
    )


def level_finding(peak_dbfs: float) -> Finding:
    """Whether a voice that was asked for reached the microphone at a good level."""
    text = f"the loudest moment was {peak_dbfs:.0f} dBFS"
    if peak_dbfs <= SILENCE_DBFS:
        return Finding(
            "level",
            State.PROBLEM,
            "not a single sound came in",
            "Allow this program to use the microphone, and turn its mute off.",
        )
    if peak_dbfs < _FAINT_DBFS:
        return Finding("level", State.ADVICE, text, "Speak closer, or turn the microphone up.")
    if peak_dbfs > _CLIPPED_DBFS:
        return Finding("level", State.ADVICE, text, "Turn the microphone down: it is distorted.")
    return Finding("level", State.GOOD, text)


def echo_finding(check: SoundCheck) -> Finding:
    """Whether the microphone heard what the speaker played."""
    if check.is_heard:
        return Finding("echo", State.GOOD, "the microphone hears the speaker")
    return Finding(
        "echo",
        State.ADVICE,
        "the microphone did not hear the speaker",
        "Fine with headphones; otherwise turn the speaker up.",
    )
