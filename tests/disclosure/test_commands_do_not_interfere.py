"""What an audience may not see changes no byte of what the commands give it: no word, number, id, order, note or refusal."""

from __future__ import annotations

import datetime as dt
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import pytest
from attrs import evolve, field, frozen
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gobetween.bootstrap.lexicons import lexicon_of
from gobetween.bootstrap.workshop import Workshop
from gobetween.briefs import compose
from gobetween.briefs.blocks import Brief, Section
from gobetween.briefs.cells import paragraph, section_of
from gobetween.casefiles import folders, own_files
from gobetween.casefiles.folders import LoadedCase, load_case
from gobetween.cli.services import BriefRequest
from gobetween.disclosure import views
from gobetween.disclosure.views import View, view_for
from gobetween.model.actors import Actor, Office, Person
from gobetween.model.cases import Case
from gobetween.model.dates import on
from gobetween.model.errors import GobetweenError
from gobetween.model.items import EVERYONE

TODAY = dt.date(2031, 6, 1)
EARLIER = dt.date(2031, 4, 15)
EARLY = dt.date(2031, 3, 15)

MARK = re.compile(r"#[a-z_]+")
Files = Mapping[str, str | bytes]

# What everyone may know, and what some entrusted to some. A difference puts a hidden entry at a mark, before an open one.
CASE = """\
gobetween: 1
title: The quay talks
profile: closed
sources:
  #sources
  wire: {outlet: Wire, published: 2031-03-01}
  post: {outlet: Post, published: 2031-05-04}
actors:
  #actors
  union: {name: Dockers' Union, roles: [{role: party, known: 2031-01-01}]}
  employers: {name: Port Employers, roles: [{role: party, known: 2031-01-01}]}
  conciliator: {name: State Conciliator, roles: [{role: mediator, known: 2031-01-01}]}
  bishop: {name: The Bishop, roles: [{role: lead mediator, known: 2031-01-01}]}
  line: {name: Blue Line, roles: [{role: guarantor, toward: union, known: 2031-01-01}#roles]}
  shade: {name: The Shade, held_by: [bishop], roles: [mediator]}
  late: {name: Latecomer, cite: post}
persons:
  #persons
  vega: {name: Ana Vega, offices: [{title: head, actor: union}#offices]}
access:
  #access
  - {mediator: bishop, to: union, held_by: public}
rounds:
  #rounds
  winter: {name: Winter round, when: 2031-02, place: Hall}
  spring: {name: Spring round, when: 2031-05, place: Port}
issues:
  #issues
  wage: {title: Wage rise, options: {#options
    two: 2 per cent, four: 4 per cent}}
  hours: {title: Hours, options: {short: 36, long: 40}}
links:
  #links
  - {by: union, if: {wage: [two]}, requires: {hours: [short]}, text: Only with short hours., cite: wire}
positions:
  #positions
  - {actor: union, issue: wage, stance: demand, options: [four], text: Four., said_by: vega, round: spring, cite: post}
  - {actor: employers, issue: wage, stance: demand, options: [two], text: They offer two., round: winter, cite: wire}
  - {actor: employers, issue: hours, stance: demand, options: [long], text: Long hours., round: winter, cite: wire}
interests:
  #interests
  - {actor: union, text: Rest., cite: wire}
proposals:
  #proposals
  paper: {name: The paper, by: [bishop], to: [union, employers], round: spring, terms: {wage: [two]}, on_table: true, cite: post,
    versions: [{id: first, clauses: [Wages rise.]}#versions]}
answers:
  #answers
  - {proposal: paper, by: union, answer: pending, cite: post}
signals:
  #signals
  - {by: union, text: Progress., said_by: vega, round: spring, known: 2031-07-01, held_by: public}
sticking_points:
  #sticking_points
  - {issues: [wage], parties: [union, employers], text: Wages., round: spring, cite: post}
figures:
  #figures
  - {counted: members, value: 900, cite: wire}
tracks:
  #tracks
  - {name: Council, cite: wire}
happenings:
  #happenings
  - {text: A strike., actor: union, when: 2031-02-10, cite: wire}
releases:
  #releases
  - {id: idea, by: bishop, to: [union], text: Try three years., draws_on: [employers]}
"""


