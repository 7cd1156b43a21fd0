"""What an audience may not see changes no byte of what is made for it or given out to it: diff, read-outs, calendars, talking points,
every form of them, and what the Python API says of itself."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from attrs import evolve

from disclosure.test_commands_do_not_interfere import (
    AUDIENCES,
    BASE,
    CASE,
    DIFFERENCES,
    EARLIER,
    EARLY,
    LINES,
    Desk,
    Difference,
    Files,
    entry,
    files,
    party,
)
from gobetween import Case as Notebook
from gobetween.bootstrap.workshop import Workshop
from gobetween.briefs.blocks import Brief
from gobetween.briefs.calendars import calendar_of
from gobetween.briefs.changes import compose_changes
from gobetween.briefs.given_out import GivenOut
from gobetween.briefs.read_outs import meetings_brief, read_out_brief
from gobetween.briefs.scenes import Scene
from gobetween.briefs.shuttle.talking_points import find_points, talking_points_brief
from gobetween.casefiles.folders import load_case
from gobetween.cli.services import BriefRequest
from gobetween.disclosure.views import View, view_for
from gobetween.model.cases import Case
from gobetween.model.dates import on
from gobetween.model.errors import GobetweenError
from gobetween.model.happenings import Meeting
from gobetween.model.items import EVERYONE
from gobetween.model.permissions import Form, Permission, PermissionState
from gobetween.notebook.rows import rows_of
from gobetween.protocols.permissions import Scope
from gobetween.talks.confiding import permissions
from gobetween.talks.confiding.caucuses import tell
from gobetween.talks.confiding.tellings import Telling
from specimen_talks import SpecimenTalks, strait_case

pytest.importorskip("icalendar", reason="the extra documents is not installed")
pytest.importorskip("docx", reason="the extra documents is not installed")
TODAY = dt.date(2031, 6, 1)

MEETINGS = """\
meetings:
  #meetings
  tuesday: {participants: [union, employers, bishop], when: 2031-05-04, text: They met at the hall., form: indirect, round: spring, \
note: The clerk of the hall told us., cite: post}
  sunday: {participants: [bishop, union], when: {date: 2031-05-11, basis: inferred, inference: The bishop's driver said so.}, \
text: The bishop called., held_by: [bishop, union, keeper], note: The driver saw them.}
deadlines:
  #deadlines
  - {by: union, text: An answer by Friday., when: 2031-06-10, note: We doubt it., cite: post}
deliverables:
  #deliverables
  - {owed_by: employers, to: bishop, text: The books., cite: post}
commitments:
  #commitments
  - {by: line, text: The line will pay., cite: post}
"""
FULL: Files = {**BASE, "case.yaml": CASE + MEETINGS}
MORE: tuple[Difference, ...] = (
    *DIFFERENCES,
    entry("meetings", "night: {participants: [bishop, union], when: 2031-05-04, text: At night., held_by: bishop}"),
    entry("meetings", "dawn: {participants: [bishop, shade], when: 2031-05-28, status: planned, held_by: bishop}"),
    entry("deadlines", "- {by: union, text: A word by Monday., when: 2031-06-09, held_by: bishop}"),
    entry("deadlines", "- {by: employers, text: Soon., held_by: bishop}"),
    entry("deliverables", "- {owed_by: union, to: bishop, text: The list., held_by: bishop}"),
    entry("commitments", "- {by: line, text: More later., held_by: bishop}"),
    entry("positions", "- {actor: shade, issue: wage, stance: support, options: [two], text: Two., when: 2031-05-04, held_by: bishop}"),
    files("the employers confide in the conciliator", "employers conciliator", parties__employers=party("conciliator", 90, "Brand")),
)
TODAY_ONLY = (None, None)


class Bureau(Desk):
    """Puts case folders down and asks for all that is new of them; what it was asked once it remembers."""

    def answered(self, contents: Files, audience: str, as_of: dt.date | None) -> dict[str, object]:
        """All that the audience is given, each under its name; a refusal in its words."""
        return dict(self._asked(self.folder(contents), audience, as_of))

    def _asked(self, folder: Path, audience: str, as_of: dt.date | None) -> Iterator[tuple[str, object]]:
        shop, request = Workshop(TODAY), BriefRequest(folder, audience=audience, as_of=as_of)
        others = [each for each in (*AUDIENCES, "shade", "atlantis") if each != audience]
        wanted = {
            "calendar": lambda: shop.meetings.calendar(request),
            "diff to a day": lambda: shop.compare(request, EARLY, TODAY, lambda _message: None),
            **{f"points for {each}": lambda each=each: shop.talking_points(request, each) for each in others},
        }
        for recipient in AUDIENCES:
            for meeting in (None, "tuesday", "sunday", "night", "tuesdy"):
                wanted[f"read-out of {meeting} for {recipient}"] = lambda recipient=recipient, meeting=meeting: shop.meetings.read_out(
                    request, meeting, recipient
                )
        case = Notebook.load(folder, audience=audience, as_of=as_of)
        wanted["collections"] = lambda: (case.collections, case._repr_html_())
        for name in (*COLLECTIONS, "preferences"):
            wanted[f"rows of {name}"] = lambda name=name: case.rows(name)
        for name, ask in wanted.items():
            yield name, self._words(folder, audience, ask)

    def _words(self, folder: Path, audience: str, ask: object) -> object:
        try:
            made = ask()  # type: ignore[operator]
        except GobetweenError as refusal:
            made = (type(refusal).__name__, str(refusal))
        told = repr(made).replace(str(folder), "quay")
        return LINES.sub(r"case.yaml: \1", told) if audience == "keeper" else told


COLLECTIONS = (
    *("actors", "roles", "persons", "offices", "access", "rounds", "meetings", "issues", "links", "positions", "interests"),
    *("proposals", "answers", "signals", "sticking_points", "figures", "tracks", "happenings", "releases", "deadlines", "sources"),
)


@pytest.fixture(scope="module")
def bureau(tmp_path_factory: pytest.TempPathFactory) -> Bureau:
    return Bureau(tmp_path_factory.mktemp("bureau"))


FAULTY = ("broken", "noise", "names nobody", "faulty", "no file")


def is_untold(audience: str, difference: Difference) -> bool:
    """Whether it was told nothing of that: the rows of the Python API show more of one's own than a brief."""
    is_held = audience == "bishop" and ("held_by: bishop" in difference.name or "held_by: [bishop" in difference.name)
    is_own = audience in ("union", "conciliator") and ("alone pools" in difference.name or "both pool" in difference.name)
    return audience not in difference.told and not is_held and not is_own


def without_word_to(audience: str, *, speaker: str = "") -> Files:
    """The folder with all those differences of which the audience is told nothing; none for which a speaker is told of faults."""
    changed = FULL
    for each in MORE:
        is_fault = speaker in each.told and any(word in each.name for word in FAULTY)
        if is_untold(audience, each) and not is_fault and not each.name.startswith("the employers confide"):
            changed = each.change(changed)
    return changed


@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("as_of", [None, EARLIER])
def test_nothing_behind_an_audiences_back_shows_in_what_is_new(bureau: Bureau, audience: str, as_of: dt.date | None) -> None:
    plain, changed = (bureau.answered(contents, audience, as_of) for contents in (FULL, without_word_to(audience)))
    for name, given in plain.items():
        assert changed[name] == given, name
    assert any("Brief(" in str(each) for each in plain.values())


@pytest.mark.parametrize("audience", ["public", "union", "conciliator", "line"])
@pytest.mark.parametrize("difference", MORE[-8:], ids=lambda difference: difference.name)
def test_each_new_kind_of_entry_alone_shows_to_those_who_were_told(bureau: Bureau, audience: str, difference: Difference) -> None:
    plain, changed = (bureau.answered(contents, audience, None) for contents in (FULL, difference.change(FULL)))
    assert (plain == changed) is (audience not in difference.told)


# What is given out to others is the same, whatever these may not know


@pytest.mark.parametrize("recipient", ["public", "union", "employers", "line"])
@pytest.mark.parametrize("speaker", ["keeper", "bishop", "conciliator"])
def test_a_read_out_tells_its_recipient_nothing_of_what_it_may_not_know(bureau: Bureau, speaker: str, recipient: str) -> None:
    shop = Workshop(TODAY)
    for meeting in (None, "tuesday"):
        made = [
            shop.meetings.read_out(BriefRequest(bureau.folder(contents), audience=speaker), meeting, recipient).brief
            for contents in (FULL, without_word_to(recipient, speaker=speaker))
        ]
        assert made[0] == made[1]


QUIET = ", {issue: wage, stance: accept, options: [two], text: Two in secret., when: 2031-05-02}"
CONFIDED: Files = {
    **FULL,
    "parties/union.yaml": party("conciliator, line", 20, "Vega", more=QUIET),
    "parties/employers.yaml": party("bishop, line", 90, "Brand", more=QUIET),
}


@pytest.mark.parametrize(
    ("speaker", "recipient"),
    [("conciliator", "union"), ("union", "conciliator"), ("bishop", "employers"), ("bishop", "line"), ("line", "bishop")],
)
def test_what_was_told_in_confidence_is_in_no_read_out_even_for_those_who_have_it(bureau: Bureau, speaker: str, recipient: str) -> None:
    request = BriefRequest(bureau.folder(CONFIDED), audience=speaker)
    made = Workshop(TODAY).meetings.read_out(request, "tuesday", recipient).brief
    assert "Two in secret" not in repr(made)
    assert "Four." in repr(made)


LEAVE = Permission(
    "bishop/p1",
    item="secret",
    owner="employers",
    to=("line",),
    carriers=("bishop",),
    form=Form.PARAPHRASE,
    is_attributed=True,
    state=PermissionState.GRANTED,
    holders=frozenset({"bishop", "employers"}),
)


@pytest.mark.parametrize(
    ("permission", "is_in"),
    [
        (LEAVE, True),
        (evolve(LEAVE, to=("union",)), False),
        (evolve(LEAVE, carriers=("conciliator",)), False),
        (evolve(LEAVE, owner="union"), False),
        (evolve(LEAVE, item="another"), False),
        (evolve(LEAVE, form=Form.OWN_IDEA), False),
        (evolve(LEAVE, is_attributed=False), False),
        (evolve(LEAVE, wording="They may go to two."), False),
        (evolve(LEAVE, until=dt.date(2031, 5, 31)), False),
        (evolve(LEAVE, state=PermissionState.REVOKED), False),
    ],
)
def test_a_permission_in_force_that_names_the_recipient_lets_it_into_a_read_out(
    bureau: Bureau, permission: Permission, *, is_in: bool
) -> None:
    case = load_case(bureau.folder(CONFIDED), audience="bishop", today=TODAY).case
    positions = tuple(evolve(each, id="secret") if each.text == "Two in secret." else each for each in case.positions)
    view = view_for("bishop", evolve(case, positions=positions, permissions=(permission,)))
    assert any(each.id == "secret" for each in GivenOut(view, "line", TODAY).case.positions) is is_in


REMARKS = ("The clerk", "The driver", "driver said so", "We doubt it")


@pytest.mark.parametrize("recipient", ["public", "union", "bishop"])
def test_what_is_given_out_carries_no_remark_of_the_keeper(bureau: Bureau, recipient: str) -> None:
    shop, folder = Workshop(TODAY), bureau.folder(FULL)
    meetings = [None, "tuesday", *(["sunday"] if recipient != "public" else [])]
    for speaker in ("keeper", "bishop"):
        for meeting in meetings:
            made = repr(shop.meetings.read_out(BriefRequest(folder, audience=speaker), meeting, recipient))
            assert not [each for each in REMARKS if each in made]
    data = shop.meetings.calendar(BriefRequest(folder, audience=recipient))[0].replace(b"\r\n ", b"").decode()
    assert not [each for each in REMARKS if each in data]


def test_the_keepers_own_calendar_carries_its_remarks(bureau: Bureau) -> None:
    data = Workshop(TODAY).meetings.calendar(BriefRequest(bureau.folder(FULL)))[0].replace(b"\r\n ", b"").decode()
    assert all(each in data for each in REMARKS)


def test_a_calendar_says_what_is_not_open_to_everybody(bureau: Bureau) -> None:
    for audience, number in (("union", 1), ("public", 0)):
        data = Workshop(TODAY).meetings.calendar(BriefRequest(bureau.folder(FULL), audience=audience))[0].decode()
        assert data.count("CLASS:CONFIDENTIAL") == number
        assert data.replace("\r\n ", "").count("This entry is not open to everybody") == number


# Talking points: what one may say to somebody who does not know of it


def points(case: object, speaker: str, recipient: str) -> str:
    return repr([(each.kind, each.words) for each in find_points(Scene(view_for(speaker, case), TODAY), recipient)])  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def quay(bureau: Bureau) -> object:
    hidden = (
        entry("proposals", "plan: {name: The plan, by: [employers], to: [union, bishop], on_table: true, held_by: bishop}"),
        entry("answers", "- {proposal: plan, by: union, to: [bishop], answer: pending, held_by: bishop}"),
        entry("deliverables", "- {owed_by: union, to: bishop, text: The list., owner: employers, held_by: [employers, bishop]}"),
        entry(
            "positions",
            "- {actor: bishop, issue: wage, stance: support, options: [two], text: So they say., owner: employers, "
            "held_by: [employers, bishop]}",
        ),
    )
    contents = FULL
    for each in hidden:
        contents = each.change(contents)
    return load_case(bureau.folder(contents), audience="bishop", today=TODAY).case


@pytest.mark.parametrize("words", ["The plan", "The list", "So they say"])
def test_what_the_recipient_was_not_told_of_is_no_matter_between_the_two(quay: object, words: str) -> None:
    assert words not in points(quay, "bishop", "union")


def test_what_the_recipient_knows_of_lies_between_the_two(quay: object) -> None:
    assert "The books" in points(quay, "bishop", "employers")
    assert "The paper" in points(quay, "bishop", "union")


def test_not_even_in_open_talks_is_anybodys_bottom_line_offered(bureau: Bureau) -> None:
    secret = QUIET.replace("stance: accept", "series: bottom line, stance: accept")
    opened = {
        **FULL,
        "case.yaml": str(FULL["case.yaml"]).replace("profile: closed", "profile: open-unless-conditioned"),
        "parties/union.yaml": party("conciliator", 20, "Vega", more=secret),
    }
    case = load_case(bureau.folder(opened), audience="conciliator", today=TODAY).case
    assert "Vega could take either" in points(case, "conciliator", "employers")
    assert "Two in secret" in repr(view_for("conciliator", case))
    assert "Two in secret" not in points(case, "conciliator", "employers")


# Talks that are run in Gobetween


def _behind(talks: SpecimenTalks) -> None:
    """What passes between the north, the bridge and nobody else."""
    talks.act("north", tell, Telling("We would give way on the kelpwood."), to=("bridge",), name="room")
    talks.act("north", permissions.grant, Scope("north/room", ("south",), ("bridge",), form=Form.PARAPHRASE), name="leave")


@pytest.mark.parametrize("audience", ["south", "harbour", "shipping", "keeper", "public"])
def test_what_passes_behind_an_audiences_back_in_live_talks_shows_in_nothing_new(audience: str) -> None:
    made = []
    for is_told in (False, True):
        talks = SpecimenTalks.opened(_strait())
        if is_told:
            _behind(talks)
        made.append(_made_live(talks.view(audience)))
    assert made[0] == made[1]


@pytest.mark.parametrize(("speaker", "recipient"), [("bridge", "south"), ("bridge", "north"), ("north", "bridge")])
def test_what_was_told_in_live_talks_is_in_no_read_out(speaker: str, recipient: str) -> None:
    talks = SpecimenTalks.opened(_strait())
    _behind(talks)
    view = talks.view(speaker)
    assert "kelpwood" in repr(view)
    assert "kelpwood" not in repr(GivenOut(view, recipient, TODAY).case.told)
    assert "kelpwood" not in "".join(_read_outs(view, recipient))


def _strait() -> Case:
    case = strait_case()
    meeting = Meeting("ferry", participants=("north", "south", "harbour"), text="On the ferry.", when=on(TODAY), holders=EVERYONE)
    return evolve(case, meetings=(meeting,))


def _read_outs(view: View, recipient: str) -> Iterator[str]:
    seen = view_for(recipient, GivenOut(view, recipient, TODAY).case)
    for each in view.case.meetings:
        yield repr(read_out_brief(seen, each.id, today=TODAY))
    yield repr(meetings_brief(seen, today=TODAY))


def _made_live(view: View) -> list[str]:
    actors = [each.id for each in view.case.actors]
    rows = [repr((name, rows_of(getattr(view.case, name), view))) for name in sorted({name for name, _ in view.case.items()})]
    told = [read_out for each in (*actors, "public", "keeper") for read_out in _read_outs(view, each)]
    offered = [repr(talking_points_brief(view, TODAY, each)) for each in actors]
    changed = repr(compose_changes(view, view, first=TODAY, last=None))
    return [*rows, *told, *offered, changed, repr(calendar_of(Scene(view, TODAY)))]


# The Python API


def test_rows_name_no_other_holder_than_who_asks(bureau: Bureau) -> None:
    shared = entry(
        "happenings", "- {text: A visit., when: 2031-05-29, held_by: [union, employers, bishop, late, keeper], owner: bishop}", ""
    ).change(FULL)
    folder = bureau.folder(shared)

    def holders(audience: str, as_of: str | None = None) -> list[list[str]]:
        rows = Notebook.load(folder, audience=audience, as_of=as_of).rows("happenings")
        return [row["holders"] for row in rows if row["text"] == "A visit."]

    assert holders("union") == [["union"]]
    assert holders("bishop") == [["bishop", "employers", "keeper", "late", "union"]]
    assert holders("public") == []
    entrusted = Notebook.load(folder, audience="conciliator").rows("positions")
    assert {each for row in entrusted for each in row["holders"]} == {"public", "conciliator"}


def test_rows_as_of_a_day_name_nobody_who_was_not_known_by_then(bureau: Bureau) -> None:
    owned = entry("happenings", "- {text: A visit., owner: late, known: 2031-03-01, held_by: [union, late]}", "")
    folder = bureau.folder(owned.change(FULL))
    seen = Notebook.load(folder, audience="union", as_of="2031-04-15")
    assert "late" not in repr([seen.rows(name) for name in COLLECTIONS])
    changed = Workshop(TODAY).compare(BriefRequest(folder, audience="union"), dt.date(2031, 2, 1), EARLIER, lambda _message: None)
    assert "late" not in repr(changed.brief).replace("latest", "").replace("later", "")


# Every form of what is new


def test_hidden_entries_change_no_byte_of_any_form_of_what_is_new(bureau: Bureau) -> None:
    shop = Workshop(TODAY)
    for audience in ("public", "conciliator"):
        made: list[dict[str, object]] = []
        for contents in (FULL, without_word_to(audience)):
            request = BriefRequest(bureau.folder(contents), audience=audience)
            briefs = {
                "diff": shop.compare(request, EARLY, None, lambda _message: None).brief,
                "read-out": shop.meetings.read_out(request, "tuesday", "public").brief,
                "points": shop.talking_points(request, "union").brief,
                "brief": shop.make_brief(request, lambda _message: None).brief,
            }
            made.append({f"{name} as {form}": data for name, brief in briefs.items() for form, data in _forms(shop, brief)})
        for name, data in made[0].items():
            assert data == made[1][name], name


def _forms(shop: Workshop, brief: Brief) -> Iterator[tuple[str, object]]:
    for whole in (brief, shop.on_one_page(brief)):
        name = "one page" if whole is not brief else "whole"
        yield f"terminal, {name}", shop.render_terminal(whole, 100, colour=False)
        yield f"html, {name}", shop.render_html(whole)
        yield f"markdown, {name}", shop.render_markdown(whole)
        yield f"json, {name}", shop.brief_text(whole)
        yield f"docx, {name}", shop.render_docx(whole, "a4").data
        yield f"pdf, {name}", shop.render_pdf(whole, "a4").data


def test_a_remark_is_not_carried_by_a_copy_of_an_entry(bureau: Bureau) -> None:
    """The test of the test: a folder whose remarks differ gives the same read-out and another brief."""
    other = {**FULL, "case.yaml": str(FULL["case.yaml"]).replace("The clerk of the hall told us.", "Nobody told us.")}
    shop = Workshop(TODAY)
    requests = [BriefRequest(bureau.folder(each), audience="union") for each in (FULL, other)]
    briefs = [evolve(shop.make_brief(each, lambda _message: None).brief, audience="union") for each in requests]
    assert briefs[0] != briefs[1]
    read_outs = [shop.meetings.read_out(each, "tuesday", "public").brief for each in requests]
    assert read_outs[0] == read_outs[1]
