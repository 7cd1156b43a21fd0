"""Documents about invented talks with items of several kinds, and judgements of them."""

from __future__ import annotations

from attrs import evolve
from hypothesis import strategies as st

from gobetween.model.evidence import (
    Account,
    Document,
    EventMention,
    FigureMention,
    ItemKind,
    JudgedItem,
    Judgement,
    MeetingMention,
    PositionMention,
    Report,
    Speaker,
    Stance,
    Statement,
    Verdict,
    items_of,
)
from gobetween.model.passages import Passage, Span

SHA = "ab" * 32
TEXT = "The dockers demand a shorter week and the harbour company rejects it, the arbitrator said on Friday in the port. " * 4
PARTIES = ("Dockers' Union", "Harbour Company", "Arbitrator")


def words(start: int, end: int) -> Passage:
    return Passage(TEXT[start:end], (Span(start, end),))


def position(start: int, end: int, party: str = PARTIES[0], stance: Stance = Stance.DEMAND, issue: str = "") -> PositionMention:
    return PositionMention(words(start, end), party, stance=stance, issue=issue)


def figure(start: int, end: int, value: int = 40) -> FigureMention:
    return FigureMention(words(start, end), value, unit="hours", counted="hours a week")


def statement(start: int, end: int, speaker: str = PARTIES[2]) -> Statement:
    return Statement(Speaker(words(0, 3), speaker, actor=speaker), words(start, end))


def meeting(start: int, end: int) -> MeetingMention:
    return MeetingMention(words(start, end), PARTIES[:2])


def event(start: int, end: int, read_from: str = "meetings") -> EventMention:
    return EventMention(words(start, end), "CONSULT", PARTIES[:1], target=PARTIES[1:2], mode="meet", read_from=read_from)


def document(sha256: str = SHA, **items: tuple[object, ...]) -> Document:
    return Document(sha256, len(TEXT), **items)


def account(*documents: Document) -> Account:
    return Account(tuple(Report(f"report-{number}.txt", each) for number, each in enumerate(documents, 1)))


def about(item: object, kind: ItemKind = ItemKind.POSITION, sha256: str = SHA) -> JudgedItem:
    return JudgedItem(sha256, kind, item)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """A document with positions, figures and statements, some on the same words."""

    def spans() -> tuple[int, int]:
        start = draw(st.integers(0, 200))
        return start, start + draw(st.integers(1, 60))

    def some(make: st.SearchStrategy[object]) -> tuple[object, ...]:
        found = draw(st.lists(make, max_size=4))
        return tuple(sorted(found, key=lambda each: each.passage.start))

    places = [spans() for _ in range(4)]
    place = st.sampled_from(places)
    positions = st.builds(
        lambda at, party, stance: position(*at, party, stance), place, st.sampled_from(PARTIES), st.sampled_from(Stance)
    )
    figures = st.builds(lambda at, value: figure(*at, value), place, st.integers(1, 4))
    statements = st.builds(lambda at, who: statement(*at, who), place, st.sampled_from(PARTIES))
    return document(positions=some(positions), figures=some(figures), statements=some(statements))


CHANGES = {
    ItemKind.POSITION: (("party", "Harbour Company"), ("issue", "working time")),
    ItemKind.FIGURE: (("value", "38"),),
    ItemKind.STATEMENT: (("speaker", "A spokesman"),),
}


@st.composite
def judgements_of(draw: st.DrawFn, whole: Document) -> list[Judgement]:
    """Judgements of some of the document's items, each judged once."""
    found: dict[object, Judgement] = {}
    items = list(items_of(whole))
    for _, kind, item in items:
        verdict = draw(st.sampled_from([None, *Verdict]))
        if verdict is None:
            continue
        judged = JudgedItem(whole.sha256, kind, item)
        others = [JudgedItem(whole.sha256, kind, other) for _, its, other in items if its is kind]
        others = [other for other in others if other.key != judged.key]
        if verdict is Verdict.MERGED and not others:
            continue
        changes = CHANGES[kind] if verdict is Verdict.CHANGED else ()
        into = draw(st.sampled_from(others)) if verdict is Verdict.MERGED else None
        found[judged.key] = Judgement(judged, verdict, changes=changes, into=into)
    return list(found.values())


def moved(whole: Document, by: int) -> Document:
    """The document as a reader would read it that ends every passage `by` characters later."""

    def longer(item: object) -> object:
        place = item.passage.spans[0]
        name = "content" if isinstance(item, Statement) else "passage"
        return evolve(item, **{name: words(place.start, place.end + by)})

    return evolve(whole, **{kind.value: tuple(map(longer, getattr(whole, kind.value))) for kind in ItemKind})