def party(to: str, two: int, words: str, *, pooled: str = "", more: str = "") -> str:
    """A party's file."""
    pooling = f"pooling: [{pooled}]\n" if pooled else ""
    return (
        f"gobetween: 1\nentrusted_to: [{to}]\n{pooling}"
        f"values: {{wage: {{two: {two}, four: {110 - two}}}, hours: {{short: 30, long: 10}}}}\nreservation: 30%\n"
        f"mandate: {words} may sign.\n"
        f"positions: [{{issue: wage, stance: accept, options: [two, four], text: {words} could take either.}}{more}]\n"
    )


ASSUMED = """\
gobetween: 1
held_by: {holders}
preferences:
  union: {{values: {{wage: {{two: 20, four: 90}}}}, reservation: 20%}}
  employers: {{values: {{wage: {{two: {two}, four: 20}}}}, reservation: 20%}}
"""
BASE: Files = {
    "case.yaml": CASE,
    "parties/union.yaml": party("conciliator", 20, "Vega"),
    "parties/employers.yaml": party("bishop", 90, "Brand"),
    "assumptions/open.yaml": ASSUMED.format(holders="public", two=80),
}
AUDIENCES = ("public", "keeper", "union", "employers", "conciliator", "bishop", "line")


@frozen
class Difference:
    """A change to a case folder, and those who may notice it."""

    name: str
    change: Callable[[Files], Files] = field(repr=False)
    told: frozenset[str]
    ways: tuple[tuple[dt.date | None, str | None], ...] = ((None, None), (None, "open"))  # as of when, under which assumptions


def files(name: str, told: str, **contents: str | bytes | None) -> Difference:
    """Other contents for files (`parties__union`), none for no file."""
    new = {f"{file.replace('__', '/')}.yaml": content for file, content in contents.items()}
    return Difference(
        name,
        lambda before: {file: content for file, content in {**before, **new}.items() if content is not None},
        frozenset(told.split()),
        ((None, None), (None, "guess" if "assumptions__guess" in contents else "open")),
    )


def entry(mark: str, text: str, told: str = "bishop") -> Difference:
    """A hidden entry more in `case.yaml`, before the open ones."""

    def change(before: Files) -> Files:
        case = before["case.yaml"]
        assert isinstance(case, str)
        place = f"#{mark}"
        assert place in case
        line = f"{text}{place}" if mark in ("roles", "offices", "options", "versions") else f"{text}\n  {place}"
        return {**before, "case.yaml": case.replace(place, line, 1)}

    return Difference(f"{mark}: {text}", change, frozenset(told.split()), ((None, None), (EARLIER, None)))


