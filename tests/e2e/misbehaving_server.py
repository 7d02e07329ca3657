"""A language server that does what the learner's words tell it to."""

import json
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from tests.adapters.chat_server import chunk, sse

__all__ = ["MISBEHAVIOURS", "misbehaving_server"]

REPLY = "Qué bien. ¿Y qué compraste?"
_JOB_OF_REPLYING = "(Reacciona"
"""Only what the partner asks has it."""


class _Answer(BaseHTTPRequestHandler):
    """Behaves well unless a word of ``MISBEHAVIOURS`` is in the learner's sentence."""

    server: "_Server"

    def log_message(self, *_arguments: object) -> None:
        """Nothing of this belongs on standard error."""

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        asked = json.loads(body)["messages"][-1]["content"]
        misbehave = next((do for word, do in MISBEHAVIOURS.items() if word in asked), None)
        with suppress(ConnectionError):
            if misbehave is not None:
                misbehave(self)
            else:
                said = asked.partition("\n")[0].replace("yo fue", "yo fui")
                self.stream(sse(REPLY if _JOB_OF_REPLYING in asked else said))

    def stream(self, *texts: str) -> None:
        """Begin an answer; it ends with the connection."""
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        for text in texts:
            self.wfile.write(text.encode())

    def hang(self) -> None:
        """Say nothing until the server is closed."""
        self.server.is_closing.wait()

    def babble(self) -> None:
        """Never stop, as fast as it is read."""
        self.stream()
        while not self.server.is_closing.is_set():
            self.stream_more("bla ")

    def stream_more(self, piece: str) -> None:
        """One more piece of the answer."""
        self.wfile.write(chunk(piece).encode())


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Answer)
        self.is_closing = threading.Event()


MISBEHAVIOURS: Mapping[str, Callable[[_Answer], None]] = {
    "clave": lambda answer: answer.send_error(401),
    "prisa": lambda answer: answer.send_error(429),
    "avería": lambda answer: answer.send_error(500),
    "basura": lambda answer: answer.stream("data: {no JSON\n\n"),
    "corte": lambda answer: answer.stream(chunk("Qué bien. ¿Y qu")),
    "loro": _Answer.babble,
    "silencio": _Answer.hang,
}
"""What to do when the learner's sentence has the word; after the last nobody asks for a while."""


@contextmanager
def misbehaving_server() -> Iterator[str]:
    """The base URL of a running server."""
    with _Server() as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.05,))
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/v1"
        finally:
            server.is_closing.set()
            server.shutdown()
            thread.join()
