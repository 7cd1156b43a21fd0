import datetime as dt

from gobetween.casefiles.documents.case_file import CASE_FILE
from gobetween.casefiles.encoding.folder_writer import files_of, write_folder
from gobetween.casefiles.folders import load_case
from gobetween.model.cases import Case


def test_a_fictional_case_comes_back_as_one(tmp_path):
    write_folder(files_of(Case("quay", "The quay talks", is_fictional=True)), tmp_path / "quay")
    assert load_case(tmp_path / "quay", today=dt.date(2031, 5, 20)).case.is_fictional


def test_what_is_not_fictional_does_not_speak_of_it():
    assert "fictional" not in files_of(Case("quay", "The quay talks"))[CASE_FILE]
