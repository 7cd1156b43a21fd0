"""A scene with what else its set of assumptions says, beside numbers: what is in doubt, and how obligations might be kept."""

from __future__ import annotations

from attrs import evolve, field, frozen

from gobetween.briefs.scenes import Scene
from gobetween.model.conduct import Conduct
from gobetween.model.doubt import Doubt


@frozen
class GuessedScene(Scene):
    """A scene for the engine: `doubts` and `conduct` are those of the set of assumptions that was asked for, if it has any.

    `sets_open` are the names of all sets that are open to its audience.
    """

    doubts: tuple[Doubt, ...] = field(default=(), kw_only=True, repr=False)
    conduct: Conduct | None = field(default=None, kw_only=True, repr=False)
    sets_open: tuple[str, ...] = field(default=(), kw_only=True, repr=False)


def sets_to_name(*scenes: Scene) -> str:
    """Which sets of assumptions could be named beside those of the scenes; nothing where no other is open to the reader."""
    named = {each.assumption for each in scenes}
    others = [each for each in scenes[0].sets_open if each not in named] if isinstance(scenes[0], GuessedScene) else ()
    return f"Sets of assumptions that are open to this reader: {', '.join(others)} (--assume NAME)." if others else ""


def doubts_in(scene: Scene) -> tuple[Doubt, ...]:
    """What the set of assumptions leaves in doubt."""
    return scene.doubts if isinstance(scene, GuessedScene) else ()


def conduct_in(scene: Scene) -> Conduct | None:
    """What the set assumes of conduct, as far as it is about actors, obligations, phases and positions that the view holds."""
    conduct = scene.conduct if isinstance(scene, GuessedScene) else None
    if conduct is None:
        return None
    actors, obligations = {each.id for each in scene.case.actors}, {each.id for each in scene.case.obligations}
    phases, positions = {each.id for each in scene.case.phases}, {each.id for each in scene.case.positions}
    return evolve(
        conduct,
        stakes=tuple(
            evolve(stake, responses=tuple(each for each in stake.responses if each.by in actors))
            for stake in conduct.stakes
            if stake.obligation in obligations
        ),
        needs={
            phase: tuple(each for each in needed if each in obligations) for phase, needed in conduct.needs.items() if phase in phases
        },
        announcements=tuple(
            each for each in conduct.announcements if each.position in positions and obligations.issuperset(each.breaks)
        ),
    )
