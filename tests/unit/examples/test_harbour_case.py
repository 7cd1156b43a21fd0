"""The worked case of the harbour: fictional, told apart by who may see what, and with numbers that make a problem worth solving."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
import shutil
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pytest
import yaml
from attrs import evolve

from gobetween.bargaining.deadlocks import find_conflicts, find_openings
from gobetween.bargaining.deal_zones import deal_zone
from gobetween.bargaining.frontiers import find_frontier
from gobetween.bargaining.improvements import improve
from gobetween.bargaining.problems import Problem, problem_of
from gobetween.bargaining.solutions.nash import solve_nash
from gobetween.bootstrap.accounts import gather
from gobetween.casefiles.decoding.shapes import COLLECTIONS
from gobetween.casefiles.decoding.time_and_source_readers import visible_words
from gobetween.casefiles.evidence_store import EvidenceStore
from gobetween.casefiles.folders import check_folder, load_case
from gobetween.casefiles.report_files import find_reports
from gobetween.disclosure.views import View, view_for
from gobetween.model.cases import Case, Profile, Source
from gobetween.model.evidence import Account, Stance
from gobetween.model.issues import Package
from gobetween.model.items import PUBLIC, Item
from gobetween.model.positions import Series
from gobetween.model.preferences import ASSUMPTION_NOTICE, ValueBasis
from gobetween.model.proposals import AnswerKind
from gobetween.reading.naming.lexicon_data import default_lexicon

FOLDER = Path(__file__).parents[3] / "examples" / "harbour"
TODAY = dt.date(2031, 4, 30)
PARTIES = ("union", "employers")
MEDIATORS = ("conciliator", "harbour-master")
EVERYBODY = ("keeper", "public", *PARTIES, *MEDIATORS, "shipping-line", "transport-ministry")

# What was entered without a report, and who is to see it: nobody else, not even the keeper of the folder.
HELD = {
    ("relays", "retraining-for-the-freeze"): {*PARTIES, *MEDIATORS},
    ("relays", "night-for-three-years"): {"employers", "conciliator"},
    ("signals", "casuals-first"): {"union", "harbour-master"},
    ("assessments", "mediators-own"): {*MEDIATORS},
    ("interests", "line-planning"): {"harbour-master", "shipping-line"},
    ("proposals", "bridge"): {*PARTIES, *MEDIATORS},
    ("answers", "union-bridge-answer"): {"union", *MEDIATORS},
    ("releases", "release-of-the-bridge"): {*PARTIES, "conciliator"},
}

CONFIDANTS = {"union": ("union", "harbour-master"), "employers": ("employers", "conciliator")}

# Words that each entry's citations must have: what it rests on.
KEYWORDS = {
    ("actors", "employers"): "runs the port's three terminals",
    ("access", "conciliator-employers"): "saw the employers in the morning",
    ("access", "harbour-master-employers"): "goes through the conciliator",
    ("access", "harbour-master-line"): "Silke Amberlay, saw Wrenfeld",
    ("principals", "union-membership"): "a ballot of the members",
    ("principals", "employers-board"): "The board of the employers' group would vote",
    ("rounds", "january"): "ended without a deal",
    ("rounds", "march"): "in separate rooms",
    ("delegations", "union-march"): "the union's delegation of five",
    ("delegations", "employers-march"): "Piers Hallgarth, who leads its delegation",
    ("meetings", "one-table"): "face to face for about 20 minutes",
    ("meetings", "tuesday-after-the-storm"): "both sides in separate rooms",
    ("meetings", "next-monday"): "one after the other",
    ("issues", "automation"): "with notice to the union or with none",
    ("links", "longer-shifts-only-if-paid-at-night"): "if the night premium rises to at least 25 percent",
    ("links", "four-per-cent-only-for-three-years"): "4 percent only for an agreement of three years",
    ("positions", "union-wages-january"): "demanded 5 percent",
    ("positions", "union-wages-march"): "at least 4 percent",
    ("positions", "employers-wages-offer"): "2 to 3 percent",
    ("positions", "union-shifts-january"): "shifts of eight hours",
    ("positions", "union-shifts-march"): "could accept shifts of ten hours",
    ("positions", "employers-shifts"): "ten or twelve hours",
    ("positions", "employers-night-january"): "up to 25 percent",
    ("positions", "employers-night-march"): "now refuses a night premium of 25 percent",
    ("positions", "union-drops-freeze"): "has dropped its demand for a freeze",
    ("positions", "union-cranes-march"): "without retraining",
    ("positions", "employers-cranes"): "insisted since January",
    ("positions", "harbour-master-cranes"): "opposes replacing them without notice",
    ("positions", "union-jobs-before"): "permanent dockers only",
    ("positions", "union-jobs-march"): "all registered dockers",
    ("positions", "employers-jobs"): "oppose a guarantee for casual dockers",
    ("positions", "union-term"): "an agreement of one year",
    ("positions", "employers-term"): "at least two years",
    ("positions", "line-threat"): "unless a deal is signed by March 31",
    ("positions", "line-threat-again"): "Amberlay repeated",
    ("positions", "employers-cranes-after"): "cancelled until the end of April",
    ("proposals", "paper"): "a pay rise of 3 percent from April 1",
    ("proposals", "leaked-draft"): "according to a draft seen by the Evening Lantern",
    ("answers", "union-paper-answer"): "will accept the paper if jobs are guaranteed",
    ("answers", "employers-paper-answer"): "has referred the paper to its board",
    ("deliverables", "shift-records"): "owe the union the shift records",
    ("happenings", "overtime"): "refused overtime since February 10",
    ("happenings", "storm"): "a storm closed the harbour mouth",
    ("happenings", "crane-order"): "ordered four automated cranes",
    ("happenings", "calls-moved"): "two calls of Corvane Line",
    ("assessments", "wrenfeld-slow"): "slow progress",
    ("assessments", "ossby-closer"): "closer to a deal than a week ago",
    ("assessments", "union-official-jobs"): "no progress on jobs",
    ("signals", "good-faith"): "“in good faith”",
    ("signals", "live-with-most"): "could live with most of it",
    ("allegations", "be-rid-of-the-union"): "in order to be rid of the union",
    ("tracks", "arbitration-bill"): "binding arbitration on April 15",
    ("leverage", "line-on-union"): "move its calls to other ports",
    ("commitments", "forty-calls"): "40 calls a year",
    ("commitments", "training-centre"): "a training centre",
    ("deadlines", "ballot-days"): "from March 24 to March 28",
    ("disputes", "injuries"): "11 of last year's 14 injuries",
    ("contradictions", "one-table-or-none"): "not been in one room",
    ("contradictions", "whose-draft"): "denied on Tuesday",
    ("contradictions", "tolvik-office"): "Union president Mara Tolvik",
    ("earlier_agreements", "quay-accord"): "Quay Accord of 2028",
    ("figures", "members-0303"): "about 2,400 members",
    ("figures", "ships-0305"): "Six ships",
    ("figures", "ships-0311"): "Fourteen ships",
    ("figures", "injuries-employers"): "only 4 did",
    ("phases", "new-cranes"): "once 100 dockers have been retrained",
    ("obligations", "end-refusal"): "end its refusal of overtime on the day of signature",
    ("obligations", "ten-hours-at-most"): "check the length of shifts",
    ("sticking_points", "pay"): "the main sticking point",
}

WARLIKE = re.compile(
    r"\b(war|wars|warring|truce|ceasefire|armed|army|arms|weapons?|troops?|soldiers?|military|militants?|hostages?|captives?|"
    r"bomb\w*|missiles?|rockets?|battle\w*|fight\w*|fought|attack\w*|assault\w*|kill\w*|wounded|enem\w+|invasion|siege|victory|"
    r"gaza|israel\w*|hamas|egypt\w*|cairo|qatar\w*)\b",
    re.IGNORECASE,
)


@pytest.fixture(scope="module")
def case() -> Case:
    return load_case(FOLDER, today=TODAY).case


def opened(audience: str, folder: Path = FOLDER) -> Case:
    return load_case(folder, audience=audience, today=TODAY).case


def view(audience: str, folder: Path = FOLDER) -> View:
    return view_for(audience, opened(audience, folder))


def found(case: Case, collection: str, item_id: str) -> Item:
    return next(item for name, item in case.items() if name == collection and item.id == item_id)


def with_options(case: Case) -> Iterator[tuple[str, Item]]:
    yield from case.items()
    yield from (("options", option) for issue in case.issues for option in issue.options)


def report(name: str) -> str:
    return (FOLDER / "reports" / name).read_text(encoding="utf-8")


def reports() -> dict[str, str]:
    return {path.name: report(path.name) for path in sorted((FOLDER / "reports").iterdir()) if path.stem != "README"}


# It loads, it is fictional, and every entry says what it rests on.


def test_every_file_of_the_folder_is_without_fault_or_warning(case: Case) -> None:
    assert check_folder(FOLDER, today=TODAY) == ()
    assert load_case(FOLDER, today=TODAY).warnings == ()
    assert case.profile is Profile.CLOSED


def test_it_says_at_every_door_that_all_of_it_is_invented(case: Case) -> None:
    assert "invented" in case.summary
    assert "fictional" in case.title
    for readme in (FOLDER / "README.md", FOLDER / "reports" / "README.md"):
        assert re.search(r"invented|never took place", readme.read_text(encoding="utf-8"))
    assert "Fictional." in (FOLDER / "parties" / "union.yaml").read_text(encoding="utf-8")


def test_all_of_it_lies_in_years_to_come_or_just_before(case: Case) -> None:
    years = {int(year) for text in (*reports().values(), str(case)) for year in re.findall(r"\b(?:19|20)\d{2}\b", text)}
    years |= {when.earliest.year for _, item in case.items() for when in (item.when, item.known) if when.earliest is not None}
    assert years <= {2028, 2030, 2031}


@pytest.mark.parametrize(
    "path", sorted(path for path in FOLDER.rglob("*") if path.suffix in {".yaml", ".md", ".txt", ".html"}), ids=str
)
def test_nothing_is_warlike(path: Path) -> None:
    assert WARLIKE.findall(path.read_text(encoding="utf-8")) == []


def test_every_entry_cites_a_stretch_of_a_report_or_says_that_it_does_not(case: Case) -> None:
    entries = [(name, item) for name, item in with_options(case) if name != "sources"]
    uncited = [(name, item) for name, item in entries if not item.citations]
    assert len(entries) > 150
    assert [(name, item.id) for name, item in entries if not all(citation.spans for citation in item.citations)] == []
    assert {(name, item.id) for name, item in uncited} == {*HELD, ("links", "retraining-takes-two-years")}
    assert [item.id for name, item in uncited if not item.note and name != "releases"] == []


def test_whatever_a_note_calls_our_reading_is_marked_as_inferred(case: Case) -> None:
    read_in = [(name, item) for name, item in case.items() if re.search(r"\bour (own )?reading\b|\bis ours\b", item.note)]
    assert len(read_in) > 10
    assert [(name, item.id) for name, item in read_in if not item.is_inferred] == []


# The reports: what they are, and that the offsets into them hold.


def test_each_source_is_a_shipped_report(case: Case) -> None:
    shipped = {hashlib.sha256(text.encode()).hexdigest() for text in reports().values()}
    assert len(shipped) == 9
    assert {source.sha256 for source in case.sources} == shipped


def test_outlets_are_the_invented_ones(case: Case) -> None:
    outlets = {"Coast Wire", "Quayside Post", "Sarnwick Gazette", "Harbour Weekly", "Evening Lantern", "Tideline"}
    assert {source.outlet for source in case.sources} == outlets


def test_every_report_is_as_long_as_a_short_dispatch() -> None:
    lengths = {name: len(visible_words(text).split()) for name, text in reports().items()}
    assert {name: length for name, length in lengths.items() if not 120 <= length <= 350} == {}


@pytest.mark.parametrize(("collection", "item_id"), KEYWORDS)
def test_cited_words_carry_the_entry(case: Case, collection: str, item_id: str) -> None:
    citations = found(case, collection, item_id).citations
    assert all(citation.words for citation in citations)
    assert KEYWORDS[collection, item_id] in " ".join(citation.words for citation in citations)


def test_spans_begin_and_end_with_whole_words(case: Case) -> None:
    files = {hashlib.sha256(text.encode()).hexdigest(): text for text in reports().values()}
    texts = {source.id: files[str(source.sha256)] for source in case.sources}
    spans = [(citation.source, span) for _, item in with_options(case) for citation in item.citations for span in citation.spans]
    assert len(spans) > 150
    for source, span in spans:
        text = texts[source]
        stretch = text[span.start : span.end]
        assert stretch == stretch.strip() != "", (source, span)
        assert not (text[span.start - 1 : span.start].isalnum() and stretch[0].isalnum()), (source, span)
        assert not (text[span.end : span.end + 1].isalnum() and stretch[-1].isalnum()), (source, span)
        assert stretch.count("<") == stretch.count(">"), (source, span)


def test_sides_and_texts_of_tracks_cite_too(case: Case) -> None:
    sides = [side for each in (*case.contradictions, *case.disputes) for side in each.sides]
    drafts = [text for track in case.tracks for text in track.texts]
    assert all(citation.words for each in (*sides, *drafts) for citation in each.citations)
    assert all(each.citations for each in (*sides, *drafts))


def test_one_report_is_wire_copy_with_a_dateline() -> None:
    assert re.match(r"[A-Z]+, March 3, 2031 \(Coast Wire\) - ", report("coast-wire-0303.txt"))


def test_one_is_an_excerpt_of_it_with_a_paragraph_of_its_own(case: Case) -> None:
    wire = report("coast-wire-0303.txt").split("\n\n")
    paragraphs = report("quayside-post-0304.txt").split("\n\n")[1:-1]
    assert [each in wire for each in paragraphs] == [True, True, True, True, False]
    assert next(source.same_story_as for source in case.sources if source.id == "post-0304") == "wire-0303"


def test_one_is_html_with_the_furniture_of_a_page() -> None:
    page = report("gazette-live.html")
    assert all(tag in page for tag in ("<nav", "<figcaption>", "<footer>", "cookies", "newsletter", "Read more"))


def test_two_contradict_each_other_on_whether_the_sides_met(case: Case) -> None:
    sides = next(each for each in case.contradictions if each.id == "one-table-or-none").sides
    said = {citation.source: citation.words for side in sides for citation in side.citations}
    assert "sat at one table" in said["gazette-0305"]
    assert "have not been in one room" in said["wire-0306"]


def test_one_gives_an_officer_a_wrong_title_that_no_office_takes_over(case: Case) -> None:
    assert [name for name, text in reports().items() if "Union president Mara Tolvik" in text] == ["harbour-weekly-0308.txt"]
    assert {office.title for office in case.offices if office.person == "tolvik"} == {"general secretary"}


def test_one_is_a_leak_and_the_next_its_denial() -> None:
    assert "according to a draft seen by the Evening Lantern" in report("evening-lantern-0310.txt")
    assert "denied on Tuesday that her office had drafted" in report("coast-wire-0311.txt")


def test_one_is_an_undated_rewrite_whose_date_is_a_range_that_says_how_it_was_found(case: Case) -> None:
    text = report("tideline-undated.txt")
    assert not re.search(r"\b(?:January|February|March|April|May|20\d\d)\b(?! is over)", text.replace("April is over", ""))
    undated = [source for source in case.sources if source.published.day is None]
    assert [source.id for source in undated] == ["tideline"]
    assert undated[0].published.inference
    assert undated[0].same_story_as == "wire-0313"


# Who sees what.


@pytest.mark.parametrize("audience", EVERYBODY)
def test_what_was_not_reported_is_shown_to_those_who_hold_it_and_no_one_else(audience: str) -> None:
    seen = {(name, item.id) for name, item in view(audience).case.items()}
    assert {entry for entry in HELD if entry in seen} == {entry for entry, holders in HELD.items() if audience in holders}


@pytest.mark.parametrize("audience", EVERYBODY)
def test_what_cites_reports_is_open_to_everyone(audience: str, case: Case) -> None:
    reported = {(name, item.id) for name, item in case.items() if item.holders == {PUBLIC}}
    assert len(reported) > 100
    assert reported <= {(name, item.id) for name, item in view(audience).case.items()}


@pytest.mark.parametrize("audience", EVERYBODY)
def test_each_sides_confidence_is_with_itself_and_one_mediator(audience: str) -> None:
    seen = view(audience).case
    told = {owner for owner, confidants in CONFIDANTS.items() if audience in confidants}
    assert {each.party for each in seen.preferences} == told
    assert {each.actor for each in seen.positions if each.series is Series.ENTRUSTED} == told
    assert {each.owner for each in (*seen.positions, *seen.interests, *seen.delegations) if each.owner} == told


@pytest.mark.parametrize("audience", EVERYBODY)
def test_words_said_in_confidence_are_in_no_other_view(audience: str) -> None:
    told = {
        "Three per cent would do": ("union", "harbour-master"),
        "Five per cent would close a terminal": ("employers", "conciliator"),
    }
    shown = str(view(audience).case)
    assert {words for words in told if words in shown} == {words for words, holders in told.items() if audience in holders}


def test_the_second_version_of_the_paper_is_the_mediators_alone() -> None:
    versions = {who: [each.id for paper in view(who).case.proposals for each in paper.versions] for who in EVERYBODY}
    assert {who for who, ids in versions.items() if ids == ["paper-1", "paper-2"]} == set(MEDIATORS)
    assert {who for who, ids in versions.items() if ids == ["paper-1"]} == set(EVERYBODY) - set(MEDIATORS)


def test_those_to_whom_the_bridge_is_released_learn_of_their_own_numbers_alone_that_it_draws_on_them() -> None:
    drawn_on = {
        who: [each.draws_on for each in view(who).case.releases] for who in ("conciliator", *PARTIES, "harbour-master", "public")
    }
    told = {"conciliator": [PARTIES], "union": [("union",)], "employers": [("employers",)], "harbour-master": [], "public": []}
    assert drawn_on == told


def without_pooling(folder: Path, *parties: str) -> Path:
    """A copy of the case in which these parties do not permit pooling."""
    copy = folder / "harbour"
    shutil.copytree(FOLDER, copy)
    for party in parties:
        path = copy / "parties" / f"{party}.yaml"
        text, count = re.subn(r"^pooling:.*\n", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
        assert count == 1
        path.write_text(text, encoding="utf-8")
    return copy


@pytest.mark.parametrize(("mediator", "confidant_of"), [("conciliator", "employers"), ("harbour-master", "union")])
def test_either_mediator_may_analyse_both_sides_with_pooling_and_sees_one_sides_numbers(mediator: str, confidant_of: str) -> None:
    seen = view(mediator)
    assert [each.party for each in seen.analysable] == list(PARTIES)
    assert [each.party for each in seen.case.preferences] == [confidant_of]


@pytest.mark.parametrize("refusing", [("union",), ("employers",), PARTIES])
@pytest.mark.parametrize(("mediator", "confidant_of"), [("conciliator", "employers"), ("harbour-master", "union")])
def test_without_every_sides_permission_no_mediator_may_analyse_both(
    mediator: str, confidant_of: str, refusing: tuple[str, ...], tmp_path: Path
) -> None:
    assert [each.party for each in view(mediator, without_pooling(tmp_path, *refusing)).analysable] == [confidant_of]


@pytest.mark.parametrize("audience", ["keeper", "public", "shipping-line", *PARTIES])
def test_nobody_but_the_mediators_may_analyse_both(audience: str) -> None:
    assert {each.party for each in view(audience).analysable} <= {audience}


# The numbers.


@pytest.fixture(scope="module")
def problem() -> Problem:
    """The whole problem, as no single audience sees it: both sides' numbers, red lines and links."""
    one, other = opened("harbour-master"), opened("conciliator")
    positions = tuple(dict.fromkeys((*one.positions, *other.positions)))
    return problem_of(evolve(one, positions=positions), one.preferences)


