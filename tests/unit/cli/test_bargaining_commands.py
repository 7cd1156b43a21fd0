"""The engine's commands as a person meets them: what they print, in which forms, for whom, and how they refuse."""

from __future__ import annotations

import html
import json
import re
import shutil
from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import click
import pytest
from attrs import evolve
from click.testing import CliRunner

from gobetween.bargaining.deadlocks import Conflicts, Deadlock, explain_deadlock
from gobetween.bargaining.deal_zones import DealZone, deal_zone
from gobetween.bargaining.kernels import Count, Watch
from gobetween.bargaining.problems import Problem
from gobetween.bargaining.results import Feasible
from gobetween.bargaining.sensitivity import Sensitivity, sensitivity
from gobetween.bootstrap.bargaining import Bargaining
from gobetween.bootstrap.workshop import Workshop
from gobetween.briefs.answers.answers import Question
from gobetween.cli.commands import main
from gobetween.cli.services import BriefRequest
from gobetween.cli.services.bargaining import Answered
from gobetween.model.errors import GobetweenError
from gobetween.model.preferences import ASSUMPTION_NOTICE

ROOT = Path(__file__).parents[3]
CAIRO, HARBOUR = ROOT / "examples" / "cairo", ROOT / "examples" / "harbour"
ASKED = {
    "zone": ("zone", HARBOUR, "--assume", "pay-first"),
    "frontier": ("frontier", HARBOUR, "--assume", "pay-first"),
    "frontier of three": ("frontier", CAIRO, "--assume", "quiet-first", "--limit", "4"),
    "solve": ("solve", CAIRO, "--assume", "quiet-first"),
    "deadlock": ("deadlock", HARBOUR, "--limit", "3"),
    "deadlock with numbers": ("deadlock", HARBOUR, "--assume", "pay-first", "--limit", "3"),
    "improve": ("improve", HARBOUR, "--as", "conciliator", "--proposal", "bridge"),
    "improve, completed": ("improve", HARBOUR, "--assume", "pay-first"),
    "robust": ("robust", CAIRO, "--assume", "quiet-first", "--assume", "lines-first", "--limit", "1"),
    "sensitivity": ("sensitivity", HARBOUR, "--assume", "pay-first"),
    "stability": ("stability", HARBOUR, "--assume", "in-doubt"),
    "an empty zone": ("zone", CAIRO, "--assume", "lines-first"),
}


class Remembering(Bargaining):
    """Asks the engine the same question once: what these tests look at is how the answer is given."""

    def answer(self, requests: tuple[BriefRequest, ...], question: Question, watch: Watch) -> Answered:
        key = repr((requests, question))
        if key not in ANSWERS:
            ANSWERS[key] = super().answer(requests, question, watch)
        return ANSWERS[key]


class Shop(Workshop):
    @property
    def bargaining(self) -> Remembering:
        return Remembering(self.view_of_case, self.today)


ANSWERS: dict[str, Answered] = {}


@cache
def gobetween(*words: object, width: int = 100) -> tuple[int, str]:
    done = CliRunner().invoke(main, [str(word) for word in words], obj=Shop(), standalone_mode=False, env={"COLUMNS": str(width)})
    if isinstance(done.exception, click.ClickException):
        return done.exception.exit_code, done.exception.format_message()
    if isinstance(done.exception, GobetweenError):
        return 2, str(done.exception)
    if isinstance(done.exception, SystemExit):
        return int(str(done.exception)), done.output
    assert done.exception is None, done.exception
    return done.exit_code, done.output


def answer(*words: object) -> dict[str, Any]:
    code, output = gobetween(*words, "--format", "json")
    assert code == 0, output
    found: dict[str, Any] = json.loads(output)
    assert found["gobetween"] == 1
    return found["answer"]


# Every form of every answer


@pytest.mark.parametrize("asked", ASKED)
@pytest.mark.parametrize("width", [80, 40])
def test_tables_fit_the_terminal_and_have_no_colour_off_it(asked: str, width: int) -> None:
    code, output = gobetween(*ASKED[asked], width=width)
    assert code == 0
    assert "\x1b" not in output
    assert max(map(len, output.splitlines())) <= width


