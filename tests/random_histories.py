"""Random histories of talks: what actors try, drawn from what each of them sees; and acts behind somebody's back to put between.

A history is a list of attempts, each a use case with its arguments, so that it can be run twice: as it is, and with other acts put in
that one actor gets nothing of. Ids of new things follow from the attempt that makes them, not from how many there were before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, partial
from itertools import count
from random import Random
from typing import Any

from attrs import define, evolve, field, frozen

from gobetween.model.cases import Case
from gobetween.model.caucuses import ToldKind
from gobetween.model.errors import ProtocolViolation
from gobetween.model.evidence import Stance
from gobetween.model.permissions import Form, PermissionState
from gobetween.model.preferences import Preferences, ValueBasis
from gobetween.model.proposals import AnswerKind, Clause, ProposalKind
from gobetween.model.sealed import CUSTODIAN
from gobetween.protocols.answers import Reply
from gobetween.protocols.permissions import Scope
from gobetween.protocols.proposals import Offer
from gobetween.protocols.sealed_proposals import FinalOffer
from gobetween.protocols.wordings import Wording
from gobetween.talks.clerks import Clerk, Sources
from gobetween.talks.confiding import caucuses, permissions
from gobetween.talks.confiding.caucuses import Sitting
from gobetween.talks.confiding.tellings import Telling
from gobetween.talks.conveying import passages, reactions, relays
from gobetween.talks.conveying.conveyances import Conveyance
from gobetween.talks.drafting import amendments, one_texts, showings
from gobetween.talks.proposing import answers, positions, proposals
from gobetween.talks.sealing import poolings, sealed_proposals
from gobetween.talks.sealing.poolings import Letting
from gobetween.talks.standings import Deed, Standing
from specimen_talks import ACTORS, OPENED, TALKS, BooksInMemory, SpecimenTalks, books

PARTIES, MEDIATORS = ("north", "south"), ("bridge", "harbour")
TERMS = {"toll": ("none", "half", "full"), "hours": ("day", "night")}
Use = Callable[[Standing], tuple[Deed, ...]]


@frozen
class Attempt:
    """What someone tries; `key` names it, and with it whatever it makes."""

    key: str
    who: str
    use: Use = field(repr=False)


@define
class Run:
    """Talks in which attempts are made; what each actor was answered is kept."""

    talks: SpecimenTalks
    answers: dict[str, list[str]] = field(factory=dict)
    key: str = "opening"
    _made: Iterator[int] = field(factory=lambda: count(1))

    def __attrs_post_init__(self) -> None:
        drafts = self.talks.clerk._drafts
        self.talks.clerk = Clerk(self.talks.journal, Sources(lambda: OPENED, self._new_id, self._new_id))
        self.talks.clerk._drafts.update({place: (size, draft.copy()) for place, (size, draft) in drafts.items()})

    @classmethod
    def begun(cls) -> Run:
        """A run at its beginning: both parties have entrusted harbour with numbers, and pooled them for it."""
        first = _beginning()
        talks = SpecimenTalks(journal=BooksInMemory())
        talks.journal.books = {audience: list(lines) for audience, lines in first.talks.journal.books.items()}
        talks.clerk._drafts.update(first.talks.clerk._drafts)
        return cls(talks, {who: list(said) for who, said in first.answers.items()})

    def make(self, attempt: Attempt) -> tuple[Deed, ...]:
        """Makes the attempt; a refusal is an answer too."""
        self.key, self._made = attempt.key, count(1)
        said = self.answers.setdefault(attempt.who, [])
        try:
            deeds = self.talks.act(attempt.who, attempt.use)
        except ProtocolViolation as refusal:
            said.append(f"{attempt.key}: {refusal}")
            return ()
        said.append(f"{attempt.key}: {len([deed for deed in deeds if deed.author is None])} recorded")
        return deeds

    def trace(self, who: str) -> tuple[bytes, tuple[str, ...], tuple[str, ...]]:
        """All that the actor has of the talks: its book byte by byte, the entries' ids, and what it was answered."""
        ids = tuple(line.entry.id for line in self.talks.journal.book(TALKS, who))
        return books(self.talks.clerk, who), ids, tuple(self.answers.get(who, ()))

    def _new_id(self) -> str:
        return f"{self.key}-{next(self._made)}"


