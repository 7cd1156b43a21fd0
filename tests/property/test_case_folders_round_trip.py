"""A case written as a folder loads back to the same case, and tells nobody what is not theirs."""

from __future__ import annotations

import datetime as dt
import re
import tempfile
from pathlib import Path

import pytest
import yaml
from attrs import evolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gobetween.casefiles.encoding import folder_forms
from gobetween.casefiles.encoding.folder_writer import files_of, write_folder
from gobetween.casefiles.folders import check_folder, load_case
from gobetween.disclosure.views import view_for
from gobetween.model.cases import Case, Release
from gobetween.model.errors import InvalidCase, NotDisclosed
from gobetween.model.happenings import Figure, Happening
from gobetween.model.items import KEEPER, PUBLIC
from strategies.complete_cases import ACTORS, AUDIENCES, CODES, any_days, any_when, any_words, complete_cases, exact_numbers

TODAY = dt.date(2031, 6, 1)
SOME = settings(derandomize=True, max_examples=20, deadline=None, database=None, suppress_health_check=list(HealthCheck))
MARK = re.compile(r"zq([A-Z.]+)qz")


def loaded(files, case_id, audience=KEEPER, assumption=None):
    with tempfile.TemporaryDirectory() as root:
        write_folder(files, Path(root) / case_id)
        return load_case(Path(root) / case_id, audience=audience, assumption=assumption, today=TODAY).case


def sets_of(case):
    return sorted({each.assumption for each in case.preferences if each.assumption is not None})


def with_set(case, name):
    return evolve(case, preferences=tuple(each for each in case.preferences if each.assumption in (None, name)))


@SOME
@given(complete_cases(is_for_keeper=True))
def test_what_the_keeper_holds_comes_back_exactly(case):
    entrusted = [each for each in case.preferences if each.assumption is None and KEEPER not in each.holders | each.pooled_for]
    closed = {each.party for each in entrusted} | {
        item.owner for _, item in case.items() if "/" in item.id and KEEPER not in item.holders
    }
    files = files_of(case)
    assert {f"parties/{party}.yaml" for party in closed} <= files.keys()
    opened = without_entrusted_by(case, closed)
    assert loaded(files, case.id) == with_set(opened, None)
    for name in sets_of(case):
        assert loaded(files, case.id, assumption=name) == with_set(opened, name)


def without_entrusted_by(case: Case, parties: set[str | None]) -> Case:
    """The case without what stands in the files of these parties."""
    lists = {
        name: tuple(item for item in getattr(case, name) if "/" not in item.id or item.owner not in parties)
        for name in ("positions", "interests", "delegations")
    }
    numbers = tuple(each for each in case.preferences if each.assumption is not None or each.party not in parties)
    return evolve(case, **lists, preferences=numbers)


@SOME
@given(complete_cases())
def test_every_file_of_a_written_folder_is_without_fault(case):
    with tempfile.TemporaryDirectory() as root:
        write_folder(files_of(case), Path(root) / case.id)
        check_folder_without_releases(Path(root) / case.id)


def check_folder_without_releases(folder):
    """Whether a release is one's to make is the talks' to say, not the writer's: here anybody makes any."""
    faults = ()
    try:
        check_folder(folder, today=TODAY)
    except InvalidCase as error:
        faults = error.faults
    assert [fault for fault in faults if "draws on what" not in fault] == []


@SOME
@given(complete_cases(), st.sampled_from(AUDIENCES))
def test_a_view_written_as_a_folder_loads_for_its_audience_and_holds_no_word_of_others(case, audience):
    try:
        view = view_for(audience, case)
    except NotDisclosed:  # whoever is hidden from itself
        return
    files = files_of(view.case, audience=audience)
    text = "\n".join(files.values())
    for codes in MARK.findall(text):
        assert {CODES[PUBLIC], CODES[audience]} & set(codes.split("."))
    if audience != KEEPER:
        unknown = set(ACTORS) - {actor.id for actor in view.case.actors}
        assert [actor for actor in unknown if re.search(rf"\b{actor}\b", text)] == []
    for name in [None, *sets_of(view.case)]:
        back = loaded(files, case.id, audience, name)
        assert as_told(back) == as_told(with_set(view.case, name))
        assert view_for(audience, back).case == back


def as_told(case: Case) -> dict[str, list]:
    """What a case says, without who holds it, as a view does not tell that to all, and without issues of clauses that it has not."""
    said: dict[str, list] = {}
    for name, item in folder_forms._as_read(case).items():
        changes = {"holders": frozenset()}
        for parts in ("options", "versions"):
            if name in ("issues", "proposals") and hasattr(item, parts):
                changes[parts] = tuple(evolve(part, holders=frozenset()) for part in getattr(item, parts))
        said.setdefault(name, []).append(evolve(item, **changes))
    said["preferences"] = [evolve(each, holders=frozenset(), pooled_for=frozenset()) for each in case.preferences]
    return said


@SOME
@given(complete_cases(), st.sampled_from(ACTORS), st.frozensets(st.sampled_from(ACTORS)))
def test_with_whom_else_something_was_shared_leaves_no_trace(case, audience, others):
    try:
        case = view_for(audience, case).case
    except NotDisclosed:
        return
    lists: dict[str, tuple] = {}
    for name, item in case.items():
        is_theirs = item.owner == audience or PUBLIC in item.holders or isinstance(item, Release)
        told = item.holders if is_theirs else item.holders | (others - {item.owner})
        lists[name] = (*lists.get(name, ()), evolve(item, holders=told))
    numbers = tuple(
        each if audience == each.party else evolve(each, holders=each.holders | others, pooled_for=_shared(each, others - {audience}))
        for each in case.preferences
    )
    shared = evolve(case, **lists, preferences=numbers)
    assert files_of(shared, audience=audience) == files_of(case, audience=audience)


def _shared(numbers, others):
    return numbers.pooled_for if numbers.assumption is not None else numbers.pooled_for ^ others


@settings(SOME, max_examples=10)
@given(complete_cases())
def test_files_mean_the_same_to_both_parsers_of_yaml(case):
    files = files_of(case)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yaml, "__with_libyaml__", False)
        assert files_of(case) == files  # which reads them back


@settings(SOME, max_examples=10)
@given(complete_cases(), st.sampled_from(ACTORS))
def test_more_than_a_view_is_refused(case, audience):
    hidden = any(not item.holders & {PUBLIC, audience} for _, item in case.items())
    if hidden:
        with pytest.raises(InvalidCase, match=f"what {audience} may not see"):
            files_of(case, audience=audience)


@given(any_words, any_words, any_words, st.builds(any_when, any_days, any_days), exact_numbers)
@settings(derandomize=True, deadline=None, database=None)
def test_any_words_times_and_numbers_come_back(title, text, note, when, value):
    figure = Figure("one", counted=text, value=value, when=when, known=evolve(when, inference=note), note=note)
    happening = Happening("two", text=note, place=title)
    case = Case("quay", title, summary=text, happenings=(happening,), figures=(figure,))
    assert loaded(files_of(case), "quay") == case
