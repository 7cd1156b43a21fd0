import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

FILLING = Path(__file__).with_name("filling.py")


def fill(*arguments):
    ran = subprocess.run([sys.executable, str(FILLING), *map(str, arguments)], check=False, capture_output=True, text=True)
    assert ran.returncode == 0, ran.stderr
    assert "north" not in ran.stdout
    refusal, whole = ran.stdout.strip().split("\n")
    assert int(whole.removeprefix("whole ")) > 3
    return refusal


def test_where_no_more_can_be_written_nothing_is_half_written(tmp_path):
    refusal = fill(tmp_path / "talks.gobetween", 1_000_000)
    assert "talks.gobetween is not available" in refusal
    assert "nothing was written" in refusal


@pytest.fixture
def small_disk(tmp_path):
    if os.name != "posix" or os.geteuid() != 0 or not shutil.which("mount"):
        pytest.skip("only the system's administrator mounts a small disk")
    place = tmp_path / "disk"
    place.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "none", str(place)], check=False, capture_output=True).returncode:
        pytest.skip("no small disk can be mounted here")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def test_on_a_full_disk_nothing_is_half_written(small_disk):
    assert "the disk is full; nothing was written" in fill(small_disk / "talks.gobetween")
