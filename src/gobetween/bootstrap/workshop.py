"""The services behind the command line, made of the rooms; every room is opened when it is first needed."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

from gobetween.bootstrap.briefs import FormsOfBriefs

if TYPE_CHECKING:
    from gobetween.bootstrap.bargaining import SeenCase
    from gobetween.bootstrap.reports import Reports
    from gobetween.cli.services import Briefing, BriefRequest, Findings
    from gobetween.cli.services.bargaining import BargainingServices
    from gobetween.cli.services.judging import JudgingServices
    from gobetween.cli.services.meetings import MeetingServices
    from gobetween.cli.services.proposing import ProposingServices
    from gobetween.cli.services.reports import Progress, Reading
    from gobetween.cli.services.scenarios import ScenarioServices
    from gobetween.cli.services.stores import StoreServices
    from gobetween.cli.services.talks import TalksServices
    from gobetween.disclosure.views import View
    from gobetween.model.cases import Case

BY_RECORDING = (
    "this is the record of live talks: --as-of and diff go by the day on which something was recorded, not by `known`; for that, ask "
    "the case folder that the talks were opened from"
)

_EVER = dt.date.max  # all that has a day on which it became known, as what has none is in neither of two views


class Workshop(FormsOfBriefs):
    """Does what the commands ask for. `today` is the day it works on."""

    def __init__(self, today: dt.date | None = None) -> None:
        self.today = today or dt.datetime.now(tz=dt.UTC).date()

    @property
    def talks(self) -> TalksServices:
        """The services behind the commands of live talks."""
        from gobetween.bootstrap.live_talks import LiveTalks

        return LiveTalks()

    @property
    def stores(self) -> StoreServices:
        """The services behind the commands for whoever runs a store."""
        from gobetween.bootstrap.stores import Stores

        return Stores()

    @property
    def scenarios(self) -> ScenarioServices:
        """The services behind the commands for scenarios of other tools."""
        from gobetween.bootstrap.scenarios import Scenarios

        return Scenarios(self.today)

    @property
    def proposing(self) -> ProposingServices:
        """The services behind the command that drafts a case."""
        from gobetween.bootstrap.proposing import Proposing

        return Proposing(self.reports, self.today)

    @property
    def bargaining(self) -> BargainingServices:
        """The services behind the engine's commands."""
        from gobetween.bootstrap.bargaining import Bargaining

        return Bargaining(self.view_of_case, self.today)

    @property
    def meetings(self) -> MeetingServices:
        """The services behind the commands for meetings and dates."""
        from gobetween.bootstrap.meetings import Meetings

        return Meetings(self.view_of_case, today=self.today)

    @property
    def reports(self) -> Reports:
        """The services behind the commands for reports."""
        from gobetween.bootstrap.reports import Reports

        return Reports(self.today)

    @property
    def judging(self) -> JudgingServices:
        """The services behind the commands for judging."""
        from gobetween.bootstrap.judging import Judging

        return Judging(self.reports.as_read, self.today)

    def make_brief(self, request: BriefRequest, progress: Progress) -> Briefing:
        """The brief that was asked for."""
        from gobetween.briefs.compose import compose_brief
        from gobetween.cli.services import Briefing

        view, warnings = self._seen(request, progress)
        return Briefing(compose_brief(view, today=self.today, assumption=request.assumption), warnings)

    def compare(self, request: BriefRequest, first: dt.date, last: dt.date | None, progress: Progress) -> Briefing:
        """What became known after the first day and by the last, or by today."""
        from attrs import evolve

        from gobetween.briefs.changes import compose_changes
        from gobetween.cli.services import Briefing

        end = last or (self.today if self.today > first else None)  # a fictional case may lie ahead: then all that is known
        before, _ = self._seen(evolve(request, as_of=first), progress)
        after, warnings = self._seen(evolve(request, as_of=end or (None if before.is_live else _EVER)), progress)
        if after.is_live and end is None:
            warnings = (*warnings, BY_RECORDING)
        if end is None:
            after = evolve(after, as_of=None)  # no day of anybody's is meant
        return Briefing(compose_changes(before, after, first=first, last=end), warnings)

    def talking_points(self, request: BriefRequest, recipient: str) -> Briefing:
        """What whoever asks may say to one recipient, with what allows each line."""
        from gobetween.briefs.shuttle.talking_points import talking_points_brief
        from gobetween.cli.services import Briefing
        from gobetween.disclosure.views import check_audience

        seen = self.view_of_case(request)
        check_audience(recipient, seen.view.case, as_of=request.as_of)
        return Briefing(talking_points_brief(seen.view, request.as_of or self.today, recipient), seen.warnings)

    def _seen(self, request: BriefRequest, progress: Progress) -> tuple[View, tuple[str, ...]]:
        """What the audience sees of a case or of reports, and what whoever asked should know."""
        from gobetween.casefiles.paths import kind_of
        from gobetween.disclosure.views import view_for

        warnings: tuple[str, ...] = ()
        live = self._view_of_record(request) if kind_of(request.path) == "case" else None
        if live is None:
            case, warnings = self._case(request, progress) if kind_of(request.path) == "case" else self._reports(request, progress)
        else:
            warnings = (*_beside_record(request.path), *((BY_RECORDING,) if request.as_of else ()))
        view = live or view_for(request.audience, case, as_of=request.as_of)
        if request.as_of and self.today < request.as_of < _EVER and not view.case.is_fictional:
            warnings = (*warnings, f"{request.as_of} lies ahead: this is what is known today")
        return view, warnings

    def view_of_case(self, request: BriefRequest) -> SeenCase:
        """What the audience sees of a case, its reports unread."""
        from gobetween.bootstrap.bargaining import SeenCase
        from gobetween.casefiles.folders import load_case
        from gobetween.casefiles.paths import case_folder
        from gobetween.disclosure.views import view_for

        folder, audience, as_of = case_folder(request.path), request.audience, request.as_of
        live = self._view_of_record(request)
        if live is not None:
            return SeenCase(live)
        loaded = load_case(folder, audience=audience, as_of=as_of, assumption=request.assumption, today=self.today)
        view = view_for(audience, loaded.case, as_of=as_of)
        return SeenCase(view, loaded.warnings, loaded.assumption, loaded.sets_open)

    def _view_of_record(self, request: BriefRequest) -> View | None:
        """The view of talks that have been live, where the folder has their record."""
        from gobetween.bootstrap.live_talks import LiveTalks
        from gobetween.bootstrap.records import has_record, view_of_folder
        from gobetween.casefiles.paths import case_folder
        from gobetween.model.errors import NotDisclosed

        folder = case_folder(request.path)
        if not has_record(folder):
            return None
        view = view_of_folder(folder, request.audience, LiveTalks().sources(), as_of=request.as_of, assumption=request.assumption)
        if request.assumption is not None and all(each.assumption != request.assumption for each in view.analysable):
            msg = f"no assumption set '{request.assumption}' is open to {request.audience} in the record of these talks"
            raise NotDisclosed(msg)
        return view

    def _case(self, request: BriefRequest, progress: Progress) -> tuple[Case, tuple[str, ...]]:
        from attrs import evolve

        from gobetween.bootstrap.judging import as_judged
        from gobetween.bootstrap.judging_case import hidden_names
        from gobetween.casefiles.folders import load_case
        from gobetween.casefiles.judgement_files import file_for
        from gobetween.casefiles.paths import case_folder
        from gobetween.model.errors import MissingPart

        folder = case_folder(request.path)
        loaded = load_case(folder, audience=request.audience, as_of=request.as_of, assumption=request.assumption, today=self.today)
        if not loaded.report_files:
            return loaded.case, loaded.warnings
        try:
            reading = self.reports.of_case(folder, loaded, request.as_of, progress)
        except MissingPart as missing:
            return loaded.case, (*loaded.warnings, f"reports/ was not read: {missing}")
        kept_in = [request.judgements or file_for(folder)]
        account, notes = as_judged(
            reading.account, kept_in, request.audience, reports=lambda: loaded.report_files, hidden=hidden_names(loaded.case)
        )
        return evolve(loaded.case, account=account), (*loaded.warnings, *_left_out(reading), *reading.notes, *notes)

    def _reports(self, request: BriefRequest, progress: Progress) -> tuple[Case, tuple[str, ...]]:
        from gobetween.model.cases import Case
        from gobetween.model.errors import InvalidReport, NotDisclosed
        from gobetween.model.items import KEEPER, PUBLIC

        if request.audience not in (KEEPER, PUBLIC):
            msg = f"there is no audience '{request.audience}' here; reports are public: leave --as out, or make a case (gobetween new)"
            raise NotDisclosed(msg)
        if request.assumption is not None:
            msg = f"'{request.path}' holds reports, and assumptions belong to a case; begin one with: gobetween new NAME"
            raise NotDisclosed(msg)
        reading = self.reports.read((request.path,), progress, judgements=request.judgements)
        refused = (*_left_out(reading), *reading.notes)
        if not reading.account.reports:
            msg = f"nothing in '{request.path}' could be read"
            raise InvalidReport("\n".join([msg, *refused]))
        title = "What the reports say" if len(reading.account.reports) > 1 else "What the report says"
        return Case(request.path.resolve().name, title, account=reading.account), refused

    def check_case(self, path: Path) -> Findings:
        """What is wrong with a case folder, and what may be."""
        from gobetween.bargaining.problems import problem_of
        from gobetween.bargaining.soundness import find_faults
        from gobetween.casefiles.folders import checked_folder, load_case
        from gobetween.casefiles.paths import case_folder
        from gobetween.cli.services import Findings
        from gobetween.model.errors import InvalidCase
        from gobetween.rendering.findings import doubts_in_words, finding_in_words, is_fault

        folder = case_folder(path)
        try:
            checked = checked_folder(folder, today=self.today)
        except InvalidCase as error:
            faults = error.faults or (str(error),)
            return Findings(f"{_named(folder)}: {_counted(len(faults), 'fault')}", faults)
        case = load_case(folder, today=self.today).case
        findings = find_faults(problem_of(case))
        faults = tuple(finding_in_words(each, case) for each in findings if is_fault(each))
        said = doubts_in_words(checked.case, checked.lines, checked.keys)
        doubts = (*(finding_in_words(each, case) for each in findings if not is_fault(each)), *said)
        parts = {"actor": case.actors, "issue": case.issues, "position": case.positions, "source": case.sources}
        counts = ", ".join(_counted(len(entries), name) for name, entries in parts.items())
        state = _counted(len(faults), "fault") if faults else "no fault"
        return Findings(f"{_named(folder)}: {state} ({counts})", faults, warnings=(*checked.warnings, *_without_known(case), *doubts))

    def begin_case(self, path: Path, title: str) -> tuple[Path, ...]:
        """A new case folder that loads; the files written."""
        from gobetween.casefiles.skeleton import write_skeleton

        return write_skeleton(path, title)

    def example(self) -> Path:
        """The Cairo case: in the installed package, or in the checkout that the package is run from."""
        package = Path(__file__).resolve().parent.parent
        places = (package / "examples" / "cairo", package.parent.parent / "examples" / "cairo")
        return next(place for place in places if place.is_dir())


