"""Attempts to learn what is another's, to do what is another's, and to spoil what another has; each has failed, and must go on failing.

By a mediator who takes less care in one command than in another, by a party that writes what drives terminals or stops exports, by
an actor or an issue that only some know of, and by whoever has the store's file in hand.
"""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from attrs import evolve

from agreements_of_the_strait import PACT, in_force, talks_with_a_pact
from gobetween.briefs.compose import compose_brief
from gobetween.casefiles.encoding.folder_writer import files_of
from gobetween.model.actors import Access, Actor, Role, RoleKind
from gobetween.model.cases import Case, Profile
from gobetween.model.errors import StoreUnavailable
from gobetween.model.evidence import Stance
from gobetween.model.happenings import Happening, HappeningKind
from gobetween.model.issues import Issue, Option
from gobetween.model.permissions import Form
from gobetween.model.preferences import Preferences, ValueBasis
from gobetween.model.proposals import Clause
from gobetween.protocols.blind_biddings import Question
from gobetween.protocols.obligations import Duty
from gobetween.protocols.permissions import Scope
from gobetween.protocols.proposals import Offer
from gobetween.protocols.sealed_proposals import FinalOffer
from gobetween.protocols.wordings import Wording
from gobetween.rendering.brief_json import brief_text
from gobetween.rendering.html import render_html
from gobetween.rendering.terminal import render_terminal
from gobetween.talks import entering
from gobetween.talks.agreeing import agreements, earlier_agreements, obligations
from gobetween.talks.agreeing.earlier_agreements import Precedent
from gobetween.talks.confiding import caucuses, permissions
from gobetween.talks.confiding.caucuses import Sitting
from gobetween.talks.confiding.tellings import Telling
from gobetween.talks.conveying import passages, plans, reactions, relays
from gobetween.talks.conveying.conveyances import Conveyance
from gobetween.talks.drafting import amendments, non_papers, one_texts, showings
from gobetween.talks.proposing import positions, proposals
from gobetween.talks.sealing import blind_biddings, poolings, sealed_proposals
from gobetween.talks.sealing.poolings import Letting
from gobetween.talks.standings import Deed, Standing
from random_histories import Run, history
from specimen_talks import ACTORS, AUDIENCES, OPENED, TALKS, SpecimenTalks, books, strait_case

SECRET = "We could live with half the toll for three years."  # noqa: S105 - no password
Use = Callable[[Standing], tuple[Deed, ...]]
EXAMPLES = Path(__file__).parents[2] / "examples"
LATER = OPENED + dt.timedelta(days=2)


def wording(text: str) -> Wording:
    return Wording("Working text", (Clause(text, id="toll"),))


BY_OTHER_WAYS: dict[str, Use] = {
    "a proposal": lambda at: proposals.propose(at, Offer("Idea", ("south",), text=SECRET)),
    "a proposal's name": lambda at: proposals.propose(at, Offer(SECRET, ("south",), text="Let us see.")),
    "a joint draft": lambda at: proposals.propose(at, Offer("Idea", ("south",), text=SECRET), jointly_with=("bridge",)),
    "a non-paper": lambda at: non_papers.give(at, "Idea", SECRET, ("south",)),
    "a mediators' proposal": lambda at: sealed_proposals.put(
        at, FinalOffer("Last", SECRET, by=(), to=("north", "south"), deadline_utc=LATER)
    ),
    "a bidding": lambda at: blind_biddings.open_bidding(
        at, Question(SECRET, "crowns", by=(), payer="north", payee="south", deadline_utc=LATER)
    ),
    "a plan": lambda at: plans.plan(at, plans.Step(SECRET, "south", ("harbour",), shown_to=("bridge",))),
    "what it tells": lambda at: caucuses.tell(at, Telling(f"They said: {SECRET}"), to=("bridge",)),
    "a caucus": lambda at: caucuses.hold_caucus(at, Sitting("south", ("harbour", "bridge"), text=SECRET)),
    "a text": lambda at: one_texts.draft(at, wording(SECRET), together_with=("bridge",)),
    "a position": lambda at: positions.declare(at, positions.Stand("toll", Stance.DEMAND, text=SECRET, options=frozenset({"half"}))),
    "an earlier agreement": lambda at: earlier_agreements.enter_earlier(at, Precedent("Old", text=SECRET)),
    "the title of an idea": lambda at: relays.convey(at, Conveyance("south", text="Let us see.", form=Form.OWN_IDEA, title=SECRET)),
    "what is put back": lambda at: reactions.react(at, "bridge/hint", f"North says: {SECRET}"),
}


