"""How often the automatic grade of an answer is the intended one, spoken and heard, and typed.

The answers are in ``grading_answers.toml``: to each question one as expected, one wrong in what is
tested, and one right but freely phrased. The project's own voices say them, in turns, its own ears
hear them. Name another file of the same form to have its answers graded; nothing was tuned on
``grading_held_out.toml``. A slip agrees with right.
"""

import argparse
import asyncio
import sys
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from typing import Any

import soxr
from numpy import frombuffer

from tutor.adapters.corrector.lexicon import WordfreqLexicon
from tutor.adapters.tts.spelled import Num2WordsSpeller
from tutor.app import synthesizer_for, transcriber
from tutor.config import load_settings
from tutor.domain.audio import SPEECH_RATE_HZ, VOICE_RATE_HZ, AudioChunk, Utterance
from tutor.domain.grading import Grade, Target, grade
from tutor.domain.language import Language, Pace

__all__ = ["main"]

_ANSWERS = Path(__file__).parent / "grading_answers.toml"
_GROUPS = {
    "expected": "right as expected",
    "mistaken": "wrong in what is tested",
    "free": "right but freely phrased",
}
_VOICES = {Language.SPANISH: ("em_alex", "ef_dora"), Language.ENGLISH: ("en_US-joe-medium",)}
_AGREED_AT_LEAST = 0.95


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer to a question, and which group it was written for."""

    about: str
    target: Target
    group: str
    text: str
    voice: str

    @property
    def is_right(self) -> bool:
        """Whether its writer meant it to be right."""
        return self.group != "mistaken"


@dataclass(frozen=True, slots=True)
class Graded:
    """An answer, how it came in, and what that was worth."""

    answer: Answer
    came_in: str
    grade: Grade

    @property
    def agrees(self) -> bool:
        """Whether the grade is what the writer of the answer meant."""
        return (self.grade is not Grade.WRONG) == self.answer.is_right


def main() -> int:
    """Print both tables; with ``--check`` 1 where too few spoken answers are graded as meant."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("answers", nargs="*", type=Path, default=[_ANSWERS], help="TOML files")
    parser.add_argument("--typed-only", action="store_true", help="neither speak nor listen")
    parser.add_argument("--check", action="store_true", help="fail under 95 % of the spoken ones")
    options = parser.parse_args()
    answers = [answer for path in options.answers for answer in _read(path)]
    lexicon = WordfreqLexicon()

    def graded(came_in: Sequence[str]) -> list[Graded]:
        return [
            Graded(
                answer,
                text,
                grade(
                    text,
                    answer.target,
                    facts_of=lexicon.facts,
                    speller=Num2WordsSpeller(answer.target.language),
                ),
            )
            for answer, text in zip(answers, came_in, strict=True)
        ]

    _print_table("As typed", graded([answer.text for answer in answers]))
    if options.typed_only:
        return 0
    spoken = graded(asyncio.run(_heard(answers)))
    agreed = _print_table("As spoken and heard", spoken)
    return int(options.check and agreed < _AGREED_AT_LEAST)


def _read(path: Path) -> Iterator[Answer]:
    voices = {language: cycle(names) for language, names in _VOICES.items()}
    with path.open("rb") as file:
        questions: list[dict[str, Any]] = tomllib.load(file)["question"]
    for question in questions:
        language = Language(question.get("language", "es"))
        target = Target(
            question["words"],
            language,
            sentence=question.get("sentence", ""),
            said=question.get("said", ""),
            alternatives=tuple(question.get("alternatives", ())),
            article=question.get("article", ""),
        )
        for group in _GROUPS:
            for text in question.get(group, ()):
                yield Answer(question["about"], target, group, text, next(voices[language]))


async def _heard(answers: Sequence[Answer]) -> list[str]:
    """What our ears make of what our voices say."""
    settings = load_settings({})
    voices = {
        name: synthesizer_for(settings, name)
        for name in sorted({answer.voice for answer in answers})
    }
    ears = transcriber(settings)
    heard: list[str] = []
    for number, answer in enumerate(answers, start=1):
        chunk = await voices[answer.voice].synthesize(answer.text, Pace.NORMAL)
        samples = soxr.resample(frombuffer(chunk.samples, "<i2"), VOICE_RATE_HZ, SPEECH_RATE_HZ)
        audio = AudioChunk(samples.tobytes(), SPEECH_RATE_HZ)
        transcript = await ears.transcribe(Utterance(audio, audio.duration_seconds, 0.0))
        heard.append(transcript.text)
        sys.stderr.write(f"\r{number} of {len(answers)}")
    sys.stderr.write("\n")
    return heard


def _print_table(title: str, answers: Sequence[Graded]) -> float:
    """How many of each group agree, and each that does not; returns the share that agrees."""
    print(f"{title:26}{'answers':>10}{'agreed':>10}")
    for group, name in _GROUPS.items():
        members = [each for each in answers if each.answer.group == group]
        print(f"  {name:24}{len(members):>10}{sum(each.agrees for each in members):>10}")
    agreed = sum(each.agrees for each in answers)
    share = agreed / len(answers) if answers else 1.0
    print(f"  {'all':24}{len(answers):>10}{agreed:>10}{share:>9.1%}")
    for each in answers:
        if not each.agrees:
            asked = each.answer.target.sentence or each.answer.target.words
            print(
                f"    {each.answer.about}: «{asked}», meant «{each.answer.text}», "
                f"came in as «{each.came_in}»: {each.grade}, {_GROUPS[each.answer.group]}"
            )
    print()
    return share


if __name__ == "__main__":
    sys.exit(main())