DIFFERENCES = (
    files("no file of the union", "union conciliator", parties__union=None),
    files("a broken file of the union", "union conciliator", parties__union="gobetween: 1\nentrusted_to: [conciliator]\nvalues: 3\n"),
    files("nothing but noise in the union's file", "union conciliator", parties__union=b"\xff\0: [\n" * 900),
    files("a head of the union that names nobody plainly", "union conciliator", parties__union="entrusted_to: [bishop\n"),
    files("other numbers of the union", "union conciliator", parties__union=party("conciliator", 60, "Vega")),
    files("a second mediator for the union", "union conciliator bishop", parties__union=party("conciliator, bishop", 20, "Vega")),
    files(
        "both pool for the conciliator",
        "employers bishop conciliator",
        parties__union=party("conciliator", 20, "Vega", pooled="conciliator"),
        parties__employers=party("bishop", 90, "Brand", pooled="conciliator"),
    ),
    files("the union alone pools for the conciliator", "", parties__union=party("conciliator", 20, "Vega", pooled="conciliator")),
    files("the union alone pools for everybody", "", parties__union=party("conciliator", 20, "Vega", pooled="public")),
    files(
        "a red line of the union",
        "union conciliator",
        parties__union=party("conciliator", 20, "Vega") + "red_lines: [{issue: wage, options: [two], text: Never two.}]\n",
    ),
    files(
        "the union repeats in confidence what a report says",
        "union conciliator",
        parties__union=party(
            "conciliator",
            20,
            "Vega",
            more=", {issue: wage, stance: demand, options: [four], text: Four., cite: post, when: 2031-06-01}",
        ),
    ),
    files("no file of the employers", "employers bishop", parties__employers=None),
    files("a broken file of the employers", "employers bishop", parties__employers="gobetween: 1\nentrusted_to: [bishop]\nwat: 3\n"),
    files("the employers keep it to themselves", "employers bishop", parties__employers=party("", 90, "Brand")),
    files("the employers confide in the mediators", "employers bishop conciliator", parties__employers=party("mediators", 90, "Brand")),
    files("the employers confide in the keeper", "employers bishop keeper", parties__employers=party("keeper", 90, "Brand")),
    files(
        "a faulty file of the employers, pooled for the conciliator",
        "employers bishop",
        parties__employers=party("bishop", 90, "Brand", pooled="conciliator") + "wat: 3\n",
    ),
    files("a file of the guarantor", "line", parties__line=party("", 50, "Line")),
    files("a broken file of the guarantor", "line", parties__line=b"\0"),
    files("a file of a hidden actor", "shade bishop", parties__shade=party("mediators", 50, "Shade")),
    files("a broken file of a hidden actor", "shade bishop", parties__shade="gobetween: 1\nentrusted_to: [mediators]\nwat: 1\n"),
    files("a file of nobody", "", parties__nobody=party("mediators, keeper", 50, "Nobody")),
    files("a set of the keeper", "keeper", assumptions__guess=ASSUMED.format(holders="keeper", two=80)),
    files("a broken set of the keeper", "keeper", assumptions__guess="gobetween: 1\nheld_by: keeper\nwat: 1\n"),
    files("a set of a mediator", "bishop", assumptions__guess=ASSUMED.format(holders="bishop", two=80)),
    files("a set with a broken head", "", assumptions__guess=b"\0held_by: public\n"),
    entry("sources", "secret: {outlet: Cable, published: 2031-04-01, held_by: bishop}"),
    entry("sources", "undated: {outlet: Cable, held_by: bishop}"),
    entry("actors", "ghost: {name: Ghost, aliases: [the bishop], roles: [mediator], held_by: [bishop, ghost]}"),
    entry("actors", "phantom: {name: Phantom, roles: [party], held_by: [bishop, phantom]}"),
    entry("roles", ", {role: party, held_by: bishop}"),
    entry("roles", ", {role: mediator, held_by: bishop}"),
    entry("persons", "spy: {name: Spy, aliases: [Vega], held_by: bishop, offices: [{title: agent, actor: union}]}", ""),
    entry("offices", ", {title: spokeswoman, actor: union, when: 2031-05, held_by: bishop}"),
    entry("access", "- {mediator: bishop, to: employers, held_by: bishop}"),
    entry("rounds", "summer: {name: Summer round, when: 2031-05-30, held_by: bishop}"),
    entry("issues", "port: {title: The port, held_by: bishop, options: {yes: Yes, 'no': 'No'}}"),
    entry("options", "three: {title: 3 per cent, held_by: bishop},"),
    entry("links", "- {if: {wage: [four]}, requires: {hours: [long]}, held_by: bishop}"),
    entry(
        "positions",
        "- {actor: union, issue: wage, stance: accept, options: [two], text: Two will do., when: 2031-06-01, held_by: bishop}",
    ),
    entry(
        "positions", "- {actor: union, issue: wage, stance: demand, options: [four], text: Four., series: entrusted, held_by: bishop}"
    ),
    entry(
        "positions",
        "- {actor: union, issue: wage, stance: demand, options: [four], text: Four., cite: post, series: entrusted, held_by: bishop}",
    ),
    entry("interests", "- {actor: employers, text: Cash., held_by: bishop}"),
    entry("proposals", "plan: {name: The plan, by: [bishop], round: spring, terms: {hours: [long]}, on_table: true, held_by: bishop}"),
    entry("versions", ", {id: second, held_by: bishop, clauses: [Wages fall.]}"),
    entry("answers", "- {proposal: paper, by: employers, answer: accept, held_by: bishop}"),
    entry("signals", "- {by: union, text: A hint., known: 2031-08-01, held_by: bishop}"),
    entry("signals", "- {by: union, text: A word., known: 2031-08-01, held_by: keeper}", "keeper"),
    entry("sticking_points", "- {issues: [hours], parties: [union], text: Hours., round: spring, held_by: bishop}"),
    entry("figures", "- {counted: members, value: 100, held_by: bishop}"),
    entry("tracks", "- {name: Back channel, held_by: bishop}"),
    entry("happenings", "- {text: A secret visit., when: 2031-05-29, held_by: bishop}"),
    entry("releases", "- {by: bishop, to: [line], text: For the line., draws_on: [union, employers]}", "bishop line"),
    entry("releases", "- {by: bishop, to: [union], text: For the union., draws_on: [union, employers]}", "bishop union"),
)


