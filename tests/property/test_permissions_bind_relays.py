"""Whatever was permitted and whatever is to be conveyed: it passes if, and only if, every dimension of one permission covers it."""

from __future__ import annotations

import datetime as dt
from typing import Any

from attrs import evolve
from hypothesis import event, given, settings
from hypothesis import strategies as st

from gobetween.model.errors import ProtocolViolation
from gobetween.model.permissions import Form
from gobetween.model.relays import RelayState
from gobetween.protocols.permissions import Scope
from gobetween.talks.confiding import caucuses, permissions
from gobetween.talks.confiding.tellings import Telling
from gobetween.talks.conveying import passages, relays
from gobetween.talks.conveying.conveyances import Conveyance
from specimen_talks import AUDIENCES, SpecimenTalks

WORDS = "We could live with half the toll."
OTHERS = "Some of it may be open."
NAMING = "North could live with some of it."
GRANTED = dt.date(2031, 3, 1)
CONVEYED = GRANTED + dt.timedelta(days=1)


def subsets(*names: str) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(names), min_size=1, unique=True).map(tuple)


@st.composite
def scopes(draw: st.DrawFn) -> Scope:
    form = draw(st.sampled_from(Form))
    return Scope(
        "north/said",
        draw(subsets("south", "shipping")),
        draw(subsets("bridge", "harbour")),
        form=form,
        is_attributed=form is not Form.OWN_IDEA and draw(st.booleans()),
        wording=draw(st.sampled_from(["", OTHERS])),
        until=draw(st.sampled_from([None, CONVEYED, GRANTED])),
        allows_other_software=draw(st.booleans()),
    )


@st.composite
def granted_and_wanted(draw: st.DrawFn) -> tuple[list[Scope], Conveyance]:
    """Some permissions, and something to convey: at first what one of them covers, then with one thing or another changed."""
    granted = draw(st.lists(scopes(), max_size=3))
    covering = draw(st.sampled_from(granted)) if granted else draw(scopes())
    wanted = Conveyance(
        draw(st.sampled_from(covering.to)),
        "north/said",
        text=covering.wording or (WORDS if covering.form is Form.VERBATIM else OTHERS),
        route=("bridge", "harbour"),
        form=covering.form,
        is_attributed=covering.is_attributed,
        used_other_software=covering.allows_other_software,
    )
    changes: dict[str, st.SearchStrategy[object]] = {
        "to": st.sampled_from(["south", "shipping"]),
        "text": st.sampled_from(["", WORDS, OTHERS, NAMING]),
        "form": st.sampled_from(Form),
        "is_attributed": st.booleans(),
        "used_other_software": st.booleans(),
    }
    for name in draw(st.lists(st.sampled_from(sorted(changes)), max_size=2, unique=True)):
        wanted = evolve(wanted, **{name: draw(changes[name])})
    return granted, evolve(wanted, is_attributed=wanted.is_attributed and wanted.form is not Form.OWN_IDEA)


def covers(scope: Scope, wanted: Conveyance) -> bool:
    """The six dimensions, as the design says them."""
    said = wanted.text or scope.wording or (WORDS if wanted.form is Form.VERBATIM else "")
    if scope.wording:
        is_wording_right = said == scope.wording
    elif wanted.form is Form.VERBATIM:
        is_wording_right = said == WORDS
    else:
        is_wording_right = said not in ("", *((WORDS,) if wanted.form is Form.PARAPHRASE else ()))
    keeps_the_name = wanted.is_attributed or bool(scope.wording) or "North" not in said
    return (
        is_wording_right
        and keeps_the_name
        and wanted.to in scope.to
        and set(wanted.route) <= set(scope.carriers)
        and wanted.form is scope.form
        and scope.is_attributed >= wanted.is_attributed
        and scope.allows_other_software >= wanted.used_other_software
        and (scope.until is None or scope.until >= CONVEYED)
    )


@settings(max_examples=200, deadline=None)
@given(granted_and_wanted())
def test_it_passes_if_and_only_if_one_permission_covers_it(drawn: tuple[list[Scope], Conveyance]) -> None:
    granted, wanted = drawn
    talks = SpecimenTalks.opened()
    talks.act("north", caucuses.tell, Telling(WORDS), to=("bridge",), name="said")
    for scope in granted:
        talks.act("north", permissions.grant, scope)
    talks.wait(days=1)
    held = [each for each in granted if "bridge" in each.carriers]  # harbour does not hold the item: alone, it gets the permission
    try:
        talks.act("bridge", relays.convey, wanted, name="word")
    except ProtocolViolation:
        assert not any(covers(each, wanted) for each in held)
        assert not any(talks.case(each).messages or talks.case(each).relays for each in AUDIENCES)
    else:
        assert any(covers(each, wanted) for each in held)
        event("it was conveyed")
        _is_conveyed_as_wanted(talks, wanted)


def _is_conveyed_as_wanted(talks: SpecimenTalks, wanted: Conveyance) -> None:
    """The words, form and name arrive unchanged over both legs, and the owner's line says so."""
    talks.act("harbour", passages.pass_on, "bridge/word", name="word")
    (line,) = talks.case("north").relays
    (got,) = talks.case(wanted.to).messages
    assert (got.text, got.form, got.attributed_to) == (line.text, wanted.form, "north" if wanted.is_attributed else None)
    assert (line.state, line.to, line.permission in {each.id for each in talks.case("north").permissions}) == (
        RelayState.DELIVERED,
        wanted.to,
        True,
    )
    assert wanted.is_attributed or "north" not in _names_in(got)


def _names_in(entry: Any) -> str:
    return str(evolve(entry, text="")).lower()