@pytest.mark.parametrize("asked", ASKED)
def test_every_form_repeats_that_numbers_were_assumed(asked: str) -> None:
    is_assumed = "--assume" in ASKED[asked]
    for form in ("text", "json", "svg"):
        code, output = gobetween(*ASKED[asked], "--format", form)
        assert code == 0
        written = " ".join(re.sub(r"<[^>]*>|┃", " ", output).replace("&#x27;", "'").split())
        assert (ASSUMPTION_NOTICE in written) is is_assumed, form
        assert "Profile: closed" in written


@pytest.mark.parametrize("asked", ASKED)
def test_a_plot_is_one_file_that_says_what_it_shows(asked: str) -> None:
    _code, output = gobetween(*ASKED[asked], "--format", "svg")
    picture = ET.fromstring(output)  # noqa: S314 - our own output
    names = [element.tag.rpartition("}")[2] for element in picture]
    assert {"title", "desc", "style"} <= set(names)
    assert "prefers-color-scheme:dark" in output
    assert "href" not in output


def test_what_an_opening_costs_is_no_share_and_is_said_to_be_none() -> None:
    asked = ("deadlock", CAIRO, "--assume", "lines-first", "--limit", "0")
    words = " ".join(gobetween(*asked)[1].split())
    costs = [Fraction(each["cost"][2]) for each in answer(*asked)["result"]["openings"]]

    assert max(costs) > 1
    assert costs == sorted(costs)
    assert all(f", cost {float(each):.2f}" in words for each in costs)
    assert "1.00 is as much as the best package is worth to that owner. It is no share" in words
    assert "%" not in words
    assert "cost" not in gobetween("deadlock", CAIRO)[1]


def test_rules_of_the_deal_zone_say_whose_shares_they_compare() -> None:
    words = " ".join(gobetween("solve", HARBOUR, "--assume", "pay-first")[1].split())
    assert "Kalai-Smorodinsky and Utilitarian go by shares of the most in the deal zone" in words
    assert "in the deal zone, which" not in " ".join(gobetween("solve", HARBOUR, "--assume", "pay-first", "--rule", "nash")[1].split())


def test_the_plot_of_what_is_in_doubt_marks_what_is_sure_for_whom() -> None:
    _code, output = gobetween("robust", HARBOUR, "--assume", "in-doubt", "--limit", "1", "--format", "svg")
    assert "Surely acceptable to all" in output
    assert "1 Dockers' Union and 2 Terminal Employers" in " ".join(html.unescape(output).split())
    assert 2 <= output.count("party 1:") + output.count("party 2:") <= 3  # both of the sure package, not both of the possible one


@pytest.mark.parametrize("asked", ASKED)
def test_json_holds_whole_numbers_and_fractions_as_texts(asked: str) -> None:
    found = answer(*ASKED[asked])
    assert {"question", "case", "audience", "notices", "marks", "stopped", "essence", "parties", "result"} <= found.keys()
    assert found["stopped"] is None
    assert not [each for each in every(found) if isinstance(each, float)]
    shares = [each["share"] for each in every(found) if isinstance(each, dict) and each.get("share") is not None]
    assert all(re.fullmatch(r"-?[0-9]+/[1-9][0-9]*", share) for share in shares)


def every(value: object) -> list[object]:
    below = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [value, *(found for each in below for found in every(each))]


# What they say


@pytest.mark.parametrize("question", ["zone", "solve", "deadlock"])
@pytest.mark.parametrize("form", ["text", "json", "svg"])
def test_what_takes_the_middle_of_what_is_in_doubt_says_so(question: str, form: str) -> None:
    said = "In doubt: the numbers of Dockers' Union and Terminal Employers. Here the middle of what they may be is taken"
    for assumed, is_said in (("in-doubt", True), ("pay-first", False)):
        _code, output = gobetween(question, HARBOUR, "--assume", assumed, "--format", form)
        assert (said in " ".join(re.sub(r"<[^>]*>|┃", " ", output).replace("&#x27;", "'").split())) is is_said
    _code, output = gobetween("robust", HARBOUR, "--assume", "in-doubt", "--format", form)
    assert "the middle of what they may be is taken" not in output