Way = tuple[str, dt.date | None, str | None]
LINES = re.compile(r"case\.yaml:\d+: (\w+)\[\d+\]")


class Desk:
    """Puts case folders down and asks for briefs of them; what it was asked once it remembers."""

    def __init__(self, root: Path) -> None:
        self.root, self.folders, self.made = root, {}, {}

    def folder(self, contents: Files) -> Path:
        key = tuple(sorted(contents.items()))
        if key not in self.folders:
            folder = self.root / str(len(self.folders)) / "quay"
            for file, content in contents.items():
                (folder / file).parent.mkdir(parents=True, exist_ok=True)
                (folder / file).write_bytes(content if isinstance(content, bytes) else MARK.sub("", content).encode())
            self.folders[key] = folder
        return self.folders[key]

    def given(self, contents: Files, way: Way) -> tuple[object, ...]:
        """The brief and the notes that an audience is given, or the refusal. Where the folder lies is no difference."""
        folder = self.folder(contents)
        audience, as_of, assumption = way
        request = BriefRequest(folder, audience=audience, as_of=as_of, assumption=assumption)
        try:
            made = Workshop(TODAY).make_brief(request, lambda _message: None)
            changed = Workshop(TODAY).compare(request, EARLY, as_of, lambda _message: None) if assumption is None else None
        except GobetweenError as refusal:
            return (type(refusal).__name__, str(refusal).replace(str(folder), "quay"))
        if audience == "keeper":  # wrote case.yaml, so that its lines are no secret
            return (made.brief, *(LINES.sub(r"case.yaml: \1", note) for note in made.warnings), changed and changed.brief)
        return (made.brief, *made.warnings, changed and changed.brief)

    def printed(self, contents: Files, way: Way) -> tuple[str, ...]:
        """The bytes that an audience is given, in every form."""
        shop, (brief, *notes) = Workshop(TODAY), self.given(contents, way)
        if not isinstance(brief, Brief):
            return (str(brief), *map(str, notes))
        forms = (shop.render_terminal(brief, 100, colour=False), shop.render_html(brief), shop.brief_text(brief))
        return (*forms, *map(str, notes))

    def of_base(self, way: Way) -> tuple[object, ...]:
        if way not in self.made:
            self.made[way] = self.given(BASE, way)
        return self.made[way]

    def noticed_by(self, difference: Difference, audiences: Iterable[str] = AUDIENCES) -> set[str]:
        """Those of the audiences for whom anything is different."""
        after = difference.change(BASE)
        first, *others = difference.ways
        some = difference.told | {"public", "conciliator"}
        ways = [(audience, *way) for audience in audiences for way in (first, *(others if audience in some else ()))]
        return {way[0] for way in ways if self.of_base(way) != self.given(after, way)}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return Desk(tmp_path_factory.mktemp("quays"))


def without_word_to(audience: str, differences: Iterable[Difference]) -> Files:
    """The folder with those differences made that the audience was not told of."""
    changed: Files = BASE
    for each in differences:
        if audience not in each.told:
            changed = each.change(changed)
    return changed


@pytest.mark.parametrize("audience", AUDIENCES)
def test_every_audience_of_these_talks_gets_a_brief(desk: Desk, audience: str) -> None:
    assert isinstance(desk.of_base((audience, None, None))[0], Brief)


@pytest.mark.parametrize("difference", DIFFERENCES, ids=lambda difference: difference.name)
def test_only_those_who_were_told_notice(desk: Desk, difference: Difference) -> None:
    noticed = desk.noticed_by(difference)
    assert noticed <= difference.told
    assert noticed or not difference.told & set(AUDIENCES), "a difference that nobody notices shows nothing"


@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("way", [(None, None), (EARLIER, None), (None, "open"), (None, "guess")])
def test_all_differences_together_change_no_byte(desk: Desk, audience: str, way: tuple[dt.date | None, str | None]) -> None:
    assert desk.printed(without_word_to(audience, DIFFERENCES), (audience, *way)) == desk.printed(BASE, (audience, *way))


