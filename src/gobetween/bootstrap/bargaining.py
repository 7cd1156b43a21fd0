"""The services behind the engine's commands, made of the rooms."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from attrs import frozen

from gobetween.cli.services.bargaining import Answered

if TYPE_CHECKING:
    from collections.abc import Callable

    from gobetween.bargaining.kernels import Watch
    from gobetween.briefs.answers.answers import Answer, Question
    from gobetween.briefs.answers.given.deadlocks import GivenConflict, GivenOpening
    from gobetween.briefs.scenes import Scene
    from gobetween.casefiles.documents.party_files import AssumptionSet
    from gobetween.cli.services import BriefRequest
    from gobetween.disclosure.views import View


@frozen
class SeenCase:
    """What an audience sees of a case, what its loading had to say, the set of assumptions that was asked for, and the names of all."""

    view: View
    warnings: tuple[str, ...] = ()
    guesses: AssumptionSet | None = None
    sets_open: tuple[str, ...] = ()


@frozen
class Bargaining:
    """Asks the engine about the case in a folder as an audience may see it; `view` opens it, on the day `today`."""

    view: Callable[[BriefRequest], SeenCase]
    today: dt.date

    def answer(self, requests: tuple[BriefRequest, ...], question: Question, watch: Watch) -> Answered:
        """See `BargainingServices.answer`."""
        from gobetween.casefiles.paths import case_folder

        for request in requests:
            case_folder(request.path)
        seen = [self.view(request) for request in requests]
        scenes = tuple(self._scene(request, each) for request, each in zip(requests, seen, strict=True))
        warnings = [warning for each in seen for warning in each.warnings]
        as_of = requests[0].as_of
        if as_of and as_of > self.today and not seen[0].view.case.is_fictional:
            warnings.append(f"{as_of} lies ahead: this is what is known today")
        return Answered(question.answered(scenes, watch), tuple(dict.fromkeys(warnings)))

    def _scene(self, request: BriefRequest, seen: SeenCase) -> Scene:
        from gobetween.briefs.answers.guesses import GuessedScene

        doubts = seen.guesses.doubts if seen.guesses else ()
        conduct = seen.guesses.conduct if seen.guesses else None
        day = request.as_of or self.today
        return GuessedScene(seen.view, day, request.assumption, doubts=doubts, conduct=conduct, sets_open=seen.sets_open)

    def text(self, answer: Answer, width: int, *, colour: bool, stopped: str | None) -> str:
        """See `BargainingServices.text`."""
        from gobetween.rendering.answers import answer_text

        return answer_text(answer, width=width, colour=colour, stopped=stopped)

    def json_text(self, answer: Answer, *, stopped: str | None) -> str:
        """See `BargainingServices.json_text`."""
        from gobetween.rendering.answer_json import answer_json_text

        return answer_json_text(answer, stopped=stopped)

    def json_line(self, told: Answer | GivenConflict | GivenOpening, *, stopped: str | None = None) -> str:
        """See `BargainingServices.json_line`."""
        from gobetween.rendering.answer_json import answer_line

        return answer_line(told, stopped=stopped)

    def svg(self, answer: Answer, *, stopped: str | None) -> str:
        """See `BargainingServices.svg`."""
        from gobetween.rendering.svg.answers import answer_svg

        return answer_svg(answer, stopped=stopped)
