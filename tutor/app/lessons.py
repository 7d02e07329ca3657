"""Lessons and vocabulary."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tutor.config import Settings
from tutor.domain.lesson import Lesson, Level
from tutor.domain.lesson_language import LanguageJudge, Weight
from tutor.domain.level_words import LevelWords
from tutor.domain.vocabulary import Entry
from tutor.errors import LessonError
from tutor.ports import LessonShelf, Lexicon, Vocabulary

if TYPE_CHECKING:
    from tutor.adapters.lessons.toml_shelf import TomlLessonShelf
    from tutor.adapters.lessons.toml_vocabulary import TomlVocabulary

__all__ = [
    "LessonFile",
    "WordsFile",
    "check_lesson_files",
    "check_words_files",
    "free_lesson",
    "is_words_file",
    "language_judge",
    "lesson_files",
    "lesson_shelf",
    "level_words",
    "vocabulary",
    "words_files",
]


@dataclass(frozen=True, slots=True)
class LessonFile:
    """What checking the file of a lesson has found."""

    path: Path
    errors: tuple[str, ...] = ()
    """What keeps it from being used, each as ``field: fault`` or as a whole sentence."""
    warnings: tuple[str, ...] = ()
    """What somebody should look at."""


@dataclass(frozen=True, slots=True)
class WordsFile:
    """What checking one file of vocabulary has found."""

    path: Path
    entries: tuple[Entry, ...] = ()
    """None where it has faults of shape."""
    faults: tuple[tuple[str, str], ...] = ()
    """The word, empty where the whole file is meant, and what is wrong with it, a phrase each."""


def lesson_shelf(settings: Settings) -> LessonShelf:
    """The lessons that ship with the program, and the learner's own over them."""
    return _lesson_shelf(settings)


def _lesson_shelf(settings: Settings) -> "TomlLessonShelf":
    from tutor.adapters.lessons.toml_shelf import TomlLessonShelf
    from tutor.resources import resource_folder

    return TomlLessonShelf([resource_folder("lessons") / "es", settings.data_dir / "lessons"])


def free_lesson(level: Level) -> Lesson:
    """The talk without a subject of its own; raises LessonError where its files are gone."""
    from tutor.adapters.lessons.toml_shelf import read_lesson
    from tutor.resources import resource_folder

    return read_lesson(resource_folder("lessons") / "free" / f"free-{level.lower()}.toml")


def lesson_files(settings: Settings) -> tuple[Path, ...]:
    """The file of each lesson on the shelf."""
    return _lesson_shelf(settings).files()


def check_lesson_files(settings: Settings, paths: Iterable[Path]) -> Iterator[LessonFile]:
    """What is wrong with each lesson: its parts, and its Spanish."""
    judge = language_judge(settings)
    for path in paths:
        yield _checked(path, judge)


def language_judge(settings: Settings) -> LanguageJudge:
    """What judges the Spanish of lessons; a broken vocabulary of the learner's is left out."""
    from tutor.adapters.corrector.lexicon import WordfreqLexicon

    return LanguageJudge(WordfreqLexicon().facts, _sound_entries(settings))


def level_words(settings: Settings, lexicon: Lexicon) -> LevelWords:
    """What keeps the tutor's words within a level; a broken vocabulary is left out."""
    return LevelWords(lexicon.facts, partial(_sound_entries, settings))


def _sound_entries(settings: Settings) -> tuple[Entry, ...]:
    from tutor.adapters.lessons.toml_vocabulary import TomlVocabulary

    try:
        return vocabulary(settings).entries()
    except LessonError:
        return TomlVocabulary([_shipped_words()]).entries()


def _checked(path: Path, judge: LanguageJudge) -> LessonFile:
    from tutor.adapters.lessons.toml_shelf import parse_lesson
    from tutor.domain.lesson import lesson_flaws

    try:
        lesson = parse_lesson(path)
    except LessonError as error:
        return LessonFile(path, (str(error),))
    remarks = judge.remarks(lesson)
    wrong = [str(one) for one in remarks if one.weight is Weight.ERROR]
    return LessonFile(
        path,
        (*lesson_flaws(lesson), *wrong),
        tuple(str(one) for one in remarks if one.weight is Weight.WARNING),
    )


def vocabulary(settings: Settings) -> Vocabulary:
    """The words that ship with the program, and the learner's own over them."""
    return _vocabulary(settings)


def _vocabulary(settings: Settings) -> "TomlVocabulary":
    from tutor.adapters.lessons.toml_vocabulary import TomlVocabulary

    return TomlVocabulary([_shipped_words(), settings.data_dir / "vocabulary"])


def _shipped_words() -> Path:
    from tutor.resources import resource_folder

    return resource_folder("lessons") / "vocabulary" / "es"


def words_files(settings: Settings) -> tuple[Path, ...]:
    """Every file of the vocabulary."""
    return _vocabulary(settings).files()


def is_words_file(path: Path) -> bool:
    """Whether a file holds vocabulary rather than a lesson."""
    from tutor.adapters.lessons.toml_vocabulary import is_vocabulary

    return is_vocabulary(path)


def check_words_files(paths: Iterable[Path]) -> tuple[WordsFile, ...]:
    """What is in each file and wrong with it; a folder may hold a word only once."""
    from tutor.adapters.corrector.lexicon import WordfreqLexicon
    from tutor.domain.vocabulary import entry_flaws, repeated

    facts_of = WordfreqLexicon().facts
    files = [_read(path) for path in paths]
    beside: dict[Path, list[Entry]] = {}
    checked = []
    for file in files:
        entries = beside.setdefault(file.path.parent, [])
        known = len(repeated(entries))
        entries.extend(file.entries)
        flaws = [(one.word, flaw) for one in file.entries for flaw in entry_flaws(one, facts_of)]
        again = [
            (one.word, f"the same {one.part_of_speech} is in this folder twice")
            for one in repeated(entries)[known:]
        ]
        checked.append(replace(file, faults=(*file.faults, *flaws, *again)))
    return tuple(checked)


def _read(path: Path) -> WordsFile:
    from tutor.adapters.lessons.toml_vocabulary import read_words, shape_faults

    faults = shape_faults(path)
    return WordsFile(path, () if faults else read_words(path), faults)
