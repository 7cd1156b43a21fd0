import datetime as dt

import pytest

from gobetween.bootstrap.workshop import Workshop
from gobetween.cli.services import BriefRequest


@pytest.mark.parametrize(("more", "warnings"), [("", 1), ("fictional: true\n", 0)])
def test_a_day_to_come_is_told_unless_the_case_is_fictional(tmp_path, more, warnings):
    (tmp_path / "case.yaml").write_text(
        f"gobetween: 1\ntitle: Quay\nprofile: closed\n{more}actors: {{union: {{name: Union, kind: group}}}}\n"
    )
    request = BriefRequest(tmp_path, as_of=dt.date(2031, 3, 6))
    told = Workshop(dt.date(2026, 1, 1)).make_brief(request, lambda _message: None).warnings
    assert len([each for each in told if "lies ahead" in each]) == warnings
