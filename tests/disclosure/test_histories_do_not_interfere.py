"""Whatever others do behind an actor's back changes nothing for it: not its book, not a view, count, error text or id.

Random histories, each run as it is and with acts put in that one actor gets nothing of: that actor's trace must be the same.
`GOBETWEEN_HISTORIES` sets how many: 400 unless told otherwise, 10,000 where every change is checked (.ci/run) and in `make bench`.
"""

from __future__ import annotations

import os
from random import Random

import pytest
from attrs import evolve

from gobetween.briefs.compose import compose_brief
from gobetween.model.errors import ProtocolViolation
from gobetween.model.sealed import CUSTODIAN
from gobetween.rendering.brief_json import brief_text
from gobetween.talks.clerks import Clerk
from gobetween.talks.searches import find_words
from random_histories import Run, history, run_with_secrets
from specimen_talks import ACTORS, OPENED, TALKS

HISTORIES = int(os.environ.get("GOBETWEEN_HISTORIES", "400"))
CHUNKS = 40
LENGTH = 16


def seen(run: Run, who: str) -> tuple[object, ...]:
    """All that the actor can get out of the talks: its trace, the brief as data, what a search finds, how much there is."""
    view = run.talks.view(who)
    brief = brief_text(compose_brief(view, today=OPENED.date()))
    return run.trace(who), brief, find_words(view.case, "s"), run.talks.journal.book(TALKS, who)[-1].position


def differ(seed: int, *, thoroughly: bool = False) -> bool:
    """Whether the actor that the seed chooses can tell the two runs of the seed's history apart."""
    rng = Random(seed)  # noqa: S311 - a test's own chance
    made = history(rng, LENGTH)
    behind = rng.choice(ACTORS)
    plain, with_secrets = Run.begun(), run_with_secrets(made, behind, rng)
    for attempt in made:
        plain.make(attempt)
    if plain.trace(behind) != with_secrets.trace(behind):
        return True
    return thoroughly and seen(plain, behind) != seen(with_secrets, behind)


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_nobody_can_tell_what_others_did_behind_its_back(chunk: int) -> None:
    each = HISTORIES // CHUNKS
    for seed in range(chunk * each, (chunk + 1) * each):
        assert not differ(seed, thoroughly=seed % 10 == 0), f"seed {seed}"


def test_the_histories_are_worth_the_name() -> None:
    """Most of what is tried is done, and messages, permissions, texts, answers and sealed outcomes all come about."""
    kinds: set[str] = set()
    done = tried = secrets = 0
    for seed in range(150):
        rng = Random(seed)  # noqa: S311 - a test's own chance
        made = history(rng, LENGTH)
        run = run_with_secrets(made, rng.choice(ACTORS), rng)
        said = [text for answers in run.answers.values() for text in answers]
        tried += len(said)
        done += sum(text.endswith("recorded") for text in said)
        secrets += sum(text.startswith("secret") and text.endswith("recorded") for text in said)
        kinds |= {line.entry.kind for who in (*ACTORS, CUSTODIAN) for line in run.talks.journal.book(TALKS, who)}
    assert done > tried / 2
    assert secrets > 600
    wanted = (
        "permission-granted",
        "message-handed",
        "relay-leg-done",
        "text-shown",
        "answer-given",
        "sealed-proposal-closed",
        "release-made",
    )
    assert {each for each in wanted if not any(kind.startswith(each) for kind in kinds)} == set()


def _id_that_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ids count what was made before them, whoever made it."""
    monkeypatch.setattr(Run, "_new_id", lambda run: f"id-{sum(len(run.talks.journal.book(TALKS, who)) for who in ACTORS)}")


def _error_that_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    """A refusal says how much the custodian has."""
    performed = Clerk.perform

    def perform(clerk: Clerk, talks: str, *rest: object) -> object:
        try:
            return performed(clerk, talks, *rest)  # type: ignore[arg-type]
        except ProtocolViolation as refusal:
            raise ProtocolViolation(f"{refusal} ({sum(len(clerk.journal.book(talks, who)) for who in ACTORS)})") from None

    monkeypatch.setattr(Clerk, "perform", perform)


def _count_in_the_view(monkeypatch: pytest.MonkeyPatch) -> None:
    """A view says how many entries there are in all."""
    viewed = Clerk.view

    def view(clerk: Clerk, talks: str, audience: str, **rest: object) -> object:
        found = viewed(clerk, talks, audience, **rest)  # type: ignore[arg-type]
        total = sum(len(clerk.journal.book(talks, who)) for who in ACTORS)
        return evolve(found, case=evolve(found.case, title=f"{found.case.title}: {total} entries"))

    monkeypatch.setattr(Clerk, "view", view)


def _global_sequence(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lines carry their place among all lines."""
    addressed = Clerk._addressed

    def numbered(clerk: Clerk, deed: object, moment: object) -> object:
        found = addressed(clerk, deed, moment)  # type: ignore[arg-type]
        place = sum(len(clerk.journal.book(TALKS, who)) for who in ACTORS) if clerk.journal.books else 0  # type: ignore[attr-defined]
        return evolve(found, entry=evolve(found.entry, body={**found.entry.body, "place": place}))

    monkeypatch.setattr(Clerk, "_addressed", numbered)
    monkeypatch.setattr("gobetween.talks.replays.decode", _without_place)


def _without_place(body: dict[str, object], kind: type) -> object:
    from gobetween.record.codecs import decode

    return decode({name: value for name, value in body.items() if name != "place"}, kind)


def _results_for_everybody(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is computed for an actor rests on what both parties noted, whoever holds it."""
    viewed = Clerk.view

    def view(clerk: Clerk, talks: str, audience: str, **rest: object) -> object:
        found = viewed(clerk, talks, audience, **rest)  # type: ignore[arg-type]
        noted = tuple(each for who in ("north", "south") for each in clerk.case(talks, who).positions)
        return evolve(found, case=evolve(found.case, positions=noted))

    monkeypatch.setattr(Clerk, "view", view)


def _scale_of_everything(monkeypatch: pytest.MonkeyPatch) -> None:
    """A chart is drawn to the scale of all numbers that anybody entrusted."""
    viewed = Clerk.view

    def view(clerk: Clerk, talks: str, audience: str, **rest: object) -> object:
        found = viewed(clerk, talks, audience, **rest)  # type: ignore[arg-type]
        scale = sum(each.reservation for each in clerk.case(talks, CUSTODIAN).preferences)
        return evolve(found, case=evolve(found.case, title=f"{found.case.title}, drawn to {scale}"))

    monkeypatch.setattr(Clerk, "view", view)


def _judged_by_everything(monkeypatch: pytest.MonkeyPatch) -> None:
    """What may be done is judged by what the custodian and others see too."""
    attempt = Clerk._attempt

    def overlooking(clerk: Clerk, talks: str, seat: object, use: object) -> object:
        if any(len(clerk.case(talks, who).told) % 2 for who in ("north", "south")):
            raise ProtocolViolation("this is not the time")
        return attempt(clerk, talks, seat, use)  # type: ignore[arg-type]

    monkeypatch.setattr(Clerk, "_attempt", overlooking)


@pytest.mark.parametrize(
    "leak",
    [
        _id_that_counts,
        _error_that_counts,
        _count_in_the_view,
        _global_sequence,
        _results_for_everybody,
        _scale_of_everything,
        _judged_by_everything,
    ],
)
def test_a_leak_that_is_planted_is_found(leak: object, monkeypatch: pytest.MonkeyPatch) -> None:
    leak(monkeypatch)  # type: ignore[operator]
    assert any(differ(seed, thoroughly=True) for seed in range(60))
