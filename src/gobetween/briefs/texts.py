"""The texts: proposals with what was answered, parallel tracks with theirs, and agreements made before."""

from __future__ import annotations

from collections.abc import Iterator

from gobetween.briefs.blocks import Block, Cell, Listing
from gobetween.briefs.cells import EMPTY, cited, dated, is_entrusted, listing_of, noted, table_of
from gobetween.briefs.phrasing import joined, listed, phrase, sentence
from gobetween.briefs.scenes import Scene
from gobetween.model.happenings import Track
from gobetween.model.items import PUBLIC
from gobetween.model.proposals import Answer, AnswerKind, Clause, Proposal

ANSWERS = {
    AnswerKind.ACCEPT: "accepts",
    AnswerKind.ACCEPT_IF: "accepts on a condition",
    AnswerKind.COUNTER: "answers with proposals of its own",
    AnswerKind.REJECT: "rejects",
    AnswerKind.REFER: "refers it to whoever decides",
    AnswerKind.NO_ANSWER: "no answer",
    AnswerKind.PENDING: "answer pending",
}


def text_blocks(scene: Scene) -> Iterator[Block]:
    """Proposals and answers, their latest wording, parallel tracks, earlier agreements."""
    yield from _proposals(scene)
    for proposal in scene.case.proposals:
        yield from _wording(scene, proposal)
    yield from _tracks(scene)
    yield from _earlier(scene)
    yield from _releases(scene)


def _proposals(scene: Scene) -> Iterator[Block]:
    rows = [_proposal(scene, each) for each in sorted(scene.case.proposals, key=scene.order, reverse=True)]
    columns = ("Proposal", "From whom, to whom", "When", "Terms", "Answers")
    yield from table_of("Proposals and answers", columns, rows)


def _proposal(scene: Scene, proposal: Proposal) -> tuple[Cell, ...]:
    names = scene.names
    answers = [each for each in scene.case.answers if each.proposal == proposal.id]
    return (
        cited(proposal.name, proposal, detail=joined(str(proposal.kind), scene.table_state(proposal), by=", ")),
        Cell(joined(names.actors(proposal.by), names.actors(proposal.to), by=" to ")),
        dated(scene.time_of(proposal)),
        Cell(joined(*names.terms(proposal.terms)), detail=joined(sentence(proposal.text), noted(proposal), by=" ")),
        cited(joined(*(_answer(scene, each) for each in answers)) or "none recorded", *answers),
    )


def _answer(scene: Scene, answer: Answer) -> str:
    """`Israel: answer pending (...)`; where the words themselves say that there is none, they stand alone."""
    private = "in confidence" if is_entrusted(answer) else ""
    says_so = bool(answer.text) and answer.answer is AnswerKind.NO_ANSWER
    answered = joined("" if says_so else ANSWERS[answer.answer], private, by=", ")
    text = f"({phrase(answer.text)})" if answered and answer.text else phrase(answer.text)
    return f"{scene.names.actor(answer.by)}: {joined(answered, text, by=' ')}"


def _wording(scene: Scene, proposal: Proposal) -> tuple[Listing, ...]:
    """The latest version of a proposal's text; what is in brackets is not agreed."""
    if not proposal.versions:
        return ()
    latest = proposal.versions[-1]
    annexes = f"Annexes: {listed(latest.annexes)}." if latest.annexes else ""
    clauses = [cited(_clause(scene, each), latest) for each in latest.clauses]
    return listing_of(f"{proposal.name}: the latest wording", (*clauses, cited(annexes, latest)))


def _clause(scene: Scene, clause: Clause) -> str:
    if not clause.alternatives:
        return clause.text
    each = (
        f"{alternative.text} ({scene.names.actor(alternative.by)})" if alternative.by else alternative.text
        for alternative in clause.alternatives
    )
    return joined(clause.text, f"[{' / '.join(each)}]", by=" ")


def _tracks(scene: Scene) -> Iterator[Block]:
    rows = [row for track in scene.case.tracks for row in _track(scene, track)]
    columns = ("Track", "Body", "Text", "By", "Calls for", "What became of it")
    yield from table_of("Parallel tracks", columns, rows)


def _track(scene: Scene, track: Track) -> Iterator[tuple[Cell, ...]]:
    name = cited(track.name, track, detail=joined(dated(track.when, otherwise="").text, sentence(track.text), by=": "))
    body = scene.names.words(track.body)
    for text in track.texts:
        by = scene.names.actor(text.by) if scene.case.actor(text.by or "") else ""
        yield (
            name,
            Cell(body),
            Cell(text.name, text.citations),
            Cell(by),
            Cell(sentence(text.calls_for)),
            Cell(sentence(text.fate)),
        )
    if not track.texts:
        yield name, Cell(body), EMPTY, EMPTY, EMPTY, EMPTY


def _earlier(scene: Scene) -> Iterator[Block]:
    rows = [
        (cited(each.name, each, detail=joined(sentence(each.text), noted(each), by=" ")), dated(each.when), Cell(sentence(each.fate)))
        for each in sorted(scene.case.earlier_agreements, key=lambda each: each.when.sort_key)
    ]
    yield from table_of("Earlier agreements", ("Agreement", "When", "What became of it"), rows)


def _releases(scene: Scene) -> Iterator[Block]:
    names = scene.names
    rows = [
        (
            dated(each.when),
            Cell(names.actor(each.by) if scene.case.actor(each.by) else ""),
            Cell("everyone" if PUBLIC in each.to else listed(names.actor(to) for to in each.to if scene.case.actor(to))),
            cited(sentence(each.text), each, detail=noted(each)),
            Cell(names.actors(each.draws_on)),
        )
        for each in sorted(scene.case.releases, key=scene.order, reverse=True)
    ]
    yield from table_of("Released by a person's act", ("When", "By", "To", "What", "Draws on what was entrusted by"), rows)
