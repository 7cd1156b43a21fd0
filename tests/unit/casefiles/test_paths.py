from pathlib import Path

import pytest

from gobetween.casefiles.paths import case_folder, kind_of
from gobetween.casefiles.report_files import find_reports
from gobetween.model.errors import InvalidCase, InvalidReport


def test_a_folder_with_a_case_file_is_a_case(quay):
    folder = quay.folder()
    assert kind_of(folder) == kind_of(folder / "case.yaml") == "case"
    assert case_folder(folder) == case_folder(folder / "case.yaml") == folder


def test_any_other_folder_or_file_is_reports(tmp_path):
    (tmp_path / "a.txt").write_text("")
    assert kind_of(tmp_path) == kind_of(tmp_path / "a.txt") == "reports"


def test_a_folder_of_reports_is_no_case_folder(tmp_path):
    with pytest.raises(InvalidCase, match=r"there is no case.yaml; begin a case with: gobetween new NAME"):
        case_folder(tmp_path)


def test_a_missing_path_is_told_its_neighbour(tmp_path):
    (tmp_path / "cairo").mkdir()
    with pytest.raises(InvalidCase, match=r"nothing at '.*/cario', did you mean '.*/cairo'\?"):
        kind_of(tmp_path / "cario")


def test_a_path_that_cannot_be_opened_says_so():
    with pytest.raises(InvalidCase, match="cannot be opened"):
        kind_of(Path("x" * 5000))


def test_a_missing_path_without_neighbours_says_what_to_give(tmp_path):
    with pytest.raises(InvalidCase, match=r"nothing at '.*'; give a case folder, or files or folders of reports"):
        kind_of(tmp_path / "no" / "such")


@pytest.mark.parametrize("name", ["case.yml", "Case.yml", "case.yaml.txt"])
def test_a_case_file_by_another_name_is_told_to_be_renamed(tmp_path, name):
    (tmp_path / name).write_text("gobetween: 1")
    with pytest.raises(InvalidCase, match=rf"there is no case.yaml; rename '.*/{name}' to case.yaml; or begin a case with"):
        case_folder(tmp_path)
    if name.endswith(".txt"):
        return  # which may be a report
    with pytest.raises(InvalidReport, match=rf"if a case is meant: rename '.*/{name}' to case.yaml$"):
        find_reports([tmp_path])


def test_the_folder_above_a_case_names_it_where_it_has_no_reports(quay):
    folder = quay.folder()
    with pytest.raises(InvalidCase, match=f"there is no case.yaml; in it is: '{folder}'; or begin a case with"):
        case_folder(folder.parent)
    with pytest.raises(InvalidReport, match=f"if a case is meant: in it is: '{folder}'$"):
        find_reports([folder.parent])
