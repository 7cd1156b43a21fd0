"""Working on a text, answering and bidding under seal from the command line, each actor by its own commands."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from gobetween.bootstrap.workshop import Workshop
from gobetween.cli.commands import main
from gobetween.model.errors import GobetweenError

Run = Callable[..., str]
TEXT = """# Working text on the river

## water (issue: water; options: quarter, none)
In summer the hills hold back
- a quarter of the river
- nothing
> A quarter of the flow, or of the days.

## gates (issue: gates)
A joint crew works the gates.
"""


@pytest.fixture
def told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """What a command says, whether it did what was asked or refused it."""
    monkeypatch.setenv("GOBETWEEN_STORE", str(tmp_path / "talks.gobetween"))
    monkeypatch.setenv("GOBETWEEN_TALKS", "valleys")
    monkeypatch.setenv("GOBETWEEN_NOW", "2031-03-01T09:00")
    monkeypatch.delenv("GOBETWEEN_KEYS", raising=False)
    monkeypatch.setenv("COLUMNS", "160")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "text.md").write_text(TEXT, encoding="utf-8")

    def told(*arguments: str) -> str:
        try:
            done = CliRunner().invoke(main, arguments, obj=Workshop(), standalone_mode=False)
        except click.ClickException as error:
            return f"wrong: {error.format_message()}"
        if isinstance(done.exception, click.ClickException):
            return f"wrong: {done.exception.format_message()}"
        if isinstance(done.exception, GobetweenError):
            return f"refused: {done.exception}"
        assert done.exception is None, done.exception
        return done.output

    told("new", "valleys")
    assert "rehearsal" in told("talks", "open", "valleys", "--rehearsal")
    return told


def act(told: Run, actor: str, *arguments: str) -> str:
    return told("as", actor, *arguments)


@pytest.fixture
def text(told: Run) -> Run:
    """The text is begun by the council, with the city."""
    assert "text drafted: highland-council/text" in act(
        told, "highland-council", "draft", "text.md", "--with", "port-city", "--name", "text"
    )
    return told


def test_a_text_is_drafted_shown_amended_revised_and_compared(text: Run) -> None:
    council, upper = "highland-council", "upper-valley"
    assert "text shown: highland-council/text" in act(text, council, "show-text", "highland-council/text", "--to", upper)
    said = act(
        text, upper, "amend", "highland-council/text", "water", "nothing", "--reason", "It is ours.", "--named", "--name", "none"
    )
    assert "amendment proposed: upper-valley/none (goes to: highland-council, upper-valley)" in said
    assert "refused" not in act(text, council, "attribute", "highland-council/text", "water", "2", "--by", upper, "--tell", "port-city")
    assert "text revised" in act(text, "port-city", "revise", "highland-council/text", "--settle", "water=2:none")
    act(text, council, "show-text", "highland-council/text", "--to", upper)
    compared = act(text, upper, "compare", "highland-council/text", "1", "2")
    assert "highland-council/text: version 1 and version 2" in compared
    assert "hold back [-[a quarter of the river / -]nothing[-]-]" in compared
    assert "what stands: nothing, which was Upper Valley's" in compared
    late = act(text, upper, "amend", "highland-council/text", "gates", "--strike", "--version", "1")
    assert "note: version 2 came after the version that this is about" in late
    shown = act(text, upper, "show")
    assert "Texts worked on" in shown
    assert "port-city" not in shown


def test_a_text_is_printed_as_a_file_that_can_be_revised(text: Run, tmp_path: Path) -> None:
    printed = act(text, "port-city", "text", "highland-council/text")
    assert printed.strip() == TEXT.strip().replace("options: quarter, none", "options: none, quarter")
    (tmp_path / "new.md").write_text(printed.replace("A joint crew", "The council"), encoding="utf-8")
    assert "text revised" in act(text, "port-city", "revise", "highland-council/text", "new.md", "--on", "1")
    assert "A joint crew" in act(text, "port-city", "text", "highland-council/text", "--version", "1")
    assert "is 2, not 1" in act(text, "port-city", "revise", "highland-council/text", "new.md", "--on", "1")
    assert "refused: there is no one-text" in act(text, "lower-valley", "revise", "highland-council/text", "new.md")
    assert "refused: you have no text" in act(text, "lower-valley", "text", "highland-council/text")


def test_a_file_that_is_no_text_is_refused_with_file_and_line(told: Run, tmp_path: Path) -> None:
    (tmp_path / "bad.md").write_text("# Title\n## Water\nWords.\n", encoding="utf-8")
    assert "bad.md:2: found '## Water'" in act(told, "port-city", "draft", "bad.md")
    (tmp_path / "bytes.md").write_bytes(b"\xff\xfe\x00")
    assert "bytes.md is no text in UTF-8" in act(told, "port-city", "draft", "bytes.md")
    assert "wrong: Invalid value for 'FILE'" in act(told, "port-city", "draft", "none.md")


def test_a_revision_is_a_file_or_brackets_to_settle(text: Run) -> None:
    for given in ((), ("text.md", "--settle", "water=1")):
        assert "wrong: give the new version as a FILE" in act(text, "port-city", "revise", "highland-council/text", *given)
    for choice in ("water", "water=first", "water=1 2", "water=1:", "water=1:a:b"):
        assert "is no choice" in act(text, "port-city", "revise", "highland-council/text", "--settle", choice)
    twice = ("--settle", "water=1", "--settle", "water=2:none")
    assert "is no choice" in act(text, "port-city", "revise", "highland-council/text", *twice)
    act(text, "port-city", "revise", "highland-council/text", "--settle", "water=none:quarter")
    assert "hold back\n" in act(text, "port-city", "text", "highland-council/text")


def test_an_amendment_is_words_or_a_strike(text: Run) -> None:
    for given in ((), ("Words.", "--strike")):
        assert "wrong: say which WORDS" in act(text, "upper-valley", "amend", "highland-council/text", "gates", *given)


def test_a_non_paper_comes_from_nobody(told: Run) -> None:
    said = act(told, "port-city", "non-paper", "An idea", "What if a third valley helped?", "--to", "lower-valley")
    assert "non paper noted: non-paper/" in said
    seen = act(told, "lower-valley", "show", "one-texts")
    assert "What if a third valley helped?" in seen
    assert "Port City" not in seen
    assert "port-city" not in seen


@pytest.fixture
def offered(told: Run) -> Run:
    """A mediators' proposal of both mediators, each of whom reaches one side."""
    offer = ("put-proposal", "The river", "--to", "upper-valley", "--to", "lower-valley", "--text", "A quarter is held back.")
    more = ("--term", "water=quarter", "--deadline", "2031-03-02T18:00", "--name", "final")
    assert "cannot reach lower-valley" in act(told, "highland-council", *offer, *more)
    said = act(told, "highland-council", *offer, *more, "--with", "port-city")
    assert "goes to: highland-council, port-city)" in said
    assert "lower-valley" in act(told, "port-city", "join-proposal", "highland-council/final")
    return told


