"""Actors with their roles, who reaches whom, persons with their offices."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from attrs import field, frozen

from gobetween.briefs.accounts.coverage import Found
from gobetween.briefs.phrasing import listed
from gobetween.model.actors import Access, Actor, Office, Person, Role, RoleKind
from gobetween.model.dates import UNKNOWN_DATE, DateBasis, When
from gobetween.model.items import EVERYONE
from gobetween.reading.naming.name_words import SIDES
from gobetween.reading.proposing.casting.cast import Cast, CastMember, may_be_one
from gobetween.reading.proposing.casting.persons import draft_persons
from gobetween.reading.proposing.casting.reach import draft_access
from gobetween.reading.proposing.casting.role_mentions import RolesRead
from gobetween.reading.proposing.casting.sides import Sides
from gobetween.reading.proposing.drafts import Name, Question, Remark
from gobetween.reading.proposing.evidence import Shelf
from gobetween.reading.proposing.ids import Ids

_WORDED = {
    RoleKind.MEDIATOR: "Said to mediate, to broker, or to work on what the sides are to agree.",
    RoleKind.HOST: "Said to host the talks.",
    RoleKind.GUARANTOR: "Named as a guarantor.",
    RoleKind.MONITOR: "Named as one who monitors or observes.",
    RoleKind.ALLY: "Called an ally.",
}
_MOST_CITED = 6
_NOT_NAMED = "not named among those between whom the talks are"


@frozen
class Participants:
    """Those who take part, as entries of a case, with the remarks on them and what is to be asked."""

    actors: tuple[Actor, ...] = ()
    roles: tuple[Role, ...] = ()
    access: tuple[Access, ...] = ()
    persons: tuple[Person, ...] = ()
    offices: tuple[Office, ...] = ()
    remarks: Mapping[Name, Remark] = field(factory=dict)
    questions: tuple[Question, ...] = ()


def draft_participants(shelf: Shelf, cast: Cast, sides: Sides, wanted: frozenset[str], read: Mapping[str, RolesRead]) -> Participants:
    """The actors who are `wanted` (they have a part, or an entry names them), in the order: parties, mediators, others."""
    remarks: dict[Name, Remark] = {}
    ranked = sorted((each for each in cast.members if each.id in wanted), key=lambda each: _rank(each.id, sides))
    actors, roles, questions = [], [], list[Question]()
    for member in ranked:
        found = _mentions(shelf, cast, sides, member)
        own = tuple(_roles(shelf, sides, member))
        doubts = tuple(f"“{form}” is taken to be the same: nothing but the words says so" for form in member.joined)
        remark = shelf.conclusion(found, *doubts)
        citations = shelf.cite(found[:_MOST_CITED]) or own[0][0].citations if found or own else ()
        actors.append(
            Actor(
                member.id,
                name=member.name,
                kind=member.kind,
                aliases=_aliases(member),
                citations=citations,
                known=shelf.known(citations),
                holders=EVERYONE,
                is_inferred=True,
            )
        )
        remarks["actors", member.id] = remark
        for role, because in own:
            roles.append(role)
            remarks["roles", f"{member.id}/{role.id}"] = because
        questions += _questions(member, sides)
    questions += _alike(ranked, cast)
    questions += _without_role(member for member in ranked if member.id not in {role.actor for role in roles})
    access, on_access = draft_access(shelf, cast, sides, wanted, read)
    persons, offices, on_persons = draft_persons(shelf, cast, frozenset(each.id for each in actors))
    remarks |= on_access | on_persons
    return Participants(tuple(actors), tuple(roles), access, persons, offices, remarks, tuple(questions))


def _without_role(members: Iterable[CastMember]) -> Iterator[Question]:
    left = tuple(members)
    if left:
        names = listed(member.name for member in left)
        yield Question(
            f"No role: {names}. The reports do not say what they are in the talks.", tuple(("actors", each.id) for each in left)
        )


def _alike(ranked: Sequence[CastMember], cast: Cast) -> Iterator[Question]:
    for index, one in enumerate(ranked):
        for other in ranked[index + 1 :]:
            if word := may_be_one(one, other, cast.lexicon):
                about = (("actors", one.id), ("actors", other.id))
                yield Question(f"{one.name} and {other.name} may be one actor: both are called by “{word}”.", about)


def _rank(actor: str, sides: Sides) -> tuple[int, str]:
    return (0 if actor in sides.parties else 1 if actor in sides.mediators else 2, actor)


def _aliases(member: CastMember) -> tuple[str, ...]:
    """Other names that were seen, but none that any other actor may be called by as well."""
    return tuple(form for form in member.forms if " " in form or form != form.lower() or form.lower() in SIDES)


def _mentions(shelf: Shelf, cast: Cast, sides: Sides, member: CastMember) -> tuple[Found[Any], ...]:
    """Words that show the actor: of its role first, else one place a report where it acts."""
    told = (*sides.parties.get(member.id, ()), *sides.mediators.get(member.id, ()))
    if told:
        return tuple({each.report.name: each for each in reversed(told)}.values())[::-1]
    named: dict[str, Found[Any]] = {}
    for kind, names in _NAMING.items():
        for found in shelf.coverage.found(kind):
            if member in map(cast.of, names(found.item)):
                named.setdefault(found.report.name, found)
    return tuple(named.values())


_NAMING: Mapping[str, Callable[[Any], Iterable[str | None]]] = {
    "positions": lambda item: (item.party,),
    "meetings": lambda item: item.participants,
    "leverage": lambda item: (item.by, item.on),
    "delegations": lambda item: (item.actor,),
    "acts": lambda item: (item.actor,),
    "offices": lambda item: (item.actor,),
    "sticking_points": lambda item: item.parties,
    "deliverables": lambda item: (item.owed_by, item.owed_to),
    "disputes": lambda item: (item.asserted_by, item.denied_by),
}


def _roles(shelf: Shelf, sides: Sides, member: CastMember) -> Iterator[tuple[Role, Remark]]:
    ids, actor = Ids(), member.id
    for told in _told_roles(sides, actor):
        remark = shelf.conclusion(told.found, *told.doubts)
        common = shelf.common(told.found[:_MOST_CITED], remark)
        name = ids.new(told.kind.value, told.toward or "")
        when = _span(shelf, told.found)
        yield Role(name, actor=actor, role=told.kind, toward=told.toward, text=told.text, when=when, **common), remark


@frozen
class _Told:
    """A role that words tell of, and what is doubtful about it."""

    kind: RoleKind
    text: str
    found: tuple[Found[Any], ...]
    doubts: tuple[str, ...] = field(default=(), kw_only=True)
    toward: str | None = field(default=None, kw_only=True)


def _told_roles(sides: Sides, actor: str) -> Iterator[_Told]:
    if actor in sides.parties:
        text = "Named as one of those between whom the talks are." if sides.is_sure else "Demands, offers or answers in the talks."
        doubts = [] if sides.is_sure else ["no report names the two sides; taken from who demands, offers and answers"]
        if actor in sides.mediators:
            doubts.append(f"called a mediator too: {_first_words(sides.mediators[actor])}")
        yield _Told(RoleKind.PARTY, text, sides.parties[actor], doubts=tuple(doubts))
    elif actor in sides.mediators:
        yield _Told(RoleKind.MEDIATOR, _WORDED[RoleKind.MEDIATOR], sides.mediators[actor])
        if actor in sides.also_party:
            doubts = ["a side of the talks by these words"]
            yield _Told(RoleKind.STAKEHOLDER, "Named among those who negotiate.", sides.also_party[actor], doubts=tuple(doubts))
    if _is_beside(sides, actor):
        yield _Told(RoleKind.STAKEHOLDER, "Takes a stand on what is negotiated.", sides.stakeholders[actor], doubts=(_NOT_NAMED,))
    for (other, kind, toward), found in sides.others.items():
        if other == actor and toward != actor:
            yield _Told(kind, _WORDED[kind], found, toward=toward)


def _is_beside(sides: Sides, actor: str) -> bool:
    """Whether all that is told of the actor's part is that it takes a stand."""
    return actor in sides.stakeholders and not any(other == actor for other, _, _ in sides.others)


