"""``tutor transcribe``: sound files to words."""

import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tutor.cli.shell import Shell
from tutor.errors import AudioFileError, TranscriptionError

if TYPE_CHECKING:
    from tutor.domain.transcript import Transcript
    from tutor.ports import AudioReader, Transcriber

__all__ = ["transcribe"]


def transcribe(
    shell: Shell,
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE...", show_default=False, help="Sound files.")
    ],
) -> None:
    """Write down what is said in sound files, in Spanish or English.

    A file that cannot be read is reported, and the others go on.
    """
    from tutor.app import audio_reader, transcriber

    reader, ears = audio_reader(), transcriber(shell.settings())
    if shell.run(_transcribe_all(shell, files, reader, ears)):
        raise typer.Exit(1)


async def _transcribe_all(
    shell: Shell, files: list[Path], reader: "AudioReader", ears: "Transcriber"
) -> int:
    """How many files failed."""
    from tutor.domain.audio import Utterance

    failures = 0
    for file in files:
        try:
            audio = await reader.read(file)
            started = time.monotonic()
            transcript = await ears.transcribe(
                Utterance(audio, audio.duration_seconds, 0.0, str(file))
            )
        except (AudioFileError, TranscriptionError) as error:
            if shell.debug:
                raise
            shell.warn(str(error))
            failures += 1
            continue
        _show(shell, file, transcript, audio.duration_seconds, time.monotonic() - started)
    return failures


def _show(
    shell: Shell, file: Path, transcript: "Transcript", seconds: float, transcribe_seconds: float
) -> None:
    from tutor.cli.rendering_json import word_row

    if shell.json:
        shell.emit(
            {
                "file": str(file),
                "text": transcript.text,
                "words": [word_row(word) for word in transcript.words],
                "seconds": round(seconds, 3),
                "language": transcript.language.value,
                "transcribe_seconds": round(transcribe_seconds, 3),
            }
        )
    else:
        shell.say(f"{file}: {transcript.text or '(no speech)'}")
