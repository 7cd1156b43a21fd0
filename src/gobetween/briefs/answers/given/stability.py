"""Whether obligations would be kept, as it is given to programs."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import field, frozen

from gobetween.bargaining.stability import Notion, Stability
from gobetween.bargaining.stability.compliance import PhaseStability, Temptation
from gobetween.bargaining.stability.promises import Act
from gobetween.briefs.answers.answers import GivenStatus
from gobetween.briefs.answers.giving import status_of
from gobetween.briefs.scenes import Scene
from gobetween.model.issues import Package


@frozen
class GivenAct:
    """That an actor breaks its obligation, or responds to a breach of it."""

    by: str
    obligation: str
    is_response: bool


@frozen
class GivenSanction:
    """What others can do after a breach; whether each would, and whether whoever broke could get out of it."""

    acts: tuple[GivenAct, ...]
    is_credible: bool
    is_inescapable: bool


@frozen
class GivenTemptation:
    """Own obligations that a party gains by breaking, in its own numbers; by which notions it would refrain."""

    party: str
    obligations: tuple[str, ...] = field(kw_only=True)
    gain: int = field(kw_only=True)
    deterred: Mapping[str, bool] = field(kw_only=True)
    sanctions: tuple[GivenSanction, ...] = field(kw_only=True)


@frozen
class GivenEquilibrium:
    """Acts after which nobody would move, by these notions; no acts is that everything is kept."""

    acts: tuple[GivenAct, ...]
    notions: tuple[str, ...]


@frozen
class GivenPhase:
    """A phase while it is under way; `complying` are for each notion those who would keep everything while all others do."""

    phase: str | None
    players: tuple[str, ...] = field(kw_only=True)
    gains: Mapping[str, int] = field(kw_only=True)
    complying: Mapping[str, tuple[str, ...]] = field(kw_only=True)
    temptations: tuple[GivenTemptation, ...] = field(kw_only=True)
    equilibria: tuple[GivenEquilibrium, ...] = field(kw_only=True)
    announced: GivenEquilibrium | None = field(kw_only=True)


@frozen
class GivenStability:
    """Phase by phase, whether a deal would be kept; `unvalued` obligations are left out, `no_better_off` would rather have no deal."""

    status: GivenStatus
    package: Package = field(kw_only=True)
    phases: tuple[GivenPhase, ...] = field(kw_only=True)
    unvalued: tuple[str, ...] = field(kw_only=True)
    no_better_off: tuple[str, ...] = field(kw_only=True)


def given_stability(scene: Scene, found: Stability, package: Package, limit: int) -> GivenStability:
    """The answer as it is given, the first `limit` breaches of each phase (0: all)."""
    return GivenStability(
        status_of(scene, found.status),
        package=package,
        phases=tuple(_phase(each, limit or None) for each in found.phases),
        unvalued=found.unvalued,
        no_better_off=found.no_better_off if package else (),
    )


def _phase(phase: PhaseStability, most: int | None) -> GivenPhase:
    announced = phase.announced
    return GivenPhase(
        phase.phase,
        players=phase.players,
        gains=dict(phase.gains),
        complying={notion: phase.complying[notion] for notion in Notion},
        temptations=tuple(_temptation(each, most) for each in phase.temptations[:most]),
        equilibria=tuple(GivenEquilibrium(_acts(each.acts), tuple(each.notions)) for each in phase.equilibria[:most]),
        announced=GivenEquilibrium(_acts(announced.acts), tuple(announced.notions)) if announced else None,
    )


def _temptation(temptation: Temptation, most: int | None) -> GivenTemptation:
    return GivenTemptation(
        temptation.party,
        obligations=temptation.obligations,
        gain=temptation.gain,
        deterred={notion: temptation.deterred[notion] for notion in Notion},
        sanctions=tuple(GivenSanction(_acts(each.acts), each.is_credible, each.is_inescapable) for each in temptation.sanctions[:most]),
    )


def _acts(acts: tuple[Act, ...]) -> tuple[GivenAct, ...]:
    return tuple(GivenAct(each.by, each.obligation, each.is_response) for each in acts)
