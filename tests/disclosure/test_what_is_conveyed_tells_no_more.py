"""Whoever is conveyed something learns what the message says: not whose it is, nor who else spoke, nor what became of it elsewhere.

Two histories that differ only in what somebody may not know give that somebody the same book, view, sections and refusals. Each way in
which it could be otherwise is planted once, and has to be caught.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from attrs import evolve

from gobetween.briefs.scenes import Scene
from gobetween.briefs.shuttle import SHUTTLE_SECTIONS
from gobetween.briefs.shuttle.waiting import waiting_section
from gobetween.model.caucuses import Handling, ToldKind
from gobetween.model.errors import ProtocolViolation
from gobetween.model.evidence import Stance
from gobetween.model.permissions import Form
from gobetween.model.proposals import AnswerKind, Proposal
from gobetween.protocols.answers import Reply
from gobetween.protocols.messages import MessageReacted
from gobetween.protocols.permissions import Scope
from gobetween.protocols.proposals import Offer
from gobetween.talks.confiding import caucuses, permissions
from gobetween.talks.confiding.tellings import Telling
from gobetween.talks.conveying import carried_entries, ledgers, passages, plans, previews, reactions, relays
from gobetween.talks.conveying.conveyances import Conveyance
from gobetween.talks.conveying.plans import Step
from gobetween.talks.proposing import answers, proposals
from gobetween.talks.standings import Deed, Standing
from specimen_talks import AUDIENCES, SpecimenTalks, books

WORDS = "Ships could pay half of it for ten years."
ROUTE = ("bridge", "harbour")
NOT_THERE = ("north/said", "shipping/said", "bridge/word", "harbour/word", "south/mood", "north/may", "north/none")

Act = Callable[[SpecimenTalks], object]


def seen_by(talks: SpecimenTalks, audience: str) -> tuple[Any, ...]:
    """All that comes to an audience: its book, its view, its sections of the brief, and the words with which it is refused."""
    view = talks.view(audience)
    scene = Scene(view, talks.now.date())
    sections = tuple(section for make in (waiting_section, *SHUTTLE_SECTIONS) for section in make(scene))
    return books(talks.clerk, audience), view, sections, *(refusals(talks, audience, each) for each in NOT_THERE)


def refusals(talks: SpecimenTalks, audience: str, name: str) -> tuple[str, ...]:
    """What is said to someone who tries its hand at a thing of that name which is not for it."""
    held = {item.id for _, item in talks.case(audience).items()}
    tries: tuple[tuple[Callable[..., Any], tuple[Any, ...]], ...] = (
        (relays.convey, (Conveyance("shipping", name, text="Psst."),)),
        (permissions.ask, (Scope(name, ("shipping",), ("harbour",)),)),
        (permissions.grant, (Scope(name, ("shipping",), ("harbour",)),)),
        (permissions.revoke, (name,)),
        (passages.pass_on, (name,)),
        (reactions.react, (name, "Well.")),
        (reactions.withhold, (name, "Because.")),
        (caucuses.object_to, (name, "No.")),
        (caucuses.tell_further, (name, ("harbour",))),
        (plans.plan, (Step("It", "shipping", ("harbour",), item=name),)),
    )
    said = []
    for use, given in tries if audience not in ("keeper", "public") and name not in held else ():
        with pytest.raises(ProtocolViolation) as caught:
            talks.act(audience, use, *given)
        said.append(str(caught.value))
    return tuple(said)


def conveyed(*, owner: str = "north", hidden: tuple[tuple[int, Act], ...] = (), **dimensions: Any) -> SpecimenTalks:
    """The owner tells bridge, who conveys it over harbour to south; hidden acts come after the step of their number."""
    talks = SpecimenTalks.opened()
    item = f"{owner}/said"
    scope = evolve(Scope(item, ("south",), ROUTE), **dimensions)
    steps: tuple[Act, ...] = (
        lambda _: None,
        lambda talks: talks.act(owner, caucuses.tell, Telling(WORDS), to=("bridge",), name="said"),
        lambda talks: talks.act(owner, permissions.grant, scope, name="may"),
        lambda talks: talks.act("bridge", relays.convey, Conveyance("south", item, route=ROUTE), name="word"),
        lambda talks: talks.act("harbour", passages.pass_on, "bridge/word", name="word"),
    )
    for number, step in enumerate(steps):
        step(talks)
        for after, act in hidden:
            if after == number:
                act(talks)
    return talks


def told_elsewhere(talks: SpecimenTalks) -> None:
    """North tells bridge more, in a caucus, and permits and refuses it."""
    talks.act("north", caucuses.hold_caucus, caucuses.Sitting("north", ("bridge",), place="the pier"), name="first")
    talks.act("north", caucuses.tell, Telling("We are short of money.", handling=Handling.RED), caucus="north/first", name="more")
    talks.act("bridge", permissions.ask, Scope("north/more", ("south",), ("bridge",)), name="ask")
    talks.act("north", permissions.refuse, "bridge/ask", reason="Never.")
    talks.act("bridge", reactions.withhold, "north/more", "It would ruin them.", to="south", tells=True)


def planned_elsewhere(talks: SpecimenTalks) -> None:
    """Bridge and harbour plan, tell each other, drop the plan."""
    talks.act("bridge", caucuses.tell, Telling("They will never sign."), to=("harbour",), name="doubt")
    talks.act("bridge", plans.plan, Step("A word", "south", ROUTE), name="step")
    talks.act("bridge", plans.drop_plan, "bridge/step", "No use.")


def reacted_elsewhere(talks: SpecimenTalks) -> None:
    """South reacts to harbour, and permits that it goes to nobody."""
    talks.act("south", reactions.react, "harbour/word", "They must be desperate.", name="mood")
    talks.act("harbour", permissions.ask, Scope("south/mood", ("harbour/word",), ("harbour",)), name="ask")
    talks.act("south", permissions.refuse, "harbour/ask")


HIDDEN: dict[str, tuple[tuple[str, ...], tuple[tuple[int, Act], ...]]] = {
    "what north and bridge say to each other": (("south", "harbour", "shipping", "keeper", "public"), ((1, told_elsewhere),)),
    "what mediators plan among themselves": (("north", "south", "shipping", "keeper", "public"), ((2, planned_elsewhere),)),
    "what south says to harbour": (("north", "bridge", "shipping", "keeper", "public"), ((4, reacted_elsewhere),)),
}


@pytest.mark.parametrize("secret", HIDDEN)
def test_what_is_hidden_from_someone_changes_nothing_for_it(secret: str) -> None:
    audiences, hidden = HIDDEN[secret]
    without, with_it = conveyed(), conveyed(hidden=hidden)
    for audience in audiences:
        assert seen_by(without, audience) == seen_by(with_it, audience), audience


def differs_by_owner(audience: str) -> bool:
    """Whether the audience can tell north's words from the shipping line's."""
    mine, theirs = (seen_by(conveyed(owner=owner), audience) for owner in ("north", "shipping"))
    return mine != theirs


@pytest.mark.parametrize("audience", ["south", "harbour", "keeper", "public"])
def test_whose_words_they_are_nobody_can_tell_who_is_not_told(audience: str) -> None:
    assert not differs_by_owner(audience)


@pytest.mark.parametrize("audience", ["north", "shipping", "bridge"])
def test_while_those_who_know_can(audience: str) -> None:
    assert differs_by_owner(audience)


def differs_by_permission(audience: str) -> bool:
    """Whether the audience can tell how far the permission goes."""
    narrow, wide = conveyed(), conveyed(to=("south", "shipping"), allows_other_software=True, is_attributed=True)
    return seen_by(narrow, audience) != seen_by(wide, audience)


@pytest.mark.parametrize("audience", ["south", "harbour", "shipping", "keeper", "public"])
def test_what_else_a_permission_allows_stays_between_owner_and_carrier(audience: str) -> None:
    assert not differs_by_permission(audience)


def proposed(*, owner: str = "north") -> SpecimenTalks:
    """The owner's proposal goes as bridge's idea over harbour to south, and what south says of it comes back."""
    talks = SpecimenTalks.opened()
    terms = {"toll": frozenset({"half"})}
    offer = Offer(f"The offer of {owner}", ("south",), terms=terms, text="Half, then.", carriers=("bridge",))
    if owner == "bridge":
        idea = Conveyance("south", text="What of half?", title="An idea", terms=terms, route=ROUTE)
    else:
        talks.act(owner, proposals.propose, offer, name="offer", may_relay=False)
        talks.act(owner, permissions.grant, Scope(f"{owner}/offer", ("south",), ROUTE, form=Form.OWN_IDEA))
        idea = Conveyance(
            "south", f"{owner}/offer", text="What of half?", title="An idea", terms=terms, route=ROUTE, form=Form.OWN_IDEA
        )
    talks.act("bridge", relays.convey, idea, name="idea")
    talks.act("harbour", passages.pass_on, "bridge/idea", name="idea")
    if owner != "bridge":
        talks.act("south", reactions.react, "harbour/idea", "It is worth a talk.", name="mood")
        talks.act("south", permissions.grant, Scope("south/mood", ("harbour/idea",), ("harbour",)))
        talks.act("harbour", relays.convey, Conveyance("harbour/idea", "south/mood"), name="mood")
        talks.act("bridge", passages.pass_on, "harbour/mood", name="mood")
    return talks


def entries_since_the_opening(talks: SpecimenTalks, audience: str) -> list[Any]:
    """What came into the audience's book after the talks were opened."""
    opened = len(SpecimenTalks.opened().journal.book("strait", audience))
    return [line.entry.body for line in talks.journal.book("strait", audience)[opened:]]