def package_of(case: Case, proposal_id: str) -> Package:
    terms = next(each.terms for each in case.proposals if each.id == proposal_id)
    return {issue: option for issue, options in terms.items() for option in options}


def test_the_deal_zone_is_neither_empty_nor_huge(problem: Problem) -> None:
    sizes = [len(options) for options in problem.issues.values()]
    assert sizes == [4, 3, 3, 4, 3, 3]
    assert {each.basis for each in problem.preferences} == {ValueBasis.ENTRUSTED}
    assert deal_zone(problem).count == 45


@pytest.mark.parametrize(("mediator", "count"), [("conciliator", 63), ("harbour-master", 51)])
def test_each_mediator_is_shown_a_deal_zone_by_pooling(mediator: str, count: int) -> None:
    """Only the harbour master holds the union's red lines."""
    seen = view(mediator)
    assert deal_zone(problem_of(seen.case, seen.analysable)).count == count


def test_several_packages_are_efficient_and_they_differ_on_every_issue(problem: Problem) -> None:
    points = find_frontier(problem, acceptable_only=True).points
    packages = [package for point in points for package in point.packages]
    assert len(points) == 10
    assert {issue: len({package[issue] for package in packages}) for issue in problem.issues} == dict.fromkeys(problem.issues, 2)


