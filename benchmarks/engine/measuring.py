"""Measures one row: ours in fresh processes, cold and warm, and the peer on the first of the same domains."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
from pathlib import Path
from typing import Any

from answers import Answer
from attrs import evolve, field, frozen
from domains import Domain
from peers import ONE_THREAD, PeerAnswer, ask_peer
from rows import Row

ANSWERS = Path(__file__).with_name("our_answers.py")
SECONDS = 150


@frozen
class Ours:
    """Seconds of a first call with kernels still to compile, of the first in a process, and of calls after that, one a seed.

    Or why there are none (`failed`). `unfolding` is what the working out of all packages behind an answer takes on top.
    """

    failed: str = ""
    ever: float = field(default=0.0, kw_only=True)
    cold: float = field(default=0.0, kw_only=True)
    warm: tuple[float, ...] = field(default=(), kw_only=True)
    unfolding: tuple[float, ...] = field(default=(), kw_only=True)
    answers: tuple[Answer, ...] = field(default=(), kw_only=True)
    peak_mb: float = field(default=0.0, kw_only=True)

    @property
    def typical(self) -> float:
        """The median of the warm calls."""
        return statistics.median(self.warm)

    @property
    def worst(self) -> float:
        """The longest of the warm calls."""
        return max(self.warm)

    @property
    def unfolded(self) -> float:
        """The median of the warm calls, all packages behind the answers included."""
        return statistics.median([warm + later for warm, later in zip(self.warm, self.unfolding, strict=True)])

    @property
    def is_proven(self) -> bool:
        """Whether every answer is."""
        return all(each.is_proven for each in self.answers)

    @property
    def gap(self) -> float | None:
        """How far the worst of the answers may be from the best there is, as a part of it; `None` if that is not known."""
        gaps = [0.0 if each.is_proven else each.gap for each in self.answers]
        known = [gap for gap in gaps if gap is not None]
        return max(known) if known and len(known) == len(gaps) else None


@frozen
class Measured:
    """A row with its figures; `differing` are the seeds for which the peer found something else."""

    row: Row
    ours: Ours = field(kw_only=True)
    theirs: tuple[PeerAnswer, ...] = field(default=(), kw_only=True)
    differing: tuple[int, ...] = field(default=(), kw_only=True)

    @property
    def peer_seconds(self) -> float | None:
        """The median of the peer's runs; `None` if it came to no answer."""
        seconds = [each.seconds for each in self.theirs if not each.failed]
        return statistics.median(seconds) if seconds else None

    @property
    def ratio(self) -> float | None:
        """How many times as fast as the peer we are, on the domains that it answered: the median."""
        ratios = [
            theirs.seconds / ours for theirs, ours in zip(self.theirs, self.ours.warm, strict=False) if not theirs.failed and ours > 0
        ]
        return statistics.median(ratios) if ratios else None


def measure(row: Row, kernels: str) -> Measured:
    """All figures of a row; what has been compiled so far lies in that folder."""
    if (free := free_megabytes()) < row.megabytes:
        return Measured(row, ours=Ours(f"skipped: needs {row.megabytes} MB of memory, {free} MB are free"))
    domains = row.domains()
    ours = measure_ours(row.ours, domains, kernels)
    theirs = tuple(ask_peer(row.peers, domain) for domain in domains[: row.peer_runs]) if row.peers else ()
    differing = (
        seed
        for seed, (mine, other) in enumerate(zip(ours.answers, theirs, strict=False))
        if not other.failed and frozenset(mine.points) != other.points
    )
    return Measured(row, ours=ours, theirs=theirs, differing=tuple(differing))


def measure_ours(question: str, domains: list[Domain], kernels: str) -> Ours:
    """Our figures: a process that compiles what is not yet in the folder, then another that finds it there."""
    first = ask_ours(question, domains[:1], kernels, extent="first")
    return first if first.failed else evolve(ask_ours(question, domains, kernels), ever=first.cold)


def ask_ours(question: str, domains: list[Domain], kernels: str, *, extent: str = "all", seconds: float = SECONDS) -> Ours:
    """The figures of one fresh process, which finds compiled kernels in that folder, and leaves there what it compiles.

    Its `extent` is `first` for one call alone, `warm` for all domains, or `all` to unfold their answers, too.
    """
    try:
        told = _told((question, extent), domains, kernels, seconds)
    except subprocess.TimeoutExpired:
        return Ours(f"not done in {seconds:.0f} s")
    except subprocess.CalledProcessError as stopped:
        return Ours("failed: " + (stopped.stderr.strip().splitlines() or ["no word"])[-1])
    answers = tuple(map(Answer.from_told, told["answers"]))
    warm, unfolding = tuple(told["warm"]), tuple(told["unfolding"])
    return Ours(cold=told["first"], warm=warm, unfolding=unfolding, answers=answers, peak_mb=told["peak_mb"])


def _told(asked: tuple[str, str], domains: list[Domain], kernels: str, seconds: float) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, str(ANSWERS), *asked],
        input="\n".join(domain.to_json() for domain in domains),
        env={**os.environ, **ONE_THREAD, "NUMBA_CACHE_DIR": kernels},
        capture_output=True,
        text=True,
        timeout=seconds,
        check=True,
    )
    told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return told


def free_megabytes() -> int:
    """How much memory can be taken without swapping."""
    told = Path("/proc/meminfo")
    for line in told.read_text(encoding="ascii").splitlines() if told.exists() else ():
        if line.startswith("MemAvailable:"):
            return int(line.split()[1]) // 1024
    return os.sysconf("SC_AVPHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") >> 20
