"""The page on the engine's answers names every key of them, and no other."""

from __future__ import annotations

import inspect
import pkgutil
import re
from importlib import import_module
from pathlib import Path

import attrs
import pytest

import gobetween.briefs.answers
from gobetween.briefs.answers.answers import Answer, GivenPackage, GivenParty, GivenRequirement, GivenStatus, PartyGain
from gobetween.briefs.answers.frontiers import GivenFrontier, GivenPoint
from gobetween.briefs.answers.given.deadlocks import GivenConflict, GivenDeadlock, GivenOpening, GivenReduction
from gobetween.briefs.answers.given.doubts import (
    GivenAsking,
    GivenCount,
    GivenDoubtfulZone,
    GivenPartyInDoubt,
    GivenQuestion,
    GivenRegret,
    GivenRobustness,
)
from gobetween.briefs.answers.given.improvements import GivenBetter, GivenImprovements, GivenJoint, GivenMost
from gobetween.briefs.answers.given.solutions import ChosenPackage, GivenSolution, GivenSolutions
from gobetween.briefs.answers.given.stability import (
    GivenAct,
    GivenEquilibrium,
    GivenPhase,
    GivenSanction,
    GivenStability,
    GivenTemptation,
)
from gobetween.briefs.answers.sensitivity import GivenNumber, GivenSensitivity, GivenTippingPoint
from gobetween.briefs.answers.zones import GivenRange, GivenZone
from gobetween.rendering.answer_json import answer_json

PAGE = (Path(__file__).parents[2] / "docs" / "reference" / "engine-answers.md").read_text(encoding="utf-8")
SECTIONS = {
    "A party": GivenParty,
    "A status": GivenStatus,
    "A requirement": GivenRequirement,
    "A package with gains": GivenPackage,
    "A gain": PartyGain,
    "`zone`": GivenZone,
    "A range": GivenRange,
    "`frontier`": GivenFrontier,
    "A point": GivenPoint,
    "`solve`": GivenSolutions,
    "A solution": GivenSolution,
    "A package that a rule chose": ChosenPackage,
    "`deadlock`": GivenDeadlock,
    "A conflict": GivenConflict,
    "An opening": GivenOpening,
    "A reduction": GivenReduction,
    "`improve`": GivenImprovements,
    "Better packages": GivenBetter,
    "The most for a party": GivenMost,
    "The choice of a rule": GivenJoint,
    "`robust`": GivenRobustness,
    "A zone in doubt": GivenDoubtfulZone,
    "A count": GivenCount,
    "A party in doubt": GivenPartyInDoubt,
    "The least regret": GivenRegret,
    "The best question": GivenQuestion,
    "A question": GivenAsking,
    "`sensitivity`": GivenSensitivity,
    "A tipping point": GivenTippingPoint,
    "A number": GivenNumber,
    "`stability`": GivenStability,
    "A phase": GivenPhase,
    "A temptation": GivenTemptation,
    "A sanction": GivenSanction,
    "An equilibrium": GivenEquilibrium,
    "An act": GivenAct,
}


def keys_in(heading: str) -> list[str]:
    """The keys that the table under a heading names, in its order."""
    below = re.split(r"^#+ ", PAGE.split(f" {heading}\n", 1)[1], maxsplit=1, flags=re.MULTILINE)[0]
    return [key for row in re.findall(r"^\| (`[^|]*) \|", below, re.MULTILINE) for key in re.findall(r"`(\w+)`", row)]


@pytest.mark.parametrize("heading", SECTIONS)
def test_each_table_names_the_keys_of_what_it_is_about(heading: str) -> None:
    assert sorted(keys_in(heading)) == sorted(each.name for each in attrs.fields(SECTIONS[heading]))


def test_the_first_table_names_the_keys_of_the_whole() -> None:
    answer = Answer("zone", "The quay talks", audience="keeper", result=None)
    assert sorted(keys_in("The answer")) == sorted(answer_json(answer)["answer"])


def test_every_heading_has_its_values_and_every_value_its_heading() -> None:
    assert set(re.findall(r"^##+ (.+)$", PAGE, re.MULTILINE)) == {"The answer", "As it is found", *SECTIONS}
    modules = pkgutil.walk_packages(gobetween.briefs.answers.__path__, "gobetween.briefs.answers.")
    values = {value for each in modules for value in vars(import_module(each.name)).values() if inspect.isclass(value)}
    assert {each for each in values if each.__name__.startswith("Given")} <= set(SECTIONS.values())