@pytest.fixture
def talks() -> SpecimenTalks:
    """Talks in which north told harbour something that it did not permit anybody to pass on."""
    talks = SpecimenTalks.opened()
    talks.act("north", caucuses.tell, Telling(SECRET), to=("harbour",), name="secret")
    talks.act("bridge", relays.convey, Conveyance("harbour", text="Something moves.", form=Form.OWN_IDEA), name="hint")
    return talks


@pytest.mark.parametrize("way", BY_OTHER_WAYS)
def test_a_mediator_brings_nobody_another_s_words_in_something_of_its_own(talks: SpecimenTalks, way: str) -> None:
    refusal = talks.refusal("harbour", BY_OTHER_WAYS[way])
    assert "'north/secret'" in refusal
    for actor in ("south", "bridge", "shipping"):
        assert SECRET not in books(talks.clerk, actor).decode()


def test_a_text_that_it_drafted_alone_is_not_shown_with_another_s_words(talks: SpecimenTalks) -> None:
    talks.act("harbour", one_texts.draft, wording(f"North and south agree: {SECRET}"), name="text")
    assert "'north/secret'" in talks.refusal("harbour", showings.show, "harbour/text", ["south"])
    talks.act("harbour", showings.show, "harbour/text", ["north"])


def test_words_that_its_owner_permitted_to_be_conveyed_may_stand_in_a_text(talks: SpecimenTalks) -> None:
    talks.act("harbour", one_texts.draft, wording(SECRET), name="text")
    talks.act("north", permissions.grant, Scope("north/secret", ("south",), ("harbour",), form=Form.OWN_IDEA))
    talks.act("harbour", showings.show, "harbour/text", ["south"])
    assert "'north/secret'" in talks.refusal("harbour", showings.show, "harbour/text", ["shipping"])


def test_words_that_were_asked_for_in_an_amendment_may_stand_in_a_text(talks: SpecimenTalks) -> None:
    talks.act("harbour", one_texts.draft, wording("The toll is what it was."), together_with=("bridge",), name="text")
    talks.act("harbour", showings.show, "harbour/text", ["north"])
    talks.act("north", amendments.amend, "harbour/text", amendments.Request("toll", words="The toll is half of what it was."))
    talks.act("harbour", one_texts.revise, "harbour/text", wording("The toll is half of what it was."))
    talks.act("harbour", showings.show, "harbour/text", ["south"])


def test_words_that_everybody_knows_are_nobody_s_secret(talks: SpecimenTalks) -> None:
    stand = positions.Stand("toll", Stance.OFFER, text=SECRET, options=frozenset({"half"}))
    talks.act("north", positions.declare, stand)
    talks.act("harbour", BY_OTHER_WAYS["a proposal"])


def test_words_may_go_to_those_who_told_them_and_to_those_who_were_told(talks: SpecimenTalks) -> None:
    talks.act("north", caucuses.tell, Telling(SECRET), to=("harbour", "bridge"), name="again")
    talks.act("harbour", BY_OTHER_WAYS["what it tells"])
    talks.act("harbour", proposals.propose, Offer("Idea", ("north",), text=SECRET))


def test_words_of_an_agreement_may_go_to_all_who_have_it() -> None:
    talks = in_force(talks_with_a_pact())
    talks.act("north", caucuses.tell, Telling("Ships pay half the toll."), to=("harbour",), name="said")
    talks.act("harbour", obligations.oblige, PACT, "toll", Duty("south", ""))
    idea = Offer("Idea", ("shipping",), text="Ships pay half the toll.")
    talks.act("harbour", proposals.propose, idea)


