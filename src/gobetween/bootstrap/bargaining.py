"""The services behind the engine's commands, made of the rooms."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from attrs import frozen

from gobetween.cli.bargaining_services import Answered

if TYPE_CHECKING:
    from collections.abc import Callable

    from gobetween.bargaining.kernels import Watch
    from gobetween.briefs.answers.answers import Answer, Question
    from gobetween.cli.services import BriefRequest
    from gobetween.disclosure.views import View


@frozen
class Bargaining:
    """Asks the engine about the case in a folder as an audience may see it; `view` opens it, on the day `today`."""

    view: Callable[[BriefRequest], tuple[View, tuple[str, ...]]]
    today: dt.date

    def answer(self, requests: tuple[BriefRequest, ...], question: Question, watch: Watch) -> Answered:
        """See `BargainingServices.answer`."""
        from gobetween.briefs.scenes import Scene
        from gobetween.casefiles.paths import kind_of
        from gobetween.model.errors import InvalidCase

        for request in requests:
            if kind_of(request.path) != "case":
                msg = f"'{request.path}' holds reports; the engine needs a case with issues: begin one with gobetween new NAME"
                raise InvalidCase(msg)
        opened = [(request, *self.view(request)) for request in requests]
        scenes = tuple(Scene(view, request.as_of or self.today, request.assumption) for request, view, _warnings in opened)
        warnings = tuple(dict.fromkeys(warning for _request, _view, warnings in opened for warning in warnings))
        return Answered(question.answered(scenes, watch), warnings)

    def text(self, answer: Answer, width: int, *, colour: bool, stopped: str | None) -> str:
        """See `BargainingServices.text`."""
        from gobetween.rendering.answers import answer_text

        return answer_text(answer, width=width, colour=colour, stopped=stopped)

    def json_text(self, answer: Answer, *, stopped: str | None) -> str:
        """See `BargainingServices.json_text`."""
        from gobetween.rendering.answer_json import answer_json_text

        return answer_json_text(answer, stopped=stopped)

    def svg(self, answer: Answer, *, stopped: str | None) -> str:
        """See `BargainingServices.svg`."""
        from gobetween.rendering.svg.answers import answer_svg

        return answer_svg(answer, stopped=stopped)
