import errno
import json
from typing import Annotated

import pytest
import typer
from typer.testing import CliRunner

from tutor.cli.shell import Shell, command
from tutor.errors import LessonError


@pytest.fixture
def app():
    app = typer.Typer(pretty_exceptions_enable=False)

    def echo(
        shell: Shell,
        name: Annotated[str, typer.Argument()] = "",
        file: Annotated[list[str] | None, typer.Option("--file")] = None,
        fail: Annotated[bool, typer.Option("--fail")] = False,
    ) -> None:
        """Repeat what was given."""
        if name == "forbidden":
            raise PermissionError(errno.EACCES, "Permission denied", "notes.txt")
        if fail:
            raise LessonError("No lesson. Run: tutor lessons list")
        shell.emit({"name": name, "files": file or []})
        shell.say("done")

    command(app, "echo", many=("--file",))(echo)
    command(app, "other")(echo)
    return app


def run(app, *args):
    return CliRunner().invoke(app, ["echo", *args])


def test_an_option_takes_every_word_up_to_the_next_option(app):
    result = run(app, "lesson", "--file", "a.wav", "b.wav", "--json", "--file", "c.wav")
    assert json.loads(result.stdout) == {"name": "lesson", "files": ["a.wav", "b.wav", "c.wav"]}


def test_words_before_the_option_stay_arguments(app):
    result = run(app, "--json", "lesson", "--file", "a.wav")
    assert json.loads(result.stdout) == {"name": "lesson", "files": ["a.wav"]}


def test_beside_json_people_are_told_on_standard_error(app):
    result = run(app, "--json")
    assert result.stderr == "done\n"


def test_an_error_is_one_sentence_on_standard_error_and_exit_code_1(app):
    result = run(app, "--fail")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "No lesson. Run: tutor lessons list\n"


def test_debug_shows_where_an_error_came_from(app):
    result = run(app, "--fail", "--debug")
    assert isinstance(result.exception, LessonError)


def test_what_the_system_refuses_is_one_sentence_that_names_the_file(app):
    result = run(app, "forbidden")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "(Permission denied: notes.txt): make room or give permission" in result.stderr
    assert isinstance(run(app, "forbidden", "--debug").exception, PermissionError)