def test_the_mediators_bridge_is_acceptable_and_one_package_is_better_for_both(case: Case, problem: Problem) -> None:
    bridge = package_of(case, "bridge")
    found = improve(problem, bridge)
    assert problem.values(bridge) == {"union": 6720, "employers": 6190}
    assert found.for_all.count == 1
    assert found.for_all.best[0].package == package_of(case, "leaked-draft")


def test_the_leaked_draft_is_the_nash_package(case: Case, problem: Problem) -> None:
    assert [each.package for each in solve_nash(problem).packages] == [package_of(case, "leaked-draft")]


def test_reported_demands_alone_conflict_and_can_be_opened(case: Case) -> None:
    reported = problem_of(view_for(PUBLIC, case).case)
    conflicts = find_conflicts(reported).conflicts
    assert [each.issues for each in conflicts if len(each.requirements) > 2] == [("wages", "term"), ("shifts", "night-premium")]
    assert {issue for each in conflicts for issue in each.issues} == set(reported.issues)
    openings = find_openings(reported).openings
    assert len(openings[0].concessions) == 4
    assert openings[0].count > 0


def test_assumed_numbers_say_that_they_are_and_leave_a_deal_zone() -> None:
    text = " ".join((FOLDER / "assumptions" / "pay-first.yaml").read_text(encoding="utf-8").split())
    assert ASSUMPTION_NOTICE in text
    assumed = view_for(PUBLIC, load_case(FOLDER, audience=PUBLIC, assumption="pay-first", today=TODAY).case)
    assert {each.basis for each in assumed.analysable} == {ValueBasis.ASSUMED}
    assert deal_zone(problem_of(assumed.case, assumed.analysable)).count > 0