def test_a_message_for_another_is_brought_to_nobody_else(talks: SpecimenTalks) -> None:
    scope = Scope("north/other", ("south",), ("bridge", "harbour"))
    talks.act("north", caucuses.tell, Telling("The night shifts are not our last word."), to=("bridge",), name="other")
    talks.act("north", permissions.grant, scope)
    talks.act("bridge", relays.convey, Conveyance("south", "north/other", route=("bridge", "harbour")), name="on")
    idea = Offer("Idea", ("shipping",), text="The night shifts are not our last word.")
    assert "'bridge/on'" in talks.refusal("harbour", proposals.propose, idea)
    talks.act("harbour", passages.pass_on, "bridge/on")


def test_in_open_talks_words_pass_unless_they_were_given_on_a_condition() -> None:
    talks = SpecimenTalks.opened(evolve(strait_case(), profile=Profile.OPEN_UNLESS_CONDITIONED))
    talks.act("north", caucuses.tell, Telling("Half of it would be enough for us."), to=("harbour",), name="open")
    talks.act("north", caucuses.tell, Telling(SECRET, is_conditioned=True), to=("harbour",), name="secret")
    talks.act("harbour", proposals.propose, Offer("Idea", ("south",), text="Half of it would be enough for us."))
    assert "'north/secret'" in talks.refusal("harbour", BY_OTHER_WAYS["a proposal"])


def test_the_title_under_which_a_proposal_goes_does_not_name_whose_it_is(talks: SpecimenTalks) -> None:
    talks.act("north", proposals.propose, Offer("Ours", ("south",), text="No toll by day.", carriers=("harbour",)), name="offer")
    scope = Scope("north/offer", ("south",), ("harbour",), form=Form.PARAPHRASE, wording="Daytime might be free of toll.")
    talks.act("north", permissions.grant, scope)
    wanted = Conveyance("south", "north/offer", form=Form.PARAPHRASE, title="What North offers")
    assert "name" in talks.refusal("harbour", relays.convey, wanted)
    assert "'north/secret'" in talks.refusal("harbour", relays.convey, evolve(wanted, title=SECRET))
    talks.act("harbour", relays.convey, evolve(wanted, title="An idea"))


# Parties do not tell one another.


def test_a_party_enters_nothing_for_another_party() -> None:
    talks = SpecimenTalks.opened()
    event = Happening("north/event", text="We would take half.", kind=HappeningKind.OUTSIDE_EVENT)
    to = frozenset({"south"})
    assert "no channel" in talks.refusal("north", earlier_agreements.enter_earlier, Precedent("Take half?"), to=("south",))
    assert "no channel" in talks.refusal("north", entering.enter, "happenings", event, to)
    assert "no channel" in talks.refusal("bridge", entering.enter, "happenings", evolve(event, id="bridge/event"), to)
    talks.act("north", entering.enter, "happenings", event, frozenset({"bridge"}))
    said = "We would take half."
    assert "no channel" in talks.refusal("north", entering.withdraw, "happenings", "north/event", to, reason=said)


def test_nobody_takes_back_what_came_about_by_an_act() -> None:
    talks = SpecimenTalks.opened()
    talks.act("harbour", proposals.propose, Offer("Idea", ("south",), text="Half."), name="idea")
    everybody = frozenset({"south", "bridge"})
    talks.refusal("harbour", entering.withdraw, "proposals", "harbour/idea", everybody)


def test_an_event_names_to_others_nobody_whom_they_may_not_know() -> None:
    talks = SpecimenTalks.opened(with_what_only_some_know())
    event = Happening("harbour/event", text="They came.", kind=HappeningKind.ACT, actor="ghost")
    assert "not everyone knows" in talks.refusal("harbour", entering.enter, "happenings", event, frozenset({"bridge"}))
    talks.act("harbour", entering.enter, "happenings", event, frozenset({"harbour"}))


# What nobody could read again, or no export could say.

