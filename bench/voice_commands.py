#!/usr/bin/env python3
"""Whether voice commands are recognised when spoken, and whether learners' sentences are not.

    python bench/voice_commands.py [--gold DEV.jsonl] [--limit 500] [--heard FILE] [--plain]
                                   [--english-voice NAME] [--without-speech] [--list] [--check]

GOLD has one object a line: {"id", "source", "references": [...]}; how many of its sentences are
taken for a command is printed. Then every command in ``voice_commands.toml`` is spoken: in Spanish
by two Spanish voices and by an English one, which is an accent, and in English by the latter. What
the transcriber makes of it is recognised or not; the first way to put a command is its plain form.
``--english-voice`` has another voice speak the English ones alone: what is misheard was collected
from the others. ``--heard`` keeps what was heard for the next run. ``--check`` ends with 1 where a
sentence is taken for a command, or a plain form is not recognised from any one of the voices.
"""

import argparse
import asyncio
import sys
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from gec_scoring import Sentence
from spoken_learners import Ears, gold_sentences

from tutor.config import load_settings
from tutor.domain.language import Language
from tutor.domain.voice_command import IN_PRACTICE, VoiceCommand, recognised

__all__ = ["Outcome", "Spoken", "commands_table", "fired", "holds", "spoken_commands"]

_HERE = Path(__file__).parent
_CORPUS = Path(__file__).parents[2] / "shared/data/cowsl2h"
_VOICES = {
    Language.SPANISH: ("ef_dora", "em_alex", "af_heart"),
    Language.ENGLISH: ("af_heart",),
}
_PROGRESS_EVERY = 10


@dataclass(frozen=True, slots=True)
class Spoken:
    """One way to put a command."""

    command: VoiceCommand
    language: Language
    number: int
    """From 0, which is the plain form."""
    text: str

    @property
    def is_plain(self) -> bool:
        """Whether it is the form that has to be recognised."""
        return self.number == 0


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of it in one voice."""

    spoken: Spoken
    voice: str
    heard: str

    @property
    def is_recognised(self) -> bool:
        """Whether the transcript is this very command."""
        wish = recognised(self.heard, IN_PRACTICE)
        return wish is not None and wish.command is self.spoken.command


def spoken_commands(path: Path = _HERE / "voice_commands.toml") -> list[Spoken]:
    """Every command in every way, the plain forms first."""
    rows = tomllib.loads(path.read_text("utf-8"))["commands"]
    every = [
        Spoken(VoiceCommand(row["command"]), language, number, text)
        for row in rows
        for language in Language
        for number, text in enumerate(row[language.value])
    ]
    return sorted(every, key=lambda spoken: spoken.number > 0)


def fired(sentences: Iterable[str]) -> list[tuple[str, VoiceCommand]]:
    """The sentences that are taken for commands."""
    wishes = ((sentence, recognised(sentence, IN_PRACTICE)) for sentence in sentences)
    return [(sentence, wish.command) for sentence, wish in wishes if wish is not None]


def commands_table(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """A line for each command and one for all: recognised of spoken, plain forms and others."""
    yield f"{'command':16}{'plain es':>10}{'plain en':>10}{'others es':>11}{'others en':>11}"
    present = {outcome.spoken.command for outcome in outcomes}
    for name in [*(one for one in VoiceCommand if one in present), None]:
        own = [one for one in outcomes if name is None or one.spoken.command is name]
        cells = [
            _share([o for o in own if o.spoken.is_plain is plain and o.spoken.language is language])
            for plain in (True, False)
            for language in (Language.SPANISH, Language.ENGLISH)
        ]
        yield f"{name or 'all':16}{cells[0]:>10}{cells[1]:>10}{cells[2]:>11}{cells[3]:>11}"


def holds(outcomes: Iterable[Outcome], taken: Sequence[object]) -> bool:
    """Whether nothing was taken for a command and every plain form was recognised."""
    plain = [outcome for outcome in outcomes if outcome.spoken.is_plain]
    return not taken and all(outcome.is_recognised for outcome in plain)


def _share(outcomes: Sequence[Outcome]) -> str:
    return f"{sum(one.is_recognised for one in outcomes)}/{len(outcomes)}"


async def _heard(ears: Ears, commands: Sequence[Spoken], english_voice: str) -> list[Outcome]:
    voices = {Language.ENGLISH: (english_voice,)} if english_voice else _VOICES
    every = [(spoken, voice) for spoken in commands for voice in voices.get(spoken.language, ())]
    outcomes = []
    for done, (spoken, voice) in enumerate(every, start=1):
        name = f"{spoken.command}-{spoken.language}-{spoken.number}"
        sentence = Sentence(name, spoken.text, (spoken.text,))
        transcript = await ears.hear(sentence, voice, spoken.language)
        outcomes.append(Outcome(spoken, voice, transcript.text))
        if done % _PROGRESS_EVERY == 0:
            print(f"{done} of {len(every)}", file=sys.stderr)
    return outcomes


def main() -> int:
    """Print both; with ``--check`` 1 where a promise does not hold."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--gold", type=Path, default=_CORPUS / "dev.jsonl")
    parser.add_argument("--limit", type=int, default=500, help="this many, spread over all of them")
    parser.add_argument("--heard", type=Path, help="keeps what was heard, for the next run")
    parser.add_argument("--plain", action="store_true", help="only the plain form of each command")
    parser.add_argument("--english-voice", default="", help="only the English ones, in this voice")
    parser.add_argument("--without-speech", action="store_true", help="only learners' sentences")
    parser.add_argument("--list", action="store_true", help="also what was not recognised")
    parser.add_argument("--check", action="store_true", help="fail where a promise does not hold")
    options = parser.parse_args()
    sentences = gold_sentences(options.gold, options.limit)
    taken = fired(sentence.source for sentence in sentences)
    print(f"{len(taken)} of {len(sentences)} learners' sentences are taken for a command")
    for sentence, command in taken:
        print(f"    {command}: {sentence}")
    if not options.without_speech:
        chosen = [one for one in spoken_commands() if one.is_plain or not options.plain]
        ears = Ears(load_settings({}), options.heard)
        outcomes = asyncio.run(_heard(ears, chosen, options.english_voice))
        print("\n" + "\n".join(commands_table(outcomes)))
        for one in outcomes if options.list else ():
            if not one.is_recognised:
                print(
                    f"{one.spoken.command} ({one.voice}): {one.spoken.text} heard as: {one.heard}"
                )
    else:
        outcomes = []
    return 1 if options.check and not holds(outcomes, taken) else 0


if __name__ == "__main__":
    sys.exit(main())
