"""Telling, permitting and conveying from the command line, each actor by its own commands."""

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
COUNCIL, CITY, UPPER, LOWER = "highland-council", "port-city", "upper-valley", "lower-valley"
WORDS = "We could open the gates for a week in June."


@pytest.fixture
def act(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """What an actor's command says, whether it did what was asked or refused it; `answer` is typed where it asks."""
    monkeypatch.setenv("GOBETWEEN_STORE", str(tmp_path / "talks.gobetween"))
    monkeypatch.setenv("GOBETWEEN_TALKS", "valleys")
    monkeypatch.setenv("GOBETWEEN_NOW", "2031-03-01T09:00")
    monkeypatch.delenv("GOBETWEEN_KEYS", raising=False)
    monkeypatch.setenv("COLUMNS", "160")
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str, answer: str = "") -> str:
        try:
            done = CliRunner().invoke(main, arguments, obj=Workshop(), standalone_mode=False, input=answer)
        except click.ClickException as error:
            return f"wrong: {error.format_message()}"
        match done.exception:
            case click.ClickException():
                return f"wrong: {done.exception.format_message()}"
            case click.Abort():
                return f"{done.output}aborted"
            case GobetweenError():
                return f"{done.output}refused: {done.exception}"
        assert done.exception is None, done.exception
        return done.output

    run("new", "valleys")
    run("talks", "open", "valleys", "--rehearsal")
    return lambda actor, *arguments, answer="": run("as", actor, *arguments, answer=answer)


@pytest.fixture
def told(act: Run) -> Run:
    """The upper valley has told the council something."""
    assert "caucus held: upper-valley/first" in act(UPPER, "hold-caucus", "--with", COUNCIL, "--name", "first", "--place", "the mill")
    said = act(UPPER, "tell", WORDS, "--caucus", "upper-valley/first", "--name", "june", "--handling", "red")
    assert said == "recorded: item told: upper-valley/june (goes to: highland-council, upper-valley)\n"
    return act


def test_a_position_is_told_with_what_it_is_about(act: Run) -> None:
    position = ("--kind", "position", "--issue", "gates", "--option", "joint", "--stance", "accept", "--series", "bottom-line")
    assert "recorded" in act(UPPER, "tell", "A joint crew, at the least.", "--to", COUNCIL, "--name", "least", *position)
    shown = act(COUNCIL, "show", "caucuses")
    assert "upper-valley/least" in shown
    assert "accept: a joint crew" in shown
    assert "TLP:AMBER" in shown


def test_a_mediator_logs_what_it_heard_and_the_party_objects(told: Run) -> None:
    assert "goes to: highland-council, upper-valley" in told(
        COUNCIL, "log", "They are short of money.", "--by", UPPER, "--name", "money"
    )
    assert "item objected: highland-council/money" in told(UPPER, "object", "highland-council/money", "--reason", "Not so.")
    assert "refused: you have told nothing" in told(LOWER, "object", "highland-council/money", "--reason", "Not so.")


def test_what_was_told_is_told_further(told: Run) -> None:
    assert "refused: there is no channel" in told(UPPER, "tell-further", "upper-valley/june", "--to", CITY)


def test_a_permission_is_asked_granted_as_asked_or_less_refused_and_revoked(told: Run) -> None:
    asked = ("--to", LOWER, "--carrier", COUNCIL, "--carrier", CITY, "--attributed", "--until", "2031-03-31")
    assert "permission asked: highland-council/may" in told(COUNCIL, "ask", "upper-valley/june", *asked, "--name", "may")
    assert "recorded: permission granted" in told(
        UPPER, "grant", "--asked", "highland-council/may", "--unattributed", "--form", "paraphrase"
    )
    shown = told(COUNCIL, "show", "permissions")
    assert "paraphrase" in shown
    assert "without naming" in shown
    assert "granted, until 31" in shown
    assert "recorded" in told(UPPER, "revoke", "highland-council/may", "--reason", "Not yet.")
    told(COUNCIL, "ask", "upper-valley/june", "--to", LOWER, "--name", "again")
    assert "permission refused" in told(UPPER, "refuse", "highland-council/again")
    assert "say which ITEM" in told(UPPER, "grant", "--to", LOWER)
    assert "refused: nobody has asked you" in told(
        UPPER, "grant", "upper-valley/june", "--to", LOWER, "--carrier", COUNCIL, "--asked", "x"
    )
    assert "refused: a permission names who may get it" in told(UPPER, "grant", "upper-valley/june", "--carrier", COUNCIL)