def test_the_zone_says_how_many_packages_it_has_and_what_room_there_is() -> None:
    _code, output = gobetween(*ASKED["zone"])
    assert "82 packages are at least" in output
    result = answer(*ASKED["zone"])["result"]
    assert (result["at_least"], result["at_most"], result["status"]["status"]) == (82, 82, "optimal")
    assert result["ranges"]["union"] == {"least": 900, "most": 1200, "headroom": 300, "is_least_proven": True, "is_most_proven": True}


def test_an_empty_zone_names_what_cannot_be_met_together() -> None:
    code, output = gobetween(*ASKED["an empty zone"])
    assert code == 0
    assert "There is no deal zone." in output
    status = answer(*ASKED["an empty zone"])["result"]["status"]
    assert status["status"] == "infeasible"
    assert status["conflict"]
    code, output = gobetween("solve", *ASKED["an empty zone"][1:])
    assert (code, "nothing to choose" in output) == (0, True)


def test_a_frontier_lists_evenly_spread_points_and_says_of_how_many() -> None:
    found = answer(*ASKED["frontier"], "--limit", "4")["result"]
    assert found["count"] == 33
    assert [each["place"] for each in found["points"]] == [1, 12, 22, 33]
    assert len(answer(*ASKED["frontier"], "--limit", "0")["result"]["points"]) == 33
    _code, output = gobetween(*ASKED["frontier"], "--limit", "4")
    assert "4 of 33 points" in output
    union = [each["gains"]["union"]["value"] for each in found["points"]]
    assert union == sorted(union, reverse=True)


def test_a_frontier_of_what_all_could_accept_is_part_of_the_other() -> None:
    whole = answer(*ASKED["frontier"], "--limit", "0")["result"]["points"]
    acceptable = answer(*ASKED["frontier"], "--limit", "0", "--acceptable")["result"]["points"]
    assert all(gain["gain"] >= 0 for point in acceptable for gain in point["gains"].values())
    assert [each["gains"] for each in acceptable] == [
        each["gains"] for each in whole if all(gain["gain"] >= 0 for gain in each["gains"].values())
    ]


def test_solve_compares_five_rules_and_takes_one() -> None:
    found = answer(*ASKED["solve"])["result"]["solutions"]
    assert [each["rule"] for each in found] == ["nash", "kalai-smorodinsky", "leximin", "egalitarian", "utilitarian"]
    assert {each["status"]["status"] for each in found} == {"optimal"}
    (nash,) = answer(*ASKED["solve"], "--rule", "nash")["result"]["solutions"]
    assert nash == found[0]
    gains = [each["gain"] for each in nash["packages"][0]["gains"].values()]
    assert nash["packages"][0]["score"] == gains[0] * gains[1] * gains[2]


def test_a_weight_moves_the_nash_package_to_the_party() -> None:
    (plain,) = answer(*ASKED["solve"], "--rule", "nash")["result"]["solutions"]
    (weighed,) = answer(*ASKED["solve"], "--rule", "nash", "--weight", "israel=9")["result"]["solutions"]
    assert weighed["packages"][0]["gains"]["israel"]["gain"] > plain["packages"][0]["gains"]["israel"]["gain"]


@pytest.mark.parametrize("form", ["text", "svg"])
def test_weights_are_told_with_what_they_led_to(form: str) -> None:
    code, output = gobetween(*ASKED["solve"], "--rule", "nash", "--weight", "israel=9", "--format", form)
    assert code == 0
    assert "With weights: Israel 9, Hamas 1 and Egypt 1." in output
    assert "With weights" not in gobetween(*ASKED["solve"], "--format", form)[1]


def test_a_set_that_leaves_a_party_out_is_named_with_the_party(tmp_path: Path) -> None:
    case = shutil.copytree(HARBOUR, tmp_path / "harbour")
    whole = (case / "assumptions" / "pay-first.yaml").read_text(encoding="utf-8")
    (case / "assumptions" / "pay-first.yaml").write_text(whole[: whole.index("  employers:")], encoding="utf-8")
    code, output = gobetween("zone", case, "--assume", "pay-first")
    assert code == 2
    assert "The set 'pay-first' has no numbers of: employers." in output


