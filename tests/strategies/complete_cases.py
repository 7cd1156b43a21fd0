"""Random cases that a folder could have written: every collection, every attribute, words that are easily misread.

An attribute that is new to the model gets values by its type; one of a type that is not known here is an error, so that none is
forgotten. Every entry says in its note who holds it: `zqN.Bqz` for north and bridge.
"""

from __future__ import annotations

import datetime as dt
import functools
import itertools
import typing
from enum import Enum
from fractions import Fraction
from typing import Any

from attrs import evolve, fields
from hypothesis import strategies as st

from gobetween.casefiles.decoding.field_readers import is_id
from gobetween.casefiles.encoding.carried import BESIDE, CARRIED_BY_RECORD
from gobetween.casefiles.encoding.namings import named_by
from gobetween.disclosure.references import NAMED
from gobetween.model import actors, agreement, happenings, positions, preferences, proposals, relays
from gobetween.model.cases import Case, Profile, Release, Source
from gobetween.model.dates import UNKNOWN_DATE, DateBasis, When
from gobetween.model.evidence import Stance
from gobetween.model.issues import Issue, Link, Option
from gobetween.model.items import EVERYONE, KEEPER, PUBLIC
from gobetween.model.passages import Citation, Span

PARTIES = ("north", "south")
ACTORS = ("north", "south", "harbour", "bridge", "line")  # two parties, two mediators, a guarantor
OPEN_ACTORS = ("north", "south", "harbour")
AUDIENCES = (PUBLIC, KEEPER, *ACTORS)
CODES = {PUBLIC: "P", KEEPER: "K", "north": "N", "south": "S", "harbour": "H", "bridge": "B", "line": "L"}
IDS = {
    "sources": ("wire", "gazette-2", "null"),
    "persons": ("vega", "1e3"),
    "rounds": ("spring", "no"),
    "issues": ("toll", "on"),
    "proposals": ("paper", "2031-03"),
    "phases": ("0x1f",),
    "obligations": ("2",),
}
OPTIONS = {"toll": ("low", "high", "true"), "on": ("yes", "1-30")}
LEAF_IDS = ("a", "b--c", "12", "off", "y")

NASTY = [
    *(
        "no",
        "yes",
        "Null",
        "~",
        "true",
        "12",
        "1e3",
        "0x1F",
        "1_000",
        "1:30",
        "2031-02-21",
        ".",
        ".5",
        "+1",
        "unknown",
        "public",
        "keeper",
    ),
    *(
        "-",
        "- a",
        "? b",
        "a: b",
        "a:",
        ": a",
        "a #b",
        "#a",
        "&a",
        "*a",
        "!a",
        "%a",
        "@a",
        "`a",
        "|",
        ">-",
        "---",
        "...",
        "--- a",
        "<<",
        "=",
    ),
    *("'", '"', "it's", 'say "no"', 'it\'s "so"', "\\n", "a\\", "[a]", "{a: b}", "a, b", "why?", "a@1-2", "…", "“a” b"),
    *("a\nb", "a\n\nb", "a\n  b", "a \nb", "\ta", "a\tb", " a", "a ", "a\n", "\na", "a  b", "a\r\nb", "\x00", "\x7f"),
    *("a\x85b", "a\u2028b", "\xa0a", "a\u3000", "\ufeffa", "a\ufeffb", "a\u202eb", "مفاوضات", "שלום: לא", "می\u200cخواهم", "😀"),
    *("word " * 40 + "end", "long: " * 30 + "#", "x" * 200, ("verse one, " * 20 + "\n") * 2 + "z", "é" * 130),
]

words = st.sampled_from(NASTY)
any_words = st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(lambda text: bool(text.strip()))
short_ids = st.sampled_from(LEAF_IDS)
any_days = st.dates(dt.date(1, 1, 1), dt.date(9999, 12, 31)) | st.dates(dt.date(2030, 12, 30), dt.date(2031, 3, 2))
exact_numbers = (
    st.integers(-(10**20), 10**20) | st.fractions(-(10**9), 10**9, max_denominator=10**6) | st.decimals(-99, 99, places=7).map(Fraction)
)

_SPANS = (Span(0, 1), Span(10, 400), Span(99_999_998, 999_999_999))
_CITATIONS = [Citation(source, found) for source in IDS["sources"] for found in ((), _SPANS[:1], _SPANS, _SPANS[::-1])]
citations = st.sampled_from([(), *((each,) for each in _CITATIONS), *itertools.combinations(_CITATIONS, 2)])

