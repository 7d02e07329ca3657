import asyncio
import os
import signal
import subprocess
import sys

import pytest

from tutor.adapters.terminal.line_reader import TerminalLineReader
from tutor.adapters.terminal.talk_key import TerminalTalkKey

termios = pytest.importorskip("termios", reason="needs a POSIX terminal")


@pytest.fixture
def pipe():
    reading, writing = os.pipe()
    with os.fdopen(reading, "rb"), os.fdopen(writing, "wb", buffering=0) as writer:
        yield reading, writer


@pytest.fixture
def terminal():
    """The two ends of a pseudo-terminal: the learner's hands and the program's input."""
    hands, program = os.openpty()
    yield hands, program
    os.close(hands)
    os.close(program)


def shows_what_is_typed(descriptor):
    return bool(termios.tcgetattr(descriptor)[3] & termios.ECHO)


async def test_piped_lines_come_one_by_one_and_then_end(pipe):
    reading, writer = pipe
    reader = TerminalLineReader(reading)
    writer.write("uno\r\n¿dos?\n\nsin fin".encode())
    writer.close()
    lines = [await reader.read_line() for _ in range(5)]
    assert lines == ["uno", "¿dos?", "", "sin fin", None]


async def test_a_line_may_come_in_pieces(pipe):
    reading, writer = pipe
    line = asyncio.create_task(TerminalLineReader(reading).read_line())
    for byte in "mañana\n".encode():
        writer.write(bytes([byte]))
        await asyncio.sleep(0)
    assert await line == "mañana"


async def test_lines_of_a_regular_file_are_read_too(tmp_path):
    path = tmp_path / "lines.txt"
    path.write_text("uno\ndos\n")
    with path.open() as file:
        reader = TerminalLineReader(file.fileno())
        assert [await reader.read_line() for _ in range(3)] == ["uno", "dos", None]


async def test_bytes_that_are_not_text_do_not_stop_the_reader(pipe):
    reading, writer = pipe
    writer.write(b"\xff\xfe\n")
    assert await TerminalLineReader(reading).read_line() == "\ufffd\ufffd"


async def test_giving_up_waiting_loses_no_line(pipe):
    reading, writer = pipe
    reader = TerminalLineReader(reading)
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(reader.read_line(), 0.01)
    writer.write(b"hola\n")
    assert await reader.read_line() == "hola"


async def test_space_and_enter_press_the_talk_key_and_letters_do_not(terminal):
    hands, program = terminal
    key = TerminalTalkKey(program)
    first = asyncio.create_task(key.pressed())
    os.write(hands, b"abc \r")
    assert await first
    assert await key.released()
    os.write(hands, b"x\x04")
    assert not await key.pressed()
    await key.close()


async def test_a_press_whose_end_nobody_waited_for_is_not_another_one(terminal):
    hands, program = terminal
    key = TerminalTalkKey(program)
    os.write(hands, b" ")
    assert await key.pressed()
    again = asyncio.create_task(key.pressed())
    await asyncio.sleep(0)
    assert not again.done()
    os.write(hands, b"\r")
    assert await again
    await key.close()


async def test_a_key_that_repeats_is_held_and_let_go_of_when_it_no_longer_does(terminal):
    hands, program = terminal
    key = TerminalTalkKey(program)
    os.write(hands, b" ")
    assert await key.pressed()
    releasing = asyncio.create_task(key.released())
    os.write(hands, b"   ")
    assert await releasing
    os.write(hands, b" ")
    assert await key.pressed()
    await key.close()


async def test_the_terminal_is_given_back_as_it_was(terminal):
    hands, program = terminal
    before = termios.tcgetattr(program)
    key = TerminalTalkKey(program)
    os.write(hands, b"\n")
    assert await key.pressed()
    assert not shows_what_is_typed(program)
    await key.close()
    await key.close()
    assert termios.tcgetattr(program) == before


async def test_each_piped_line_is_a_press(pipe):
    reading, writer = pipe
    key = TerminalTalkKey(reading)
    writer.write(b"with spaces\n\n")
    writer.close()
    assert await key.pressed()
    assert await key.released()
    assert not await key.pressed()
    await key.close()


WAITING = """
import asyncio
from tutor.adapters.terminal.{module} import {name}
async def main():
    waiting = asyncio.create_task({name}().{method}())
    await asyncio.sleep(0)
    print("ready", flush=True)
    await waiting
asyncio.run(main())
"""


@pytest.mark.parametrize(
    "program",
    [
        WAITING.format(module="line_reader", name="TerminalLineReader", method="read_line"),
        WAITING.format(module="talk_key", name="TerminalTalkKey", method="pressed"),
    ],
    ids=["line reader", "talk key"],
)
def test_ctrl_c_ends_the_wait_and_gives_the_terminal_back(terminal, program):
    _, inside = terminal
    before = termios.tcgetattr(inside)
    process = subprocess.Popen(
        [sys.executable, "-c", program],
        stdin=inside,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=20)
    assert process.returncode != 0
    assert errors.rstrip().endswith("KeyboardInterrupt")
    assert termios.tcgetattr(inside) == before