def test_the_plot_of_a_sensitivity_marks_the_errors_that_are_enough() -> None:
    _code, output = gobetween(*ASKED["sensitivity"], "--format", "svg", "--limit", "2")
    assert "Nothing to draw" not in output
    assert "The first 2 of 56 places where it tips are drawn." in " ".join(html.unescape(re.sub(r"<[^>]*>", " ", output)).split())
    assert "“With notice” (Automated cranes), +10" in html.unescape(output)


def test_a_conflict_made_by_a_link_of_the_matter_says_so() -> None:
    conflicts = answer(*ASKED["deadlock"])["result"]["conflicts"]
    assert [[each["id"] for each in conflict["because"]] for conflict in conflicts] == [[], ["links/retraining-takes-two-years"], []]
    assert "The reason lies in the matter itself" in " ".join(gobetween(*ASKED["deadlock"])[1].split())


def test_openings_are_numbered_and_each_says_how_far_what_is_needed_comes_down() -> None:
    asked = ("deadlock", HARBOUR, "--assume", "pay-first")
    openings = answer(*asked)["result"]["openings"]
    _code, output = gobetween(*asked, width=40)
    rows = re.split(r"\n▪ (?=[0-9]+\n)", output)[1:]
    assert [row.split()[0] for row in rows] == [str(at) for at in range(1, 9)]
    assert len(openings) == len(rows)
    assert any(opening["reductions"] for opening in openings)
    for row, opening in zip(rows, openings, strict=True):
        words = " ".join(row.split())
        assert ("What is needed comes down:" in words) is bool(opening["reductions"])
        for each in opening["reductions"][:2]:
            assert all(f"by {amount:,} of its own numbers" in words for amount in each["amounts"].values())


def test_of_many_ways_to_come_down_the_first_are_told_and_the_others_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = ("deadlock", CAIRO, "--assume", "lines-first", "--limit", "7")
    several = [each["reductions"] for each in answer(*asked)["result"]["openings"] if len(each["reductions"]) == 2]
    assert several
    _code, output = gobetween(*asked, width=90)
    assert " ".join(output.split()).count(". Or: ") == len(several)
    monkeypatch.setattr("gobetween.briefs.answers.deadlocks.MOST_REDUCTIONS_TOLD", 1)
    monkeypatch.setitem(globals(), "ANSWERS", {})  # nothing of what was remembered
    _code, output = gobetween(*asked, width=91)
    words = " ".join(output.split())
    assert ". Or: " not in words
    assert words.count(". 1 other way would do") == len(several)


def test_eight_conflicts_and_eight_openings_are_listed_unless_more_are_asked_for() -> None:
    asked = ("deadlock", HARBOUR, "--assume", "pay-first")
    _code, output = gobetween(*asked)
    assert "8 of 25 shown" in output
    assert "8 of 41 shown" in output
    for limit, listed in (("2", (2, 2)), ("30", (25, 30)), ("0", (25, 41))):
        found = answer(*asked, "--limit", limit)["result"]
        assert (len(found["conflicts"]), len(found["openings"])) == listed
        assert (found["conflict_count"], found["opening_count"]) == (25, 41)


def test_a_reason_that_was_not_worked_out_is_not_told_as_none(monkeypatch: pytest.MonkeyPatch) -> None:
    def unasked(_problem: Problem, conflicts: Any, _watch: Watch) -> list[None]:
        return [None] * len(conflicts)

    monkeypatch.setattr("gobetween.briefs.answers.deadlocks.reasons_behind", unasked)
    monkeypatch.setitem(globals(), "ANSWERS", {})
    asked = ("deadlock", HARBOUR, "--limit", "4")
    assert "was not worked out in time" in " ".join(gobetween(*asked)[1].split())
    assert [each["because"] for each in answer(*asked)["result"]["conflicts"]] == [None] * 4


