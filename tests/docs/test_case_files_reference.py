import datetime as dt
import re
from pathlib import Path

import pytest

from gobetween.casefiles.documents.case_file import COLLECTIONS
from gobetween.casefiles.documents.conduct import CONDUCT, STAKE
from gobetween.casefiles.documents.doubtful_numbers import NUMBERS_IN_DOUBT
from gobetween.casefiles.folders import check_folder, load_case

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "case-files.md"
TODAY = dt.date(2031, 6, 1)


@pytest.fixture
def folder(tmp_path):
    case, party, assumptions, in_doubt = re.findall(r"```yaml\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
    (report,) = re.findall(r"```text\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
    for name, text in {
        "case.yaml": case,
        "parties/union.yaml": party,
        "parties/employers.yaml": "gobetween: 1\nentrusted_to: conciliator\n",
        "assumptions/wages-first.yaml": assumptions,
        "assumptions/in-doubt.yaml": in_doubt,
        "reports/gazette.txt": report,
    }.items():
        path = tmp_path / "quay" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return tmp_path / "quay"


def test_the_examples_of_the_page_make_a_folder_without_fault(folder):
    assert check_folder(folder, today=TODAY) == ()


def test_the_example_uses_every_collection(folder):
    case = load_case(folder, today=TODAY).case
    assert [key for key in COLLECTIONS if not getattr(case, key)] == []


def test_the_example_loads_with_its_assumptions(folder):
    case = load_case(folder, assumption="wages-first", today=TODAY).case
    assert [(each.party, each.reservation) for each in case.preferences] == [("union", 152), ("employers", 40)]


def test_the_example_in_doubt_loads_with_its_middle_and_its_conduct(folder):
    loaded = load_case(folder, assumption="in-doubt", today=TODAY)
    assert [(each.party, len(each.pictures)) for each in loaded.assumption.doubts] == [("union", 1), ("employers", 2)]
    assert [(each.party, each.reservation) for each in loaded.case.preferences] == [("union", 131), ("employers", 45)]
    assert [each.obligation for each in loaded.assumption.conduct.stakes] == ["pay"]


def test_the_page_names_every_key_of_what_is_in_doubt():
    page = PAGE.read_text("utf-8")
    assert [key for key in (*NUMBERS_IN_DOUBT, *CONDUCT, *STAKE) if not re.search(rf"\b{key}:", page)] == []


def test_the_cited_words_are_those_that_the_page_says(folder):
    (signal,) = load_case(folder, today=TODAY).case.signals
    assert signal.citations[0].words == "Both sides spoke of progress on hours."
    assert signal.citations[0].words in PAGE.read_text("utf-8")


def test_the_conciliator_gets_what_the_union_entrusted_and_the_employers_do_not(folder):
    assert len(load_case(folder, audience="conciliator", today=TODAY).case.preferences) == 1
    assert load_case(folder, audience="employers", today=TODAY).case.preferences == ()


def test_the_page_names_every_collection_and_every_key():
    page = PAGE.read_text("utf-8")
    keys = {key for shape in COLLECTIONS.values() for key in shape.fields}
    assert [key for key in keys | set(COLLECTIONS) if not re.search(rf"\b{key}\b", page)] == []
