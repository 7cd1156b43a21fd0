"""An agreement from the command line, from the text to a violation report, each actor by its own commands."""

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
CASE = """gobetween: 1
title: Talks on the strait
profile: closed
fictional: true
actors:
  north: {name: North, kind: group, roles: [party]}
  south: {name: South, kind: group, roles: [party]}
  bridge: {name: Bridge, kind: body, roles: [lead mediator]}
  watch: {name: Watch, kind: body, roles: [monitor]}
  bank: {name: Bank, kind: body, roles: [stakeholder]}
persons:
  arda: {name: Arda}
principals:
  - {id: north-head, party: north, name: the head, procedure: head, members: [arda], held_by: public}
issues:
  toll: {title: Toll, options: {half: half the toll, none: no toll}}
earlier_agreements:
  - {id: truce, name: The truce, fate: Broken in May., held_by: public}
"""
TEXT = """# The pact

## toll (issue: toll; options: half)
Ships pay half the toll.

## crews
Both sides release the crews.
"""
PACT, FREE = "bridge/pact", "bridge/free"


@pytest.fixture
def told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """What a command of an actor says, whether it did what was asked or refused it."""
    monkeypatch.setenv("GOBETWEEN_STORE", str(tmp_path / "talks.gobetween"))
    monkeypatch.setenv("GOBETWEEN_TALKS", "strait")
    monkeypatch.setenv("GOBETWEEN_NOW", "2031-03-01T09:00")
    monkeypatch.delenv("GOBETWEEN_KEYS", raising=False)
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "text.md").write_text(TEXT, encoding="utf-8")
    (tmp_path / "strait").mkdir()
    (tmp_path / "strait" / "case.yaml").write_text(CASE, encoding="utf-8")

    def run(*arguments: str) -> str:
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

    assert "opened: strait" in run("talks", "open", "strait", "--rehearsal")
    return lambda actor, *arguments: run("as", actor, *arguments)


@pytest.fixture
def opened(told: Run) -> Run:
    told("bridge", "draft", "text.md", "--name", "text")
    said = told(
        "bridge", "open-agreement", "bridge/text", "--monitor", "watch", "--early-part", "crews", "--follows", "truce", "--name", "pact"
    )
    assert said == "recorded: agreement opened: bridge/pact (goes to: bridge, north, south, watch)\n"
    return told


@pytest.fixture
def signed(opened: Run) -> Run:
    for party in ("north", "south"):
        opened(party, "accept-text", PACT)
    opened("north-head", "decide", PACT, "approve", "--by", "arda")
    for party in ("north", "south"):
        assert "text signed: bridge/pact" in opened(party, "sign", PACT)
    return opened


def test_an_acceptance_goes_to_those_who_carry_the_text(opened: Run) -> None:
    before = opened("south", "show", "agreement")
    assert opened("north", "accept-text", PACT) == "recorded: text accepted: bridge/pact (goes to: bridge, north)\n"
    assert opened("south", "show", "agreement") == before
    assert "acceptance by South" in opened("bridge", "show", "agreement")
    assert "acceptance taken back" in opened("north", "accept-text", PACT, "--take-back")
    assert "your acceptance" in opened("north", "show", "agreement")


def test_an_agreement_follows_on_an_earlier_one_with_its_fate(opened: Run) -> None:
    assert "Broken in May." in opened("south", "show", "agreement")
    said = opened("bridge", "earlier-agreement", "The first pact", "--fate", "forgotten", "--on", "2030-01-01", "--name", "first")
    assert said == "recorded: entry entered: bridge/first (goes to: bridge, public)\n"


def test_signatures_and_ratification_put_it_in_force(signed: Run) -> None:
    assert "refused: this is for a party's principal" in signed("north", "ratify", PACT)
    assert "wrong: a reason is given with --refuse" in signed("north-head", "ratify", PACT, "--reason", "none")
    assert "recorded: text ratified: bridge/pact" in signed("north-head", "ratify", PACT)
    assert "in force" in signed("watch", "show", "agreement")


