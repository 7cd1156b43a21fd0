"""Asking a model over HTTP: a server of the test's own stands in for it."""

import json
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from gobetween.reading.models import Endpoint, NoAnswer


class Pretender(BaseHTTPRequestHandler):
    """Answers every request with what the test has put on the server, and keeps what it was sent."""

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.asked.append((self.path, self.headers.get("Authorization"), json.loads(body)))
        status, headers, answer = self.server.reply
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *_arguments):
        """Nothing is logged."""


@pytest.fixture
def server():
    pretended = HTTPServer(("127.0.0.1", 0), Pretender)
    pretended.asked = []
    pretended.reply = (200, {}, json.dumps({"choices": [{"message": {"content": "yes"}}]}).encode())
    thread = threading.Thread(target=pretended.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield pretended
    pretended.shutdown()
    pretended.server_close()
    thread.join()


def endpoint(server, **more):
    return Endpoint(f"http://127.0.0.1:{server.server_port}/v1", "some-model", **more)


def test_a_model_is_asked_once_at_the_usual_place_with_the_key(server):
    assert endpoint(server, key="k").ask({"model": "some-model"}) == "yes"
    assert server.asked == [("/v1/chat/completions", "Bearer k", {"model": "some-model"})]


def test_without_a_key_none_is_sent(server):
    endpoint(server).ask({})
    assert server.asked[0][1] is None


def test_the_key_is_not_shown(server):
    assert "secret" not in repr(endpoint(server, key="secret"))


@pytest.mark.parametrize(
    "answer", [b"", b"{}", b'{"choices": []}', b'{"choices": [{"message": {"content": 3}}]}', b"\xff", b"[" * 9999]
)
def test_an_answer_in_another_form_is_said_to_be_one(server, answer):
    server.reply = (200, {}, answer)
    with pytest.raises(NoAnswer, match="in a form that is none"):
        endpoint(server).ask({})


def test_a_refusal_is_told_with_its_number(server):
    server.reply = (404, {}, b"no such model")
    with pytest.raises(NoAnswer, match="answered 404"):
        endpoint(server).ask({})


def test_a_report_is_not_sent_on_to_another_address(server):
    server.reply = (307, {"Location": f"http://127.0.0.1:{server.server_port}/elsewhere"}, b"")
    with pytest.raises(NoAnswer, match="answered 307"):
        endpoint(server).ask({})
    assert [path for path, _, _ in server.asked] == ["/v1/chat/completions"]


def test_an_endless_answer_is_cut_off(server):
    server.reply = (200, {}, b" " * 2_000_001)
    with pytest.raises(NoAnswer, match="more than 2,000,000 bytes"):
        endpoint(server).ask({})


def test_nobody_there_is_told_with_the_address():
    with pytest.raises(NoAnswer, match=r"127\.0\.0\.1:9/v1 could not be asked"):
        Endpoint("http://127.0.0.1:9/v1", "some-model").ask({})


@pytest.mark.parametrize("address", ["", "localhost:11434", "file:///etc/passwd", "ftp://localhost/v1", "http://"])
def test_what_is_no_address_is_refused(address):
    with pytest.raises(NoAnswer, match="is no address of a model"):
        Endpoint(address, "some-model")


def test_reports_go_to_other_machines_encrypted_or_not_at_all():
    with pytest.raises(NoAnswer, match="unencrypted to another machine"):
        Endpoint("http://models.example/v1", "some-model")
    assert not Endpoint("https://models.example/v1", "some-model").is_local


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "[::1]", "127.8.9.1"])
def test_a_model_on_this_machine_is_known_as_one(host):
    assert Endpoint(f"http://{host}:11434/v1", "some-model").is_local


@pytest.mark.parametrize("host", ["localhost.example", "127.0.0.1.example", "10.0.0.1"])
def test_what_only_looks_like_this_machine_is_not(host):
    assert not Endpoint(f"https://{host}/v1", "some-model").is_local
