"""Random histories full of relays, replies, plans and recalls: what is done behind an actor's back changes nothing of what it has.

The histories are those of `random_histories`, with more that can be done in the matter of what is told and conveyed.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random

import pytest
from attrs import evolve

import random_histories
from gobetween.model.cases import Case
from gobetween.model.permissions import Form, PermissionState
from gobetween.model.sealed import CUSTODIAN
from gobetween.protocols.permissions import Scope
from gobetween.talks.confiding import caucuses, permissions
from gobetween.talks.conveying import passages, plans, reactions, relays
from gobetween.talks.conveying.conveyances import Conveyance
from gobetween.talks.conveying.plans import Step
from random_histories import MEDIATORS, PARTIES, NothingThereError, Run, Use, _one, history, run_with_secrets
from specimen_talks import ACTORS, TALKS

Move = Callable[[Random, Case, str], Use]
HISTORIES = 480
CHUNKS = 12
LENGTH = 22


def _tell_further(rng: Random, case: Case, _name: str) -> Use:
    item, to = _one(rng, case.told), (rng.choice(MEDIATORS),)
    return lambda at: caucuses.tell_further(at, item, to)


def _object(rng: Random, case: Case, name: str) -> Use:
    item = _one(rng, [each for each in case.told if each.noted_by])
    return lambda at: caucuses.object_to(at, item, f"We never said {name}.")


def _allow_back(rng: Random, case: Case, name: str) -> Use:
    """Permits that what was said to a message goes back to wherever it came from."""
    said = [each for each in case.told if each.about]
    item = _one(rng, said)
    about = next((each.about for each in said if each.id == item), None) or "nowhere/nothing"
    scope = Scope(item, (about,), MEDIATORS, form=rng.choice(list(Form)))
    return lambda at: permissions.grant(at, scope, name=name)


def _carry_back(rng: Random, case: Case, name: str) -> Use:
    permission = next((each for each in case.permissions if each.state is PermissionState.GRANTED and "/" in each.to[0]), None)
    if permission is None:
        raise NothingThereError
    text = "" if permission.form is Form.VERBATIM else f"They say something like {name}."
    wanted = Conveyance(permission.to[0], permission.item, text=text, form=permission.form)
    return lambda at: relays.convey(at, wanted, name=name)


def _go_on(rng: Random, case: Case, name: str) -> Use:
    message = _one(rng, [each for each in case.messages if each.is_to_go_on])
    return lambda at: passages.pass_on(at, message, name=name)


def _withhold(rng: Random, case: Case, _name: str) -> Use:
    held = _one(rng, (*[each for each in case.messages if each.is_to_go_on], *case.relays))
    tells = rng.choice((True, False))
    return lambda at: reactions.withhold(at, held, "not now", tells=tells)


def _idea(rng: Random, _case: Case, name: str) -> Use:
    wanted = Conveyance(rng.choice(PARTIES), text=f"What of {name}?", title=rng.choice(("", f"Idea {name}")))
    return lambda at: relays.convey(at, evolve(wanted, route=(at.actor, *(each for each in MEDIATORS if each != at.actor))), name=name)


def _plan(rng: Random, case: Case, name: str) -> Use:
    item = _one(rng, case.told) if rng.random() < 0.5 else None
    before = rng.choice([None, *(each.id for each in case.relays if each.shown_to)])
    step = Step(f"A word on {name}", rng.choice(PARTIES), (rng.choice(MEDIATORS),), item=item, after=before, shown_to=MEDIATORS)
    return lambda at: plans.plan(at, step, name=name)


def moves(who: str) -> list[Move]:
    """What an actor tries, in the matter of what is told and conveyed."""
    here = random_histories
    if who in PARTIES:
        return [
            here._tell,
            here._tell,
            here._grant,
            here._grant,
            here._revoke,
            here._react,
            here._react,
            _allow_back,
            _tell_further,
            _object,
        ]
    if who in MEDIATORS:
        convey: Move = lambda rng, case, name: here._convey(rng, case, name, who)  # noqa: E731 - a move, as the others are
        return [convey, convey, convey, _go_on, _go_on, _carry_back, _withhold, _idea, _plan, here._ask, here._log, here._react]
    return [here._tell, here._react]


def secrets(who: str, behind: str) -> list[Callable[[Random, Case, str], Use | None]]:
    """What others do that the actor gets nothing of, and nothing of the history uses."""

    def plan(rng: Random, _case: Case, name: str) -> Use | None:
        step = Step(
            f"A quiet word on {name}", rng.choice(PARTIES), (who,), shown_to=tuple(each for each in MEDIATORS if each != behind)
        )
        return (lambda at: plans.plan(at, step, name=name)) if who in MEDIATORS else None

    def react(rng: Random, case: Case, name: str) -> Use | None:
        others = [each.id for each in case.messages if behind not in (each.carrier, each.to)]
        return (lambda at: reactions.react(at, rng.choice(others), f"Between us: {name}.", name=name)) if others else None

    def withhold(rng: Random, case: Case, name: str) -> Use | None:
        items = [each.id for each in case.told if each.owner != behind]
        is_mediator = who in MEDIATORS and bool(items)
        return (lambda at: reactions.withhold(at, rng.choice(items), name, to="shipping")) if is_mediator else None

    return [*_secrets_of_all(who, behind), plan, react, withhold]


_secrets_of_all = random_histories._secrets


@pytest.fixture
def _more_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(random_histories, "_moves", moves)
    monkeypatch.setattr(random_histories, "_secrets", secrets)


def differ(seed: int) -> bool:
    """Whether the actor that the seed chooses can tell the two runs of the seed's history apart."""
    rng = Random(seed)  # noqa: S311 - a test's own chance
    made = history(rng, LENGTH)
    behind = rng.choice(ACTORS)
    plain, with_secrets = Run.begun(), run_with_secrets(made, behind, rng)
    for attempt in made:
        plain.make(attempt)
    return plain.trace(behind) != with_secrets.trace(behind)


@pytest.mark.usefixtures("_more_to_do")
@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_nobody_can_tell_what_was_told_and_conveyed_behind_its_back(chunk: int) -> None:
    each = HISTORIES // CHUNKS
    for seed in range(chunk * each, (chunk + 1) * each):
        assert not differ(seed), f"seed {seed}"


@pytest.mark.usefixtures("_more_to_do")
def test_the_histories_have_all_of_it_and_every_entry_follows() -> None:
    kinds: set[str] = set()
    for seed in range(120):
        run = Run.begun()
        for attempt in history(Random(seed), LENGTH * 3):  # noqa: S311 - a test's own chance
            run.make(attempt)
        for who in (*ACTORS, CUSTODIAN):
            kinds |= {line.entry.kind.partition(".")[0] for line in run.talks.journal.book(TALKS, who)}
            assert run.talks.clerk._draft(TALKS, who)[1].left_out == (), (seed, who)
    wanted = {
        "message-handed",
        "message-passed-on",
        "message-recalled",
        "message-withheld",
        "message-reaction",
        "relay-begun",
        "relay-leg-done",
        "relay-stopped",
        "relay-planned",
        "permission-given",
        "item-objected",
    }
    assert wanted <= kinds