def test_a_principal_refuses_and_it_fails(opened: Run) -> None:
    for party in ("north", "south"):
        opened(party, "accept-text", PACT)
    opened("south", "initial", PACT)
    opened("north-head", "decide", PACT, "refuse", "--by", "arda")
    assert "ratification refused" in opened("north-head", "ratify", PACT, "--refuse", "--reason", "too little")
    assert "refused by North; Too little." in opened("south", "show", "agreement")


def test_more_who_stand_behind_it_are_brought_to_it(opened: Run) -> None:
    assert "refused: there is no section 'agreement'" in opened("bank", "show", "agreement")
    assert "backers named: bridge/pact (goes to: bank, bridge, north, south, watch)" in opened(
        "bridge", "involve", PACT, "--guarantor", "bank"
    )
    assert "guaranteed by Bank; checked by Watch" in opened("bank", "show", "agreement")


def test_what_is_not_agreed_is_withdrawn(opened: Run) -> None:
    assert "agreement withdrawn" in opened("bridge", "withdraw-agreement", PACT, "--reason", "a better one comes")
    assert "withdrawn" in opened("south", "show", "agreement")


@pytest.fixture
def kept(signed: Run) -> Run:
    """In force, with a phase and an obligation."""
    signed("north-head", "ratify", PACT)
    signed("bridge", "phase", PACT, "Release", "--condition", "Ships are back.", "--name", "release")
    said = signed(
        "bridge", "oblige", PACT, "crews", "--actor", "south", "--phase", "bridge/release", "--days", "3", "--monitor", "watch",
        "--name", "free",
    )  # fmt: skip
    assert "obligation made: bridge/free" in said
    return signed


def test_phases_begin_and_obligations_are_performed_checked_and_scored(kept: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "refused: the phase 'bridge/release' waits for" in kept("watch", "enter-phase", "bridge/release")
    kept("watch", "fulfil", "bridge/release", "Ships are back.")
    assert "phase entered" in kept("watch", "enter-phase", "bridge/release")
    monkeypatch.setenv("GOBETWEEN_NOW", "2031-03-05T09:00")
    assert "overdue" in kept("north", "show", "implementation")
    assert "performance reported" in kept("south", "report-performance", FREE, "--text", "They are home.", "--name", "done")
    assert "performance verified" in kept("watch", "verify-performance", FREE, "--performed", "--text", "Seen.")
    assert "goes to: bridge, watch" in kept("watch", "score", FREE, "3")
    assert "3: all" in kept("bridge", "show", "implementation")
    assert "3: all" not in kept("north", "show", "implementation")


def test_a_violation_report_goes_its_way(kept: Run) -> None:
    said = kept(
        "north", "report-violation", "south", "A crew was held.", "--obligation", FREE, "--place", "Narrows", "--on", "2031-02-28",
        "--name", "stop",
    )  # fmt: skip
    assert said == "recorded: violation reported: north/stop (goes to: bridge, north, watch)\n"
    assert "refused: no permission in force" in kept("bridge", "convey-violation", "north/stop")
    assert "Narrows" not in kept("south", "show", "implementation")
    kept("north", "grant", "north/stop", "--to", "south", "--carrier", "bridge")
    assert "violation conveyed: bridge/told (goes to: bridge, south)" in kept(
        "bridge", "convey-violation", "north/stop", "--name", "told"
    )
    assert "Narrows" in kept("south", "show", "implementation")
    assert "violation ruled" in kept("watch", "rule-on-violation", "north/stop", "under-inquiry", "--finding", "We ask around.")
    assert "We ask around." not in kept("south", "show", "implementation")


def test_talking_points_say_what_may_be_said_and_nothing_of_the_rest(told: Run) -> None:
    told("north", "tell", "We would take half the kelpwood.", "--to", "bridge", "--name", "room")
    assert "kelpwood" not in told("bridge", "talking-points", "--with", "south")
    told("north", "grant", "north/room", "--to", "south", "--carrier", "bridge", "--form", "paraphrase", "--name", "leave")
    said = told("bridge", "talking-points", "--with", "south")
    assert "in your own words; whose it is stays unsaid" in said
    assert "permission north/leave" in said
    assert "kelpwood" not in told("south", "talking-points", "--with", "bridge")
    assert "refused: nobody you know of in these talks is called 'moon'" in told("bridge", "talking-points", "--with", "moon")