_FIRST, _LAST = dt.date(2031, 2, 1), dt.date(2031, 2, 28)
_ENDS = [(_FIRST, _FIRST), (_FIRST, _LAST), (_FIRST, None), (None, _LAST), (dt.date(2030, 12, 31), _FIRST), (dt.date(1, 1, 1), _LAST)]
_ENDS += [(dt.date(year, 1, 1), dt.date(year, 12, 31)) for year in (1, 999, 2031, 9999)]
_ENDS += [(dt.date(year, 12, 1), dt.date(year, 12, 31)) for year in (1, 2031, 9999)]
_WHENS = [
    UNKNOWN_DATE,
    *(When(basis=DateBasis.UNKNOWN, inference=word) for word in NASTY),
    *(When(*ends, basis=DateBasis.INFERRED, inference=word) for ends, word in zip(itertools.cycle(_ENDS), NASTY, strict=False)),
    *(When(*ends) for ends in _ENDS),
    *(When(*ends, inference="it says so") for ends in _ENDS),
]


def whens() -> st.SearchStrategy[When]:
    """Times of every form: a day, a month, a year, a range, open at an end, unknown; stated or inferred."""
    return st.sampled_from(_WHENS)


def any_when(first: dt.date, last: dt.date) -> When:
    """The stretch between two days, in whichever order."""
    return When(min(first, last), max(first, last))


def _unique(values: typing.Sequence[str], least: int = 0) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(values), unique=True, min_size=least, max_size=3).map(tuple)


def _option_sets(issues: tuple[str, ...], least: int = 0) -> st.SearchStrategy[dict[str, frozenset[str]]]:
    one = st.sampled_from(issues).flatmap(
        lambda issue: st.tuples(st.just(issue), st.frozensets(st.sampled_from(OPTIONS[issue]), min_size=1))
    )
    return st.lists(one, min_size=least, max_size=2).map(dict)


_PLACES = {"actors": ACTORS, "proposals or messages": IDS["proposals"], "actors or persons": (*ACTORS, *IDS["persons"]), **IDS}
_sides = st.builds(happenings.DisputeSide, st.sampled_from(ACTORS), words, citations=citations)
_names = words.filter(lambda name: not (is_id(name) and ("-" in name or name in IDS["sources"])))
_accounts = st.builds(happenings.DisputeSide, _names | st.sampled_from(IDS["sources"]), words, citations=citations)
_alternatives = st.builds(proposals.Alternative, words, st.none() | st.sampled_from(ACTORS))
_clauses = st.builds(
    proposals.Clause,
    words,
    issue=st.none() | st.sampled_from(IDS["issues"]),
    alternatives=st.lists(_alternatives, max_size=2).map(tuple),
)
_texts = st.builds(
    happenings.TrackText,
    words,
    by=st.none() | st.sampled_from(ACTORS),
    calls_for=st.just("") | words,
    fate=st.just("") | words,
    citations=citations,
)
_SPECIAL: dict[tuple[type, str], st.SearchStrategy[Any]] = {
    (actors.Actor, "kind"): st.sampled_from(["state", "group", "organisation", "body"]),
    (actors.Delegation, "size"): st.none() | st.integers(1, 10_000),
    (actors.Principal, "party"): st.sampled_from(PARTIES),
    (actors.Principal, "quorum"): st.fractions(0, 1, max_denominator=20),
    (actors.Principal, "threshold"): st.fractions(0, 1, max_denominator=20),
    (Source, "published"): whens(),
    (Source, "sha256"): st.text("0123456789abcdef", min_size=64, max_size=64) | st.sampled_from(["", "0" * 64, f"{'1' * 60}e123"]),
    (Source, "same_story_as"): st.none(),
    (Release, "by"): st.sampled_from(OPEN_ACTORS),
    (Release, "to"): _unique((PUBLIC, KEEPER, *OPEN_ACTORS), 1),
    (Release, "draws_on"): _unique(OPEN_ACTORS),
    (Link, "if_chosen"): _option_sets(("toll",), 1),
    (Link, "requires"): _option_sets(("on",)),
    (proposals.Proposal, "by"): _unique(ACTORS, 1),
    (proposals.Proposal, "terms"): _option_sets(IDS["issues"]),
    (proposals.Proposal, "versions"): st.just(()),
    (proposals.Version, "clauses"): st.lists(_clauses, max_size=2).map(tuple),
    (relays.Relay, "route"): _unique(ACTORS, 1),
    (agreement.Obligation, "days_after_entry"): st.none() | st.integers(0, 36_500),
    (agreement.Obligation, "score"): st.none() | st.integers(0, 3),
    (agreement.ViolationReport, "status"): st.sampled_from(agreement.ViolationStatus),
    (agreement.ViolationReport, "to"): _unique(ACTORS),
    (happenings.Meeting, "participants"): _unique((*ACTORS, *IDS["persons"]), 1),
    (happenings.Figure, "value"): exact_numbers,
    (happenings.Figure, "upper"): st.none(),
    (happenings.FactualDispute, "sides"): st.lists(_sides, min_size=1, max_size=3).map(tuple),
    (happenings.Contradiction, "sides"): st.lists(_accounts, min_size=1, max_size=3).map(tuple),
    (happenings.Track, "texts"): st.lists(_texts, max_size=2).map(tuple),
    (happenings.StickingPoint, "said_by"): st.just("") | words,
    (happenings.Assessment, "by"): words,
    (positions.Position, "options"): st.just(frozenset()),
    (Issue, "options"): st.just(()),
}