# What the case must tell.


def test_who_takes_part_under_the_names_that_others_build_on(case: Case) -> None:
    assert case.parties == PARTIES
    assert case.mediators == MEDIATORS
    assert {(each.id, each.party, each.procedure.value) for each in case.principals} == {
        ("union-membership", "union", "ballot"),
        ("employers-board", "employers", "vote"),
    }
    assert {role.role.value for role in case.roles if role.actor == "shipping-line"} == {"stakeholder"}
    assert {each.by for each in case.leverage} == {"shipping-line", "employers"}


def test_the_mediators_have_unequal_access(case: Case) -> None:
    reach = {(each.mediator, each.to): each.through for each in case.access}
    assert reach["conciliator", "employers"] == reach["conciliator", "union"] == ()
    assert reach["harbour-master", "union"] == reach["harbour-master", "shipping-line"] == ()
    assert reach["harbour-master", "employers"] == ("conciliator",)


def test_whose_consent_is_needed_and_that_the_lines_is_for_nothing(case: Case) -> None:
    consents = {issue.id: issue.consents for issue in case.issues}
    assert list(consents) == ["wages", "shifts", "night-premium", "automation", "jobs", "term"]
    assert consents.pop("automation") == (*PARTIES, "harbour-master")
    assert set(consents.values()) == {PARTIES}


