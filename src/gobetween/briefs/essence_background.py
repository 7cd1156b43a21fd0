"""What stands behind the talks, in a line each: delegations, earlier judgements, tolls, accounts that differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gobetween.briefs.blocks import Cell
from gobetween.briefs.cells import cited, dated
from gobetween.briefs.essence_lines import line_about
from gobetween.briefs.figures import latest_tolls, toll_in_words
from gobetween.briefs.phrasing import joined, listed
from gobetween.briefs.scenes import Scene
from gobetween.briefs.voices import judgements_in_short
from gobetween.model.actors import Delegation
from gobetween.model.agreement import AgreementState
from gobetween.model.happenings import Contradiction, FactualDispute


def delegation_line(scene: Scene) -> Iterator[Cell]:
    """Every delegation of its actor's latest round; then the heads that were named before."""
    latest_first = sorted(scene.case.delegations, key=scene.order, reverse=True)
    known = [each for each in latest_first if each.head or each.size or each.round or each.members or each.text]
    latest = _first_of_each(known)
    headed = _first_of_each([each for each in known if each.head])
    before = [each for each in headed if each not in latest]
    words = joined(_present(scene, latest), _heads_before(scene, before), by=". ")
    yield from line_about("Delegations", words, [cited("", each) for each in (*latest, *before)])


def _first_of_each(delegations: Sequence[Delegation]) -> list[Delegation]:
    """The first delegation of every actor."""
    first: dict[str, Delegation] = {}
    for each in delegations:
        first.setdefault(each.actor, each)
    return list(first.values())


def _present(scene: Scene, delegations: Sequence[Delegation]) -> str:
    """`August round: Israel and Egypt (heads not named)`, the latest round first."""
    rounds: dict[str, list[Delegation]] = {}
    for each in delegations:
        rounds.setdefault(scene.time_known(each), []).append(each)
    return joined(*(f"{name}: {_in_one_round(scene, each)}" if name else _in_one_round(scene, each) for name, each in rounds.items()))


def _in_one_round(scene: Scene, delegations: Sequence[Delegation]) -> str:
    order = [actor.id for actor in scene.case.actors]
    in_order = sorted(delegations, key=lambda each: order.index(each.actor) if each.actor in order else len(order))
    headed = [f"{_sized(scene, each)}, led by {scene.names.person_alone(each.head)}" for each in in_order if each.head]
    headless = [_sized(scene, each) for each in in_order if not each.head]
    unnamed = f"{listed(headless)} ({'head' if len(headless) == 1 else 'heads'} not named)" if headless else ""
    return joined(*headed, unnamed, by="; ")


def _sized(scene: Scene, delegation: Delegation) -> str:
    size = f"{delegation.size} in all" if delegation.size else ""
    return joined(scene.names.actor(delegation.actor), size, by=", ")


def _heads_before(scene: Scene, delegations: Sequence[Delegation]) -> str:
    """`Heads last known: Hamas, Ismail Haniyeh (February round)`."""
    heads = (
        joined(f"{scene.names.actor(each.actor)}, {scene.names.person_alone(each.head)}", _in_brackets(scene.time_known(each)), by=" ")
        for each in delegations
    )
    words = joined(*heads)
    return f"Heads last known: {words}" if words else ""


def _in_brackets(text: str) -> str:
    return f"({text})" if text else ""


def earlier_judgement_line(scene: Scene) -> Iterator[Cell]:
    """How the talks were judged before the current round, by whom and from how many origins."""
    judged = sorted(scene.case.assessments, key=scene.order, reverse=True)
    if not any(scene.is_recent(each) for each in judged):
        judged = judged[1:]  # the last one stands under how sources judge it now
    cells = judgements_in_short(scene, [each for each in judged if not scene.is_recent(each)])
    yield from line_about("Earlier judgements", joined(*(cell.text for cell in cells)), cells)


def toll_line(scene: Scene) -> Iterator[Cell]:
    """The latest of each count, with who gives it and when."""
    tolls = latest_tolls(scene)
    words = joined(*(toll_in_words(scene, each) for each in tolls))
    yield from line_about("Tolls", words, [cited("", each, marks=dated(scene.time_of(each)).marks) for each in tolls])


def account_line(scene: Scene) -> Iterator[Cell]:
    """What accounts contradict one another on, and which facts are disputed; the sides stand under figures."""
    differing: list[Contradiction | FactualDispute] = [*scene.case.contradictions, *scene.case.disputes]
    yield from line_about("Accounts that differ", " ".join(each.text for each in differing), [cited("", each) for each in differing])


def agreement_line(scene: Scene) -> Iterator[Cell]:
    """How binding each agreement of the talks is."""
    agreements = scene.case.agreements
    states = joined(*(f"{each.name}: {each.state}" for each in agreements), by="; ")
    yield from line_about("Agreements", states, [cited("", each) for each in agreements])


def is_settled(scene: Scene) -> bool:
    """Whether an agreement on the whole is in force."""
    return any(each.state is AgreementState.IN_FORCE for each in scene.case.agreements)
