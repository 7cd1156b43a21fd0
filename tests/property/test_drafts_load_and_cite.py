"""Whatever was read, the case drafted from it is a folder without faults, and every citation in it resolves to its words."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from attrs import fields, has
from hypothesis import given, settings
from hypothesis import strategies as st

pytest.importorskip("spacy")

from gobetween.casefiles.decoding.time_and_source_readers import visible_words
from gobetween.casefiles.encoding.draft_files import LISTING, Remarks, draft_files
from gobetween.casefiles.encoding.folder_writer import write_folder
from gobetween.casefiles.folders import check_folder, load_case
from gobetween.model.actors import RoleKind
from gobetween.model.dates import UNKNOWN_DATE, on
from gobetween.model.errors import InvalidReport
from gobetween.model.evidence import (
    Account,
    ActMention,
    AssessmentMention,
    Confidence,
    DelegationMention,
    DeliverableMention,
    DisputeMention,
    Document,
    FigureMention,
    LeverageMention,
    MeetingForm,
    MeetingMention,
    MeetingStatus,
    OfficeMention,
    PositionMention,
    Report,
    SourceType,
    Speaker,
    Stance,
    Standing,
    Statement,
    StickingPointMention,
    Tone,
)
from gobetween.model.items import Item
from gobetween.model.passages import Citation, Passage, Span
from gobetween.reading.naming.lexicon_data import default_lexicon
from gobetween.reading.proposing.case_drafts import Originals, draft_case
from gobetween.reading.proposing.evidence import Filed
from gobetween.reading.proposing.remarks import comments_of, head_of, listing_of

TODAY = dt.date(2031, 5, 1)
NAMES = (
    "Chile",
    "Peru",
    "Norway",
    "Dockers' Union",
    "the union",
    "Harbour Company",
    "Zoë Ek",
    "public",
    "keeper",
    "Ünïon #1: *x*",
    "",
    "…",
)
PHRASES = (
    "a withdrawal from the Amber Corridor",
    "keep troops in the Grey Valley",
    "permanent ceasefire",
    "a 40-day pause",
    "pay rise of 2 to 3 percent",
    "5 percent",
    "in a buffer zone",
    "it",
    "the proposal",
    "",
    'words with "marks" # and: {signs}',
    "yes",
    "control of the gauges and a guarantee",
)
names, phrases = st.sampled_from(NAMES), st.sampled_from(PHRASES)
days = st.one_of(st.just(UNKNOWN_DATE), st.dates(dt.date(2031, 1, 1), dt.date(2031, 4, 1)).map(on))


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


@st.composite
def texts(draw: st.DrawFn) -> str:
    parts = st.sampled_from(
        (*PHRASES, *NAMES, " even if a deal is reached. ", "\n", "\r\n", " <p>", "&amp;", "\ufeff", "€ ", "𝕏 ", "previously ")
    )
    return "Words. " + "".join(draw(st.lists(parts, min_size=3, max_size=30))) + " The end of it."


@st.composite
def documents(draw: st.DrawFn, text: str) -> Document:
    """Items of every kind, anywhere in the text, whatever their words."""

    def passage() -> Passage:
        start = draw(st.integers(0, len(text) - 2))
        end = draw(st.integers(start + 1, min(start + 80, len(text))))
        if not text[start:end].strip():  # no reader takes blanks for an item
            start, end = 0, 5
        return Passage(text[start:end].strip(), (Span(start, end),))

    def some(make: Any) -> tuple[Any, ...]:
        return tuple(make() for _ in range(draw(st.integers(0, 3))))

    def speaker() -> Speaker:
        return Speaker(passage(), draw(names), actor=draw(st.one_of(st.none(), names)), source_type=draw(st.sampled_from(SourceType)))

    def mark() -> dict[str, Any]:
        doubt = st.one_of(st.none(), st.builds(Confidence, st.integers(0, 100), st.just(("a reason",))))
        return {"standing": draw(st.sampled_from(Standing)), "confidence": draw(doubt)}

    return Document(
        digest(text),
        len(text),
        published=draw(days),
        title=draw(st.one_of(st.none(), phrases)) or None,
        actors=tuple(draw(st.lists(names.filter(bool), max_size=4, unique=True))),
        positions=some(
            lambda: PositionMention(
                passage(), draw(names), stance=draw(st.sampled_from(Stance)), issue=draw(phrases), when=draw(days), **mark()
            )
        ),
        sticking_points=some(lambda: StickingPointMention(passage(), draw(phrases), parties=(draw(names),), **mark())),
        meetings=some(
            lambda: MeetingMention(
                passage(),
                tuple(draw(st.lists(names, max_size=3))),
                kind=draw(st.sampled_from(("talks", "visit"))),
                place=draw(st.one_of(st.none(), names)),
                when=draw(days),
                status=draw(st.sampled_from(MeetingStatus)),
                form=draw(st.sampled_from(MeetingForm)),
            )
        ),
        delegations=some(lambda: DelegationMention(passage(), draw(names), head=draw(names), size=draw(st.sampled_from((None, 4))))),
        offices=some(lambda: OfficeMention(passage(), draw(names.filter(bool)), draw(phrases) or "leader", actor=draw(names))),
        assessments=some(lambda: AssessmentMention(passage(), draw(st.sampled_from(Tone)), by=speaker())),
        leverage=some(lambda: LeverageMention(passage(), draw(names), draw(names), demand=draw(phrases), **mark())),
        deliverables=some(lambda: DeliverableMention(passage(), draw(names), draw(phrases), owed_to=draw(names))),
        disputes=some(lambda: DisputeMention(passage(), draw(phrases), draw(names), draw(names), denial=passage())),
        acts=some(lambda: ActMention(passage(), draw(names), when=draw(days))),
        statements=some(lambda: Statement(speaker(), passage())),
        figures=some(
            lambda: FigureMention(passage(), draw(st.integers(0, 9)), upper=draw(st.sampled_from((None, 5))), counted=draw(phrases))
        ),
    )


@st.composite
def accounts(draw: st.DrawFn) -> tuple[Account, dict[str, str]]:
    written = {f"report {number}.txt": draw(texts()) for number in range(draw(st.integers(1, 3)))}
    return Account(tuple(Report(name, draw(documents(text))) for name, text in written.items())), written


def citations_in(value: Any) -> Iterator[Citation]:
    if isinstance(value, Citation):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from citations_in(each)
    elif has(type(value)):
        for attribute in fields(type(value)):
            yield from citations_in(getattr(value, attribute.name))


@settings(max_examples=40, deadline=None)
@given(accounts())
def test_any_account_gives_a_folder_that_loads_and_cites_its_words(given_account: tuple[Account, dict[str, str]]) -> None:
    account, written = given_account
    filed = {name: Filed(name.replace(" ", "-"), digest(text)) for name, text in written.items()}
    try:
        draft = draft_case("a-case", "", account, Originals(written, {}, filed), default_lexicon(), None)  # type: ignore[arg-type]  # no text is parsed
    except InvalidReport:
        return
    files: dict[str, str | bytes] = dict(draft_files(draft.case, Remarks(head_of(draft), comments_of(draft))))
    files[LISTING] = listing_of(draft)
    files |= {f"reports/{filed[name].name}": text.encode() for name, text in written.items()}
    with TemporaryDirectory() as place:
        folder = Path(place, "a-case")
        write_folder(files, folder)
        check_folder(folder, today=TODAY)
        case = load_case(folder, today=TODAY).case
    by_source = {source.id: text for source in case.sources for text in written.values() if digest(text) == source.sha256}
    for citation in citations_in(tuple(item for _, item in case.items())):
        shown = " … ".join(visible_words(by_source[citation.source][span.start : span.end]) for span in citation.spans)
        assert citation.words == shown
    assert not case.preferences
    assert_marked(draft.case.items())


def assert_marked(items: Iterator[tuple[str, Item]]) -> None:
    """Nothing but what a person confirmed, and what a file plainly is, stands without the mark of a draft."""
    for collection, item in items:
        if collection in ("actors", "issues") or getattr(item, "role", None) in set(RoleKind):
            assert item.is_inferred
