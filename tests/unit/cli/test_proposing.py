"""Proposing, answering, instructing and deciding from the command line, each actor by its own commands."""

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
COUNCIL, CITY, UPPER, LOWER, ASSEMBLY = "highland-council", "port-city", "upper-valley", "lower-valley", "assembly"
PRINCIPAL = "  - {party: upper-valley, name: the village assembly, procedure: vote, held_by: public}"
BALLOT = "  - {id: assembly, party: upper-valley, name: the village assembly, procedure: ballot, quorum: 2/3, held_by: public}"
NAMED = "  - {id: assembly, party: upper-valley, name: the assembly, procedure: vote, members: [sorel], held_by: public}"


@pytest.fixture
def act(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Run:
    """What an actor's command says, whether it did what was asked or refused it; the upper valley's assembly holds ballots."""
    monkeypatch.setenv("GOBETWEEN_STORE", str(tmp_path / "talks.gobetween"))
    monkeypatch.setenv("GOBETWEEN_TALKS", "valleys")
    monkeypatch.setenv("GOBETWEEN_NOW", "2031-03-01T09:00")
    monkeypatch.delenv("GOBETWEEN_KEYS", raising=False)
    monkeypatch.setenv("COLUMNS", "160")
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str) -> str:
        try:
            done = CliRunner().invoke(main, arguments, obj=Workshop(), standalone_mode=False)
        except click.ClickException as error:
            return f"wrong: {error.format_message()}"
        match done.exception:
            case click.ClickException():
                return f"wrong: {done.exception.format_message()}"
            case GobetweenError():
                return f"{done.output}refused: {done.exception}"
        assert done.exception is None, done.exception
        return done.output

    run("new", "valleys")
    file = tmp_path / "valleys" / "case.yaml"
    principal = getattr(request, "param", BALLOT)
    file.write_text(file.read_text(encoding="utf-8").replace(PRINCIPAL, principal), encoding="utf-8")
    assert "opened" in run("talks", "open", "valleys", "--rehearsal")
    return lambda actor, *arguments: run("as", actor, *arguments)


@pytest.fixture
def paper(act: Run) -> Run:
    """The council has put a paper to the upper valley, and given it to the city for the lower one."""
    put = ("--to", UPPER, "--to", LOWER, "--carrier", CITY, "--term", "water=third,quarter", "--until", "2031-03-09")
    said = act(
        COUNCIL, "propose", "The paper", *put, "--text", "A third or a quarter.", "--name", "paper", "--kind", "bridging proposal"
    )
    assert "recorded: proposal tabled: highland-council/paper (goes to: highland-council, port-city)" in said
    assert "recorded: proposal tabled: highland-council/paper (goes to: upper-valley)" in said
    assert said.count("permission granted") == 2
    return act


def test_a_proposal_is_answered_and_the_answer_shown(paper: Run) -> None:
    said = paper(UPPER, "answer", "highland-council/paper", "reject", "--text", "No.", "--name", "no")
    assert said == "recorded: answer given: upper-valley/no (goes to: highland-council, upper-valley)\n"
    assert "upper-valley/no" in paper(COUNCIL, "show", "proposals")
    assert "upper-valley/no" not in paper(CITY, "show", "proposals")


def test_who_owes_an_answer_is_shown_until_it_is_given(paper: Run) -> None:
    assert "highland-council/paper" in paper(UPPER, "show", "answers-owed")
    assert "Upper Valley" in paper(COUNCIL, "show", "answers-owed")
    paper(UPPER, "answer", "highland-council/paper", "reject")
    assert "highland-council/paper" not in paper(UPPER, "show", "answers-owed")
    assert "highland-council/paper" not in paper(COUNCIL, "show", "answers-owed")


def test_an_acceptance_waits_for_the_ballot_of_which_nobody_hears(paper: Run) -> None:
    required = ("--requires", "gates=joint", "--where", "water=third")
    paper(UPPER, "answer", "highland-council/paper", "accept-if", *required, "--name", "if")
    assert "accept if, ad referendum" in paper(COUNCIL, "show", "proposals")
    few = ("--ballot", "10", "2", "0", "100")
    assert "refused: nothing is decided" in paper(ASSEMBLY, "decide", "upper-valley/if", "approve", *few)
    said = paper(ASSEMBLY, "decide", "upper-valley/if", "approve", "--ballot", "60", "7", "1", "100", "--reason", "enough water")
    assert "recorded: decision taken: " in said
    assert "recorded: answer settled: upper-valley/if (goes to: highland-council, upper-valley)" in said
    assert "60 for, 7 against, 1 abstained, of 100" in paper(UPPER, "show", "mandates")
    shown = paper(COUNCIL, "show")
    assert "accept if, approved" in shown
    assert "enough water" not in shown
    assert "of 100" not in shown


def test_within_its_mandate_a_delegation_accepts_by_itself(paper: Run) -> None:
    said = paper(ASSEMBLY, "instruct", "--may-accept", "water=third,quarter", "--text", "No less.", "--name", "first")
    assert said == "recorded: instruction given: upper-valley/first (goes to: upper-valley)\n"
    paper(UPPER, "answer", "highland-council/paper", "accept")
    assert "ad referendum" not in paper(COUNCIL, "show", "proposals").replace("given ad referendum waits", "")
    assert "refused: this is for the principal of upper-valley alone" in paper(UPPER, "instruct", "--may-accept", "water=none")
    assert "refused: this is for the delegation" in paper(ASSEMBLY, "answer", "highland-council/paper", "accept")