UNREADABLE = {
    "half of a character": lambda at: caucuses.tell(at, Telling("half \ud800"), to=("harbour",)),
    "nothing where a number stands": lambda at: poolings.entrust(
        at,
        Preferences("north", {"toll": {"none": 1}}, reservation=None, basis=ValueBasis.ENTRUSTED),  # type: ignore[arg-type]
        ("harbour",),
    ),
    "a number of thousands of digits": lambda at: poolings.entrust(
        at, Preferences("north", {"toll": {"none": 10**5000}}, reservation=0, basis=ValueBasis.ENTRUSTED), ("harbour",)
    ),
}


@pytest.mark.parametrize("what", UNREADABLE)
def test_what_could_not_be_read_again_is_not_recorded(talks: SpecimenTalks, what: str) -> None:
    assert "nothing was recorded" in talks.refusal("north", UNREADABLE[what])
    for audience in AUDIENCES:
        talks.clerk.case(TALKS, audience)


@pytest.mark.parametrize("blank", [" ", "\n", "\t \u3000", "\xa0"])
def test_a_text_of_blanks_is_not_recorded(talks: SpecimenTalks, blank: str) -> None:
    stand = positions.Stand("toll", Stance.DEMAND, text=blank, options=frozenset({"half"}))
    assert "blank" in talks.refusal("north", positions.declare, stand)
    assert "blank" in talks.refusal("north", earlier_agreements.enter_earlier, Precedent("Old", text=blank))


def test_a_text_that_is_longer_than_any_page_is_not_recorded(talks: SpecimenTalks) -> None:
    stand = positions.Stand("toll", Stance.DEMAND, text="x" * 1_000_000, options=frozenset({"half"}))
    assert "long" in talks.refusal("north", positions.declare, stand)


def test_no_promise_is_due_beyond_the_end_of_time() -> None:
    talks = in_force(talks_with_a_pact())
    talks.act("harbour", obligations.name_phase, PACT, "First", name="first")
    duty = Duty("north", "Open the strait.", phase="harbour/first", days_after_entry=10**9)
    assert "36,500" in talks.refusal("harbour", obligations.oblige, PACT, "hours", duty)
    talks.act("harbour", obligations.oblige, PACT, "hours", evolve(duty, days_after_entry=36_500))
    talks.now = dt.datetime(9999, 12, 1, tzinfo=dt.UTC)
    talks.act("harbour", obligations.enter_phase, "harbour/first")
    for audience in ("north", "south", "harbour"):
        assert compose_brief(talks.view(audience), today=talks.now.date())
        assert talks.case(audience).obligations[0].due(talks.case(audience).phases[0]) == dt.date.max


def exports(talks: SpecimenTalks) -> None:
    """Everybody can export what it has."""
    for audience in ACTORS:
        assert files_of(talks.view(audience).case, audience=audience)


def test_a_non_paper_keeps_nobody_from_exporting(talks: SpecimenTalks) -> None:
    talks.act("harbour", non_papers.give, "Idea", "What if nobody paid?", ("north", "south"))
    exports(talks)


def test_what_goes_back_to_whose_it_is_keeps_nobody_from_exporting(talks: SpecimenTalks) -> None:
    talks.act("north", permissions.grant, Scope("north/secret", ("south",), ("harbour",)))
    talks.act("harbour", relays.convey, Conveyance("south", "north/secret"), name="moved")
    talks.act("harbour", relays.convey, Conveyance("harbour/moved", text="They listen.", form=Form.OWN_IDEA), name="back")
    exports(talks)


def test_a_non_paper_is_nobody_s_to_be_asked_about(talks: SpecimenTalks) -> None:
    talks.act("harbour", non_papers.give, "Idea", "What if nobody paid?", ("bridge",))
    paper = next(each.id for each in talks.case("bridge").proposals)
    talks.refusal("bridge", permissions.ask, Scope(paper, ("south",), ("bridge",)))
    kept = talks.act("bridge", reactions.withhold, paper, "not now", to="south", tells=True)
    assert {who for deed in kept for who in deed.audience} == {"bridge"}
    talks.refusal("bridge", relays.convey, Conveyance("north", paper))