def test_a_deadlock_is_given_line_by_line_and_at_last_as_a_whole() -> None:
    code, output = gobetween(*ASKED["deadlock"], "--format", "jsonl")
    assert code == 0
    head, *parts, whole = (json.loads(line) for line in output.splitlines())
    assert whole["answer"] == answer(*ASKED["deadlock"])
    assert head["answer"] == whole["answer"] | {"essence": [], "result": None}
    assert head["answer"]["notices"]
    counts = [sum(kind in part for part in parts) for kind in ("conflict", "opening")]
    assert counts == [whole["answer"]["result"][kind] for kind in ("conflict_count", "opening_count")]
    assert sum(counts) == len(parts)
    given = [each["requirements"] for each in whole["answer"]["result"]["conflicts"]]
    assert all(each in [part["conflict"]["requirements"] for part in parts if "conflict" in part] for each in given)


def test_lines_are_for_what_is_found_bit_by_bit_and_for_no_file(tmp_path: Path) -> None:
    code, output = gobetween(*ASKED["deadlock"], "--format", "jsonl", "--output", tmp_path / "deadlock.jsonl")
    assert (code, "leave --output out" in output) == (2, True)
    assert gobetween(*ASKED["zone"], "--format", "jsonl")[0] == 2


@pytest.mark.parametrize(
    ("left", "said"),
    [
        (2, "Not all that is required can be met together; the search was stopped before it found which of it excludes the rest."),
        (0, "Not known: the search was stopped before it could tell whether all that is required can be met together."),
    ],
)
def test_a_search_stopped_before_its_first_conflict_does_not_say_that_there_is_none(
    left: int, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*given: Any, **rest: Any) -> Iterator[Deadlock]:
        (*_, found) = explain_deadlock(*given, **rest)
        assert isinstance(found, Deadlock)
        yield Deadlock(
            Conflicts(Feasible(), (), complete=False), evolve(found.openings, openings=found.openings.openings[:left], complete=False)
        )

    monkeypatch.setattr("gobetween.briefs.answers.deadlocks.explain_deadlock", stopped)
    monkeypatch.setitem(globals(), "ANSWERS", {})
    found = answer("deadlock", HARBOUR, "--limit", f"{left + 11}")
    assert said in (essence := " ".join(found["essence"]))
    assert ("at least 2 ways of giving some up would leave a package" in essence) is bool(left)


def test_a_deadlock_is_told_without_numbers_and_with_them() -> None:
    alone, with_numbers = answer(*ASKED["deadlock"])["result"], answer(*ASKED["deadlock with numbers"])["result"]
    assert (alone["by_numbers"], with_numbers["by_numbers"]) == (False, True)
    assert (alone["conflict_count"], alone["are_all_conflicts"]) == (6, True)
    kinds = {
        each["kind"]
        for conflict in answer(*ASKED["deadlock with numbers"], "--limit", "0")["result"]["conflicts"]
        for each in conflict["requirements"]
    }
    assert "reservation" in kinds
    assert answer(*ASKED["deadlock with numbers"], "--demands-alone")["result"] == alone
    sizes = [len(each["requirements"]) for each in with_numbers["conflicts"]]
    assert sizes == sorted(sizes)


def test_improve_says_what_is_better_for_all_than_a_package_or_a_proposal() -> None:
    package = "wages=rise-2,shifts=ten-hours,night-premium=night-25,automation=with-retraining,jobs=permanent-dockers,term=two-years"
    found = answer("improve", HARBOUR, "--assume", "pay-first", "--package", package)["result"]
    before = found["on_table"]["gains"]
    assert found["better_for_all"]["at_least"] > 0
    for better in (*found["better_for_all"]["best"], *found["nash"]["packages"], *found["better_for_all"]["shortest"]):
        assert all(better["gains"][party]["value"] > gain["value"] for party, gain in before.items())
    partial = answer(*ASKED["improve, completed"])["result"]
    assert partial["missing"] == ["night-premium", "jobs", "term"]
    assert partial["completion_count"] == 7


