"""What the engine's commands ask of the rest of Gobetween; the bootstrap fills it in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from attrs import frozen

if TYPE_CHECKING:
    from gobetween.bargaining.kernels import Watch
    from gobetween.briefs.answers.answers import Answer, Question
    from gobetween.briefs.answers.given.deadlocks import GivenConflict, GivenOpening
    from gobetween.cli.services.requests import BriefRequest


@frozen
class Answered:
    """An answer, and what its asker should know that is no part of it."""

    answer: Answer
    warnings: tuple[str, ...] = ()


class BargainingServices(Protocol):
    """The use cases behind the engine's commands; every method may raise a `GobetweenError`."""

    def answer(self, requests: tuple[BriefRequest, ...], question: Question, watch: Watch) -> Answered:
        """The answer to a question about a case, for an audience; one request for each set of assumptions."""

    def text(self, answer: Answer, width: int, *, colour: bool, stopped: str | None) -> str:
        """The answer as text for a terminal; `stopped` says why it was cut short, if it was."""

    def json_text(self, answer: Answer, *, stopped: str | None) -> str:
        """The answer as JSON text."""

    def json_line(self, told: Answer | GivenConflict | GivenOpening, *, stopped: str | None = None) -> str:
        """The answer, or a part of it, as JSON in one line."""

    def svg(self, answer: Answer, *, stopped: str | None) -> str:
        """The answer's plot as an SVG file."""