def test_two_papers_that_came_by_the_same_name_are_not_given(talks: SpecimenTalks) -> None:
    """The name is made by chance; whoever gives it is never told of one that did not arrive."""
    talks.act("harbour", non_papers.give, "One", "What if nobody paid?", ("north",))
    talks.act("harbour", non_papers.give, "Two", "What if all paid?", ("north",))
    assert len({each.id for each in talks.case("north").proposals}) == 2


# What only some know of.


def with_what_only_some_know() -> Case:
    """The frame of the talks with an issue, an actor and principals that not everybody knows of."""
    case = strait_case()
    some = frozenset({"north", "harbour"})
    quiet = Issue("quiet", title="Quiet", options=(Option("yes", title="Yes", holders=some),), consents=("north",), holders=some)
    ghost = Actor("ghost", name="Ghost", kind="body", holders=some | {"ghost"})
    return evolve(
        case,
        actors=(*case.actors, ghost),
        roles=(*case.roles, Role("ghost-role", actor="ghost", role=RoleKind.MEDIATOR, holders=some | {"ghost"})),
        access=(*case.access, Access("ghost-north", mediator="ghost", to="north", holders=some | {"ghost"})),
        principals=tuple(evolve(each, holders=frozenset({each.party})) for each in case.principals),
        issues=(*case.issues, quiet),
    )


def test_an_issue_that_not_everybody_knows_is_named_to_no_mediator() -> None:
    talks = SpecimenTalks.opened(with_what_only_some_know())
    assert "not everyone knows" in talks.refusal("north", caucuses.tell, Telling("Of that.", issue="quiet"), to=("bridge",))
    assert "not everyone knows" in talks.refusal("harbour", caucuses.note, Telling("Of that.", issue="quiet"), owner="south")


def test_an_issue_that_not_everybody_knows_is_named_to_no_other_drafter() -> None:
    talks = SpecimenTalks.opened(with_what_only_some_know())
    secret = Wording("Text", (Clause("Quiet.", id="quiet", issue="quiet", terms=frozenset({"yes"})),))
    assert "not everyone knows" in talks.refusal("harbour", one_texts.draft, secret, together_with=("bridge",))
    talks.act("harbour", one_texts.draft, wording("The toll."), together_with=("bridge",), name="text")
    assert "not everyone knows" in talks.refusal("harbour", one_texts.revise, "harbour/text", secret)
    talks.act("harbour", one_texts.draft, secret, name="alone")


def test_a_principal_that_others_do_not_know_is_named_to_none_of_them() -> None:
    talks = SpecimenTalks.opened(with_what_only_some_know())
    talks.act("north", earlier_agreements.enter_earlier, Precedent("Old"), principal="north-head")
    for audience in AUDIENCES:
        if audience != "north":
            assert b"north-head" not in books(talks.clerk, audience)


def test_an_actor_that_others_do_not_know_says_nothing_in_public() -> None:
    talks = SpecimenTalks.opened(with_what_only_some_know())
    stand = positions.Stand("toll", Stance.DEMAND, text="Half.", options=frozenset({"half"}))
    assert "not everyone knows" in talks.refusal("ghost", positions.declare, stand)
    assert "not everyone knows" in talks.refusal("ghost", earlier_agreements.enter_earlier, Precedent("Old"))


def test_a_release_names_no_proposal_of_another_s() -> None:
    talks = SpecimenTalks.opened()
    talks.act("north", proposals.propose, Offer("Ours", ("south",), text="No toll by day.", carriers=("harbour",)), name="offer")
    for party in ("north", "south"):
        numbers = Preferences(party, {"toll": {"none": 1, "half": 2, "full": 3}}, reservation=0, basis=ValueBasis.ENTRUSTED)
        talks.act(party, poolings.entrust, numbers, ("harbour",))
        talks.act(party, poolings.pool, ("harbour",))
    letting = Letting(("south",), "It can be done.", ("north", "south"), proposal="north/offer")
    assert "your own" in talks.refusal("harbour", poolings.release, letting)
    talks.act("harbour", proposals.propose, Offer("Idea", ("south",), text="Half of the toll."), name="idea")
    talks.act("harbour", poolings.release, evolve(letting, proposal="harbour/idea"))


