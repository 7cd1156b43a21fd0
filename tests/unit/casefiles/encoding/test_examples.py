import datetime as dt
from pathlib import Path

import pytest
from attrs import evolve

from gobetween.casefiles.encoding.carried import without_carried
from gobetween.casefiles.encoding.folder_writer import files_of
from gobetween.casefiles.folders import check_folder, load_case
from gobetween.casefiles.skeleton import write_skeleton
from gobetween.disclosure.views import view_for

TODAY = dt.date(2031, 6, 1)
EXAMPLES = Path(__file__).parents[4] / "examples"
SETS = {"cairo": ("lines-first", "quiet-first"), "harbour": ("pay-first",)}


@pytest.mark.parametrize(("example", "assumption"), [(example, name) for example, names in SETS.items() for name in (None, *names)])
def test_an_example_comes_back_from_the_folder_that_is_written_of_it(there_and_back, example, assumption):
    case = load_case(EXAMPLES / example, assumption=assumption, today=TODAY).case
    assert there_and_back(case, assumption=assumption) == without_carried(case)


@pytest.mark.parametrize("example", SETS)
def test_the_view_of_everyone_in_an_example_comes_back(there_and_back, example):
    known = load_case(EXAMPLES / example, today=TODAY).case
    for audience in ("public", "keeper", *(actor.id for actor in known.actors)):
        view = view_for(audience, load_case(EXAMPLES / example, audience=audience, today=TODAY).case)
        back = there_and_back(evolve(view.case, id=f"for-{audience}"), audience)
        assert [item.id for _, item in back.items()] == [item.id for _, item in without_carried(view.case).items()]
        assert view_for(audience, back).case == back


def test_a_new_case_comes_back_with_the_ids_that_its_words_made(there_and_back, tmp_path):
    write_skeleton(tmp_path / "my-case", "My talks")
    case = load_case(tmp_path / "my-case", assumption="first-guess", today=TODAY).case
    assert there_and_back(case, assumption="first-guess") == case
    assert check_folder(tmp_path / "written" / "my-case", today=TODAY) == ()
    assert "id:" not in files_of(case)["parties/upper-valley.yaml"]


def test_what_is_written_of_a_written_folder_is_the_same_text(tmp_path):
    case = load_case(EXAMPLES / "harbour", today=TODAY).case
    files = files_of(case)
    for name, text in files.items():
        path = tmp_path / case.id / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    assert files_of(load_case(tmp_path / case.id, today=TODAY).case) == files
