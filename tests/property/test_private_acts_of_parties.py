"""Whatever a party and its principal do among themselves, everybody else's book stays the same, byte by byte."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from gobetween.model.evidence import Stance
from gobetween.model.mandates import Ruling, Tally
from gobetween.model.proposals import AnswerKind
from gobetween.protocols.answers import Reply
from gobetween.protocols.decisions import Poll
from gobetween.protocols.positions import Stand
from gobetween.protocols.proposals import Offer
from gobetween.talks.proposing import answers, decisions, mandates, positions, proposals
from specimen_talks import AUDIENCES, SpecimenTalks, books

MEMBERS = "south-members"
HALF = frozenset({"half"})
PAPER = Offer("Paper", ("north", "south"), terms={"toll": HALF}, text="Half the toll.")
STAND = Stand("toll", Stance.DEMAND, text="The whole toll.", options=frozenset({"full"}))
CARRIED, LOST = Poll(tally=Tally(900, 100, eligible=1200)), Poll(tally=Tally(100, 900, eligible=1200))

PRIVATE = {
    "instruct": lambda talks: talks.act("south", mandates.instruct, {"toll": HALF}, text="Half.", principal=MEMBERS),
    "approve": lambda talks: talks.act("south", decisions.decide, "harbour/paper", Ruling.APPROVE, CARRIED, principal=MEMBERS),
    "refuse": lambda talks: talks.act("south", decisions.decide, "harbour/paper", Ruling.REFUSE, LOST, principal=MEMBERS),
    "bottom line": lambda talks: talks.act("south", positions.note_bottom_line, "toll", HALF, text="Half would do."),
    "alternative": lambda talks: talks.act("south", positions.note_alternative, "Another strait.", is_better=True),
}
SHARED = {
    "state": lambda talks: talks.act("south", positions.state, STAND, to=("harbour",)),
    "answer": lambda talks: talks.act("south", answers.answer, "harbour/paper", Reply(AnswerKind.REJECT), name=None),
    "declare": lambda talks: talks.act("north", positions.declare, STAND),
    "north": lambda talks: talks.act("north", answers.answer, "harbour/paper", Reply(AnswerKind.REJECT)),
    "wait": lambda talks: talks.wait(hours=5),
}


def run(acts: list[str]) -> SpecimenTalks:
    """The history; ids that south makes do not count its acts, as in real talks, where they are random."""
    talks = SpecimenTalks.opened()
    talks._handles["south"] = iter(f"new-{place}" for place in _places(acts))
    talks.act("harbour", proposals.propose, PAPER, name="paper")
    for each in acts:
        {**PRIVATE, **SHARED}[each](talks)
    return talks


def _places(acts: list[str]) -> list[int]:
    """A number for each act of south: what it does for others is numbered apart from what it does for itself."""
    shared = [each for each in acts if each in ("state", "answer") or each in PRIVATE]
    counted = {True: 0, False: 1000}
    found = []
    for each in shared:
        counted[each in SHARED] += 1
        found.append(counted[each in SHARED])
    return found


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from([*PRIVATE, *SHARED]), max_size=12))
def test_what_a_party_does_for_itself_shows_in_no_other_book(acts: list[str]) -> None:
    whole, without = run(acts), run([each for each in acts if each in SHARED])
    for audience in AUDIENCES:
        if audience != "south":
            assert books(whole.clerk, audience) == books(without.clerk, audience)


@settings(max_examples=20, deadline=None)
@given(st.lists(st.sampled_from([*PRIVATE, *SHARED]), max_size=12))
def test_what_a_party_tells_a_mediator_shows_in_no_third_book(acts: list[str]) -> None:
    whole = run(acts)
    without = run([each for each in acts if each not in PRIVATE and each not in ("state", "answer")])
    for audience in ("north", "bridge", "shipping", "keeper", "public"):
        assert books(whole.clerk, audience) == books(without.clerk, audience)


def test_a_planted_leak_would_be_found() -> None:
    """The same acts with one that goes to everybody make another book: the comparison can fail."""
    assert books(run(["instruct"]).clerk, "north") == books(run([]).clerk, "north")
    assert books(run(["declare"]).clerk, "north") != books(run([]).clerk, "north")