def test_a_text_is_completed_first_in_ways_that_give_nobody_less_than_no_deal() -> None:
    found = answer(*ASKED["improve, completed"], "--limit", "0")["result"]
    losing = [any(gain["gain"] < 0 for gain in each["gains"].values()) for each in found["completions"]]
    assert losing == sorted(losing)
    assert losing.count(False) == found["acceptable_completions"] > 0
    assert found["completions_status"]["status"] == "optimal"
    _code, output = gobetween(*ASKED["improve, completed"])
    words = " ".join(output.split())
    assert f"{found['acceptable_completions']} of them give nobody less than no deal." in words
    assert "What each gives, 3 of 7 shown" in words


def test_robust_needs_sets_of_assumptions_that_differ() -> None:
    code, output = gobetween("robust", CAIRO, "--assume", "quiet-first")
    assert (code, "nothing is in doubt" in output) == (2, True)
    found = answer(*ASKED["robust"])
    assert found["assumptions"] == ["quiet-first", "lines-first"]
    assert found["result"]["zone"]["surely"]["at_least"] <= found["result"]["zone"]["possibly"]["at_least"]


@pytest.mark.parametrize(
    ("unproven", "said", "row"),
    [
        (("is_least_proven",), "Not proven: the least that Dockers' Union can get there.", "900 or less to 1,200 1,500 300"),
        (
            ("is_most_proven",),
            "Not proven: the most that Dockers' Union can get there, which is also how much more could be needed.",
            "900 to 1,200 or more 1,500 300 or more",
        ),
        (("is_best_proven",), "Not proven: the best that Dockers' Union can get anywhere.", "900 to 1,200 1,500 or more 300"),
        ((), "Not proven: how many they are.", "900 to 1,200 1,500 300"),
    ],
)
def test_a_zone_names_what_of_it_is_not_proven(unproven: tuple[str, ...], said: str, row: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(problem: Problem, **rest: Any) -> DealZone:
        found = deal_zone(problem, **rest)
        first, *others = found.ranges
        size = found.size if unproven else Count(80, 90)
        return evolve(found, status=Feasible(), size=size, ranges=(evolve(first, **dict.fromkeys(unproven, False)), *others))

    monkeypatch.setattr("gobetween.briefs.answers.zones.deal_zone", stopped)
    monkeypatch.setitem(globals(), "ANSWERS", {})
    _code, output = gobetween(*ASKED["zone"], width=141 + len(said))
    words = " ".join(output.split())
    assert said in words
    assert f"Dockers' Union 900 {row}" in words


def test_what_a_reader_does_not_see_of_a_zone_is_not_said_to_be_unproven(monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(problem: Problem, **rest: Any) -> DealZone:
        found = deal_zone(problem, **rest)
        return evolve(found, status=Feasible(), ranges=tuple(evolve(each, is_least_proven=False) for each in found.ranges))

    monkeypatch.setattr("gobetween.briefs.answers.zones.deal_zone", stopped)
    monkeypatch.setitem(globals(), "ANSWERS", {})
    _code, output = gobetween("zone", HARBOUR, "--as", "conciliator", width=143)
    assert "Not proven: the least that Terminal Employers can get there." in " ".join(output.split())


def test_sensitivity_says_what_it_has_not_looked_at_and_never_that_an_error_is_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*given: Any, **rest: Any) -> Sensitivity:
        found = sensitivity(*given, **rest)
        (first, *_) = found.tipping_points
        return evolve(
            found, status=Feasible(), looked_at=1, of=1_200, steady=(), tipping_points=(evolve(first, share=Fraction(3, 10_000)),)
        )

    monkeypatch.setattr("gobetween.briefs.answers.sensitivity.sensitivity", stopped)
    _code, output = gobetween(*ASKED["sensitivity"], "--limit", "7")
    words = " ".join(output.split())
    assert "The recommended package stays what the rule recommends (Nash) until one number is wrong by less than 0.1%" in words
    assert "Only 1 of 1,200 numbers were looked at: another may tip it sooner." in words
    assert "said to be steady" not in words


def test_sensitivity_puts_the_smallest_error_first() -> None:
    found = answer(*ASKED["sensitivity"])["result"]
    errors = [abs(eval_share(each["share"])) for each in found["tipping_points"]]
    assert errors == sorted(errors)
    assert len(errors) == min(20, found["tipping_count"])
    assert found["looked_at"] == found["of"]


def test_stability_says_who_would_gain_by_breaking_what() -> None:
    _code, output = gobetween(*ASKED["stability"])
    assert "By Nash stability not everything would be kept" in output
    phases = answer(*ASKED["stability"])["result"]["phases"]
    tempted = {(phase["phase"], each["party"], *each["obligations"]): each["gain"] for phase in phases for each in phase["temptations"]}
    assert tempted["new-cranes", "union", "end-refusal"] == 200
    code, output = gobetween("stability", HARBOUR, "--assume", "pay-first")
    assert (code, "nothing is assumed of conduct" in output) == (2, True)


def eval_share(share: str) -> float:
    above, _, below = share.partition("/")
    return int(above) / int(below)


# Where it goes, and how they refuse


def test_an_answer_goes_where_output_says_and_never_over_the_case(tmp_path: Path) -> None:
    target = tmp_path / "zone.json"
    assert gobetween(*ASKED["zone"], "--format", "json", "--output", target) == (0, f"The answer as JSON: {target}\n")
    assert json.loads(target.read_text(encoding="utf-8"))["answer"]["question"] == "zone"
    code, output = gobetween(*ASKED["zone"], "--output", HARBOUR / "case.yaml")
    assert (code, "given to be read" in output) == (2, True)


def test_the_ending_of_the_file_names_the_form_of_an_answer(tmp_path: Path) -> None:
    forms = (("a.json", "{", "JSON"), ("a.SVG", "<svg", "a drawing"), ("a.txt", "═", "text"), ("a", "═", "text"))
    for name, begins, form in forms:
        assert gobetween(*ASKED["frontier"], "--output", tmp_path / name) == (0, f"The answer as {form}: {tmp_path / name}\n")
        assert (tmp_path / name).read_text(encoding="utf-8").startswith(begins), name


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--output", "a.docx"), "'.docx' is the ending of no form; endings: .txt .json .svg (or say --format)"),
        (("--format", "json", "--output", "a.svg"), "--format json and a file that ends in .svg do not go together"),
    ],
)
def test_an_ending_that_is_of_another_form_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    code, output = gobetween(*ASKED["zone"], *words)
    assert (code, said in output) == (2, True)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("zone",), "CASE"),
        (("zone", ""), "the path is empty"),
        (("zone", "nowhere"), "nothing at 'nowhere'; give a case folder, or begin one with: gobetween new NAME"),
        (("zone", HARBOUR / "reports"), "there is no case.yaml; begin a case with: gobetween new NAME"),
        (("zone", HARBOUR.parent), f"in it are: '{CAIRO}', '{HARBOUR}'; or begin a case with"),
        (("zone", HARBOUR, "--as", "atlantis"), "nobody in this case is called 'atlantis'"),
        (
            ("zone", HARBOUR, "--assume", "nothing"),
            "no assumption set 'nothing' is open to keeper; open to keeper: in-doubt, pay-first",
        ),
        (("zone", HARBOUR), "is not open to this reader"),
        (("zone", HARBOUR), "Sets of assumptions that are open to this reader: in-doubt, pay-first (--assume NAME)."),
        (("sensitivity", CAIRO), "open to this reader: lines-first, quiet-first (--assume NAME)."),
        (("robust", CAIRO, "--assume", "quiet-first"), "open to this reader: lines-first (--assume NAME)."),
        (("stability", HARBOUR, "--assume", "pay-first"), "open to this reader: in-doubt (--assume NAME)."),
        (("zone", HARBOUR, "--as-of", "yesterday"), "write it as 2031-03-31"),
        (("zone", HARBOUR, "--seconds", "0"), "--seconds"),
        (("zone", HARBOUR, "--seconds", "nan"), "no number of seconds"),
        (("zone", HARBOUR, "--format", "docx"), "docx"),
        (("frontier", HARBOUR, "--points", "0"), "--points"),
        (("solve", HARBOUR, "--rule", "kalai"), "kalai"),
        (("solve", HARBOUR, "--assume", "pay-first", "--weight", "union"), "write PARTY=WEIGHT"),
        (("solve", HARBOUR, "--assume", "pay-first", "--weight", "union=101"), "from 0 to 100"),
        (("solve", HARBOUR, "--assume", "pay-first", "--weight", "union=1", "--weight", "union=2"), "weighed twice"),
        (("solve", HARBOUR, "--assume", "pay-first", "--weight", "nobody=1"), "parties: union, employers"),
        (("solve", HARBOUR, "--assume", "pay-first", "--weight", "union=0", "--weight", "employers=0"), "all weights are 0"),
        (("improve", HARBOUR, "--assume", "pay-first", "--package", "wages"), "write a package as ISSUE=OPTION"),
        (("improve", HARBOUR, "--assume", "pay-first", "--package", "wages=rise-2,wages=rise-3"), "stands there twice"),
        (("improve", HARBOUR, "--assume", "pay-first", "--package", "pay=rise-2"), "issues: wages"),
        (("improve", HARBOUR, "--assume", "pay-first", "--package", "wages=rise-9"), "options there: rise-2"),
        (("improve", HARBOUR, "--assume", "pay-first", "--proposal", "nothing"), "no proposal 'nothing' is open to keeper"),
        (("improve", HARBOUR, "--package", "wages=rise-2", "--proposal", "paper"), "give one of them"),
        (("sensitivity", HARBOUR, "--assume", "pay-first", "--rule", "efficient"), "say which one"),
        (("sensitivity", HARBOUR, "--assume", "pay-first", "--proposal", "paper"), "the package leaves open"),
        (("deadlock", HARBOUR, "--limit", "-1"), "--limit"),
    ],
)
def test_wrong_input_ends_with_words_and_code_2(words: tuple[object, ...], said: str) -> None:
    code, output = gobetween(*words)
    assert code == 2
    assert said in output


