"""``tutor say``: the voice alone."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tutor.cli.shell import Shell
from tutor.domain.language import Language, Pace

if TYPE_CHECKING:
    from tutor.config import Settings
    from tutor.domain.audio import AudioChunk

__all__ = ["say"]

_PAUSE_SECONDS = 0.35
"""Between one piece of a long text and the next."""

_PIECE_CHARACTERS = 150
"""A voice speaks a sentence better together with its neighbours than alone."""


def say(
    shell: Shell,
    text: Annotated[str, typer.Argument(help="What to say.")],
    lang: Annotated[
        Language | None,
        typer.Option("--lang", show_default=False, help="Its language; else the voice's, or es."),
    ] = None,
    slow: Annotated[bool, typer.Option("--slow", help="Speak slowly.")] = False,
    out: Annotated[
        Path | None,
        typer.Option("--out", show_default=False, help="Write a WAV file instead of playing."),
    ] = None,
    voice: Annotated[
        str | None,
        typer.Option("--voice", show_default=False, help="A voice of: tutor voices list"),
    ] = None,
) -> None:
    """Say a text aloud."""
    settings = shell.settings()
    language, name = _language_and_voice(settings, lang, voice)
    audio = shell.run(_audio(settings, name, text, Pace.SLOW if slow else Pace.NORMAL))
    if out is not None:
        _write(audio, out)
    else:
        shell.run(_play(settings, language, text, audio))
    if shell.json:
        row = {"text": text, "lang": language.value, "voice": name}
        file = {} if out is None else {"file": str(out)}
        shell.emit({**row, "seconds": round(audio.duration_seconds, 3), **file})
    elif out is not None:
        shell.say(f"{out}  {audio.duration_seconds:.1f} s  {name}")


def _language_and_voice(
    settings: "Settings", lang: Language | None, voice: str | None
) -> tuple[Language, str]:
    from tutor.app import chosen_models, model_store
    from tutor.errors import ModelMissingError

    if voice is None:
        language = lang or Language.SPANISH
        choice = chosen_models(settings)
        spanish = language is Language.SPANISH
        return language, choice.spanish_voice if spanish else choice.english_voice
    spoken = model_store(settings).model(voice).languages
    if lang is not None and lang not in spoken:
        raise ModelMissingError(
            f"The voice '{voice}' does not speak '{lang}'. Choose one of: tutor voices list"
        )
    return lang or spoken[0], voice


async def _audio(settings: "Settings", voice: str, text: str, pace: Pace) -> "AudioChunk":
    from tutor.app import synthesizer_for
    from tutor.domain.splicing import spliced

    speaker = synthesizer_for(settings, voice)
    sounds = [await speaker.synthesize(piece, pace) for piece in _pieces(text)]
    return spliced(sounds, _PAUSE_SECONDS)


def _pieces(text: str) -> list[str]:
    """A few sentences at a time: Ctrl-C takes effect between two of them."""
    from tutor.domain.sentences import split_sentences

    pieces = [""]
    for sentence in split_sentences(text):
        if pieces[-1] and len(pieces[-1]) + len(sentence) > _PIECE_CHARACTERS:
            pieces.append(sentence)
        else:
            pieces[-1] = f"{pieces[-1]} {sentence}".strip()
    return pieces


async def _play(settings: "Settings", language: Language, text: str, audio: "AudioChunk") -> None:
    from tutor.app import player
    from tutor.domain.audio import Speech
    from tutor.domain.language import SpokenLine

    speaker = player(settings)
    try:
        await speaker.play(Speech(SpokenLine(language, text), audio), lambda: None)
    finally:
        await speaker.close()


def _write(audio: "AudioChunk", path: Path) -> None:
    from tutor.app import wav_bytes
    from tutor.errors import AudioFileError

    try:
        path.write_bytes(wav_bytes(audio))
    except OSError as error:
        raise AudioFileError(
            f"'{path}' cannot be written ({error.strerror}). Name another file with --out."
        ) from error
