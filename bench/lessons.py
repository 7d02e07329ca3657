"""What the lessons ask of a learner: words outside the level, sentence lengths, words covered.

For each lesson: how many words the tutor says, which of them are beyond its level (rarer than the
level's and neither taught up to it nor by the lesson), the median and the longest sentence of the
opening, the questions and the farewell, and how many of the target words stand, in any form, in
the opening, the questions or the target phrases.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from tutor.adapters.lessons.toml_shelf import parse_lesson
from tutor.app import LessonFile, check_lesson_files, language_judge, lesson_files
from tutor.config import load_settings
from tutor.domain.lesson import Lesson
from tutor.domain.lesson_language import LanguageJudge, heard_texts, sentence_lengths
from tutor.domain.spanish_words import ARTICLES
from tutor.domain.tokens import tokenize
from tutor.errors import LessonError

__all__ = ["main"]


@dataclass(frozen=True, slots=True)
class Measured:
    """What one lesson asks."""

    lesson: Lesson
    words: int
    beyond: tuple[str, ...]
    lengths: tuple[int, ...]
    covered: int


def main() -> int:
    """Print a row a lesson; with ``--check`` 1 where a lesson fails its checks."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("files", nargs="*", type=Path, help="TOML files; all lessons without any")
    parser.add_argument("--check", action="store_true", help="fail where a lesson has errors")
    options = parser.parse_args()
    settings = load_settings({})
    files: Sequence[Path] = options.files or lesson_files(settings)
    judge = language_judge(settings)
    checked = list(check_lesson_files(settings, files))
    rows = [measured(lesson, judge) for lesson in _readable(files)]
    _print_table(rows)
    failed = [file for file in checked if file.errors]
    warnings = sum(len(file.warnings) for file in checked)
    print(f"{len(checked)} lessons, {len(failed)} fail the checks, {warnings} warnings")
    _print_errors(failed)
    return int(options.check and bool(failed))


def measured(lesson: Lesson, judge: LanguageJudge) -> Measured:
    """One lesson's numbers."""
    taught = " ".join((*lesson.target_words, *lesson.target_phrases, lesson.tutor_name))
    heard = [text for _, text in heard_texts(lesson)]
    own = judge.lemmas(taught)
    beyond = [word for text in heard for word in judge.words_beyond(text, lesson.level, own)]
    said = judge.lemmas(" ".join((lesson.opening, *lesson.questions, *lesson.target_phrases)))
    covered = [word for word in lesson.target_words if _is_covered(word, said, judge)]
    return Measured(
        lesson,
        sum(len(tokenize(text)) for text in heard),
        tuple(dict.fromkeys(beyond)),
        sentence_lengths(lesson),
        len(covered),
    )


def _is_covered(word: str, said: frozenset[str], judge: LanguageJudge) -> bool:
    parts = [token.norm for token in tokenize(word) if token.norm not in ARTICLES]
    return all(judge.lemmas(part.removesuffix("se") or part) & said for part in parts)


def _readable(files: Sequence[Path]) -> list[Lesson]:
    lessons = []
    for path in files:
        try:
            lessons.append(parse_lesson(path))
        except LessonError as error:
            print(error, file=sys.stderr)
    return sorted(lessons, key=lambda lesson: (lesson.level, lesson.id))


def _print_table(rows: Sequence[Measured]) -> None:
    print(
        f"{'lesson':28}{'level':6}{'words':>6}{'beyond':>8}{'median':>8}{'max':>5}{'covered':>10}"
    )
    for row in rows:
        targets = len(row.lesson.target_words)
        print(
            f"{row.lesson.id:28}{row.lesson.level:6}{row.words:>6}{len(row.beyond):>8}"
            f"{median(row.lengths):>8g}{max(row.lengths):>5}{f'{row.covered}/{targets}':>10}"
            f"  {', '.join(row.beyond)}".rstrip()
        )
    levels = Counter(row.lesson.level for row in rows)
    print(", ".join(f"{level}: {count}" for level, count in sorted(levels.items())))


def _print_errors(failed: Sequence[LessonFile]) -> None:
    for file in failed:
        for error in file.errors:
            print(f"  {file.path.stem}: {error}")


if __name__ == "__main__":
    sys.exit(main())
