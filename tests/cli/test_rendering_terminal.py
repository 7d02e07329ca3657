import io

import pytest
from rich.console import Console

from tests.fakes import a_lesson
from tutor.cli.rendering_terminal import TerminalRenderer
from tutor.domain.transcript import typed_transcript
from tutor.domain.voice_command import VoiceCommand
from tutor.session.events import Heard, Listening, Problem, SessionStarted, Thinking, Wished

ADVICE = (
    "The language model cannot be reached. Correct its address: tutor config set llm.base_url URL"
)


@pytest.fixture
def screen():
    """Make a renderer; what it prints, and what it tells on standard error."""

    def make(*, is_typed_here=False):
        printed, told = (
            Console(file=io.StringIO(), width=60, force_terminal=is_typed_here, color_system=None)
            for _ in range(2)
        )
        renderer = TerminalRenderer(printed, told, is_typed_here=is_typed_here)
        return renderer, printed.file, told.file

    return make


def test_a_problem_is_told_on_standard_error_in_one_line_to_copy_from(screen):
    renderer, printed, told = screen()
    renderer(Problem(ADVICE))
    assert (printed.getvalue(), told.getvalue()) == ("", f"{ADVICE}\n")


def test_what_is_typed_is_neither_wiped_out_nor_shown_twice(screen):
    renderer, printed, _ = screen(is_typed_here=True)
    renderer(SessionStarted("id", a_lesson(), "this machine"))
    renderer(Thinking())
    renderer(Listening())
    before = printed.getvalue()
    assert before.endswith("\n You    ")
    renderer(Heard(typed_transcript("Hola.")))
    assert printed.getvalue() == before


def test_what_is_piped_or_spoken_is_shown(screen):
    renderer, printed, _ = screen()
    renderer(Listening())
    renderer(Heard(typed_transcript("Hola.")))
    assert "You    Hola." in printed.getvalue()


def test_a_command_is_shown_with_its_topic(screen):
    renderer, printed, _ = screen()
    renderer(Wished(VoiceCommand.HOW_TO_SAY, "apple"))
    renderer(Wished(VoiceCommand.SLOWER))
    assert printed.getvalue() == " Wish   how to say apple\n Wish   slower\n"
