import datetime as dt

import pytest

from gobetween.casefiles.folders import check_folder, load_case
from gobetween.casefiles.skeleton import write_skeleton
from gobetween.disclosure.undated import undated_entries
from gobetween.model.errors import InvalidCase

TODAY = dt.date(2024, 6, 1)


def test_a_new_case_has_no_faults_and_no_warnings(tmp_path):
    files = write_skeleton(tmp_path / "my-case", "My talks")
    assert all(path.is_file() for path in files)
    assert check_folder(tmp_path / "my-case", today=TODAY) == ()


def test_a_day_leaves_nothing_of_a_new_case_out_but_a_mandate_which_has_none(tmp_path):
    write_skeleton(tmp_path / "my-case", "My talks")
    case = load_case(tmp_path / "my-case", today=TODAY).case
    assert [name for name, _ in undated_entries(case)] == ["delegations"]


def test_a_new_case_has_what_a_brief_needs(tmp_path):
    write_skeleton(tmp_path / "my-case", "My talks")
    case = load_case(tmp_path / "my-case", assumption="first-guess", today=TODAY).case
    assert (case.id, case.title) == ("my-case", "My talks")
    assert (len(case.parties), len(case.mediators), len(case.issues), len(case.links)) == (2, 2, 3, 1)
    assert {each.basis.value for each in case.preferences} == {"entrusted", "assumed"}
    assert case.positions
    assert case.proposals[0].is_on_table


@pytest.mark.parametrize("audience", ["public", "keeper", "upper-valley", "lower-valley", "highland-council", "port-city"])
def test_a_new_case_loads_for_everyone_in_it(tmp_path, audience):
    write_skeleton(tmp_path / "my-case", "My talks")
    assert load_case(tmp_path / "my-case", audience=audience, today=TODAY).audience == audience


@pytest.mark.parametrize("title", ["a: b # c", "'\"\\", "- [x]", "مفاوضات", "no", "&x *y", "  padded  "])
def test_any_title_on_one_line_is_kept(tmp_path, title):
    write_skeleton(tmp_path / "my-case", title)
    assert load_case(tmp_path / "my-case", today=TODAY).case.title == title.strip()


@pytest.mark.parametrize("title", ["", "  ", "two\nlines", "x" * 201, "bell\a"])
def test_a_title_that_is_none_is_refused(tmp_path, title):
    with pytest.raises(InvalidCase, match="a title is one line"):
        write_skeleton(tmp_path / "my-case", title)
    assert not (tmp_path / "my-case").exists()


@pytest.mark.parametrize(("name", "better"), [("My Case", "my-case"), ("talks_2024", "talks-2024"), ("محادثات", "my-case")])
def test_a_name_that_is_no_id_is_refused_with_a_better_one(tmp_path, name, better):
    with pytest.raises(InvalidCase, match=f"try '{better}'"):
        write_skeleton(tmp_path / name, "T")


def test_nothing_is_overwritten(tmp_path):
    folder = tmp_path / "my-case"
    folder.mkdir()
    write_skeleton(folder, "T")
    with pytest.raises(InvalidCase, match="is there already and not empty"):
        write_skeleton(folder, "T")


def test_a_file_in_the_way_is_left_alone(tmp_path):
    (tmp_path / "my-case").write_text("mine")
    with pytest.raises(InvalidCase, match="is there already and no folder"):
        write_skeleton(tmp_path / "my-case", "T")


def test_a_place_that_cannot_be_written_says_so(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(InvalidCase, match="cannot be written"):
        write_skeleton(tmp_path / "file" / "my-case", "T")
