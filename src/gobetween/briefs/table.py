"""The table: the parties and who decides for them, the delegations, the mediators and whom each can reach, and who else has weight."""

from __future__ import annotations

from collections.abc import Iterator

from gobetween.briefs.blocks import Block, Cell, Mark, Section
from gobetween.briefs.cells import EMPTY, cited, dated, noted, section_of, table_of
from gobetween.briefs.phrasing import counted, joined, listed, phrase, sentence, when_in_words
from gobetween.briefs.routes import access_cell, access_plot, route_blocks
from gobetween.briefs.scenes import Scene
from gobetween.model.actors import Delegation, Principal, Procedure, Role, RoleKind
from gobetween.model.happenings import Leverage

PROCEDURES = {
    Procedure.HEAD: "its head decides",
    Procedure.VOTE: "by vote",
    Procedure.BALLOT: "by ballot",
    Procedure.CONSENSUS: "by consensus",
    Procedure.UNSAID: "",
}
TOWARD = {
    RoleKind.ALLY: "ally of {}",
    RoleKind.GUARANTOR: "guarantor to {}",
    RoleKind.MONITOR: "monitor of {}",
    RoleKind.HOST: "host of {}",
}
SEATED = frozenset({RoleKind.PARTY, RoleKind.MEDIATOR, RoleKind.LEAD_MEDIATOR})


def table_section(scene: Scene) -> tuple[Section, ...]:
    """Who sits at the table, who decides behind it, and who stands around it."""
    blocks: list[Block] = [
        *_parties(scene),
        *_delegations(scene),
        *_mediators(scene),
        *route_blocks(scene),
        *_others(scene),
        *_pressure(scene),
    ]
    return section_of("table", "The table", "Who negotiates, who decides, who carries messages, who else has weight.", blocks)


def _parties(scene: Scene) -> Iterator[Block]:
    rows: list[tuple[Cell, ...]] = []
    for party in scene.case.parties:
        actor = scene.case.actor(party)
        if actor is None:
            continue
        roles = [role for role in scene.case.roles if role.actor == party]
        name = cited(actor.name, actor, *roles, detail=sentence(_other_roles(scene, party)))
        principals = [each for each in scene.case.principals if each.party == party]
        rows.extend((name, *_principal(scene, each)) for each in principals)
        if not principals:
            rows.append((name, Cell("not recorded"), EMPTY))
    note = "What a member of such a body says is not the party's answer." if any(row[2].text for row in rows) else ""
    yield from table_of("Parties and who decides for them", ("Party", "Who decides", "Members"), rows, note=note)


def _principal(scene: Scene, principal: Principal) -> tuple[Cell, Cell]:
    decides = cited(
        joined(principal.name, PROCEDURES[principal.procedure], by=", "),
        principal,
        detail=joined(sentence(principal.text), noted(principal), by=" "),
    )
    return decides, Cell(listed(scene.names.person(each, principal.when) for each in principal.members))


def _other_roles(scene: Scene, actor_id: str) -> str:
    """What else an actor is, in words: a sentence a role, with all that is said of it."""
    said: dict[str, list[str]] = {}
    for role in scene.case.roles:
        if role.actor == actor_id and role.role not in SEATED:
            said.setdefault(_role_in_words(scene, role), []).append(phrase(role.text))
    return joined(*(sentence(joined(name, joined(*texts), by=": ")) for name, texts in said.items()), by=" ")


def _role_in_words(scene: Scene, role: Role) -> str:
    """`ally of Israel`, `council member`."""
    toward = scene.names.actor(role.toward) if role.toward else ""
    return TOWARD.get(role.role, f"{role.role} toward {{}}").format(toward) if toward else str(role.role)


def _delegations(scene: Scene) -> Iterator[Block]:
    latest_first = sorted(scene.case.delegations, key=scene.order, reverse=True)
    rows = [_delegation(scene, each) for each in latest_first]
    columns = ("Delegation of", "Round", "Led by", "Members", "May agree to", "Where it is, where it went")
    yield from table_of("Delegations", columns, rows)