@cache
def _beginning() -> Run:
    run = Run(SpecimenTalks.opened())
    for party in PARTIES:
        run.make(Attempt(f"numbers-{party}", party, lambda at, of=party: poolings.entrust(at, _numbers(of), ("harbour",))))
        run.make(Attempt(f"pool-{party}", party, lambda at: poolings.pool(at, ("harbour",), name="first")))
    for audience in (*ACTORS, CUSTODIAN):
        run.talks.clerk.case(TALKS, audience)
    return run


def _numbers(party: str) -> Preferences:
    best = {"north": ("none", "day"), "south": ("full", "night")}[party]
    values = {issue: {option: 9 if option in best else 4 for option in options} for issue, options in TERMS.items()}
    return Preferences(party, values, reservation=8, basis=ValueBasis.ENTRUSTED)


def history(rng: Random, length: int) -> list[Attempt]:
    """Attempts, each drawn from what its actor sees after those before it."""
    run, made = Run.begun(), []
    for number in range(length):
        attempt = _next_attempt(rng, run, number)
        run.make(attempt)
        made.append(attempt)
    return made


def _next_attempt(rng: Random, run: Run, number: int) -> Attempt:
    while True:
        who = rng.choice(ACTORS)
        try:
            use = rng.choice(_moves(who))(rng, run.talks.case(who), f"n{number}")
        except NothingThereError:
            continue
        return Attempt(f"step-{number}", who, use)


def run_with_secrets(made: list[Attempt], behind: str, rng: Random) -> Run:
    """The same attempts, and between them acts of others that `behind` gets nothing of."""
    run = Run.begun()
    for number, attempt in enumerate(made):
        for extra in range(rng.choice((0, 0, 1, 2))):
            who = rng.choice([each for each in ACTORS if each not in (behind, "shipping")])
            use = rng.choice(_secrets(who, behind))(rng, run.talks.case(who), f"s{number}-{extra}")
            if use is not None:
                deeds = run.make(Attempt(f"secret-{number}-{extra}", who, use))
                assert all(behind not in deed.audience for deed in deeds), "the test itself told the actor"
        run.make(attempt)
    return run


def _moves(who: str) -> list[Callable[[Random, Case, str], Use]]:
    if who in PARTIES:
        return [
            _tell,
            _tell,
            _grant,
            _grant,
            _refuse,
            _revoke,
            _propose,
            _answer,
            _answer,
            _react,
            _seal,
            _seal,
            _pool,
            _declare,
            _amend,
        ]
    if who in MEDIATORS:
        convey = partial(_convey, who=who)
        return [_ask, _ask, convey, convey, convey, _pass_on, _pass_on, _withhold, _draft, _show, _put, _propose, _release, _log]
    return [_tell, _react]


class NothingThereError(Exception):
    """The actor sees nothing that it could do this with."""


def _one(rng: Random, found: Any) -> str:
    """The id of one of the entries; where there are none, now and then that of something that is not there."""
    ids = [each.id for each in found]
    if not ids and rng.random() < 0.95:
        raise NothingThereError
    return rng.choice(ids) if ids else "nowhere/nothing"


def _terms(rng: Random) -> dict[str, frozenset[str]]:
    issue = rng.choice(sorted(TERMS))
    return {issue: frozenset({rng.choice(TERMS[issue])})}


def _tell(rng: Random, _case: Case, name: str) -> Use:
    issue, option = rng.choice([(issue, option) for issue, options in TERMS.items() for option in options])
    telling = rng.choice(
        (
            Telling(f"We think of {name}."),
            Telling(f"{option} would do", kind=ToldKind.POSITION, issue=issue, options=frozenset({option}), stance=Stance.OFFER),
            Telling(f"Never less, by {name}.", kind=ToldKind.INTEREST),
        )
    )
    to = (rng.choice(MEDIATORS),)
    return lambda at: caucuses.tell(at, telling, to=to, name=name)


def _log(rng: Random, _case: Case, name: str) -> Use:
    owner = rng.choice(PARTIES)
    return lambda at: caucuses.note(at, Telling(f"They spoke of {name}."), owner=owner, name=name)


def _scope(rng: Random, item: str, owner: str) -> Scope:
    to = rng.choice([each for each in (*PARTIES, "shipping") if each != owner])
    return Scope(item, (to,), MEDIATORS, form=rng.choice(list(Form)), is_attributed=rng.choice((True, False)))


