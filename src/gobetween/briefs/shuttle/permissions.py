"""Permissions: what may be passed on, by whom, to whom, in which form, named or not, until when; asked for, in force, or not."""

from __future__ import annotations

from collections.abc import Iterator

from gobetween.briefs.blocks import Block, Cell, Section
from gobetween.briefs.cells import section_of, table_of
from gobetween.briefs.phrasing import day_in_words, joined, listed, quoted, sentence
from gobetween.briefs.scenes import Scene
from gobetween.model.permissions import Permission, PermissionState

_LEAD = "A permission holds for this item, these recipients, these carriers and this form, and for nothing else."
_COLUMNS = ("Name", "Item", "Of", "To", "Carried by", "Form", "State")


def permissions_section(scene: Scene) -> tuple[Section, ...]:
    """Permissions to decide on, in force, and others."""
    waiting = [each for each in scene.case.permissions if each.state is PermissionState.ASKED]
    in_force = [each for each in scene.case.permissions if each.is_in_force(scene.day)]
    others = [each for each in scene.case.permissions if each not in waiting and each not in in_force]
    blocks: list[Block] = [
        *_table(scene, "Asked for, not answered yet", waiting),
        *_table(scene, "In force", in_force),
        *_table(scene, "Not in force", others),
    ]
    return section_of("permissions", "Permissions", _LEAD, blocks)


def _table(scene: Scene, title: str, permissions: list[Permission]) -> Iterator[Block]:
    yield from table_of(title, _COLUMNS, [_row(scene, each) for each in permissions])


def _row(scene: Scene, permission: Permission) -> tuple[Cell, ...]:
    names = scene.names
    given = names.actors(permission.given_to) if permission.owner == scene.view.audience else ""
    return (
        Cell(permission.id, detail=f"asked for by {names.actor(permission.asked_by)}" if permission.asked_by else ""),
        Cell(permission.item, detail=f"in these words: {quoted(permission.wording)}" if permission.wording else ""),
        Cell(names.actor(permission.owner)),
        Cell(listed(_recipient(scene, each) for each in permission.to)),
        Cell(names.actors(permission.carriers), detail=f"given to {given}" if given else ""),
        Cell(str(permission.form), detail=_limits(permission)),
        Cell(_state(scene, permission), detail=sentence(permission.reason)),
    )


def _recipient(scene: Scene, to: str) -> str:
    """An actor's name, or whoever a message came from."""
    return scene.names.actor(to) if scene.case.actor(to) else f"whoever {to} came from"


def _limits(permission: Permission) -> str:
    return joined(
        "the owner may be named" if permission.is_attributed else "without naming the owner",
        "third parties' software may process it" if permission.allows_other_software else "",
    )


def _state(scene: Scene, permission: Permission) -> str:
    until = f"until {day_in_words(permission.until)}" if permission.until else ""
    is_over = permission.state is PermissionState.GRANTED and not permission.is_in_force(scene.day)
    return joined("no longer in force" if is_over else str(permission.state), until, by=", ")
