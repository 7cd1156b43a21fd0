"""Places in documents: spans of the original, and the words that stand there."""

from __future__ import annotations

from attrs import field, frozen


@frozen(order=True)
class Span:
    """A half-open stretch `[start, end)` of a document, counted in code points of the file read as UTF-8 with newlines untouched."""

    start: int
    end: int

    def __attrs_post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            msg = f"a span runs forward from 0 at the earliest, not from {self.start} to {self.end}"
            raise ValueError(msg)

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end


@frozen
class Passage:
    """Words as a reader would see them (tags and line wraps gone), and where they stand in the original, in reading order."""

    text: str
    spans: tuple[Span, ...] = field()

    @spans.validator
    def _has_a_span(self, _attribute: object, value: tuple[Span, ...]) -> None:
        if not value:
            msg = "a passage stands somewhere: it needs at least one span"
            raise ValueError(msg)

    @property
    def start(self) -> int:
        """Where its first words begin."""
        return self.spans[0].start

    @property
    def end(self) -> int:
        """Where its last words end."""
        return self.spans[-1].end


@frozen
class Citation:
    """What an item rests on: a source by id, the spans in it if they are known, and the words if the original is at hand."""

    source: str
    spans: tuple[Span, ...] = ()
    words: str = ""
