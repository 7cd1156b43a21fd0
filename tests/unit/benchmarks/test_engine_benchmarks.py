from __future__ import annotations

import itertools
import json
from importlib import import_module
from pathlib import Path

import pytest

from gobetween.bargaining.deadlocks import find_conflicts
from gobetween.bargaining.dominance import maxima
from gobetween.bargaining.frontiers import find_frontier
from gobetween.bargaining.kernels.enumeration import ENUMERATION

ENGINE = Path(__file__).parents[3] / "benchmarks" / "engine"

pytestmark = pytest.mark.skipif(not ENGINE.exists(), reason="the benchmarks are not part of this distribution")


@pytest.fixture(autouse=True)
def _beside_the_benchmarks(monkeypatch):
    monkeypatch.syspath_prepend(str(ENGINE))
    monkeypatch.delenv("GOBETWEEN_PEER", raising=False)


def random_domain(*sizes, **further):
    return import_module("random_domains").random_domain(*sizes, **further)


def sums_that_the_peer_sees(text):
    values = json.loads(text)["values"]
    for chosen in itertools.product(*(range(len(options)) for options in values[0])):
        yield tuple(sum(party[issue][option] for issue, option in enumerate(chosen)) for party in values)


@pytest.mark.parametrize("kind", ["opp", "rand"])
def test_the_peer_is_given_the_numbers_of_the_problem(kind):
    domain = random_domain(3, 3, seed=4, kind=kind)
    ours = {tuple(point.values.values()) for point in find_frontier(domain.problem(), kernel=ENUMERATION).points}
    assert ours == set(maxima(sums_that_the_peer_sees(domain.to_json())))


def test_a_seed_decides_the_domain():
    one, other, third = (random_domain(3, 8, seed=seed, links=6, rules=3) for seed in (1, 1, 2))
    assert one == other != third


def test_a_domain_survives_being_written():
    domain = random_domain(2, 8, seed=1, links=6, rules=3)
    assert type(domain).from_json(domain.to_json()) == domain


def test_every_call_gets_a_problem_of_its_own():
    domain = random_domain(2, 4, seed=1, links=2, rules=2)
    one, other = domain.problem(), domain.problem()
    assert one == other
    assert one is not other
    assert one.preferences[0].option_values is not other.preferences[0].option_values


def test_links_and_rules_join_two_issues_near_each_other():
    problem = random_domain(2, 12, seed=3, links=9, rules=5).problem()
    links = [link.if_chosen for preferences in problem.preferences for link in preferences.links]
    rules = [{**rule.if_chosen, **rule.requires} for rule in problem.required(problem.matter)]
    assert (len(links), len(rules)) == (9, 5)
    for joined in (*links, *rules):
        first, second = sorted(list(problem.issues).index(issue) for issue in joined)
        assert 1 <= second - first <= 4


def test_demands_of_a_deadlock_can_all_be_conceded_and_conflict():
    deadlock = import_module("random_domains").random_deadlock
    problem = deadlock(3, 3, seed=2, red_lines=5, terms=2, reserved=0.6).problem()
    assert [requirement.is_concedable for requirement in problem.requirements] == [True] * 10
    assert find_conflicts(problem, kernel=ENUMERATION).conflicts


def test_a_peer_that_is_not_installed_is_not_asked():
    assert import_module("peers").ask_peer("frontier", random_domain(2, 2, seed=1)).failed == "not installed"


def measured(seconds, *, is_proven=True, peer=None):
    answers, measuring, rows, peers = map(import_module, ("answers", "measuring", "rows", "peers"))
    row = rows.Row("a row", "frontier", making=random_domain, least=0.2, aim=0.1, ratio=100, gap=0.01)
    answer = answers.Answer(3, is_proven=is_proven, gap=None if is_proven else 0.005)
    theirs = (peers.PeerAnswer(seconds=peer),) if peer else ()
    return measuring.Measured(row, ours=measuring.Ours(warm=(seconds,), unfolding=(0.1,), answers=(answer,)), theirs=theirs)


@pytest.mark.parametrize(
    ("figures", "least", "aim"),
    [
        ({"seconds": 0.05}, "reached", "reached"),
        ({"seconds": 0.15}, "reached", "missed"),
        ({"seconds": 0.25}, "missed", "missed"),
        ({"seconds": 0.05, "is_proven": False}, "reached", "missed"),
        ({"seconds": 0.05, "peer": 4.0}, "missed", "reached"),
        ({"seconds": 0.05, "peer": 6.0}, "reached", "reached"),
    ],
)
def test_the_table_says_whether_what_was_asked_is_reached(figures, least, aim):
    cells = import_module("tables").cells(measured(**figures))
    assert cells[-2].endswith(f": {least}")
    assert cells[-1].endswith(f": {aim}")


def test_a_plot_names_its_curves_and_keeps_names_apart():
    plots = import_module("plots")
    curves = [plots.Curve("one", ((2, 0.001), (4, 0.01))), plots.Curve("two", ((2, 0.001), (4, 0.011), (6, None)))]
    drawn = plots.plot("growth", "Time", "Time against size.", "issues", curves)
    assert drawn.count(">one</text>") == drawn.count(">two</text>") == 1
    assert "1 ms" in drawn
    places = [float(drawn.split(f">{name}</text>")[0].rsplit(' y="', 1)[1].split('"')[0]) for name in ("one", "two")]
    assert abs(places[0] - places[1]) >= plots.APART


def test_figures_go_between_their_marks(tmp_path):
    page = tmp_path / "page.md"
    page.write_text("before\n<!-- table: begin -->\nold\n<!-- table: end -->\nafter\n", encoding="utf-8")
    import_module("documents").put(page, "table", "new\n")
    assert page.read_text(encoding="utf-8") == "before\n<!-- table: begin -->\nnew\n<!-- table: end -->\nafter\n"


def test_a_page_without_marks_is_left_alone(tmp_path):
    page = tmp_path / "page.md"
    page.write_text("before\n", encoding="utf-8")
    with pytest.raises(ValueError, match="has no marks"):
        import_module("documents").put(page, "table", "new\n")
    assert page.read_text(encoding="utf-8") == "before\n"
