"""Files are written whole; what is no file is written into."""

from __future__ import annotations

import os
from pathlib import Path
from threading import Thread

import pytest

from gobetween.cli.output import Unwritable, refuse_over_input, tell_written, write_whole


def test_a_file_is_replaced_as_a_whole(tmp_path: Path) -> None:
    (tmp_path / "answer").write_text("a longer text that was there before")
    write_whole(tmp_path / "answer", "new")
    assert (tmp_path / "answer").read_text() == "new"
    assert [each.name for each in tmp_path.iterdir()] == ["answer"]


def test_a_pipe_is_written_into_and_stays_a_pipe(tmp_path: Path) -> None:
    pipe, read = tmp_path / "pipe", []
    os.mkfifo(pipe)
    reader = Thread(target=lambda: read.append(pipe.read_text()), daemon=True)
    reader.start()
    write_whole(pipe, "new")
    reader.join(10)
    assert read == ["new"]
    assert pipe.is_fifo()


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="a device of Linux")
def test_a_full_device_is_told_and_stays_a_device(tmp_path: Path) -> None:
    link = tmp_path / "full"
    link.symlink_to("/dev/full")
    with pytest.raises(Unwritable, match="No space left"):
        write_whole(link, "new")
    assert Path("/dev/full").is_char_device()


def test_what_a_link_leads_to_is_replaced_and_the_link_stays(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "answer")
    write_whole(tmp_path / "link", "new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "answer").read_text() == "new"


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(Unwritable, match="name a file in a folder that exists"):
        write_whole(tmp_path / "missing" / "answer", "new")


@pytest.mark.parametrize("name", ["a-brief.html", "a-brief.pdf", "a-brief-one-page.docx", "a-brief-as-union.html"])
def test_a_brief_of_an_earlier_run_may_be_written_over(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("earlier", encoding="utf-8")
    refuse_over_input(tmp_path / name, (tmp_path,))


@pytest.mark.parametrize("name", ["case.yaml", "report.pdf", "notes.docx", "brief-of-mine.md"])
def test_what_was_given_to_be_read_is_not_written_over(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("given", encoding="utf-8")
    with pytest.raises(Unwritable, match="one of the files that were given"):
        refuse_over_input(tmp_path / name, (tmp_path,))


def test_a_folder_is_no_file_to_write(tmp_path: Path) -> None:
    with pytest.raises(Unwritable, match=f"'{tmp_path}' is a folder; name a file, in it or elsewhere, with --output"):
        refuse_over_input(tmp_path)


def test_a_file_in_no_folder_is_refused_before_anything_is_done(tmp_path: Path) -> None:
    with pytest.raises(Unwritable, match=r"there is no folder '.*missing'; name a file in a folder that exists"):
        refuse_over_input(tmp_path / "missing" / "brief.html")


def test_a_name_that_no_disk_takes_is_told() -> None:
    with pytest.raises(Unwritable, match=r"cannot write '.*': File name too long; name another file"):
        refuse_over_input(Path("a" * 5000))


def test_where_something_was_written_is_said_of_files_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "answer").write_text("new")
    os.mkfifo(tmp_path / "pipe")
    for output in (None, Path("-"), Path("/dev/null"), tmp_path / "pipe", tmp_path / "answer"):
        tell_written("The answer", output)
    assert capsys.readouterr() == ("", f"The answer: {tmp_path / 'answer'}\n")