def _first_words(found: Iterable[Found[Any]]) -> str:
    return next((f"“{each.passage.text}”" for each in found), "")


def _span(shelf: Shelf, found: tuple[Found[Any], ...]) -> When:
    """The time of what the words tell: their own if one report tells it, else from the first report to the last."""
    if len({each.report.name for each in found}) == 1:
        return shelf.when(found[0])
    days = sorted(each.report.document.published.day for each in found if each.report.document.published.day)
    if not days:
        return UNKNOWN_DATE
    return When(days[0], days[-1], basis=DateBasis.INFERRED, inference="The time of the reports.")


def _questions(member: CastMember, sides: Sides) -> Iterator[Question]:
    about = (("actors", member.id),)
    if member.joined:
        forms = listed(f"“{form}”" for form in member.joined)
        yield Question(f"{forms} {'is' if len(member.joined) == 1 else 'are'} drafted as {member.name}. Are they one?", about)
    if member.id in sides.parties and not sides.is_sure:
        yield Question(f"{member.name} is drafted as a party only because it demands, offers or answers. Is it one?", about)
    elif _is_beside(sides, member.id):
        yield Question(f"{member.name} takes a stand on what is negotiated, and is drafted as no party. Is its consent needed?", about)
    elif member.id in sides.also_party and member.id not in sides.parties:
        yield Question(f"{member.name} mediates, and is named among those who negotiate. Is it a party as well?", about)
