"""The questions and sizes of the table, with what the engine is held to."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from attrs import field, frozen
from domains import Domain
from random_domains import random_deadlock, random_domain

Making = Callable[..., Domain]
"""Makes the domain of a `seed`."""


@frozen
class Row:
    """A question at a size: `ours` is asked of the domains of `seeds` seeds, `peers` of the first `peer_runs` of them.

    `least` and `aim` are the seconds that a warm call may take, `ratio` how many times as fast as the peer it must be at least, and
    `gap` how far from the best the answers may be for `least`; for the aim they must be proven.
    """

    title: str
    ours: str
    making: Making = field(kw_only=True)
    least: float | None = field(default=None, kw_only=True)
    aim: float | None = field(default=None, kw_only=True)
    ratio: int | None = field(default=None, kw_only=True)
    gap: float = field(default=0.0, kw_only=True)
    seeds: int = field(default=5, kw_only=True)
    peers: str | None = field(default=None, kw_only=True)
    peer_runs: int = field(default=1, kw_only=True)
    megabytes: int = field(default=500, kw_only=True)

    def domains(self, count: int | None = None) -> list[Domain]:
        """The domains of the first seeds."""
        return [self.making(seed=seed) for seed in range(count or self.seeds)]


def _opp(parties: int, issues: int, links: int = 0, rules: int = 0) -> Making:
    return partial(random_domain, parties, issues, links=links, rules=rules)


def _rand(parties: int, issues: int) -> Making:
    return partial(random_domain, parties, issues, kind="rand")


_DEMANDS = partial(random_deadlock, 3, 15, red_lines=20, terms=7, reserved=0.55)

ROWS = (
    Row(
        "frontier, 2 parties, 10^6", "frontier", making=_opp(2, 6), least=0.2e-3, aim=0.05e-3, ratio=20_000,
        seeds=15, peers="frontier", peer_runs=3,
    ),
    Row(
        "frontier, 3 parties, 10^6", "frontier", making=_opp(3, 6), least=6e-3, aim=2e-3, ratio=1_500,
        seeds=15, peers="frontier", peer_runs=2,
    ),
    Row("frontier, 2 parties, 30 issues (10^30)", "frontier", making=_opp(2, 30), least=50e-3, aim=10e-3, seeds=9, peers="sampler"),
    Row("frontier, 3 parties, 20 issues (10^20)", "frontier", making=_opp(3, 20), least=2.0, aim=0.5, peers="frontier", megabytes=2048),
    Row(
        "frontier, 2 parties, 20 issues, 20 links + 6 rules", "frontier", making=_opp(2, 20, 20, 6), least=150e-3, aim=50e-3,
        seeds=9, peers="frontier",
    ),
    Row(
        "frontier, 3 parties, 20 issues, 20 links + 6 rules", "frontier", making=_opp(3, 20, 20, 6), least=10.0, aim=3.0,
        peers="frontier", megabytes=2048,
    ),
    Row(
        "Nash, 6 parties, 30 issues, 30 links + 10 rules", "nash", making=_opp(6, 30, 30, 10), least=0.6, aim=0.1,
        seeds=9, peers="nash",
    ),
    Row(
        "Kalai-Smorodinsky, 3 parties, 30 issues, 30 links + 10 rules", "kalai-smorodinsky", making=_opp(3, 30, 30, 10),
        least=0.5, aim=0.1, seeds=9, peers="kalai-smorodinsky",
    ),
    Row(
        "Kalai-Smorodinsky, 6 parties, 30 issues, 30 links + 10 rules", "kalai-smorodinsky in 3 s", making=_opp(6, 30, 30, 10),
        least=3.0, aim=3.0, gap=0.015, peers="kalai-smorodinsky",
    ),
    Row("all conflicts and openings, 3 parties, 30 demands", "deadlock", making=_DEMANDS, least=0.5, aim=0.1, seeds=15),
    Row("first conflict", "first conflict", making=_DEMANDS, least=5e-3, aim=1e-3, seeds=15),
)  # fmt: skip  # a row of the table each
"""The table that the engine is held to; kind `opp` throughout."""

BESIDE = (
    Row("frontier, 2 parties, 10^6, kind rand", "frontier", making=_rand(2, 6), seeds=15, peers="frontier"),
    Row("frontier, 3 parties, 10^6, kind rand", "frontier", making=_rand(3, 6), seeds=15, peers="frontier"),
    Row("frontier, 2 parties, 30 issues, kind rand", "frontier", making=_rand(2, 30), seeds=9, peers="sampler", peer_runs=5),
    Row("frontier, 2 parties, 10^8", "frontier", making=_opp(2, 8), peers="frontier"),
    Row("the 20 cheapest openings worked out, 3 parties, 30 demands", "deadlock, worked out", making=_DEMANDS),
    Row("Nash, 3 parties, 10^5", "nash", making=_opp(3, 5), seeds=9, peers="nash", peer_runs=5),
)
"""More, to compare with the peer where it is quickest."""