def _ask(rng: Random, case: Case, name: str) -> Use:
    item = _one(rng, case.told)
    scope = _scope(rng, item, item.partition("/")[0])
    return lambda at: permissions.ask(at, scope, name=name)


def _grant(rng: Random, case: Case, name: str) -> Use:
    asked = [each for each in case.permissions if each.state is PermissionState.ASKED]
    if asked and rng.random() < 0.7:
        one = rng.choice(asked)
        scope = Scope(one.item, one.to, one.carriers, form=one.form, is_attributed=one.is_attributed)
        return lambda at: permissions.grant(at, scope, asked=one.id)
    scope = _scope(rng, _one(rng, case.told), "")
    return lambda at: permissions.grant(at, scope, name=name)


def _refuse(rng: Random, case: Case, _name: str) -> Use:
    asked = _one(rng, case.permissions)
    return lambda at: permissions.refuse(at, asked)


def _revoke(rng: Random, case: Case, _name: str) -> Use:
    granted = _one(rng, case.permissions)
    return lambda at: permissions.revoke(at, granted)


def _convey(rng: Random, case: Case, name: str, who: str) -> Use:
    allowed = [each for each in case.permissions if each.state is PermissionState.GRANTED]
    if allowed and rng.random() < 0.8:
        permission = rng.choice(allowed)
        item, to, form, attributed = permission.item, permission.to[0], permission.form, permission.is_attributed
    else:
        item, to = _one(rng, (*case.told, *case.proposals, *case.answers)), rng.choice((*PARTIES, "shipping"))
        form, attributed = rng.choice(list(Form)), False
    text = "" if form is Form.VERBATIM else f"Something like {name}."
    over = ("harbour",) if (who, to) == ("bridge", "south") else ()
    wanted = Conveyance(to, item, text=text, form=form, is_attributed=attributed)
    return lambda at: relays.convey(at, evolve(wanted, route=(at.actor, *over)), name=name)


def _pass_on(rng: Random, case: Case, name: str) -> Use:
    message = _one(rng, [each for each in case.messages if each.onward])
    return lambda at: passages.pass_on(at, message, name=name)


def _react(rng: Random, case: Case, name: str) -> Use:
    message = _one(rng, case.messages)
    return lambda at: reactions.react(at, message, f"We hear {name}.", name=name)


def _withhold(rng: Random, case: Case, _name: str) -> Use:
    item, to = _one(rng, case.told), rng.choice(PARTIES)
    return lambda at: reactions.withhold(at, item, "not now", to=to)


def _propose(rng: Random, case: Case, name: str) -> Use:
    is_party = case.id == TALKS and rng.random() < 0.5
    to, carriers = (rng.choice(PARTIES),), (rng.choice(MEDIATORS),)
    offer = Offer(f"Offer {name}", to, terms=_terms(rng), text=f"As in {name}.", carriers=carriers)
    return lambda at: proposals.propose(at, evolve(offer, kind=ProposalKind.PROPOSAL), name=name, may_relay=not is_party)


def _answer(rng: Random, case: Case, name: str) -> Use:
    proposal = _one(
        rng, [each for each in case.proposals if not each.id.startswith(tuple(f"{own}/" for own in each.by if own in PARTIES))]
    )
    reply = rng.choice((Reply(AnswerKind.ACCEPT), Reply(AnswerKind.REJECT), Reply(AnswerKind.ACCEPT_IF, requires=_terms(rng))))
    return lambda at: answers.answer(at, proposal, reply, name=name)


def _draft(rng: Random, _case: Case, name: str) -> Use:
    wording = Wording(f"Text {name}", (Clause(f"The toll is {name}.", id="toll", issue="toll"),))
    with_others = rng.choice(((), MEDIATORS))
    return lambda at: one_texts.draft(at, wording, together_with=[each for each in with_others if each != at.actor], name=name)


def _show(rng: Random, case: Case, _name: str) -> Use:
    text, to = _one(rng, [each for each in case.proposals if each.kind is ProposalKind.ONE_TEXT]), rng.choice(PARTIES)
    return lambda at: showings.show(at, text, [to])