def _delegation(scene: Scene, delegation: Delegation) -> tuple[Cell, ...]:
    names, when = scene.names, scene.time_of(delegation)
    others = listed(names.person(each, when) for each in delegation.members if each != delegation.head)
    size = f"{counted(delegation.size, 'person', 'people')} in all" if delegation.size else ""
    place = scene.round_of(delegation)
    return (
        cited(names.actor(delegation.actor), delegation),
        Cell(place.name if place else when_in_words(delegation.when)),
        Cell(names.person(delegation.head, when) if delegation.head else _no_head(delegation)),
        Cell(joined(others, size)),
        Cell(sentence(delegation.mandate)),
        Cell(sentence(delegation.text), detail=noted(delegation)),
    )


def _no_head(delegation: Delegation) -> str:
    """That nobody is named as its head, unless all that is known of it is what it may agree to."""
    return "head not named" if delegation.round or delegation.members or delegation.size or delegation.text else ""


def _mediators(scene: Scene) -> Iterator[Block]:
    rows = []
    for mediator in scene.case.mediators:
        roles = [role for role in scene.case.roles if role.actor == mediator]
        is_lead = any(role.role is RoleKind.LEAD_MEDIATOR for role in roles)
        seated = [role.text for role in roles if role.role in SEATED]
        name = cited(
            scene.names.actor(mediator),
            *roles,
            detail=sentence(joined("lead mediator" if is_lead else "", *(phrase(text) for text in seated))),
        )
        rows.append((name, access_cell(scene, mediator), Cell(sentence(_other_roles(scene, mediator)))))
    for table in table_of("Mediators, and whom each can reach", ("Mediator", "Can reach", "Is also"), rows):
        yield access_plot(scene, table) or table


def _others(scene: Scene) -> Iterator[Block]:
    seated = {*scene.case.parties, *scene.case.mediators}
    rows = []
    for actor in scene.case.actors:
        roles = [role for role in scene.case.roles if role.actor == actor.id]
        pressing = any(each.by == actor.id for each in scene.case.leverage) or any(
            each.by == actor.id for each in scene.case.commitments
        )
        if actor.id not in seated and (roles or pressing):
            words = _other_roles(scene, actor.id) or "no role recorded; see pressure and commitments"
            rows.append((cited(actor.name, actor, *roles), Cell(sentence(words))))
    yield from table_of("Others with a part", ("Who", "What they are"), rows)


def _pressure(scene: Scene) -> Iterator[Block]:
    rows = [
        (
            Cell(scene.names.actor(each.by)),
            Cell(scene.names.actor(each.on)),
            cited(sentence(each.demand), each, marks=(Mark.REPORTED,) if each.citations else (), detail=noted(each)),
            Cell(sentence(each.otherwise)),
            dated(scene.time_of(each)),
        )
        for each in sorted(scene.case.leverage, key=scene.order, reverse=True)
    ]
    yield from table_of("Pressure", ("By", "On", "To do what", "Or else", "When"), rows)


def pressure_in_words(scene: Scene, leverage: Leverage, *same: Leverage) -> str:
    """`United States on Qatar: expel ... (or else: ...)`; with the `same` on others in one."""
    names = scene.names
    pressed = listed(dict.fromkeys(names.actor(each.on) for each in (leverage, *same)))
    otherwise = f" (or else: {phrase(leverage.otherwise)})" if leverage.otherwise else ""
    return f"{names.actor(leverage.by)} on {pressed}: {phrase(leverage.demand)}{otherwise}"


def latest_pressure(scene: Scene) -> tuple[Leverage, ...]:
    """The pressure of the current round, or else what was last known of."""
    latest_first = sorted(scene.case.leverage, key=scene.order, reverse=True)
    recent = [each for each in latest_first if scene.is_recent(each)]
    return tuple(recent or [each for each in latest_first if scene.order(each) == scene.order(latest_first[0])])