def test_one_link_is_each_sides_and_one_lies_in_the_matter(case: Case) -> None:
    assert [link.by for link in case.links] == ["union", "employers", None]


def test_a_demand_is_dropped_and_both_sides_harden(case: Case) -> None:
    assert [each.id for each in case.positions if each.stance is Stance.DROPPED_DEMAND] == ["union-drops-freeze"]
    assert {each.actor for each in case.positions if each.note == "A hardening."} == set(PARTIES)


def test_what_the_sides_answered_to_the_paper(case: Case) -> None:
    answers = {each.by: each.answer for each in case.answers if each.proposal == "paper"}
    assert answers == {"union": AnswerKind.ACCEPT_IF, "employers": AnswerKind.REFER}


def test_as_of_the_day_after_the_paper_neither_leak_nor_order_is_known(case: Case) -> None:
    seen = view_for(PUBLIC, case, as_of=dt.date(2031, 3, 7)).case
    assert {source.id for source in seen.sources} == {"wire-0303", "post-0304", "gazette-0305", "wire-0306"}
    assert [each.id for each in seen.proposals] == ["paper"]
    assert "crane-order" not in {each.id for each in seen.happenings}
    assert [issue.id for issue in seen.issues] == [issue.id for issue in case.issues]


def test_as_of_the_first_report_nothing_tells_of_what_came_later(case: Case) -> None:
    seen = view_for(PUBLIC, case, as_of=dt.date(2031, 3, 4)).case
    tree = " ".join(str(value) for _, item in with_options(seen) for value in (item, item.note) if not isinstance(item, Source))
    assert [issue.id for issue in seen.issues] == ["wages", "shifts", "night-premium", "automation"]
    assert not re.search(r"Amberlay|Ferrel|Lantern|paper|at least half|18 March|storm|training centre|injuries", tree)