@pytest.mark.parametrize(
    "change", [("--requires", "gates=joint", "--words", "A joint crew."), ("--term", "water=third", "--words", "A third.")]
)
def test_a_principal_amends(paper: Run, change: tuple[str, ...]) -> None:
    paper(UPPER, "answer", "highland-council/paper", "refer", "--name", "refer")
    said = paper(ASSEMBLY, "decide", "upper-valley/refer", "amend", "--ballot", "60", "7", "1", "100", *change)
    assert "answer given" in said
    assert "approved" in paper(COUNCIL, "show", "proposals")


@pytest.mark.parametrize("act", [NAMED], indirect=True)
def test_members_vote_by_name(paper: Run) -> None:
    paper(UPPER, "answer", "highland-council/paper", "accept", "--name", "yes")
    assert "the votes do not carry it" in paper(ASSEMBLY, "decide", "upper-valley/yes", "approve", "--against", "sorel")
    assert "the votes do not carry it" in paper(ASSEMBLY, "decide", "upper-valley/yes", "approve", "--abstained", "sorel")
    assert "does not decide in that way" in paper(ASSEMBLY, "decide", "upper-valley/yes", "approve", "--by", "sorel")
    assert "decision taken" in paper(ASSEMBLY, "decide", "upper-valley/yes", "approve", "--for", "sorel")
    assert "for: Mara Sorel" in paper(UPPER, "show", "mandates")


def test_a_counter_is_made_of_a_proposal_that_was_tabled(paper: Run) -> None:
    own = ("--to", COUNCIL, "--term", "water=third", "--kind", "counter-proposal", "--name", "own")
    paper(UPPER, "propose", "A third", *own)
    said = paper(UPPER, "answer", "highland-council/paper", "counter", "--counter", "upper-valley/own", "--to", COUNCIL)
    assert "answer given" in said
    assert "with upper-valley/own" in paper(COUNCIL, "show", "proposals")


def test_a_joint_proposal_is_tabled_when_all_have_joined_and_can_be_withdrawn(act: Run) -> None:
    said = act(COUNCIL, "propose", "Joint", "--to", UPPER, "--to", LOWER, "--with", CITY, "--name", "joint")
    assert said == "recorded: proposal drafted: highland-council/joint (goes to: highland-council, port-city)\n"
    assert "goes to: lower-valley, upper-valley" in act(CITY, "join", "highland-council/joint")
    assert "refused: no proposal" in act(CITY, "join", "highland-council/joint")
    assert "lower-valley" in act(CITY, "withdraw", "highland-council/joint", "--reason", "too early")
    assert "withdrawn" in act(LOWER, "show", "proposals")


def test_a_proposal_may_be_kept_from_being_conveyed(act: Run) -> None:
    offer = ("--to", LOWER, "--carrier", COUNCIL, "--text", "A third.", "--name", "offer")
    said = act(UPPER, "propose", "A third", *offer, "--no-relay")
    assert said == "recorded: proposal tabled: upper-valley/offer (goes to: highland-council, upper-valley)\n"


def test_an_answer_may_be_let_go_on(paper: Run) -> None:
    assert "permission granted" not in paper(UPPER, "answer", "highland-council/paper", "reject", "--relay")


def test_where_one_stands_is_noted_stated_and_declared(act: Run) -> None:
    assert "goes to: upper-valley)" in act(
        UPPER, "bottom-line", "water", "A quarter would do.", "--option", "quarter", "--name", "least"
    )
    entrusted = act(UPPER, "bottom-line", "water", "A quarter would do.", "--option", "quarter", "--to", COUNCIL)
    assert "goes to: highland-council, upper-valley)" in entrusted
    stated = ("water", "demand", "We want a third.", "--option", "third")
    assert "goes to: highland-council, upper-valley)" in act(UPPER, "state", *stated, "--to", COUNCIL, "--name", "third")
    assert "goes to: public)" in act(UPPER, "declare", *stated, "--red-line")
    conditional = ("repairs", "conditional", "We would pay half.", "--option", "halves", "--condition", "if the gates are ours")
    assert "recorded" in act(UPPER, "state", *conditional, "--to", COUNCIL)
    dropped = ("gates", "dropped-demand", "We no longer ask for the gates.", "--option", "upper")
    assert "recorded" in act(UPPER, "declare", *dropped)
    shown = act(COUNCIL, "show", "positions-in-confidence")
    assert "upper-valley/third" in shown
    assert "bottom line" in shown
    assert "least" not in shown
    assert "refused: there is no section" in act(LOWER, "show", "positions-in-confidence")


def test_what_changes_an_alternative_is_noted(act: Run) -> None:
    assert "goes to: upper-valley)" in act(UPPER, "alternative", "A well was found.", "--better")
    assert "goes to: highland-council, upper-valley)" in act(UPPER, "alternative", "The well is dry.", "--worse", "--to", COUNCIL)
    assert "refused: you know of no event or pressure" in act(UPPER, "alternative", "The dam broke.", "--because", "flood")
    shown = act(COUNCIL, "show")
    assert "The well is dry" in shown
    assert "A well was found" not in shown
