"""Lessons and vocabulary."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from tutor.config import Settings
from tutor.domain.vocabulary import Entry
from tutor.ports import LessonShelf, Vocabulary

if TYPE_CHECKING:
    from tutor.adapters.lessons.toml_shelf import TomlLessonShelf
    from tutor.adapters.lessons.toml_vocabulary import TomlVocabulary

__all__ = [
    "WordsFile",
    "check_lesson_file",
    "check_words_files",
    "is_words_file",
    "lesson_files",
    "lesson_shelf",
    "vocabulary",
    "words_files",
]


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


def lesson_files(settings: Settings) -> tuple[Path, ...]:
    """The file of each lesson on the shelf."""
    return _lesson_shelf(settings).files()


def check_lesson_file(path: Path) -> None:
    """Raise LessonError naming the file, the field and the fault, if there is one."""
    from tutor.adapters.lessons.toml_shelf import read_lesson

    read_lesson(path)


def vocabulary(settings: Settings) -> Vocabulary:
    """The words that ship with the program, and the learner's own over them."""
    return _vocabulary(settings)


def _vocabulary(settings: Settings) -> "TomlVocabulary":
    from tutor.adapters.lessons.toml_vocabulary import TomlVocabulary
    from tutor.resources import resource_folder

    shipped = resource_folder("lessons") / "vocabulary" / "es"
    return TomlVocabulary([shipped, settings.data_dir / "vocabulary"])


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