def test_every_kind_of_entry_is_there_but_reports_of_violations(case: Case) -> None:
    kinds = set(yaml.safe_load((FOLDER / "case.yaml").read_text(encoding="utf-8"))) - {"gobetween", "title", "summary", "profile"}
    assert set(COLLECTIONS) - kinds == {"violation_reports"}
    assert case.violation_reports == ()


# What the reader makes of the dispatches.


@pytest.fixture(scope="module")
def account(tmp_path_factory: pytest.TempPathFactory) -> Account:
    pytest.importorskip("spacy")
    store = EvidenceStore(tmp_path_factory.mktemp("evidence"))
    gathered = gather(find_reports([FOLDER / "reports"]).reports, default_lexicon(), store, lambda _message: None)
    assert gathered.refusals == ()
    return gathered.account


def figures(account: Account, name: str, unit: str) -> set[tuple[str, int | Fraction, int | Fraction | None]]:
    document = next(each.document for each in account.reports if each.name == name)
    return {(each.qualifier or "", each.value, each.upper) for each in document.figures if each.unit == unit}


def test_the_pay_rises_are_read_with_their_qualifiers_and_ranges(account: Account) -> None:
    assert figures(account, "coast-wire-0303.txt", "percent") >= {
        ("at least", 4, None),
        ("", 5, None),
        ("", 2, 3),
        ("more than", 3, None),
        ("at least", 25, None),
        ("up to", 25, None),
    }
    assert figures(account, "coast-wire-0306.txt", "percent") == {("", 3, None), ("", 4, None)}
    assert figures(account, "evening-lantern-0310.txt", "percent") == {("", 4, None), ("", 25, None)}


def test_the_reader_finds_dates_where_there_are_some_and_none_where_there_are_none(account: Account) -> None:
    published = {each.name: each.document.published.day for each in account.reports}
    assert {name for name, day in published.items() if day is None} == {"tideline-undated.txt"}
    assert published["gazette-live.html"] == dt.date(2031, 3, 5)
    assert published["coast-wire-0303.txt"] == dt.date(2031, 3, 3)


def test_the_reader_tells_the_excerpt_from_independent_reports_and_the_page_from_its_furniture(account: Account) -> None:
    assert [set(story.names) for story in account.stories] == [{"coast-wire-0303.txt", "quayside-post-0304.txt"}]
    page = next(each.document for each in account.reports if each.name == "gazette-live.html")
    assert page.furniture
    assert not any("newsletter" in statement.content.text for statement in page.statements)


def test_the_reader_keeps_the_wrong_title_as_said(account: Account) -> None:
    said = {(office.person, office.title) for each in account.reports for office in each.document.offices}
    assert ("Mara Tolvik", "Union president") in said
    assert ("Mara Tolvik", "general secretary") in said