def _by_type(kind: type, name: str, hint: Any, *, may_be_empty: bool) -> st.SearchStrategy[Any]:
    """Values for an attribute: ids of what it names, else what its type allows."""
    ids = _PLACES.get(NAMED.get(kind, {}).get(name, ""))
    if hint is str:
        return st.sampled_from(ids) if ids else st.just("") | words if may_be_empty else words
    if hint == tuple[str, ...]:
        return _unique(ids) if ids else st.lists(words, max_size=2).map(tuple)
    if hint == str | None and ids:
        return st.none() | st.sampled_from(ids)
    if hint == str | None:
        return st.none() | words
    if hint is bool:
        return st.booleans()
    if hint is Fraction:
        return st.fractions(0, 1, max_denominator=7)
    if hint is When:
        return whens()
    if isinstance(hint, type) and issubclass(hint, Enum):
        return st.sampled_from(hint)
    raise NotImplementedError(f"no values for {kind.__name__}.{name}, a {hint}: teach this module, and the files of a case, about it")


@functools.cache
def _own(kind: type, collection: str) -> dict[str, st.SearchStrategy[Any]]:
    """Strategies for the attributes that entries of this kind have of their own and that folders write."""
    hints = typing.get_type_hints(kind)
    shared = {"id", "when", "known", "citations", "owner", "holders", "note", "is_inferred"}
    return {
        each.name: _SPECIAL[kind, each.name]
        if (kind, each.name) in _SPECIAL
        else _by_type(kind, each.name, hints[each.name], may_be_empty=each.default == "" or each.name == "text")
        for each in fields(kind)
        if each.name not in shared and f"{collection}.{each.name}" not in CARRIED_BY_RECORD | BESIDE
    }


def note_of(holders: frozenset[str]) -> str:
    """What an entry says of its holders."""
    return f"zq{'.'.join(CODES[each] for each in sorted(holders))}qz"