@pytest.mark.parametrize("audience", ["harbour", "south"])
def test_a_party_s_proposal_that_goes_as_bridge_s_idea_is_to_others_an_idea_of_bridge_s(audience: str) -> None:
    theirs = entries_since_the_opening(proposed(), audience)
    own = entries_since_the_opening(proposed(owner="bridge"), audience)
    assert own
    assert theirs[: len(own)] == own


def strangers_in(talks: SpecimenTalks) -> dict[str, list[str]]:
    """The ids in each book which belong to steps of the way that its reader does not know."""
    strange = {"north": ("harbour/", "south/"), "south": ("bridge/", "north/"), "harbour": ("north/",)}
    found: dict[str, list[str]] = {}
    for audience, names in strange.items():
        book = books(talks.clerk, audience).decode()
        found[audience] = [name for name in names if f'"{name}' in book]
    return found


def test_no_id_goes_further_than_one_step() -> None:
    assert strangers_in(proposed()) == {"north": [], "south": [], "harbour": []}
    assert strangers_in(conveyed(hidden=((4, reacted_elsewhere),))) == {"north": [], "south": [], "harbour": []}


def handed_days_before(days: int) -> SpecimenTalks:
    """Bridge hands north's position and offer to harbour, who passes them on days later: on the same day however many they are."""
    talks = SpecimenTalks.opened()
    position = Telling("Half of it.", kind=ToldKind.POSITION, issue="toll", options=frozenset({"half"}), stance=Stance.ACCEPT)
    talks.act("north", caucuses.tell, position, to=("bridge",), name="said")
    terms = {"toll": frozenset({"half"}), "hours": frozenset({"day"})}
    talks.act(
        "north", proposals.propose, Offer("Ours", ("south",), terms=terms, text="Half, by day.", carriers=("bridge",)), name="offer"
    )
    for item in ("said", "offer"):
        talks.act("north", permissions.grant, Scope(f"north/{item}", ("south",), ROUTE, is_attributed=True))
    talks.wait(days=9 - days)
    for item in ("said", "offer"):
        talks.act("bridge", relays.convey, Conveyance("south", f"north/{item}", route=ROUTE, is_attributed=True), name=item)
    talks.wait(days=days)
    for item in ("said", "offer"):
        talks.act("harbour", passages.pass_on, f"bridge/{item}", name=item)
    return talks


