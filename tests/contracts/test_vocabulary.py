from pathlib import Path

import pytest

from tests.fakes import FakeVocabulary, an_entry
from tutor.adapters.lessons.toml_vocabulary import TomlVocabulary
from tutor.domain.lesson import Level
from tutor.domain.vocabulary import Entry, Gender, PartOfSpeech, VerbClass, repeated
from tutor.errors import LessonError
from tutor.ports import Vocabulary
from tutor.resources import resource_folder

SHIPPED = resource_folder("lessons") / "vocabulary" / "es"
BREAD = """
level = "A2"
theme = "food"

[[words]]
word = "pan"
pos = "noun"
gender = "m"
english = ["bread", "loaf"]
region = ["es"]
example = "Compro pan."
example_english = "I buy bread."
"""
WANT = """
level = "A1"
theme = "verbs"

[[words]]
word = "querer"
pos = "verb"
verb = "er"
change = "e>ie"
english = ["to want"]
form = "quiero"
example = "Hoy quiero pan."
example_english = "I want bread today."
"""


@pytest.fixture(params=["fake", "shipped", "own"])
def vocabulary(request, tmp_path) -> Vocabulary:
    if request.param == "fake":
        return FakeVocabulary(
            an_entry("b", level=Level.B1), an_entry("a"), an_entry("c", level=Level.A2)
        )
    if request.param == "own":
        written(tmp_path, "a.toml", BREAD)
        written(tmp_path, "b.toml", WANT)
        return TomlVocabulary([SHIPPED, tmp_path])
    return TomlVocabulary([SHIPPED])


def written(folder: Path, name: str, text: str) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_words_come_by_level(vocabulary):
    levels = [entry.level for entry in vocabulary.entries()]
    assert levels
    assert levels == sorted(levels)


def test_no_word_is_there_twice(vocabulary):
    assert repeated(vocabulary.entries()) == ()


def test_the_words_are_the_same_whenever_they_are_asked_for(vocabulary):
    assert vocabulary.entries() == vocabulary.entries()


def test_every_field_of_a_file_arrives(tmp_path):
    written(tmp_path, "a.toml", BREAD)
    written(tmp_path, "b.toml", WANT)
    assert TomlVocabulary([tmp_path]).entries() == (
        Entry(
            word="querer",
            part_of_speech=PartOfSpeech.VERB,
            level=Level.A1,
            theme="verbs",
            translations=("to want",),
            example="Hoy quiero pan.",
            example_translation="I want bread today.",
            verb_class=VerbClass.ER,
            change="e>ie",
            form="quiero",
        ),
        Entry(
            word="pan",
            part_of_speech=PartOfSpeech.NOUN,
            level=Level.A2,
            theme="food",
            translations=("bread", "loaf"),
            example="Compro pan.",
            example_translation="I buy bread.",
            gender=Gender.MASCULINE,
            regions=("es",),
        ),
    )


def test_the_learners_own_word_replaces_its_namesake(tmp_path):
    written(tmp_path, "own.toml", BREAD)
    shipped = TomlVocabulary([SHIPPED]).entries()
    both = TomlVocabulary([SHIPPED, tmp_path]).entries()
    assert len(both) == len(shipped)
    assert [entry.translations for entry in both if entry.word == "pan"] == [("bread", "loaf")]


def test_a_folder_that_is_not_there_holds_no_words(tmp_path):
    assert TomlVocabulary([tmp_path / "none"]).entries() == ()


@pytest.mark.parametrize(
    ("broken", "complaint"),
    [
        (BREAD.replace('"A2"', '"C9"'), "level: "),
        (BREAD.replace('"noun"', '"nuon"'), "pan: pos: "),
        (BREAD.replace('"m"', '"x"'), "pan: gender: "),
        (BREAD.replace("gender", "colour"), "pan: colour: "),
        (BREAD.replace('["bread", "loaf"]', "[]"), "pan: english: "),
        (BREAD.replace('word = "pan"', ""), "entry 1: word: "),
        (BREAD.replace("word = ", "article = "), "entry 1: "),
        (BREAD.replace("[[words]]", "[words]"), "words: "),
        ('level = "A1"\ntheme = "food"\nwords = [3]\n', "entry 1: "),
        ('level = "A1"\ntheme = "food"\nwords = []\n', "words: "),
        ('level = "A1"\n', "theme: "),
        (BREAD + "=", "is not a TOML file"),
    ],
)
def test_a_broken_file_names_itself_the_word_and_the_field(tmp_path, broken, complaint):
    path = written(tmp_path, "own.toml", broken)
    with pytest.raises(LessonError) as raised:
        TomlVocabulary([SHIPPED, tmp_path]).entries()
    assert str(path) in str(raised.value)
    assert complaint in str(raised.value)
    assert str(raised.value).endswith("Mend it there.")


def test_a_file_that_is_no_text_names_itself(tmp_path):
    path = tmp_path / "own.toml"
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(LessonError, match="not a TOML file"):
        TomlVocabulary([tmp_path]).entries()
