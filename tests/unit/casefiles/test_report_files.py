import os
from pathlib import Path

import pytest

from gobetween.casefiles.report_files import PassedOver, find_reports, reports_in
from gobetween.model.errors import InvalidReport


@pytest.fixture
def folder(tmp_path):
    root = tmp_path / "reports"
    for name in (
        "b.txt",
        "a.html",
        "deeper/c",
        ".hidden",
        ".git/config",
        "photo.PNG",
        "old.zip",
        "old.rar",
        "notes.sqlite",
        "README.md",
        "paper.pdf",
        "paper.odt",
    ):
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("words")
    return root


def test_reports_are_found_in_order_of_name_below_the_folder(folder):
    assert [report.name for report in find_reports([folder]).reports] == ["a.html", "b.txt", "deeper/c", "old.zip", "paper.pdf"]


def test_what_is_no_report_is_passed_over_with_a_reason(folder):
    assert find_reports([folder]).passed_over == (
        PassedOver("README.md", "a note about the folder"),
        PassedOver("notes.sqlite", "a database"),
        PassedOver("old.rar", "an archive of a kind that is not opened; unpack it, or pack it as .zip or .tar.gz"),
        PassedOver("paper.odt", "an office document; save it as DOCX, PDF or text"),
        PassedOver("photo.PNG", "a picture"),
    )


def test_links_that_lead_out_are_passed_over_and_links_within_are_not(folder, tmp_path):
    (tmp_path / "secret.txt").write_text("words")
    (folder / "out.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "in.txt").symlink_to(folder / "b.txt")
    (folder / "round").symlink_to(folder)
    (folder / "self.txt").symlink_to(folder / "self.txt")
    found = reports_in(folder)
    assert [report.name for report in found.reports] == ["a.html", "b.txt", "deeper/c", "in.txt", "old.zip", "paper.pdf"]
    assert PassedOver("out.txt", "a link to outside the folder") in found.passed_over
    assert PassedOver("self.txt", "a link to outside the folder") in found.passed_over


def test_names_that_cannot_be_shown_are_written_out(tmp_path):
    for name in ("a\n\x1b[31m.txt", "a\\n\\x1b[31m.txt", "caf\udce9.txt", "\u202etxt.exe.txt"):
        (tmp_path / name).write_text("words")
    shown = ["a\\n\\x1b[31m.txt", "a\\n\\x1b[31m.txt (2)", "caf\\udce9.txt", "\\u202etxt.exe.txt"]
    assert sorted(report.name for report in reports_in(tmp_path).reports) == sorted(shown)
    assert sorted(report.name for report in find_reports([tmp_path / "a\n\x1b[31m.txt"]).reports) == shown[:1]


def test_a_path_that_cannot_be_opened_is_refused():
    with pytest.raises(InvalidReport, match="cannot be opened"):
        find_reports([Path("x" * 5000)])


def test_a_pipe_or_a_device_is_refused_and_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    for given in (tmp_path / "pipe.txt", Path("/dev/zero")):
        with pytest.raises(InvalidReport, match="saved to a file first"):
            find_reports([given])
    with pytest.raises(InvalidReport, match="no reports in"):
        find_reports([tmp_path])


def test_a_file_may_be_given_by_name(folder):
    (report,) = find_reports([folder / "b.txt"]).reports
    assert (report.name, report.path) == ("b.txt", folder / "b.txt")


def test_several_folders_keep_their_names(folder, tmp_path):
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "b.txt").write_text("words")
    assert "reports/deeper/c" in [report.name for report in find_reports([folder, tmp_path / "more"]).reports]
    assert "more/b.txt" in [report.name for report in find_reports([folder, tmp_path / "more"]).reports]


def test_files_of_one_name_are_told_apart_and_a_file_given_twice_is_one(folder):
    (folder / "deeper" / "b.txt").write_text("words")
    found = find_reports([folder / "b.txt", folder / "deeper" / "b.txt", folder / "b.txt"]).reports
    assert [report.name for report in found] == sorted([str(folder / "b.txt"), str(folder / "deeper" / "b.txt")])


def test_an_empty_folder_says_so(tmp_path):
    with pytest.raises(InvalidReport, match=r"no reports in '.*'; reports are text, HTML, PDF"):
        find_reports([tmp_path])


def test_a_folder_with_nothing_but_pictures_says_why(tmp_path):
    (tmp_path / "a.png").write_text("")
    with pytest.raises(InvalidReport, match=r"1 other file: a.png: a picture"):
        find_reports([tmp_path])


def test_a_file_that_is_no_report_is_refused_when_given_by_name(folder):
    with pytest.raises(InvalidReport, match=r"photo.PNG' is a picture; reports are text, HTML, PDF"):
        find_reports([folder / "photo.PNG"])


def test_a_missing_file_is_refused():
    with pytest.raises(InvalidReport, match="nothing at 'no/such/place'"):
        find_reports([Path("no/such/place")])


def test_a_folder_that_is_not_there_has_no_reports(tmp_path):
    assert reports_in(tmp_path / "nothing").reports == ()


def test_a_link_is_asked_once_where_it_leads(folder):
    (folder / "link.txt").symlink_to(folder / "b.txt")
    found = {report.name: report.path for report in reports_in(folder).reports}
    assert (found["link.txt"], found["b.txt"]) == (folder / "b.txt", folder / "b.txt")


def test_a_link_in_the_place_of_a_folder_of_reports_is_not_walked(folder, tmp_path):
    (tmp_path / "link").symlink_to(folder)
    assert reports_in(tmp_path / "link").reports == ()


def test_a_folder_that_cannot_be_opened_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "closed").mkdir()
    (tmp_path / "a.txt").write_text("They met.")
    opened = os.scandir

    def scandir(path: str) -> object:
        if Path(path).name == "closed":
            raise PermissionError(13, "Permission denied", str(path))
        return opened(path)

    monkeypatch.setattr(os, "scandir", scandir)
    found = find_reports([tmp_path])
    assert [report.name for report in found.reports] == ["a.txt"]
    assert found.passed_over == (PassedOver("closed/", "a folder that cannot be opened: Permission denied"),)
    with pytest.raises(InvalidReport, match="closed/: a folder that cannot be opened: Permission denied"):
        find_reports([tmp_path / "closed"])
    assert reports_in(tmp_path / "absent").passed_over == ()