def test_one_looks_conveys_after_being_asked_and_the_next_one_passes_on(told: Run) -> None:
    told(UPPER, "grant", "upper-valley/june", "--to", LOWER, "--carrier", COUNCIL, "--carrier", CITY, "--form", "paraphrase")
    words = ("--to", LOWER, "--over", CITY, "--form", "paraphrase", "--text", "The gates could open in June.")
    looked = told(COUNCIL, "preview", "upper-valley/june", *words, "--term", "gates=joint")
    assert looked.splitlines()[:5] == [
        "port-city sees, from highland-council (paraphrase):",
        "    The gates could open in June.",
        "    whose words: not said",
        "    to be passed on to: lower-valley",
        "    gates: joint",
    ]
    assert "could be inferred: there are two parties" in looked
    assert "could be inferred: upper-valley marked it TLP:RED" in looked
    asked = told(COUNCIL, "convey", "upper-valley/june", *words, answer="n\n")
    assert asked.endswith("aborted")
    assert "Messages" not in told(CITY, "show")
    conveyed = told(COUNCIL, "convey", "upper-valley/june", *words, "--name", "word", answer="y\n")
    assert "recorded: message handed: highland-council/word (goes to: highland-council, port-city)" in conveyed
    assert "message handed: port-city/word" in told(CITY, "pass-on", "highland-council/word", "--name", "word")
    assert "The gates could open in June." in told(LOWER, "show", "messages")
    assert "message reaction: port-city/word" in told(LOWER, "react", "port-city/word", "Which week?", "--name", "week")
    ledger = told(UPPER, "show", "ledger")
    assert "delivered" in ledger
    assert "Which week?" not in ledger
    assert "upper" not in told(LOWER, "show", "messages").lower()


def test_a_refusal_comes_before_the_question(told: Run) -> None:
    said = told(COUNCIL, "convey", "upper-valley/june", "--to", LOWER, "--over", CITY)
    assert "could be inferred" in said
    assert "needs a permission of upper-valley" in said
    assert "Convey it all the same" not in said
    looked = told(COUNCIL, "preview", "upper-valley/june", "--to", LOWER, "--over", CITY)
    assert "not yet: to convey 'upper-valley/june' so needs a permission" in looked


def test_an_idea_of_ones_own_goes_without_a_question_and_can_be_a_proposal(act: Run) -> None:
    idea = ("--to", LOWER, "--text", "What of a joint crew?", "--title", "A joint crew", "--term", "gates=joint", "--name", "crew")
    assert "with it: a proposal" in act(CITY, "preview", *idea[:-2])
    assert "message handed: port-city/crew" in act(CITY, "convey", *idea)


def test_what_is_withheld_says_why(told: Run) -> None:
    withheld = told(COUNCIL, "withhold", "upper-valley/june", "--to", LOWER, "--reason", "Too soon.")
    assert "(goes to: highland-council)" in withheld
    withheld = told(COUNCIL, "withhold", "upper-valley/june", "--to", LOWER, "--reason", "Too soon.", "--tell")
    assert "(goes to: highland-council, upper-valley)" in withheld


def test_plans_hold_what_comes_later(act: Run) -> None:
    assert "relay planned: port-city/one" in act(CITY, "plan", "The crew", "--to", LOWER, "--show-to", COUNCIL, "--name", "one")
    later = ("plan", "The crew", "--to", UPPER, "--by", COUNCIL, "--on", "2031-03-02", "--after", "port-city/one", "--name", "two")
    assert "goes to: highland-council, port-city" in act(CITY, *later)
    idea = ("convey", "--to", UPPER, "--text", "What of a joint crew?", "--plan", "port-city/two")
    assert "is planned for 2031-03-02" in act(COUNCIL, *idea)
    act(CITY, "plan", "The crew, today", "--to", UPPER, "--by", COUNCIL, "--after", "port-city/one", "--changes", "port-city/two")
    assert "comes after 'port-city/one', which is planned" in act(COUNCIL, *idea)
    assert "plan done" in act(CITY, "convey", "--to", LOWER, "--text", "What of a joint crew?", "--plan", "port-city/one")
    assert "plan done: port-city/two" in act(COUNCIL, *idea)