def test_sets_of_assumptions_are_named_to_those_who_may_open_them_alone(tmp_path: Path) -> None:
    case = shutil.copytree(HARBOUR, tmp_path / "harbour")
    written = (case / "assumptions" / "in-doubt.yaml").read_text(encoding="utf-8")
    (case / "assumptions" / "in-doubt.yaml").write_text(written.replace("held_by: public", "held_by: conciliator"), encoding="utf-8")
    for audience, named in (("conciliator", "in-doubt"), ("union", "pay-first"), ("keeper", "pay-first")):
        _code, output = gobetween(
            "stability", case, "--as", audience, "--assume", "pay-first" if audience == "conciliator" else "nothing"
        )
        assert re.search(rf"open to (this reader|{audience}): {named}\b", output), output
        assert ("in-doubt" in output) is (audience == "conciliator")
    (case / "assumptions" / "pay-first.yaml").unlink()
    for audience in ("keeper", "union"):
        _code, output = gobetween("zone", case, "--as", audience)
        assert "Sets of assumptions" not in output
        assert ("To try your own: write assumptions/NAME.yaml" in output) is (audience == "keeper")
        assert ("ask as it (--as conciliator or --as harbour-master" in output) is (audience == "keeper")


def test_a_set_that_the_record_of_talks_does_not_hold_is_no_set(tmp_path: Path) -> None:
    store = ("--store", tmp_path / "talks.db")
    assert gobetween("talks", "open", HARBOUR, "--rehearsal", *store)[0] == 0
    assert gobetween("talks", "export", "harbour", tmp_path / "out", *store)[0] == 0
    for command in ("zone", "brief"):
        code, output = gobetween(command, tmp_path / "out", "--assume", "nothing")
        assert (code, "no assumption set 'nothing' is open to keeper in the record" in output) == (2, True)
    assert gobetween("zone", tmp_path / "out", "--assume", "pay-first")[0] == 0


def test_a_case_without_issues_says_what_to_add(tmp_path: Path) -> None:
    (tmp_path / "case.yaml").write_text(
        "gobetween: 1\ntitle: T\nprofile: closed\nactors: {a: {name: A, roles: [party]}}\n", encoding="utf-8"
    )
    for command in ("zone", "deadlock", "frontier"):
        code, output = gobetween(command, tmp_path)
        assert (code, "add issues to case.yaml" in output) == (2, True)
