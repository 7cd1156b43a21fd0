"""A server that stands in for a language model: it proposes what the test says, and keeps what it was sent."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import pytest


class Pretender(BaseHTTPRequestHandler):
    """Answers every question with the items that are on the server."""

    server: Pretended

    def do_POST(self) -> None:
        self.server.asked.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
        answer = json.dumps({"choices": [{"message": {"content": json.dumps({"items": self.server.items})}}]}).encode()
        self.send_response(self.server.status)
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *_arguments: object) -> None:
        """Nothing is logged."""


class Pretended(HTTPServer):
    """The server, with what it will answer and what it was asked."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Pretender)
        self.asked: list[Any] = []
        self.items: list[dict[str, Any]] = []
        self.status = 200


@pytest.fixture
def model() -> Iterator[Pretended]:
    """A model on this machine, for as long as the test runs."""
    pretended = Pretended()
    thread = threading.Thread(target=pretended.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield pretended
    pretended.shutdown()
    pretended.server_close()
    thread.join()
