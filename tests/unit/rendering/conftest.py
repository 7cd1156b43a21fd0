from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def specimen():
    spec = spec_from_file_location("specimen_brief", Path(__file__).parents[2] / "specimen_brief.py")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.SPECIMEN