# By the command line.


def test_whose_principal_somebody_is_cannot_be_asked_without_its_key(tmp_path: Path, harbour: Callable[..., tuple[int, str]]) -> None:
    store = ("--store", "sealed.gobetween")
    harbour("talks", "open", str(EXAMPLES / "harbour"), "--rehearsal", "--seal", "keys", *store)
    key = ("--key", str(next(tmp_path.glob("keys/*/employers.key"))))
    said = {name: harbour("as", name, *store, *key, "show") for name in ("union-membership", "nobody", "union")}
    assert {(code, text.replace(name, "X")) for name, (code, text) in said.items()} == {
        (2, "gobetween: there are no talks 'harbour' here that are open to 'X'\n")
    }


@pytest.fixture
def harbour(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., tuple[int, str]]:
    """Runs the program itself on a rehearsal of the harbour talks: its exit code and all that it says."""
    place = {
        "GOBETWEEN_STORE": str(tmp_path / "talks.gobetween"),
        "GOBETWEEN_TALKS": "harbour",
        "GOBETWEEN_NOW": "2031-03-16T09:00",
        "COLUMNS": "100",
    }
    for name, value in place.items():
        monkeypatch.setenv(name, value)

    def run(*words: str) -> tuple[int, str]:
        done = subprocess.run([sys.executable, "-m", "gobetween", *words], capture_output=True, check=False, cwd=tmp_path, timeout=60)
        return done.returncode, (done.stdout + done.stderr).decode()

    assert run("talks", "open", str(EXAMPLES / "harbour"), "--rehearsal")[0] == 0
    return run


HOSTILE = "\x1b]0;title\x07\x1b[2J\x1b[31mpaid\u202e"


def test_what_others_wrote_drives_no_terminal(harbour: Callable[..., tuple[int, str]]) -> None:
    for words in (
        ("as", "union", "tell", f"We were {HOSTILE} for it all.", "--to", "conciliator", "--name", "paid"),
        ("as", "conciliator", "preview", "union/paid", "--to", "employers"),
        ("as", "conciliator", "show"),
        ("as", "conciliator", "find", "paid"),
        ("as", "conciliator", "convey", "union/paid", "--to", HOSTILE),
        ("as", HOSTILE, "show"),
        ("as", "conciliator", "talking-points", "--with", "union"),
    ):
        _, said = harbour(*words)
        assert not set(said) & set("\x1b\x07\u202e"), words


def test_wrong_letters_and_times_are_refused_without_a_trace_of_the_program(harbour: Callable[..., tuple[int, str]]) -> None:
    for words in (
        ("as", "union", "tell", "half \udcff", "--to", "conciliator"),
        ("as", "conciliator", "put-proposal", "T", "--to", "union", "--to", "employers", "--deadline", "9999-12-31T23:59-05:00"),
    ):
        code, said = harbour(*words)
        assert (code, "Traceback" in said) == (2, False)


def test_whatever_was_accepted_can_be_read_shown_and_exported_by_everybody_who_got_it() -> None:
    for seed in range(12):
        made = Run.begun()
        for attempt in history(Random(seed), 30):  # noqa: S311 - a test's own chance
            made.make(attempt)
        for audience in AUDIENCES:
            assert made.talks.clerk._draft(TALKS, audience)[1].left_out == ()
        for actor in ACTORS:
            brief = compose_brief(made.talks.view(actor), today=OPENED.date())
            assert render_terminal(brief, width=80, colour=False)
            assert render_html(brief)
            assert brief_text(brief)
        exports(made.talks)


