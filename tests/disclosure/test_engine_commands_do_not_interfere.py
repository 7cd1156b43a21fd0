"""What an audience may not see changes no byte of what the engine's commands give it: tables, JSON, plots, notes, refusals."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from disclosure.test_commands_do_not_interfere import (
    AUDIENCES,
    BASE,
    DIFFERENCES,
    EARLIER,
    LINES,
    MARK,
    TODAY,
    Difference,
    Files,
    Way,
    party,
    without_word_to,
)
from gobetween.bargaining.frontiers import find_frontier
from gobetween.bargaining.kernels import unwatched
from gobetween.bargaining.results import Feasible
from gobetween.bootstrap.workshop import Workshop
from gobetween.briefs.answers import answers, frontiers, numbers_open
from gobetween.briefs.answers.deadlocks import DeadlockAsked
from gobetween.briefs.answers.doubts import RobustAsked
from gobetween.briefs.answers.frontiers import FrontierAsked
from gobetween.briefs.answers.improvements import ImproveAsked
from gobetween.briefs.answers.sensitivity import SensitivityAsked
from gobetween.briefs.answers.solutions import SolveAsked, rules_named
from gobetween.briefs.answers.stability import StabilityAsked
from gobetween.briefs.answers.zones import ZoneAsked
from gobetween.briefs.blocks import GainsPlot
from gobetween.cli.services import BriefRequest
from gobetween.disclosure import views
from gobetween.disclosure.views import View, view_for
from gobetween.model.cases import Case
from gobetween.model.errors import GobetweenError

WAGE = {"wage": frozenset({"two"}), "hours": frozenset({"long"})}
QUESTIONS: dict[str, answers.Question] = {
    "zone": ZoneAsked(limit=3),
    "frontier": FrontierAsked(is_plotted=True, all_packages=True),
    "frontier, acceptable": FrontierAsked(is_acceptable_only=True, limit=0),
    "solve": SolveAsked(rules_named("all")),
    "solve, weighted": SolveAsked(rules_named("nash"), {"union": 2}),
    "deadlock": DeadlockAsked(limit=0),
    "deadlock, demands alone": DeadlockAsked(by_demands_alone=True),
    "improve": ImproveAsked(),
    "improve, proposal": ImproveAsked(proposal="paper"),
    "improve, package": ImproveAsked(WAGE),
    "sensitivity": SensitivityAsked(every_number=True),
    "robust": RobustAsked(),
    "stability": StabilityAsked(),
    "stability, proposal": StabilityAsked(proposal="paper"),
}


class Desk:
    """Puts case folders down and asks the engine about them; what it was told once it remembers."""

    def __init__(self, root: Path) -> None:
        self.root, self.folders, self.told = root, {}, {}

    def folder(self, contents: Files) -> Path:
        key = tuple(sorted(contents.items()))
        if key not in self.folders:
            self.folders[key] = folder = self.root / str(len(self.folders)) / "quay"
            for file, content in contents.items():
                (folder / file).parent.mkdir(parents=True, exist_ok=True)
                (folder / file).write_bytes(content if isinstance(content, bytes) else MARK.sub("", content).encode())
        return self.folders[key]

    def given(self, contents: Files, way: Way, question: str) -> tuple[str, ...]:
        """All bytes that an audience is given in answer to a question, or the refusal. Where the folder lies is no difference."""
        folder = self.folder(contents)
        audience, as_of, assumption = way
        request = BriefRequest(folder, audience=audience, as_of=as_of, assumption=assumption)
        shop = Workshop(TODAY).bargaining
        try:
            answered = shop.answer((request,), QUESTIONS[question], unwatched)
        except GobetweenError as refusal:
            return (type(refusal).__name__, str(refusal).replace(str(folder), "quay"))
        notes = (LINES.sub(r"case.yaml: \1", note) if audience == "keeper" else note for note in answered.warnings)
        answer = answered.answer
        return (
            shop.text(answer, 80, colour=False, stopped=None),
            shop.json_text(answer, stopped=None),
            shop.svg(answer, stopped=None),
            *notes,
        )

    def of_base(self, way: Way, question: str) -> tuple[str, ...]:
        if (way, question) not in self.told:
            self.told[way, question] = self.given(BASE, way, question)
        return self.told[way, question]

    def notices(self, contents: Files, way: Way, question: str) -> bool:
        return self.given(contents, way, question) != self.of_base(way, question)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return Desk(tmp_path_factory.mktemp("engine-quays"))


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("way", [(None, None), (EARLIER, None), (None, "open"), (None, "guess")])
def test_all_differences_together_change_no_byte(desk: Desk, question: str, way: tuple[dt.date | None, str | None]) -> None:
    for audience in AUDIENCES:
        assert not desk.notices(without_word_to(audience, DIFFERENCES), (audience, *way), question), audience


@pytest.mark.parametrize("difference", [each for each in DIFFERENCES if ": " not in each.name], ids=lambda each: each.name)
def test_only_those_who_were_told_notice_other_files(desk: Desk, difference: Difference) -> None:
    after = difference.change(BASE)
    for question in ("zone", "deadlock"):
        noticed = {each for each in AUDIENCES for way in difference.ways if desk.notices(after, (each, *way), question)}
        assert noticed <= difference.told


@given(st.sampled_from(AUDIENCES), st.sampled_from(list(QUESTIONS)), st.lists(st.sampled_from(DIFFERENCES), unique=True, max_size=6))
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_differences_together_change_nothing(desk: Desk, audience: str, question: str, differences: list[Difference]) -> None:
    assert not desk.notices(without_word_to(audience, differences), (audience, None, "open"), question)


# What is pooled: may be computed with, may not be seen


def pooled_for_conciliator(two: int, employers: int = 90) -> Files:
    """Both sides pool for the conciliator; the union's numbers are entrusted to it, those of the employers to the bishop."""
    return {
        **BASE,
        "parties/union.yaml": party("conciliator", two, "Vega", pooled="conciliator"),
        "parties/employers.yaml": party("bishop", employers, "Brand", pooled="conciliator"),
    }


