"""One document, what it says of itself, and all that was read from it."""

from __future__ import annotations

from attrs import field, frozen

from gobetween.model.dates import UNKNOWN_DATE, When
from gobetween.model.evidence import mentions
from gobetween.model.passages import Span


@frozen
class Furniture:
    """A stretch that is not the report: tags, captions, links, notices."""

    kind: str
    span: Span


@frozen
class ReliabilitySign:
    """A sign of lower reliability: machine translation, unsourced commentary, rewritten copy, impossible dates."""

    kind: str
    note: str
    span: Span | None = field(default=None, kw_only=True)


@frozen
class Outlet:
    """Who published the document, and how that is known."""

    name: str
    basis: str


@frozen
class Document:
    """One document and all that was read from it.

    Spans count code points of its text: of the file itself where that is text, else of what was taken out of a PDF, a DOCX, a mail or a
    feed (`medium` says which), whose SHA-256 it then bears.
    """

    sha256: str
    chars: int
    medium: str = field(default="text", kw_only=True)
    title: str | None = field(default=None, kw_only=True)
    outlet: Outlet | None = field(default=None, kw_only=True)
    published: When = field(default=UNKNOWN_DATE, kw_only=True)
    language: str = field(default="en", kw_only=True)  # ISO 639-1; "und" where it could not be told
    authors: tuple[str, ...] = field(default=(), kw_only=True)
    furniture: tuple[Furniture, ...] = field(default=(), kw_only=True)
    signs: tuple[ReliabilitySign, ...] = field(default=(), kw_only=True)
    actors: tuple[str, ...] = field(default=(), kw_only=True)  # full names, in order of first mention
    offices: tuple[mentions.OfficeMention, ...] = field(default=(), kw_only=True)
    statements: tuple[mentions.Statement, ...] = field(default=(), kw_only=True)
    figures: tuple[mentions.FigureMention, ...] = field(default=(), kw_only=True)
    dates: tuple[mentions.DateMention, ...] = field(default=(), kw_only=True)
    meetings: tuple[mentions.MeetingMention, ...] = field(default=(), kw_only=True)
    delegations: tuple[mentions.DelegationMention, ...] = field(default=(), kw_only=True)
    positions: tuple[mentions.PositionMention, ...] = field(default=(), kw_only=True)
    sticking_points: tuple[mentions.StickingPointMention, ...] = field(default=(), kw_only=True)
    assessments: tuple[mentions.AssessmentMention, ...] = field(default=(), kw_only=True)
    leverage: tuple[mentions.LeverageMention, ...] = field(default=(), kw_only=True)
    deliverables: tuple[mentions.DeliverableMention, ...] = field(default=(), kw_only=True)
    disputes: tuple[mentions.DisputeMention, ...] = field(default=(), kw_only=True)
    acts: tuple[mentions.ActMention, ...] = field(default=(), kw_only=True)
    events: tuple[mentions.EventMention, ...] = field(default=(), kw_only=True)
    fingerprint: tuple[int, ...] = field(default=(), kw_only=True)  # hashes of its word 3-grams, sorted: for finding copies
    opening: str = field(default="", kw_only=True)  # its first words, furniture left out: for finding reports of one event
    reader: str = field(default="", kw_only=True)  # version of the reader that read it