class _Maker:
    """Makes the entries of one case, and never lets one be held more widely than what it names."""

    def __init__(self, draw: Any, always: frozenset[str]) -> None:
        self.draw = draw
        self.always = always  # who holds all that others name
        self.held: dict[tuple[str, str], frozenset[str]] = {}

    def holders(self, *, is_named: bool) -> frozenset[str]:
        some = self.draw(st.frozensets(st.sampled_from((KEEPER, *ACTORS)), min_size=0 if is_named else 1, max_size=3))
        chosen = some | self.always if is_named else some
        return self.draw(st.sampled_from([EVERYONE, EVERYONE, EVERYONE, chosen] if is_named else [EVERYONE, chosen]))

    def within(self, holders: frozenset[str], entry: Any, *more: tuple[str, str]) -> frozenset[str]:
        """Those of the holders who hold all that the entry names; perhaps nobody."""
        for name in (*named_by(entry), *more):
            outer = self.held.get(name, EVERYONE)
            if PUBLIC not in outer:
                holders = outer if PUBLIC in holders else holders & outer
        return holders

    def item(self, kind: type, collection: str, item_id: str, *, is_named: bool = False, inside: Any = (), **given: Any) -> Any:
        """One entry, or `None` if nobody could hold it; `inside` is the name of its whole."""
        draw = self.draw
        own = {name: draw(value) for name, value in _own(kind, collection).items() if name not in given}
        values = {**own, **given}
        cited = tuple(each for each in draw(citations) if ("sources", each.source) in self.held)
        if kind is Release:  # whoever made it and those to whom hold it: it may not rest on what one of them has not
            cited = tuple(each for each in cited if PUBLIC in self.held["sources", each.source])
        shared = {"when": draw(st.just(UNKNOWN_DATE) | whens()), "known": draw(st.just(UNKNOWN_DATE) | whens()), "citations": cited}
        owner = draw(st.sampled_from([None, None, *(OPEN_ACTORS if collection in ("sources", "actors") else ACTORS)]))
        made = _mended(draw, kind(item_id, **values, **shared, owner=owner, is_inferred=draw(st.booleans())))
        holders = self.within(self.holders(is_named=is_named), made, *inside)
        if isinstance(made, Release):
            holders = frozenset({made.by, *made.to})
            if self.within(holders, made) != holders:
                return None
        if getattr(made, "series", None) in positions.IN_CONFIDENCE and PUBLIC in holders:
            holders = self.within(frozenset({"harbour", KEEPER}), made)
        if not holders:
            return None
        self.held[collection, item_id] = holders
        return evolve(made, holders=holders, note=f"{note_of(holders)}{draw(st.just('') | words)}")

    def all_of(self, kind: type, collection: str, **given: Any) -> tuple[Any, ...]:
        """Entries with all the ids that others may name."""
        return tuple(self.item(kind, collection, item_id, is_named=True, **given) for item_id in IDS[collection])

    def some_of(self, kind: type, collection: str, most: int = 1, **given: Any) -> tuple[Any, ...]:
        """A few entries that nobody names."""
        ids = self.draw(st.lists(short_ids, unique=True, max_size=most))
        return tuple(each for each in (self.item(kind, collection, item_id, **given) for item_id in ids) if each is not None)

    def parts(self, kind: type, whole: tuple[str, str], parts: str, ids: tuple[str, ...]) -> tuple[Any, ...]:
        """Parts of an entry, held by no one who does not hold the whole."""
        made = []
        for part_id in ids:
            part = self.item(kind, f"{whole[0]}.{parts}", part_id, is_named=True, inside=[whole])
            self.held[parts, f"{whole[1]}/{part_id}"] = part.holders
            made.append(part)
        return tuple(made)


def _mended(draw: Any, item: Any) -> Any:
    """The entry made such that its attributes fit together."""
    match item:
        case Source():
            return evolve(item, known=item.published) if item.known.is_unknown else item
        case positions.Position():
            options = draw(st.frozensets(st.sampled_from(OPTIONS[item.issue]))) if item.issue else frozenset()
            owner = item.owner or (item.actor if item.series in positions.IN_CONFIDENCE else None)
            return evolve(item, options=options, owner=owner)
        case agreement.Phase():
            fulfilled = item.entry_conditions[: draw(st.integers(0, 2))]
            is_entered = set(fulfilled) >= set(item.entry_conditions)
            return evolve(item, fulfilled=fulfilled, entered=item.entered if is_entered else UNKNOWN_DATE)
        case agreement.Obligation(days_after_entry=int()):
            return evolve(item, deadline=UNKNOWN_DATE)
        case happenings.Figure():
            return evolve(item, upper=draw(st.none() | st.just(item.value) | st.integers(0, 9).map(lambda more: item.value + more)))
    for one, other in (("mediator", "to"), ("sender", "to"), ("owed_by", "to"), ("by", "against"), ("by", "on"), ("actor", "toward")):
        if getattr(item, one, None) == getattr(item, other, "") and isinstance(getattr(item, one), str):
            return evolve(item, **{other: next(actor for actor in OPEN_ACTORS if actor != getattr(item, one))})
    return item


