import json

import pytest
from typer.testing import CliRunner

from tutor.cli.main import app
from tutor.resources import resource_folder


@pytest.fixture
def tutor():
    return lambda *words: CliRunner().invoke(app, list(words))


def test_the_lessons_are_listed_by_level(tutor):
    result = tutor("lessons", "list", "--json")
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.exit_code == 0
    assert {"a1-cafe", "a2-my-week", "b1-my-town"} <= {row["id"] for row in rows}
    assert [row["level"] for row in rows] == sorted(row["level"] for row in rows)


def test_a_lesson_is_shown_with_its_questions(tutor):
    result = tutor("lessons", "show", "a2-my-week")
    assert result.exit_code == 0
    assert "¿Qué hiciste el fin de semana?" in result.stdout
    shown = json.loads(tutor("lessons", "show", "a2-my-week", "--json").stdout)
    assert len(shown["questions"]) >= 10


def test_lessons_are_chosen_by_level_and_topic(tutor):
    rows = tutor("lessons", "list", "--level", "a1", "--topic", "food", "--json").stdout
    found = [json.loads(line) for line in rows.splitlines()]
    assert "a1-cafe" in {row["id"] for row in found}
    assert {(row["level"], row["topic"]) for row in found} == {("A1", "food")}
    assert "tutor lessons list" in tutor("lessons", "list", "--topic", "nonsense").stderr
    assert tutor("lessons", "list", "--level", "C1").exit_code == 2


def test_a_lesson_is_shown_with_what_it_teaches(tutor):
    shown = tutor("lessons", "show", "a1-cafe").stdout
    for part in (
        "la cuenta",
        "¿Me trae la cuenta",
        "querer",
        "Could you repeat that?",
        "Esta semana",
    ):
        assert part in shown
    assert "tutor practice a1-cafe" in shown


def test_an_unknown_lesson_is_a_problem_with_a_next_step(tutor):
    result = tutor("lessons", "show", "a1-caffe")
    assert result.exit_code == 1
    assert "tutor lessons list" in result.stderr
    assert "Traceback" not in result.output


def test_every_lesson_that_ships_is_good(tutor):
    result = tutor("lessons", "check")
    assert result.exit_code == 0, result.output
    assert result.stdout.count(": good") == len(list((resource_folder("lessons") / "es").iterdir()))


def test_a_broken_lesson_of_the_learners_is_named(tutor, data_dir):
    broken = data_dir / "lessons" / "a1-own.toml"
    broken.parent.mkdir(parents=True)
    broken.write_text('id = "a1-own"\n', encoding="utf-8")
    result = tutor("lessons", "check", "--json")
    bad = [row for row in map(json.loads, result.stdout.splitlines()) if not row["ok"]]
    assert result.exit_code == 1
    assert [row["file"] for row in bad] == [str(broken)]
    assert "level" in bad[0]["problem"]


def test_wrong_spanish_fails_and_hard_spanish_warns(tutor, tmp_path):
    source = resource_folder("lessons") / "es" / "a1-cafe.toml"
    text = source.read_text(encoding="utf-8").replace("a1-cafe", "a1-own")
    path = tmp_path / "a1-own.toml"
    hard = text.replace("¡Hasta pronto!", "¡Baraja!")
    path.write_text(hard, encoding="utf-8")
    row = json.loads(tutor("lessons", "check", str(path), "--json").stdout)
    assert (row["ok"], row["errors"]) == (True, [])
    assert "farewell: beyond A1: baraja" in row["warnings"]
    path.write_text(hard.replace("la visita", "el mesa"), encoding="utf-8")
    result = tutor("lessons", "check", str(path))
    assert result.exit_code == 1
    assert f"{path}: farewell: 'el mesa' does not agree" in result.stdout
    assert "  warning: farewell: beyond A1: baraja" in result.stdout


def test_named_files_are_checked_alone(tutor, tmp_path):
    missing = tmp_path / "none.toml"
    result = tutor("lessons", "check", str(missing))
    assert result.exit_code == 1
    assert str(missing) in result.stdout


BREAD = """
level = "A1"
theme = "food"

[[words]]
word = "pan"
pos = "noun"
gender = "m"
english = ["bread"]
example = "Compro pan."
example_english = "I buy bread."
"""


def own_words(data_dir, text=BREAD):
    path = data_dir / "vocabulary" / "own.toml"
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_the_words_that_ship_are_counted_by_level(tutor):
    lines = tutor("lessons", "check").stdout.splitlines()
    counts = dict(line.split(": ") for line in lines if line.startswith("Words"))
    assert list(counts) == ["Words at A1", "Words at A2", "Words at B1"]
    assert sum(map(int, counts.values())) >= 1000


def test_a_file_of_words_is_checked_alone_and_counted(tutor, tmp_path):
    path = own_words(tmp_path)
    result = tutor("lessons", "check", str(path))
    assert (result.exit_code, result.stdout) == (0, "Words at A1: 1\n")
    row = json.loads(tutor("lessons", "check", str(path), "--json").stdout)
    assert row == {"file": str(path), "ok": True, "problem": "", "level": "A1", "entries": 1}


def test_a_word_of_the_learners_may_replace_one_that_ships(tutor, data_dir):
    own_words(data_dir)
    assert tutor("lessons", "check").exit_code == 0


def test_every_fault_of_the_learners_words_is_named(tutor, data_dir):
    broken = own_words(data_dir, BREAD.replace("Compro pan.", "Compro leche") + BREAD[30:])
    result = tutor("lessons", "check", "--json")
    bad = [row for row in map(json.loads, result.stdout.splitlines()) if not row["ok"]]
    assert result.exit_code == 1
    assert {(row["file"], row["entry"]) for row in bad} == {(str(broken), "pan")}
    problems = "\n".join(row["problem"] for row in bad)
    assert "does not end in" in problems
    assert "no form of 'pan'" in problems
    assert "twice" in problems


@pytest.mark.parametrize("text", [BREAD.replace("pos", "part"), BREAD + "="])
def test_words_that_cannot_be_read_are_a_problem_with_a_next_step(tutor, data_dir, text):
    broken = own_words(data_dir, text)
    result = tutor("lessons", "check")
    assert result.exit_code == 1
    assert str(broken) in result.stdout
    assert "mend" in result.stderr
    assert "Traceback" not in result.output