@given(st.sampled_from(AUDIENCES), st.lists(st.sampled_from(DIFFERENCES), unique=True, min_size=2, max_size=8))
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_differences_together_change_nothing(desk: Desk, audience: str, differences: list[Difference]) -> None:
    way = (audience, None, None)
    assert desk.given(without_word_to(audience, differences), way) == desk.of_base(way)


# What came later


def became_known_later(hidden: Difference) -> Difference:
    """The entry of a difference, open to everyone, but only since May."""
    mark, _, text = hidden.name.partition(": ")
    text = re.sub(r", (known: [0-9-]+|published: [0-9-]+|cite: post|series: entrusted)(?=[,}])", "", text)
    return entry(mark, re.sub(r"held_by: ([a-z]+|\[[^\]]*\])", "held_by: public, known: 2031-05-10", text), "")


LATER = [became_known_later(each) for each in DIFFERENCES if "held_by: bishop" in each.name or "held_by: [bishop" in each.name]


@pytest.mark.parametrize("later", LATER, ids=lambda later: later.name)
def test_what_became_known_later_does_not_show_as_of_a_day(desk: Desk, later: Difference) -> None:
    after = later.change(BASE)
    for audience in ("public", "bishop"):
        assert desk.given(after, (audience, EARLIER, None)) == desk.of_base((audience, EARLIER, None))
    assert isinstance(desk.given(after, ("public", None, None))[0], Brief)


# Who is there


@pytest.mark.parametrize(("hidden", "as_of"), [("shade", None), ("shade", EARLIER), ("late", EARLIER)])
def test_an_audience_that_may_not_be_told_of_is_refused_as_one_that_is_not_there(
    desk: Desk, hidden: str, as_of: dt.date | None
) -> None:
    refusals = [desk.given(BASE, (name, as_of, None)) for name in (hidden, "atlantis")]
    assert refusals[0] == tuple(str(part).replace("atlantis", hidden) for part in refusals[1])
    listed = str(refusals[1][1])
    assert "bishop" in listed
    assert "shade" not in listed
    assert ("late" in listed) is (as_of is None)


# Which files are opened

OPENED: list[str] = []
IS_WATCHING = [False]


def watch(event: str, arguments: tuple[object, ...]) -> None:
    if IS_WATCHING[0] and event in ("open", "os.open"):
        OPENED.append(str(arguments[0]))


sys.addaudithook(watch)


def opened_for(folder: Path, audience: str) -> set[str]:
    """The parties' files that a brief for the audience opens."""
    OPENED.clear()
    IS_WATCHING[0] = True
    try:
        Workshop(TODAY).make_brief(BriefRequest(folder, audience=audience), lambda _message: None)
    finally:
        IS_WATCHING[0] = False
    there = {file.name for file in (folder / "parties").iterdir()}  # files are opened from their folder, by their names
    return {Path(path).stem for path in OPENED if Path(path).name in there}


@pytest.mark.parametrize(
    ("audience", "opened"),
    [
        ("public", set()),
        ("union", {"union"}),
        ("employers", {"employers"}),
        ("conciliator", {"union", "employers"}),  # of the employers' file the head alone
        ("keeper", {"union", "employers"}),  # of both the heads alone
    ],
)
def test_a_party_opens_no_file_but_its_own_and_the_public_none(desk: Desk, audience: str, opened: set[str]) -> None:
    assert opened_for(desk.folder(BASE), audience) == opened


# The same as a process


def run(folder: Path, *arguments: str) -> tuple[int, bytes, bytes]:
    """Exit code, output and error stream of `gobetween brief`."""
    command = "import sys; from gobetween.bootstrap import main; sys.argv[0] = 'gobetween'; main()"
    line = [sys.executable, "-W", "ignore::DeprecationWarning", "-c", command, "brief", "quay", *arguments]
    environment = {**os.environ, "COLUMNS": "100", "GOBETWEEN_CACHE": str(folder.parent / "cache")}
    done = subprocess.run(line, cwd=folder.parent, env=environment, capture_output=True, check=False, timeout=60)
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize(
    ("audience", "arguments"),
    [("public", ("--format", "html", "--output", "-")), ("employers", ("--format", "terminal")), ("line", ("--assume", "guess"))],
)
def test_the_command_gives_the_same_bytes_and_the_same_exit_code(desk: Desk, audience: str, arguments: tuple[str, ...]) -> None:
    changed = without_word_to(audience, DIFFERENCES)
    assert run(desk.folder(changed), "--as", audience, *arguments) == run(desk.folder(BASE), "--as", audience, *arguments)