def _frame(maker: _Maker) -> dict[str, Any]:
    """What others name: sources, actors, persons, rounds, issues, proposals, phases, obligations."""
    draw = maker.draw
    sources = maker.all_of(Source, "sources")
    maker.held |= {("actors", name): EVERYONE for name in OPEN_ACTORS}
    found = {"sources": (sources[0], sources[1], evolve(sources[2], same_story_as=_copied(maker, sources)))}
    named = {name: maker.item(actors.Actor, "actors", name, is_named=True) for name in ACTORS}
    opened = {name: evolve(named[name], holders=EVERYONE, citations=(), owner=None, note=note_of(EVERYONE)) for name in OPEN_ACTORS}
    maker.held |= {("actors", name): EVERYONE for name in OPEN_ACTORS}
    found["actors"] = tuple(opened.get(name, named[name]) for name in ACTORS)
    found["roles"] = tuple(_roles(maker))
    found["persons"] = maker.all_of(actors.Person, "persons")
    found["offices"] = tuple(
        office
        for person in IDS["persons"]
        for office_id in draw(st.lists(short_ids, unique=True, max_size=1))
        if (office := maker.item(actors.Office, "offices", office_id, person=person, inside=[("persons", person)])) is not None
    )
    found["rounds"] = maker.all_of(happenings.Round, "rounds")
    found["issues"] = tuple(
        evolve(issue, options=maker.parts(Option, ("issues", issue.id), "options", OPTIONS[issue.id]))
        for issue in maker.all_of(Issue, "issues")
    )
    found["proposals"] = tuple(
        evolve(each, versions=maker.parts(proposals.Version, ("proposals", each.id), "versions", draw(st.sampled_from([(), ("a",)]))))
        for each in maker.all_of(proposals.Proposal, "proposals")
    )  # fmt: skip
    found["phases"] = maker.all_of(agreement.Phase, "phases")
    found["obligations"] = maker.all_of(agreement.Obligation, "obligations")
    return found


def _copied(maker: _Maker, sources: tuple[Source, ...]) -> str | None:
    """A source of which the last one may be a copy."""
    for other in sources[:2]:
        if PUBLIC in other.holders or sources[2].holders <= other.holders:
            return maker.draw(st.sampled_from([None, other.id]))
    return None


def _roles(maker: _Maker) -> typing.Iterator[Any]:
    for name in ACTORS:
        if name in PARTIES:
            yield actors.Role("role-of-a-party", actor=name, role=actors.RoleKind.PARTY, holders=EVERYONE, note=note_of(EVERYONE))
        others = st.sampled_from([each for each in actors.RoleKind if each is not actors.RoleKind.PARTY])
        for role_id in maker.draw(st.lists(short_ids, unique=True, max_size=1)):
            role = maker.item(actors.Role, "roles", role_id, actor=name, role=maker.draw(others), inside=[("actors", name)])
            if role is not None:
                yield role


_LEAVES: dict[str, type] = {
    "access": actors.Access,
    "principals": actors.Principal,
    "delegations": actors.Delegation,
    "meetings": happenings.Meeting,
    "links": Link,
    "positions": positions.Position,
    "interests": positions.Interest,
    "answers": proposals.Answer,
    "relays": relays.Relay,
    "deliverables": proposals.Deliverable,
    "happenings": happenings.Happening,
    "assessments": happenings.Assessment,
    "signals": happenings.Signal,
    "allegations": happenings.Allegation,
    "tracks": happenings.Track,
    "leverage": happenings.Leverage,
    "commitments": happenings.Commitment,
    "deadlines": happenings.Deadline,
    "disputes": happenings.FactualDispute,
    "contradictions": happenings.Contradiction,
    "earlier_agreements": happenings.EarlierAgreement,
    "figures": happenings.Figure,
    "violation_reports": agreement.ViolationReport,
    "sticking_points": happenings.StickingPoint,
    "releases": Release,
}

_amounts = st.integers(-1_000_000, 1_000_000)
_whole_values = st.integers(-9, 9).map(lambda value: value * 10**12)  # too large for a weight of 1


def _numbers(maker: _Maker, party: str, **others: Any) -> preferences.Preferences:
    draw = maker.draw
    issues = draw(_unique(IDS["issues"]))
    values = {
        issue: {option: draw(_whole_values if is_heavy else _amounts) for option in draw(_unique(OPTIONS[issue], 1))}
        for issue, is_heavy in zip(issues, draw(st.tuples(st.booleans(), st.booleans())), strict=False)
    }
    link = st.builds(preferences.ValueLink, _option_sets(IDS["issues"], 1), _amounts)
    links = draw(st.lists(link, max_size=2).map(tuple))
    reservation = draw(st.integers(-(10**12), 10**12))
    return preferences.Preferences(party, values, reservation=reservation, links=links, **others)


