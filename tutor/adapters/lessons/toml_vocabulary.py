"""The vocabulary from TOML files, each the words of one level and theme."""

import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from tutor.domain.lesson import Level
from tutor.domain.vocabulary import Entry, Gender, PartOfSpeech, VerbClass
from tutor.errors import LessonError

__all__ = ["TomlVocabulary", "is_vocabulary", "read_words", "shape_faults"]

_Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
_Theme = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
_Region = Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$")]
_Change = Literal["e>ie", "e>i", "o>ue", "u>ue", "c>zc", "yo -go", "irregular"]


class _Word(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    word: _Text
    pos: PartOfSpeech
    gender: Gender | None = None
    article: Literal["el", "la", "los", "las", ""] = ""
    verb: VerbClass | None = None
    change: _Change | Literal[""] = ""
    english: Annotated[tuple[_Text, ...], Field(min_length=1)]
    region: tuple[_Region, ...] = ()
    form: Annotated[str, StringConstraints(strip_whitespace=True, max_length=200)] = ""
    example: _Text
    example_english: _Text

    def to_domain(self, level: Level, theme: str) -> Entry:
        return Entry(
            word=self.word,
            part_of_speech=self.pos,
            level=level,
            theme=theme,
            translations=self.english,
            example=self.example,
            example_translation=self.example_english,
            gender=self.gender,
            given_article=self.article,
            verb_class=self.verb,
            change=self.change,
            form=self.form,
            regions=self.region,
        )


class _WordsFile(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    level: Level
    theme: _Theme
    words: Annotated[tuple[_Word, ...], Field(min_length=1)]

    def to_domain(self) -> tuple[Entry, ...]:
        return tuple(word.to_domain(self.level, self.theme) for word in self.words)


class TomlVocabulary:
    """The words of several folders; one in a later folder replaces the same word."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = tuple(folders)

    def entries(self) -> tuple[Entry, ...]:
        """By level, then file and place in it; raises LessonError at the first broken file."""
        found = {
            (entry.word.casefold(), entry.part_of_speech): entry
            for path in self.files()
            for entry in read_words(path)
        }
        return tuple(sorted(found.values(), key=lambda entry: entry.level))

    def files(self) -> tuple[Path, ...]:
        """Every file, without reading it."""
        return tuple(path for folder in self._folders for path in sorted(folder.glob("*.toml")))


def is_vocabulary(path: Path) -> bool:
    """Whether a file has words rather than a lesson; False where it cannot be read."""
    try:
        return "[[words]]" in path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return False


def read_words(path: Path) -> tuple[Entry, ...]:
    """The words of a file; raises LessonError naming the file, the word and the fault."""
    try:
        return _WordsFile.model_validate(_parsed(path)).to_domain()
    except (OSError, ValueError) as error:
        word, fault = next(_faults(error, path))
        place = f"{path}: {word}" if word else str(path)
        raise LessonError(f"{place}: {fault}. Mend it there.") from error


def shape_faults(path: Path) -> tuple[tuple[str, str], ...]:
    """Everything that keeps ``read_words`` from reading a file: each word and its fault.

    The word is empty where the file as a whole is meant.
    """
    try:
        _WordsFile.model_validate(_parsed(path))
    except (OSError, ValueError) as error:
        return tuple(_faults(error, path))
    return ()


def _parsed(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _faults(error: OSError | ValueError, path: Path) -> Iterator[tuple[str, str]]:
    """What reading a file has failed by."""
    match error:
        case OSError():
            yield "", f"it cannot be read: {error.strerror}"
        case ValidationError():
            words = _parsed(path).get("words")
            for fault in error.errors():
                word, field = _place(fault["loc"], words)
                yield word, f"{field}: {fault['msg']}"
        case _:
            yield "", f"it is not a TOML file: {error}"


def _place(location: tuple[int | str, ...], words: object) -> tuple[str, str]:
    """The word and the field of a fault."""
    match location:
        case ("words", int() as number, *field) if isinstance(words, list):
            table = words[number]
            word = table.get("word") if isinstance(table, dict) else None
            name = word if isinstance(word, str) and word else f"entry {number + 1}"
        case _:
            name, field = "", list(location)
    return name, ".".join(str(part) for part in field)