def test_a_recipient_cannot_tell_how_long_it_was_on_the_way() -> None:
    soon, late = handed_days_before(0), handed_days_before(8)
    assert seen_by(soon, "south") == seen_by(late, "south")
    assert seen_by(soon, "harbour") != seen_by(late, "harbour")


def test_a_day_that_stays_in_what_is_passed_on_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    made = passages.proposal_passed_on
    monkeypatch.setattr(passages, "proposal_passed_on", lambda received, handed: evolve(made(received, handed), when=received.when))
    assert seen_by(handed_days_before(0), "south") != seen_by(handed_days_before(8), "south")


def test_what_goes_back_does_not_tell_either_how_long_it_was_on_the_way() -> None:
    def answered(days: int) -> SpecimenTalks:
        talks = handed_days_before(0)
        talks.act("south", answers.answer, "harbour/offer", Reply(AnswerKind.REJECT, text="No."), name="no")
        talks.act("south", permissions.grant, Scope("south/no", ("north",), ROUTE, is_attributed=True))
        talks.wait(days=9 - days)
        wanted = Conveyance("north", "south/no", route=("harbour", "bridge"), is_attributed=True)
        talks.act("harbour", relays.convey, wanted, name="no")
        talks.wait(days=days)
        talks.act("bridge", passages.pass_on, "harbour/no", name="no")
        return talks

    assert seen_by(answered(0), "north") == seen_by(answered(8), "north")