def _without_known(case: Case) -> tuple[str, ...]:
    """That entries which say when they were do not say when they became known, so that no day can have them."""
    from gobetween.disclosure.undated import REMEDY, in_lists, undated_entries
    from gobetween.model.items import KEEPER, PUBLIC

    seen = ((name, item) for name, item in undated_entries(case) if item.holders & {PUBLIC, KEEPER})
    found = [name for name, item in seen if not item.when.is_unknown]
    if not found:
        return ()
    told = f"{in_lists(found)} with `when`, but without `known` and without a report"
    return (f"{told}: `--as-of` and `gobetween diff` leave them out; {REMEDY}",)


def _left_out(reading: Reading) -> tuple[str, ...]:
    """A line for each file that could not be read, with the reason."""
    return tuple(f"left out: {name}: {reason}" for name, reason in reading.refusals)


def _beside_record(path: Path) -> tuple[str, ...]:
    """What a brief of recorded talks leaves out of their folder: reports, and what was judged of them, are no part of a record."""
    from gobetween.casefiles.paths import case_folder
    from gobetween.casefiles.report_files import REPORTS, reports_in

    reports = case_folder(path) / REPORTS
    if not reports_in(reports).reports:
        return ()
    return (f"this is the record of the talks; reports, and judgements of them, are no part of it: gobetween read {reports}",)


def _named(folder: Path) -> str:
    """The folder as it was given, or by its name if it is the one that one is in."""
    return str(folder) if folder.name else folder.resolve().name or str(folder)


def _counted(number: int, name: str) -> str:
    return f"{number} {name}" if number == 1 else f"{number} {name}s"
