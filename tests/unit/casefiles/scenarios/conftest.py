"""Reading a scenario from the texts of its files."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from gobetween.casefiles.scenarios.scenario_folders import read_scenario
from gobetween.casefiles.scenarios.values import Scenario

Files = Mapping[str, str | bytes]


@pytest.fixture
def scenario_in(tmp_path: Path) -> Callable[..., Scenario]:
    """Reads the scenario that these files make."""

    def read(files: Files, steps: int | None = None) -> Scenario:
        folder = tmp_path / "quay"
        folder.mkdir(exist_ok=True)
        for name, content in files.items():
            (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
        return read_scenario(folder, steps=steps)

    return read