def data_of(told: tuple[str, ...]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(told[1])["answer"]
    return found


def gains_in(value: object, party_id: str) -> list[dict[str, Any]]:
    """Every gain of a party, wherever it stands in an answer."""
    if isinstance(value, list):
        return [found for each in value for found in gains_in(each, party_id)]
    if not isinstance(value, dict):
        return []
    here = [value["gains"][party_id]] if "gains" in value else []
    return [*here, *(found for each in value.values() for found in gains_in(each, party_id))]


@pytest.mark.parametrize("question", ["zone", "frontier", "solve", "improve", "improve, proposal"])
def test_numbers_that_may_not_be_seen_show_as_whole_per_cents_alone(desk: Desk, question: str) -> None:
    data = data_of(desk.given(pooled_for_conciliator(20), ("conciliator", None, None), question))
    hidden = next(each for each in data["parties"] if each["id"] == "employers")
    assert (hidden["reservation"], hidden["best"]) == (None, None)
    gains = gains_in(data["result"], "employers")
    assert gains
    assert all((each["value"], each["gain"]) == (None, None) for each in gains)
    assert all(100 % int(each["share"].partition("/")[2]) == 0 for each in gains)
    assert all(each["value"] is not None for each in gains_in(data["result"], "union"))


def test_a_brief_shows_them_as_whole_per_cents_alone_too(desk: Desk) -> None:
    shop = Workshop(TODAY)
    request = BriefRequest(desk.folder(pooled_for_conciliator(23, employers=60)), audience="conciliator")
    brief = shop.make_brief(request, lambda _message: None).brief
    (plot,) = (block for section in brief.sections for block in section.blocks if isinstance(block, GainsPlot))
    shares = [gain.share * 100 for bar in plot.bars for gain in bar.gains if gain.party == "Port Employers"]
    assert any(share % 100 for share in shares)
    assert all(share.denominator == 1 for share in shares)


@pytest.mark.parametrize("question", ["solve, weighted", "improve, package", "sensitivity"])
def test_what_would_bring_them_out_by_asking_often_is_refused(desk: Desk, question: str) -> None:
    refusal = desk.given(pooled_for_conciliator(20), ("conciliator", None, None), question)
    assert refusal[0] == "NotDisclosed"
    assert "may be computed with for this reader, but not seen" in refusal[1]


def test_nothing_assumed_is_set_beside_what_may_not_be_seen(desk: Desk) -> None:
    conduct = "conduct: {obligations: {pay: {kept: {employers: 5}}}}\n"
    case = str(BASE["case.yaml"]) + "obligations:\n  pay: {actor: employers, text: Pay., held_by: public}\n"
    contents = {**pooled_for_conciliator(20), "case.yaml": case, "assumptions/bets.yaml": f"gobetween: 1\nheld_by: public\n{conduct}"}
    way = ("conciliator", None, "bets")
    assert desk.given(contents, way, "stability")[0] != "NotDisclosed"
    refusal = desk.given(contents, way, "stability, proposal")
    assert refusal[0] == "NotDisclosed"
    assert "by trying assumptions beside them" in refusal[1]


def test_conduct_tells_of_nobody_who_was_not_known_of_by_the_day(desk: Desk) -> None:
    case = str(BASE["case.yaml"]) + "obligations:\n  pay: {actor: employers, text: Pay., known: 2031-01-01, held_by: public}\n"

    def given(responses: str) -> tuple[str, ...]:
        conduct = f"conduct: {{obligations: {{pay: {{kept: {{employers: -5}}, responses: {responses}}}}}}}\n"
        contents = {**BASE, "case.yaml": case, "assumptions/bets.yaml": f"gobetween: 1\nheld_by: public\n{conduct}"}
        return desk.given(contents, ("public", EARLIER, "bets"), "stability")

    fined = given("[{by: late, worth: {employers: -9, late: 1}}]")
    assert fined[0] != "NotDisclosed"
    assert fined == given("[]")


def test_packages_that_tie_are_not_listed_where_numbers_may_not_be_seen(desk: Desk) -> None:
    request = BriefRequest(desk.folder(pooled_for_conciliator(55, employers=55)), audience="conciliator")
    shop = Workshop(TODAY).bargaining
    for asked in (SolveAsked(rules_named("all"), limit=0), FrontierAsked(all_packages=True)):
        result = shop.answer((request,), asked, unwatched).answer.result
        each = result.solutions if isinstance(asked, SolveAsked) else result.points
        assert all(len(one.packages) <= 1 for one in each)


def test_a_frontier_of_what_may_not_be_seen_shows_the_same_few_points_whatever_is_asked(desk: Desk) -> None:
    request = BriefRequest(desk.folder(pooled_for_conciliator(20)), audience="conciliator")
    shop = Workshop(TODAY).bargaining
    shown = set()
    for limit in (0, 2, 5, 40):
        result = shop.answer((request,), FrontierAsked(limit=limit), unwatched).answer.result
        shown |= {point.place for point in result.points}
    assert len(shown) <= 8
    with pytest.raises(GobetweenError, match="one grid after the other"):
        shop.answer((request,), FrontierAsked(most_points=3), unwatched)


def test_of_a_frontier_that_is_not_proven_nothing_shows_of_what_may_not_be_seen(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def told_after(points: int) -> tuple[str, ...]:
        def cut_short(*given: Any, **asked: Any) -> frontiers.Frontier:
            found = find_frontier(*given, **asked)
            return evolve(found, status=Feasible(), points=found.points[:points])

        monkeypatch.setattr(frontiers, "find_frontier", cut_short)
        return desk.given(pooled_for_conciliator(20), ("conciliator", None, None), "frontier")

    assert data_of(told_after(1))["result"]["status"]["status"] == "feasible"
    assert told_after(1) == told_after(2)


def test_deadlock_takes_no_numbers_that_may_not_be_seen(desk: Desk) -> None:
    data = data_of(desk.given(pooled_for_conciliator(20), ("conciliator", None, None), "deadlock"))
    assert data["result"]["by_numbers"] is False


@pytest.mark.parametrize("role", ["party", "mediator"])
@pytest.mark.parametrize("question", ["zone", "deadlock"])
def test_a_role_that_an_actor_was_not_told_of_takes_no_file_from_it(desk: Desk, role: str, question: str) -> None:
    confided = {**BASE, "parties/union.yaml": party("line", 20, "Vega"), "parties/employers.yaml": party("line", 90, "Brand")}
    hidden = str(confided["case.yaml"]).replace("#roles", f", {{role: {role}, held_by: bishop}}#roles")
    way = ("line", None, None)
    assert desk.given(confided, way, "zone")[0] != "NotDisclosed"
    assert desk.given({**confided, "case.yaml": hidden}, way, question) == desk.given(confided, way, question)


def test_whoever_has_no_numbers_of_every_party_is_refused_in_the_same_words(desk: Desk) -> None:
    refusals = {
        desk.of_base((audience, None, None), question) for audience in ("public", "bishop", "line") for question in ("zone", "solve")
    }
    assert len(refusals) == 1


# Tests of the test: leaks planted on purpose, which the comparisons above must notice


def showing_everything(_scene: object, _party: str) -> bool:
    return True


def view_with_all_numbers(audience: str, case: Case, *, as_of: dt.date | None = None) -> View:
    seen = view_for(audience, case, as_of=as_of)
    return evolve(seen, analysable=case.preferences, case=evolve(seen.case, preferences=case.preferences))


def view_with_a_count(audience: str, case: Case, *, as_of: dt.date | None = None) -> View:
    seen = view_for(audience, case, as_of=as_of)
    return evolve(seen, case=evolve(seen.case, title=f"{seen.case.title} {sum(1 for _ in case.items())}"))


@pytest.mark.parametrize(("leak", "audience"), [(view_with_all_numbers, "conciliator"), (view_with_a_count, "public")])
def test_a_planted_leak_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, leak: Callable[..., View], audience: str) -> None:
    monkeypatch.setattr(views, "view_for", leak)
    desk = Desk(tmp_path)
    changed = [without_word_to(audience, DIFFERENCES), pooled_for_conciliator(20, employers=70)]
    assert any(desk.notices(each, (audience, None, None), "deadlock") for each in changed)


def test_numbers_shown_by_mistake_are_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(numbers_open, "sees", showing_everything)
    from gobetween.briefs.answers import giving

    monkeypatch.setattr(giving, "sees", showing_everything)
    with pytest.raises(AssertionError):
        test_numbers_that_may_not_be_seen_show_as_whole_per_cents_alone(Desk(tmp_path), "zone")
