"""Reading with a model that proposes: a server of the test's own stands in for it."""

import json

import pytest
from click.testing import CliRunner

from gobetween.bootstrap.workshop import Workshop
from gobetween.cli.commands import main
from pretended_model import model  # noqa: F401 - a fixture

REPORT = "HOLM, March 4 - Ina Holt said the crew would stay. Nobody at the quay whistles any more, and the kettle stays cold.\n"
QUOTE = "Nobody at the quay whistles any more"


@pytest.fixture
def server(model):  # noqa: F811 - the fixture that was imported
    model.items = [{"kind": "assessment", "quote": QUOTE, "tone": "gloomy"}, {"kind": "act", "quote": "It rained", "actor": "It"}]
    return model


@pytest.fixture
def reports(tmp_path, monkeypatch):
    pytest.importorskip("spacy")
    monkeypatch.setenv("GOBETWEEN_CACHE", str(tmp_path / "cache"))
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "a.txt").write_text(REPORT)
    return folder


def read(reports, *options):
    return CliRunner().invoke(main, ["read", str(reports), *options], obj=Workshop())


def read_with(server, reports):
    return read(reports, "--format", "json", "--model", "m", "--model-at", f"http://127.0.0.1:{server.server_port}/v1")


def test_what_the_model_proposes_is_marked_and_what_does_not_hold_is_told(server, reports):
    done = read_with(server, reports)
    (assessment,) = (each for each in json.loads(done.stdout)["documents"][0]["assessments"] if each["text"] == QUOTE)
    assert assessment["standing"] == "AI-proposed; not accepted by a person"
    assert "about to send the text of 1 report to m at http://127.0.0.1" in done.stderr
    assert "a.txt: the model's item 2 was refused: its quote does not stand in the report letter by letter" in done.stderr


def test_only_the_text_of_the_reports_is_sent(server, reports):
    read_with(server, reports)
    (request,) = server.asked
    assert request["messages"][-1]["content"] == REPORT.partition(" - ")[2].strip()


def test_a_report_is_asked_about_once(server, reports):
    read_with(server, reports)
    server.items = []
    assert QUOTE in read_with(server, reports).stdout
    assert len(server.asked) == 1


def test_a_model_that_refuses_leaves_what_rules_read(server, reports):
    server.status = 500
    done = read_with(server, reports)
    assert done.exit_code == 0
    assert "answered 500 Internal Server Error; nothing more was sent" in done.stderr
    assert json.loads(done.stdout)["documents"][0]["statements"]


def test_without_a_model_nothing_is_sent(server, reports):
    assert read(reports, "--format", "json", "--model-at", f"http://127.0.0.1:{server.server_port}/v1").exit_code == 0
    assert server.asked == []


def test_a_model_elsewhere_gets_reports_only_with_leave(reports):
    done = read(reports, "--model", "m", "--model-at", "https://models.example/v1")
    assert "is not on this machine" in str(done.exception)


def test_what_would_be_sent_can_be_seen_beforehand(server, reports):
    done = read(reports, "--model", "m", "--model-at", f"http://127.0.0.1:{server.server_port}/v1", "--show-request")
    assert json.loads(done.stdout)["model"] == "m"
    assert server.asked == []


def test_a_page_shows_the_report_with_its_items_in_the_margin(reports):
    page = read(reports, "--format", "html").stdout
    assert page.startswith("<!DOCTYPE html>")
    assert "Ina Holt" in page
    assert 'class="note group-said' in page


def test_a_proposal_can_be_judged_by_its_id_and_then_stands_without_the_model(server, reports):
    (proposed,) = (
        each for each in json.loads(read_with(server, reports).stdout)["documents"][0]["assessments"] if each["text"] == QUOTE
    )
    judged = CliRunner().invoke(main, ["judge", str(reports), proposed["id"], "right"], obj=Workshop())
    assert judged.exit_code == 0, judged.output
    (accepted,) = json.loads(read(reports, "--format", "json").stdout)["documents"][0]["assessments"]
    assert (accepted["text"], accepted["standing"]) == (QUOTE, "confirmed by a person")


def test_a_proposal_that_was_struck_stays_away(server, reports):
    (proposed,) = (
        each for each in json.loads(read_with(server, reports).stdout)["documents"][0]["assessments"] if each["text"] == QUOTE
    )
    CliRunner().invoke(main, ["judge", str(reports), proposed["id"], "wrong"], obj=Workshop())
    assert QUOTE not in read_with(server, reports).stdout


def test_what_lies_in_a_case_beside_its_reports_is_never_sent(server, reports):
    case = reports.parent / "case"
    (case / "parties").mkdir(parents=True)
    (case / "case.yaml").write_text("gobetween: 1\n")
    (case / "memo.txt").write_text(REPORT)
    (case / "parties" / "caucus.txt").write_text(REPORT)
    (reports).rename(case / "reports")
    read_with(server, case)
    assert len(server.asked) == 1, "the report alone"
    for path in (case / "memo.txt", case / "parties", case / "parties" / "caucus.txt"):
        done = read_with(server, path)
        assert "not sent: it lies in a case folder, outside of its reports" in done.stderr
        assert read(path, "--show-request").stdout.strip() == ""
    assert len(server.asked) == 1
