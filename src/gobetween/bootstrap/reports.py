"""The services behind the commands for reports, and what other commands need of reports, made of the rooms."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from gobetween.bootstrap.judging import AsRead
    from gobetween.casefiles.folders import LoadedCase
    from gobetween.cli.model_choices import ModelChoice
    from gobetween.cli.services.reports import Progress, Reading
    from gobetween.model.evidence import Account
    from gobetween.reading.naming.lexicon import Lexicon


@frozen
class Reports:
    """Reads reports, has models asked about them, and shows what was read. `today` is the day it works on."""

    today: dt.date

    def read(
        self, paths: tuple[Path, ...], progress: Progress, *, judgements: Path | None = None, names: Lexicon | None = None
    ) -> Reading:
        """The evidence in the reports at these paths, as it was judged; `names` go before those that are always known."""
        from attrs import evolve

        from gobetween.bootstrap.judging import as_judged
        from gobetween.bootstrap.judging_case import hidden_beside
        from gobetween.casefiles.judgement_files import file_for
        from gobetween.casefiles.report_files import find_reports

        reading = self._read(paths, progress, names)
        files = [judgements] if judgements else [file_for(path) for path in paths]
        account, notes = as_judged(
            reading.account,
            files,
            reports=lambda: find_reports(paths).reports,
            is_whole=all(path.is_dir() for path in paths),
            hidden=hidden_beside(paths, self.today),
        )
        return evolve(reading, account=account, notes=(*reading.notes, *notes))

    def _read(self, paths: tuple[Path, ...], progress: Progress, names: Lexicon | None = None) -> Reading:
        from gobetween.bootstrap.accounts import gather
        from gobetween.casefiles.evidence_store import default_store_for
        from gobetween.casefiles.report_files import find_reports
        from gobetween.cli.services.reports import Reading
        from gobetween.reading.naming.lexicon_data import default_lexicon

        found = find_reports(paths)
        store = default_store_for(paths[0])
        lexicon = names.merged_with(default_lexicon()) if names else default_lexicon()
        gathered = gather(found.reports, lexicon, store, progress)
        passed_over = tuple((each.name, each.reason) for each in found.passed_over)
        return Reading(gathered.account, passed_over + gathered.refusals, notes=gathered.notes)

    def of_case(self, folder: Path, loaded: LoadedCase, as_of: dt.date | None, progress: Progress) -> Reading:
        """The evidence in a case's reports, read with the names that are known by then, and what was left out."""
        from gobetween.bootstrap.accounts import gather
        from gobetween.bootstrap.lexicons import lexicon_of
        from gobetween.casefiles.evidence_store import default_store_for, store_as_of
        from gobetween.casefiles.report_files import REPORTS
        from gobetween.cli.services.reports import Reading
        from gobetween.reading.naming.lexicon_data import default_lexicon

        names = lexicon_of(loaded.case, as_of=as_of)
        store = default_store_for(folder) if names == lexicon_of(loaded.case) else store_as_of()
        gathered = gather(loaded.report_files, names.merged_with(default_lexicon()), store, progress)
        return Reading(
            gathered.account, tuple((f"{REPORTS}/{name}", reason) for name, reason in gathered.refusals), notes=gathered.notes
        )

    def as_read(self, path: Path, progress: Progress) -> AsRead:
        """What was read at a path, be it a case or reports, or proposed before by a model, before anybody judged it."""
        from gobetween.bootstrap.judging import AsRead
        from gobetween.bootstrap.judging_case import entries_of, hidden_beside, hidden_names
        from gobetween.bootstrap.models import with_kept_proposals
        from gobetween.casefiles.evidence_store import cache_directory
        from gobetween.casefiles.folders import load_case
        from gobetween.casefiles.paths import case_folder, kind_of
        from gobetween.casefiles.report_files import find_reports

        answers = cache_directory() / "answers"
        if kind_of(path) == "case":
            folder = case_folder(path)
            loaded = load_case(folder, today=self.today)
            reading = self.of_case(folder, loaded, None, progress)
            proposed = with_kept_proposals(loaded.report_files, reading.account, answers)
            return AsRead(proposed, loaded.report_files, reading.refusals, entries_of(loaded.case, folder), hidden_names(loaded.case))
        reading = self._read((path,), progress)
        files = find_reports((path,)).reports
        proposed = with_kept_proposals(files, reading.account, answers)
        return AsRead(proposed, files, reading.refusals, hidden=hidden_beside((path,), self.today))

    def propose_items(
        self, paths: tuple[Path, ...], account: Account, choice: ModelChoice, progress: Progress, *, judgements: Path | None = None
    ) -> Reading:
        """The evidence with what a model proposes, as it was judged, and what of its answers was refused."""
        from gobetween.bootstrap.judging import as_judged
        from gobetween.bootstrap.judging_case import hidden_beside
        from gobetween.bootstrap.models import endpoint_of, propose_items
        from gobetween.casefiles.evidence_store import cache_directory
        from gobetween.casefiles.judgement_files import file_for
        from gobetween.casefiles.report_files import find_reports
        from gobetween.cli.services.reports import Reading

        endpoint = endpoint_of(choice)
        files = find_reports(paths).reports
        proposed = propose_items(files, account, endpoint, cache_directory() / "answers", progress)
        kept_in = [judgements] if judgements else [file_for(path) for path in paths]
        account, _ = as_judged(proposed.account, kept_in, reports=lambda: files, hidden=hidden_beside(paths, self.today))
        return Reading(account, proposed.refused)

    def requests_to_model(self, paths: tuple[Path, ...], account: Account, model: str) -> str:
        """What a model would be sent about these reports, as JSON Lines; nothing is sent."""
        from gobetween.bootstrap.models import requests_about
        from gobetween.casefiles.report_files import find_reports

        return requests_about(find_reports(paths).reports, account, model)

    def page(self, paths: tuple[Path, ...], account: Account) -> str:
        """The reports as one self-contained page, with what was read from them in the margin."""
        from gobetween.bootstrap.read_texts import read_texts
        from gobetween.casefiles.report_files import find_reports
        from gobetween.rendering.margins import render_margins

        return render_margins(account, read_texts(find_reports(paths).reports, account))

    def text_of(self, paths: tuple[Path, ...], name: str) -> str:
        """The text of one of the reports at these paths, as it was analysed."""
        from gobetween.bootstrap.read_texts import text_of_report
        from gobetween.casefiles.report_files import find_reports

        return text_of_report(find_reports(paths).reports, name)

    def as_json(self, account: Account) -> str:
        """The evidence as JSON text."""
        from gobetween.rendering.account_json import account_json
        from gobetween.rendering.json_text import json_text

        return json_text(account_json(account))

    def as_table(self, account: Account, width: int, *, colour: bool) -> str:
        """The evidence as tables for a terminal: the account that a brief gives of it, with the ids by which items are judged."""
        from gobetween.briefs.compose import compose_brief
        from gobetween.briefs.item_ids import with_ids_shown
        from gobetween.disclosure.views import view_for
        from gobetween.model.cases import Case
        from gobetween.model.evidence import identified
        from gobetween.model.items import PUBLIC
        from gobetween.rendering.terminal import render_terminal

        view = view_for(PUBLIC, Case("reports", "What the reports say", account=identified(account)))
        return render_terminal(with_ids_shown(compose_brief(view, today=self.today)), width=width, colour=colour)