# How reports are read


def test_a_hidden_name_does_not_show_in_how_reports_are_read() -> None:
    everyone = Actor("bishop", name="The Bishop", holders=EVERYONE)
    later = Actor("late", name="Latecomer", holders=EVERYONE, known=on(dt.date(2031, 5, 4)))
    hidden = (
        Actor("ghost", name="Ghost", aliases=("the visitor",)),
        Person("spy", name="Spy"),
        Office("o", title="agent", person="vega", actor="bishop"),
    )
    vega = Person("vega", name="Ana Vega", holders=EVERYONE)
    case = Case("quay", "Quay", actors=(everyone, later), persons=(vega,))
    told = evolve(case, actors=(hidden[0], everyone, later), persons=(hidden[1], vega), offices=(hidden[2],))
    assert lexicon_of(told) == lexicon_of(case)
    assert [actor.name for actor in lexicon_of(told, as_of=EARLIER).actors] == ["The Bishop"]


# Tests of the test: leaks planted on purpose, each of a kind that is easily overlooked. The comparison must notice every one.


def leaking_view(make: Callable[[Case], object]) -> Callable[..., View]:
    def view(audience: str, case: Case, *, as_of: dt.date | None = None) -> View:
        seen = view_for(audience, case, as_of=as_of)
        return evolve(seen, case=evolve(seen.case, title=f"{seen.case.title} {make(case)}"))

    return view


def all_entries(case: Case) -> int:
    return sum(1 for _ in case.items())


# Each leak, after the beginning of the name of a difference that must then be noticed.
PLANTED: Mapping[str, tuple[str, object, str, object]] = {
    "a count of all entries": ("figures", views, "view_for", leaking_view(all_entries)),
    "the number of options": (
        "options",
        views,
        "view_for",
        leaking_view(lambda case: sum(len(issue.options) for issue in case.issues)),
    ),
    "who else is a party": ("roles", views, "view_for", leaking_view(lambda case: len(case.parties))),
    "everybody's file opened": (
        "a broken file of the employers",
        own_files,
        "named_in_head",
        lambda *_: frozenset({*AUDIENCES, "mediators"}),
    ),
    "files of actors that may not be told of": (
        "a broken file of a hidden actor",
        own_files,
        "_owners",
        lambda read, _audience: tuple(each.id for each in read.case.actors),
    ),
    "notes with the lines of the common file": ("rounds", folders, "KEEPER", "public"),
    "an assumption set that is there, but not open": ("a set of the keeper", own_files, "_is_open", lambda *_: True),
}


def is_noticed(desk: Desk, difference: str) -> bool:
    """Whether one of the differences of that name is noticed by somebody who was not told."""
    meant = [each for each in DIFFERENCES if each.name.startswith(difference)]
    return any(desk.noticed_by(each, ("public", "conciliator", "line")) - each.told for each in meant)


@pytest.mark.parametrize("leak", PLANTED)
def test_a_planted_leak_is_noticed(desk: Desk, monkeypatch: pytest.MonkeyPatch, leak: str) -> None:
    difference, module, name, leaking = PLANTED[leak]
    assert not is_noticed(desk, difference)
    monkeypatch.setattr(module, name, leaking)
    assert is_noticed(Desk(desk.root / leak.replace(" ", "-")), difference)


def test_a_count_of_what_is_hidden_in_a_section_is_noticed(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    hidden = [0]

    def counting(folder: Path, **options: object) -> LoadedCase:
        loaded = load_case(folder, **options)
        hidden[0] = sum(1 for _, item in loaded.case.items() if "public" not in item.holders)
        return loaded

    def telling(_scene: object, _sections: object) -> tuple[Section, ...]:
        return section_of("missing", "Not shown", "", [paragraph(f"{hidden[0]} entries are not for you.")])

    monkeypatch.setattr(folders, "load_case", counting)
    monkeypatch.setattr(compose, "missing_section", telling)
    assert is_noticed(Desk(desk.root / "a-section"), "figures")