def _name_the_owner_onward(monkeypatch: pytest.MonkeyPatch) -> None:
    """The message to the next carrier names whose words it brings."""
    message = relays._message

    def naming(at: Standing, conveyance: Conveyance, source: Any, *rest: Any) -> Any:
        return evolve(message(at, conveyance, source, *rest), attributed_to=source.owner)

    monkeypatch.setattr(relays, "_message", naming)


def _reuse_the_items_id(monkeypatch: pytest.MonkeyPatch) -> None:
    """The message has the item's own id in it."""
    message = relays._message

    def naming(at: Standing, conveyance: Conveyance, *rest: Any) -> Any:
        return evolve(message(at, conveyance, *rest), in_return_for=conveyance.item)

    monkeypatch.setattr(relays, "_message", naming)


def _permit_everyone_on_the_route(monkeypatch: pytest.MonkeyPatch) -> None:
    """The permission goes to carriers who do not hold the item as well."""
    monkeypatch.setattr(permissions, "_known_holders", lambda _at, _item: ROUTE)


def _tell_the_owner_what_was_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """A reaction goes to the owner of the words too, for its ledger."""
    react = reactions.react

    def telling(at: Standing, *given: Any, **more: Any) -> tuple[Deed, ...]:
        deeds = react(at, *given, **more)
        return tuple(
            evolve(deed, audience=deed.audience | {"north"}) if isinstance(deed.act, MessageReacted) else deed for deed in deeds
        )

    monkeypatch.setattr(reactions, "react", telling)


def _show_plans_to_everybody(monkeypatch: pytest.MonkeyPatch) -> None:
    """A plan that is dropped is told to the recipient."""
    drop = plans.drop_plan

    def telling(at: Standing, *given: Any) -> tuple[Deed, ...]:
        return tuple(evolve(deed, audience=deed.audience | {"south"}) for deed in drop(at, *given))

    monkeypatch.setattr(plans, "drop_plan", telling)


def _tell_of_what_is_withheld(monkeypatch: pytest.MonkeyPatch) -> None:
    """That something is withheld from someone is told to that one."""
    withhold = reactions.withhold

    def telling(at: Standing, *given: Any, **more: Any) -> tuple[Deed, ...]:
        return tuple(evolve(deed, audience=deed.audience | {"south"}) for deed in withhold(at, *given, **more))

    monkeypatch.setattr(reactions, "withhold", telling)


