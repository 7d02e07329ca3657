from pathlib import Path

import pytest

from tests.fakes import FakeLessonShelf, a_lesson
from tutor.adapters.lessons.toml_shelf import TomlLessonShelf
from tutor.domain.lesson import Level
from tutor.errors import LessonError
from tutor.ports import LessonShelf
from tutor.resources import resource_folder


@pytest.fixture(params=["fake", "toml"])
def shelf(request) -> LessonShelf:
    if request.param == "toml":
        return TomlLessonShelf([resource_folder("lessons") / "es"])
    return FakeLessonShelf(
        a_lesson("b1-x", Level.B1), a_lesson("a1-z", Level.A1), a_lesson("a1-y", Level.A1)
    )


def test_lessons_come_by_level_then_id(shelf):
    keys = [(lesson.level, lesson.id) for lesson in shelf.lessons()]
    assert keys
    assert keys == sorted(keys)


def test_every_lesson_is_found_by_its_id(shelf):
    for lesson in shelf.lessons():
        assert shelf.lesson(lesson.id) == lesson


def test_an_unknown_lesson_names_the_command_that_lists_them(shelf):
    with pytest.raises(LessonError, match="tutor lessons list"):
        shelf.lesson("nonsense")


def written(folder: Path, lesson_id: str, **changes: str) -> Path:
    source = resource_folder("lessons") / "es" / "a1-cafe.toml"
    lines = source.read_text(encoding="utf-8").replace("a1-cafe", lesson_id)
    for field, value in changes.items():
        kept = [line for line in lines.splitlines() if not line.startswith(f"{field} =")]
        lines = "\n".join([f"{field} = {value}", *kept])
    folder.mkdir(exist_ok=True)
    path = folder / f"{lesson_id}.toml"
    path.write_text(lines, encoding="utf-8")
    return path


def test_the_learners_own_lesson_replaces_its_namesake(tmp_path):
    written(tmp_path / "own", "a1-cafe", tutor_name='"Pepa"')
    shelf = TomlLessonShelf([resource_folder("lessons") / "es", tmp_path / "own"])
    assert shelf.lesson("a1-cafe").tutor_name == "Pepa"


def test_a_folder_that_is_not_there_holds_no_lessons(tmp_path):
    assert TomlLessonShelf([tmp_path / "none"]).lessons() == ()


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        ({"level": '"C9"'}, "level: "),
        ({"opening": '"Hola."'}, "opening: does not end in a question"),
        ({"colour": '"red"'}, "colour: "),
        ({"farewell": '""'}, "farewell: "),
        ({"level": '"A1'}, "is not a TOML file"),
    ],
)
def test_a_broken_lesson_names_its_file_and_field(tmp_path, changes, complaint):
    path = written(tmp_path, "a1-own", **changes)
    with pytest.raises(LessonError) as raised:
        TomlLessonShelf([tmp_path]).lessons()
    assert str(path) in str(raised.value)
    assert complaint in str(raised.value)


def test_a_lesson_whose_id_is_not_its_files_name_is_refused(tmp_path):
    path = written(tmp_path, "a1-own")
    path.rename(tmp_path / "a1-other.toml")
    with pytest.raises(LessonError, match="not the name of its file"):
        TomlLessonShelf([tmp_path]).lesson("a1-other")


def test_a_near_miss_is_suggested():
    shelf = TomlLessonShelf([resource_folder("lessons") / "es"])
    with pytest.raises(LessonError, match="'a1-cafe'"):
        shelf.lesson("a1-café")
