import errno
import stat
from pathlib import Path

import pytest

from gobetween.model.errors import StoreUnavailable
from gobetween.storage.private_files import is_there, publish, read_private, write_private


def test_a_private_file_is_written_once_for_its_owner_alone(tmp_path):
    file = tmp_path / "folder" / "file"
    assert write_private(file, "one")
    assert not write_private(file, "two")
    assert read_private(file) == "one"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [each.name for each in file.parent.iterdir()] == ["file"]


@pytest.mark.parametrize("has_links", [True, False])
def test_a_name_is_given_once_even_where_files_have_but_one_name(tmp_path, monkeypatch, has_links):
    if not has_links:

        def no_links(*_):
            raise OSError(errno.EPERM, "no links here")

        monkeypatch.setattr(Path, "hardlink_to", no_links)
    for number, is_given in ((1, True), (2, False)):
        part = tmp_path / f"part-{number}"
        part.write_text(str(number))
        assert publish(part, tmp_path / "file") is is_given
    assert (tmp_path / "file").read_text() == "1"


def test_a_name_that_cannot_be_given_is_told(tmp_path, monkeypatch):
    def broken(*_):
        raise OSError(errno.EIO, "broken")

    monkeypatch.setattr(Path, "hardlink_to", broken)
    with pytest.raises(StoreUnavailable, match="broken"):
        write_private(tmp_path / "file", "one")
    assert list(tmp_path.iterdir()) == []


def test_what_one_may_not_look_at_is_not_there(tmp_path, monkeypatch):
    assert is_there(tmp_path)
    assert not is_there(tmp_path / "none")
    assert not is_there(tmp_path / ("long" * 100))

    def refused(*_, **__):
        raise PermissionError

    monkeypatch.setattr(Path, "exists", refused)
    assert not is_there(tmp_path)


def test_a_file_that_is_not_text_is_told(tmp_path):
    (tmp_path / "file").write_bytes(b"\xff")
    with pytest.raises(StoreUnavailable, match="not text"):
        read_private(tmp_path / "file")
