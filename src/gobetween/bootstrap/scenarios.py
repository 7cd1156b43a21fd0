"""The services behind the commands for scenarios of other tools."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gobetween.cli.services.scenarios import Carried


class Scenarios:
    """Takes scenarios in and gives cases out; `today` is the day it works on."""

    def __init__(self, today: dt.date) -> None:
        self.today = today

    def bring_in(self, folder: Path, out: Path, *, steps: int | None, profiles: tuple[str, ...], exact: bool) -> Carried:
        """A new case folder that says what the scenario in the folder says."""
        from gobetween.casefiles.encoding.folder_writer import files_of, write_folder
        from gobetween.casefiles.scenarios.case_forms import ASSUMPTION_SET, case_of
        from gobetween.casefiles.scenarios.scenario_folders import read_scenario
        from gobetween.cli.services.scenarios import Carried
        from gobetween.rendering.text_safety import harmless_lines  # notices quote the names of files

        scenario = read_scenario(folder, steps=steps, profiles=profiles)
        imported = case_of(scenario, out.resolve().name, exact=exact)
        written = write_folder(files_of(imported.case), out)
        packages = 1
        for issue in scenario.issues:
            packages *= len(issue.options)
        found = f"{scenario.tool}: {len(scenario.parties)} parties, {len(scenario.issues)} issues, {packages:,} packages"
        return Carried(
            written,
            ("", found, f"Next: gobetween brief {out} --assume {ASSUMPTION_SET}"),
            notices=tuple(map(harmless_lines, imported.notices)),
        )

    def take_out(self, case: Path, out: Path, form: str, assumption: str | None) -> Carried:
        """A new folder with the bargaining problem of a case as its keeper may see it, in the files of another tool."""
        from gobetween.casefiles.encoding.folder_writer import write_folder
        from gobetween.casefiles.folders import load_case
        from gobetween.casefiles.paths import case_folder
        from gobetween.casefiles.scenarios.scenario_files import files_for
        from gobetween.cli.services.scenarios import Carried
        from gobetween.disclosure.views import view_for
        from gobetween.model.items import KEEPER
        from gobetween.rendering.text_safety import harmless_lines

        loaded = load_case(case_folder(case), assumption=assumption, today=self.today)
        exported = files_for(view_for(KEEPER, loaded.case).case, form, assumption)
        return Carried(write_folder(exported.files, out), notices=tuple(map(harmless_lines, (*loaded.warnings, *exported.notices))))