PLANTED: tuple[Callable[[pytest.MonkeyPatch], None], ...] = (
    _name_the_owner_onward,
    _reuse_the_items_id,
    _permit_everyone_on_the_route,
    _tell_the_owner_what_was_said,
    _show_plans_to_everybody,
    _tell_of_what_is_withheld,
)


def is_caught() -> bool:
    """Whether one of the comparisons above tells."""
    if any(differs_by_owner(each) for each in ("south", "harbour")) or differs_by_permission("harbour"):
        return True
    return any(
        seen_by(conveyed(), audience) != seen_by(conveyed(hidden=hidden), audience)
        for audiences, hidden in HIDDEN.values()
        for audience in audiences
    )


def test_nothing_is_caught_where_nothing_was_planted() -> None:
    assert not is_caught()


@pytest.mark.parametrize("plant", PLANTED)
def test_each_planted_leak_is_caught(plant: Callable[[pytest.MonkeyPatch], None], monkeypatch: pytest.MonkeyPatch) -> None:
    plant(monkeypatch)
    assert is_caught()


def _name_the_end_of_the_way_back(monkeypatch: pytest.MonkeyPatch) -> None:
    """The ledger of what goes back has every leg of the way."""
    leg = ledgers._leg
    monkeypatch.setattr(ledgers, "_leg", lambda relay, act: leg(evolve(relay, back_to=None), act))


def _keep_the_authors_id(monkeypatch: pytest.MonkeyPatch) -> None:
    """A proposal goes on under its author's id."""
    made = carried_entries._proposal

    def keeping(at: Standing, handed: Any, item: Proposal, *rest: Any, **more: Any) -> Proposal:
        return evolve(made(at, handed, item, *rest, **more), id=item.id)

    monkeypatch.setattr(carried_entries, "_proposal", keeping)


def test_a_proposal_that_keeps_its_authors_id_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    _keep_the_authors_id(monkeypatch)
    assert any(strangers_in(proposed()).values())


def names_of_south_s_in_the_book_of_north() -> bool:
    """Whether north learns under which name south has north's offer, from what south said to it."""
    talks = SpecimenTalks.opened()
    talks.act("north", proposals.propose, Offer("Ours", ("south",), text="Half, then.", carriers=("harbour",)), name="offer")
    talks.act("harbour", relays.convey, Conveyance("south", "north/offer", is_attributed=True), name="theirs")
    talks.act("south", reactions.react, "harbour/theirs", "It is worth a talk.", name="mood")
    talks.act("south", permissions.grant, Scope("south/mood", ("north",), ("harbour",), is_attributed=True))
    talks.act("harbour", relays.convey, Conveyance("north", "south/mood", is_attributed=True), name="mood")
    return b"harbour/theirs" in books(talks.clerk, "north")


def test_what_is_said_back_is_named_as_its_receiver_knows_it(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not names_of_south_s_in_the_book_of_north()
    monkeypatch.setattr(relays, "known_as", lambda _at, name, _to: name)
    assert names_of_south_s_in_the_book_of_north()


def test_the_end_of_the_way_back_is_in_no_ledger_of_whoever_sent_it(monkeypatch: pytest.MonkeyPatch) -> None:
    for audience in ("south", "harbour"):
        assert '"bridge","kind":"relay' not in books(proposed().clerk, audience).decode()
        assert all("north" not in str(each) for each in proposed().case(audience).relays)
    _name_the_end_of_the_way_back(monkeypatch)
    assert any("north" in str(each) for each in proposed().case("south").relays)


def test_a_look_before_it_goes_is_in_nobodys_book() -> None:
    talks = conveyed()
    before = [books(talks.clerk, audience) for audience in AUDIENCES]
    with pytest.raises(ProtocolViolation):
        talks.act("harbour", previews.preview, Conveyance("south", "north/said"))  # type: ignore[arg-type]
    assert before == [books(talks.clerk, audience) for audience in AUDIENCES]