@pytest.mark.parametrize("use", [agreements.accept, agreements.initial, agreements.sign, agreements.take_back])
def test_a_principal_neither_accepts_nor_signs_for_its_delegation(use: Callable[..., tuple[Deed, ...]]) -> None:
    talks = talks_with_a_pact(principals=True)
    assert "for the delegation of north" in talks.refusal("north", use, PACT, principal="north-head")


def also_a_party(case: Case) -> Case:
    """Harbour, a mediator, is a party as well."""
    return evolve(case, roles=(*case.roles, Role("harbour-party", actor="harbour", role=RoleKind.PARTY, holders=case.roles[0].holders)))


def test_a_mediator_who_is_a_party_seals_no_answers_to_what_it_put_itself() -> None:
    talks = SpecimenTalks.opened(also_a_party(strait_case()))
    last = FinalOffer("Last", "Take it.", by=(), to=("north", "harbour"), deadline_utc=OPENED + dt.timedelta(days=1))
    assert "to itself" in talks.refusal("harbour", sealed_proposals.put, last)
    number = Question("How much?", "crowns", by=(), payer="north", payee="harbour", deadline_utc=OPENED + dt.timedelta(days=1))
    assert "itself to bid" in talks.refusal("harbour", blind_biddings.open_bidding, number)


def test_numbers_that_a_folder_pools_for_a_party_are_computed_with_for_mediators_alone() -> None:
    values = {"toll": {"none": 1, "half": 2, "full": 3}}
    numbers = tuple(
        Preferences(
            party,
            values,
            reservation=1,
            basis=ValueBasis.ENTRUSTED,
            holders=frozenset({party, "harbour"}),
            pooled_for=frozenset({"north", "south", "harbour"}),
        )
        for party in ("north", "south")
    )
    talks = SpecimenTalks.opened(evolve(strait_case(), preferences=numbers))
    assert {each.party for each in talks.view("harbour").analysable} == {"north", "south"}
    assert {each.party for each in talks.view("north").analysable} == {"north"}


def test_pooled_numbers_weigh_no_proposal_that_those_whose_they_are_do_not_have() -> None:
    """Else a mediator could table one package after another to its fellow alone, and read what each is worth to the parties."""
    for addressees, is_weighed in ((("north",), False), (("north", "south"), True)):
        talks = SpecimenTalks.opened(evolve(strait_case(), access=tuple(evolve(each, through=()) for each in strait_case().access)))
        for party, best, told in (("north", "none", "harbour"), ("south", "full", "bridge")):
            values = {"toll": {"none": 1, "half": 5, "full": 1} | {best: 9}, "hours": {"day": 1, "night": 2}}
            numbers = Preferences(party, values, reservation=2, basis=ValueBasis.ENTRUSTED)
            talks.act(party, poolings.entrust, numbers, (told,))
            talks.act(party, poolings.pool, ("harbour",))
        terms = {"toll": frozenset({"half"}), "hours": frozenset({"day"})}
        talks.act("harbour", proposals.propose, Offer("Probing", addressees, terms=terms, text="Half of the toll."), name="probe")
        brief = compose_brief(talks.view("harbour"), today=talks.now.date())
        weighed = [bar for section in brief.sections for block in section.blocks for bar in getattr(block, "bars", ())]
        assert weighed
        assert any("Probing" in str(bar) for bar in weighed) is is_weighed


def test_a_store_that_cannot_be_written_to_can_be_looked_into_after_a_deadline(monkeypatch: pytest.MonkeyPatch) -> None:
    talks = SpecimenTalks.opened()
    last = FinalOffer("Last", "Take it.", by=(), to=("north", "south"), deadline_utc=OPENED + dt.timedelta(days=1))
    talks.act("harbour", sealed_proposals.put, last, name="last")
    talks.wait(days=2)

    def full(*_: object, **__: object) -> None:
        raise StoreUnavailable("the disk is full")

    monkeypatch.setattr(type(talks.journal), "append", full)
    assert [each.outcome for each in talks.view("north").case.sealed_proposals] == [None]
    with pytest.raises(StoreUnavailable):
        talks.act("north", caucuses.tell, Telling("x"), to=("harbour",))
