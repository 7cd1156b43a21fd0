"""A folder exported from live talks, asked about days: its record says when something was recorded, not since when it was known."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from gobetween.bootstrap.live_talks import LiveTalks
from gobetween.bootstrap.workshop import BY_RECORDING, Workshop
from gobetween.cli.services import BriefRequest
from gobetween.cli.services.talks import OpeningRequest, TalksPlace
from gobetween.model.errors import NotDisclosed

HARBOUR = Path(__file__).parents[3] / "examples" / "harbour"
OPENED, EARLIER = dt.date(2031, 3, 16), dt.date(2031, 3, 10)
WORKSHOP = Workshop(dt.date(2031, 3, 17))


@pytest.fixture(scope="module")
def exported(tmp_path_factory):
    """The union's own folder, and the whole record."""
    folder = tmp_path_factory.mktemp("exports")
    place = TalksPlace("harbour", str(folder / "store.db"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GOBETWEEN_NOW", "2031-03-16T09:00")
        talks = LiveTalks(lambda: dt.datetime(2031, 3, 16, 9, tzinfo=dt.UTC))
        talks.open(OpeningRequest(HARBOUR, place, is_rehearsal=True))
        talks.export(place, folder / "own", "union")
        talks.export(place, folder / "whole", None)
    return folder


def brief(folder, audience, day):
    return WORKSHOP.make_brief(BriefRequest(folder, audience=audience, as_of=day), lambda _message: None)


@pytest.mark.parametrize("kind", ["own", "whole"])
def test_a_day_before_the_record_is_refused_with_the_day_on_which_it_begins(exported, kind):
    with pytest.raises(NotDisclosed, match=r"begins for 'union' on 2031-03-16, after 2031-03-10.* ask the case folder"):
        brief(exported / kind, "union", EARLIER)
    with pytest.raises(NotDisclosed, match="begins for 'union' on 2031-03-16"):
        WORKSHOP.compare(BriefRequest(exported / kind, audience="union"), EARLIER, None, lambda _message: None)


@pytest.mark.parametrize("nobody", ["custodian", "nobody"])
def test_who_has_no_book_is_told_of_no_day(exported, nobody):
    with pytest.raises(NotDisclosed) as refused:
        brief(exported / "whole", nobody, EARLIER)
    assert "2031" not in str(refused.value)


@pytest.mark.parametrize("kind", ["own", "whole"])
def test_a_day_of_the_record_is_shown_and_what_it_goes_by_is_told(exported, kind):
    made = brief(exported / kind, "union", OPENED)

    assert BY_RECORDING in made.warnings
    assert made.brief.sections
    assert BY_RECORDING not in brief(exported / kind, "union", None).warnings


@pytest.mark.parametrize("last", [None, dt.date(2031, 3, 17)])
def test_a_comparison_of_a_record_tells_once_what_it_goes_by(exported, last):
    made = WORKSHOP.compare(BriefRequest(exported / "own", audience="union"), OPENED, last, lambda _message: None)

    assert made.warnings.count(BY_RECORDING) == 1