def _entrusted(maker: _Maker, party: str, *, is_for_keeper: bool) -> dict[str, list[Any]]:
    """What a party's own file holds."""
    draw = maker.draw
    told = draw(st.frozensets(st.sampled_from((KEEPER, "harbour", "bridge", "line")))) | ({KEEPER} if is_for_keeper else set())
    entries: list[tuple[str, Any]] = []
    if draw(st.booleans()):
        pooled = draw(st.frozensets(st.sampled_from([PUBLIC, KEEPER, *OPEN_ACTORS])))
        numbers = _numbers(maker, party, basis=preferences.ValueBasis.ENTRUSTED, pooled_for=pooled, note=draw(st.just("") | words))
        entries.append(("preferences", numbers))
    if draw(st.booleans()):
        entries.append(("delegations", actors.Delegation(f"{party}/mandate", actor=party, mandate=draw(words), owner=party)))
    for key, kind in (("red_lines", positions.Position), ("positions", positions.Position), ("interests", positions.Interest)):
        for item_id in draw(st.lists(short_ids, unique=True, max_size=1)):
            collection = "interests" if key == "interests" else "positions"
            given = {"series": positions.Series.ENTRUSTED} if key == "positions" else {}
            made = maker.item(kind, collection, item_id, actor=party, **given)
            if made is not None:
                entries.append((collection, _red_line(made, draw) if key == "red_lines" else made))
                entries[-1] = (collection, evolve(entries[-1][1], id=f"{party}/{key}/{item_id}", owner=party))
    holders = told | {party}
    kept = [(name, entry) for name, entry in entries if maker.within(EVERYONE, entry) & {party, PUBLIC}]
    for _, entry in kept:
        holders = maker.within(holders, entry)
    holders -= {actor for actor in holders if not maker.held.get(("actors", actor), EVERYONE) & {PUBLIC}}
    found: dict[str, list[Any]] = {}
    for name, entry in kept:
        said = (
            {} if name == "preferences" or entry.id.endswith("/mandate") else {"note": f"{note_of(holders)}{draw(st.just('') | words)}"}
        )
        found.setdefault(name, []).append(evolve(entry, holders=holders, **said))
    return found


def _red_line(position: positions.Position, draw: Any) -> positions.Position:
    issue = position.issue or "toll"
    return positions.Position(
        position.id,
        when=position.when,
        known=position.known,
        citations=position.citations,
        is_inferred=position.is_inferred,
        note=position.note,
        actor=position.actor,
        issue=issue,
        stance=Stance.REJECT,
        options=draw(st.frozensets(st.sampled_from(OPTIONS[issue]), min_size=1)),
        text=position.text,
        series=positions.Series.ENTRUSTED,
        is_red_line=True,
    )


def _assumed(maker: _Maker, name: str) -> list[preferences.Preferences]:
    draw, note = maker.draw, maker.draw(st.just("") | words)
    chosen = [
        _numbers(maker, party, basis=preferences.ValueBasis.ASSUMED, assumption=name, note=draw(st.just(note) | words))
        for party in draw(_unique(OPEN_ACTORS))
    ]
    holders = maker.holders(is_named=True) & {PUBLIC, KEEPER, *OPEN_ACTORS}
    for each in chosen:
        holders = maker.within(holders, each) & {PUBLIC, KEEPER, *OPEN_ACTORS}
    return [evolve(each, holders=holders) for each in chosen]


@st.composite
def complete_cases(draw: Any, *, is_for_keeper: bool = False) -> Case:
    """Any case that is in the order of a folder; `is_for_keeper`: the keeper holds all that is entrusted, as it opens no other file."""
    maker = _Maker(draw, frozenset({"harbour", KEEPER}))
    lists = {name: list(found) for name, found in _frame(maker).items()}
    for name, kind in _LEAVES.items():
        lists[name] = list(maker.some_of(kind, name))
    names = {source.id: source.outlet or source.title or source.id for source in lists["sources"]}
    lists["contradictions"] = [
        evolve(each, sides=tuple(evolve(side, actor=names.get(side.actor, side.actor)) for side in each.sides))
        for each in lists["contradictions"]
    ]
    lists["preferences"] = []
    for party in PARTIES:
        for name, entries in _entrusted(maker, party, is_for_keeper=is_for_keeper).items():
            lists[name] += entries
    for name in draw(st.sampled_from([(), ("guess",), ("guess", "no")])):
        lists["preferences"] += _assumed(maker, name)
    title, summary = draw(words), draw(st.just("") | words)
    entries = {name: tuple(found) for name, found in lists.items()}
    return Case("quay", title, summary=summary, profile=draw(st.sampled_from(Profile)), **entries)