def test_a_mediators_proposal_is_answered_under_seal(offered: Run) -> None:
    sealed = act(offered, "lower-valley", "seal", "highland-council/final", "accept")
    assert "(goes to: lower-valley)" in sealed
    assert "no signature beyond the mandate" in act(offered, "upper-valley", "seal", "highland-council/final", "accept")
    last = act(offered, "upper-valley", "seal", "highland-council/final", "refuse")
    assert "agreement" not in last  # what came of it is looked up, as everybody else does
    for actor in ("lower-valley", "upper-valley", "port-city"):
        seen = act(offered, actor, "show", "sealed")
        assert "no agreement" in seen
    assert "accepts" not in act(offered, "port-city", "show", "sealed")


def test_what_nobody_answered_is_opened_by_whoever_looks_after_the_deadline(offered: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GOBETWEEN_NOW", "2031-03-03T10:00")
    assert "no agreement" in act(offered, "port-city", "show", "sealed")
    assert "2031-03-02 18:00" in act(offered, "lower-valley", "history", "--last", "1")


def test_talks_may_be_opened_so_that_mediators_learn_answers(told: Run) -> None:
    told("talks", "open", "valleys", "--name", "open-valleys", "--rehearsal", "--mediators-learn-answers")
    offer = ("put-proposal", "The river", "--to", "upper-valley", "--to", "lower-valley", "--text", "A quarter.", "--with", "port-city")
    for actor, *act_of in (
        ("highland-council", *offer, "--deadline", "2031-03-02T18:00", "--name", "final"),
        ("port-city", "join-proposal", "highland-council/final"),
        ("lower-valley", "seal", "highland-council/final", "accept"),
        ("upper-valley", "seal", "highland-council/final", "refuse"),
    ):
        told("as", actor, "--talks", "open-valleys", *act_of)
    assert "does not accept" in told("as", "port-city", "--talks", "open-valleys", "show", "sealed")
    party = told("as", "lower-valley", "--talks", "open-valleys", "show", "sealed")
    assert "learn who answered what" in party
    assert "does not accept" not in party


def test_bids_are_sealed_and_meet_in_the_middle(told: Run) -> None:
    asked = ("open-bidding", "What the dam costs", "--unit", "crowns", "--payer", "lower-valley", "--payee", "upper-valley")
    more = ("--issue", "repairs", "--deadline", "2031-03-02T18:00", "--name", "dam", "--with", "port-city")
    act(told, "highland-council", *asked, *more)
    act(told, "port-city", "join-bidding", "highland-council/dam")
    assert "(goes to: lower-valley)" in act(told, "lower-valley", "bid", "highland-council/dam", "1200")
    act(told, "upper-valley", "bid", "highland-council/dam", "1001")
    for actor in ("lower-valley", "upper-valley", "highland-council"):
        assert "agreed: 1,100" in act(told, actor, "show", "sealed")
    assert "1,200" not in act(told, "upper-valley", "show", "sealed")


def test_a_settled_text_is_put_as_it_stands(text: Run) -> None:
    offer = ("put-proposal", "The river", "--to", "upper-valley", "--to", "lower-valley", "--with", "port-city", "--name", "final")
    more = ("--deadline", "2031-03-02T18:00", "--text-of", "highland-council/text")
    assert "not settled: in brackets are water" in act(text, "highland-council", *offer, *more)
    assert "one of the two" in act(text, "highland-council", *offer, *more, "--text", "Words.")
    act(text, "highland-council", "revise", "highland-council/text", "--settle", "water=1:quarter")
    assert "sealed proposal drafted" in act(text, "highland-council", *offer, *more)
    act(text, "port-city", "join-proposal", "highland-council/final")
    seen = " ".join(act(text, "lower-valley", "show", "sealed").split())
    assert "A joint crew" in seen


def test_a_term_names_an_issue_and_options(told: Run) -> None:
    offer = ("put-proposal", "The river", "--to", "upper-valley", "--to", "lower-valley", "--deadline", "2031-03-02T18:00")
    assert "'water' is no term" in act(told, "port-city", *offer, "--term", "water")
    said = act(told, "port-city", *offer, "--term", "water=third,quarter", "--term", "water=none", "--with", "highland-council")
    assert "sealed proposal drafted" in said
