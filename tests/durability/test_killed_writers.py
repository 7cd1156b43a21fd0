"""`kill -9` while writing. How many rounds: GOBETWEEN_KILL_ROUNDS (20 here, 200 in `make bench`)."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

KILLING = Path(__file__).with_name("killing.py")


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="writers are forked")
def test_nothing_that_was_acknowledged_is_lost_and_every_chain_holds(tmp_path):
    rounds = os.environ.get("GOBETWEEN_KILL_ROUNDS", "20")
    command = [sys.executable, str(KILLING), str(tmp_path), rounds, "a seed"]
    ran = subprocess.run(command, check=False, capture_output=True, text=True)
    assert ran.returncode == 0, ran.stderr
    found = json.loads(ran.stdout)
    assert found["rounds"] == int(rounds)
    assert found["lost"] == 0
    assert found["acknowledged"] >= int(rounds) * 4 // 5  # in four of five rounds somebody got to write