def _amend(rng: Random, case: Case, name: str) -> Use:
    text = _one(rng, [each for each in case.proposals if each.kind is ProposalKind.ONE_TEXT])
    return lambda at: amendments.amend(at, text, amendments.Request("toll", words=f"The toll is other than {name}."), name=name)


def _put(rng: Random, _case: Case, name: str) -> Use:
    offer = FinalOffer(f"Last {name}", "Take it or leave it.", by=(), to=PARTIES, deadline_utc=OPENED.replace(year=2032))
    return lambda at: sealed_proposals.put(at, offer, name=name)


def _seal(rng: Random, case: Case, _name: str) -> Use:
    open_still = [each for each in case.sealed_proposals if each.outcome is None]
    proposal, accepts = _one(rng, open_still[:1]), rng.choice((True, False))
    return lambda at: sealed_proposals.seal(at, proposal, accepts=accepts)


def _pool(rng: Random, _case: Case, name: str) -> Use:
    to = rng.choice((("bridge",), ("harbour",), MEDIATORS))
    return lambda at: poolings.pool(at, to, name=name)


def _release(rng: Random, _case: Case, name: str) -> Use:
    letting = Letting((rng.choice((*PARTIES, "shipping")),), f"It can be done, by {name}.", PARTIES, terms=_terms(rng))
    return lambda at: poolings.release(at, letting, name=name)


def _declare(rng: Random, _case: Case, name: str) -> Use:
    ((issue, options),) = _terms(rng).items()
    stand = positions.Stand(issue=issue, stance=Stance.DEMAND, text=f"We want it, says {name}.", options=options)
    return lambda at: positions.declare(at, stand, name=name)


# Behind somebody's back: acts that make something new which nothing of the history uses, for others alone.


def _secrets(who: str, behind: str) -> list[Callable[[Random, Case, str], Use | None]]:
    mediators = tuple(each for each in MEDIATORS if each not in (behind, who))
    if who in PARTIES:

        def confide(rng: Random, _case: Case, name: str) -> Use | None:
            return (
                (lambda at: caucuses.tell(at, Telling(f"Between us: {name}."), to=(rng.choice(mediators),), name=name))
                if mediators
                else None
            )

        def meet(_rng: Random, _case: Case, name: str) -> Use | None:
            return (lambda at: caucuses.hold_caucus(at, Sitting(at.actor, mediators[:1]), name=name)) if mediators else None

        def bottom_line(rng: Random, _case: Case, name: str) -> Use:
            ((issue, options),) = _terms(rng).items()
            return lambda at: positions.note_bottom_line(at, issue, options, text=f"No less than {name}.", name=name)

        def offer(rng: Random, _case: Case, name: str) -> Use | None:
            other = next(each for each in PARTIES if each != who)
            made = Offer(f"Quiet {name}", (other,), terms=_terms(rng), carriers=mediators[:1])
            return (lambda at: proposals.propose(at, made, name=name)) if mediators and behind != other else None

        def entrust(rng: Random, _case: Case, _name: str) -> Use | None:
            numbers = evolve(_numbers(who), reservation=rng.randrange(9))
            return (lambda at: poolings.entrust(at, numbers, mediators[:1])) if mediators and behind != "harbour" else None

        return [confide, confide, meet, bottom_line, offer, entrust]

    def jot(_rng: Random, _case: Case, name: str) -> Use | None:
        owner = next((each for each in PARTIES if each != behind), None)
        return (lambda at: caucuses.note(at, Telling(f"Heard {name}."), owner=owner, name=name)) if owner else None

    def confer(_rng: Random, _case: Case, name: str) -> Use | None:
        return (lambda at: caucuses.tell(at, Telling(f"Among us: {name}."), to=mediators, name=name)) if mediators else None

    def draft(_rng: Random, _case: Case, name: str) -> Use:
        wording = Wording(f"Quiet {name}", (Clause(f"Nothing but {name}.", id="toll", issue="toll"),))
        return lambda at: one_texts.draft(at, wording, together_with=mediators, name=name)

    def ask(rng: Random, case: Case, name: str) -> Use | None:
        others = [each.id for each in case.told if each.owner not in (behind, who, None)]
        return (lambda at: permissions.ask(at, Scope(rng.choice(others), PARTIES[:1], (at.actor,)), name=name)) if others else None

    return [jot, confer, draft, ask]
