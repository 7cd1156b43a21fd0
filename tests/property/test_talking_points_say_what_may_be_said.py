"""A mediator's talking points list exactly what it could convey to that recipient, and no word of anything else that it holds."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from gobetween.briefs.scenes import Scene
from gobetween.briefs.shuttle import talking_points as talking_points_module
from gobetween.briefs.shuttle.sayables import Speaker
from gobetween.briefs.shuttle.talking_points import PointKind, find_points, talking_points
from gobetween.disclosure.views import view_for
from gobetween.model.cases import Profile
from gobetween.model.errors import ProtocolViolation
from gobetween.model.permissions import Form, Permission
from gobetween.protocols.permissions import Scope
from gobetween.talks.confiding import permissions
from gobetween.talks.confiding.caucuses import tell
from gobetween.talks.confiding.tellings import Telling
from gobetween.talks.conveying.conveyances import Conveyance
from gobetween.talks.conveying.relays import prepare
from gobetween.talks.standings import Seat, Standing
from specimen_talks import SpecimenTalks, strait_case

WORDS = {
    "fleet": "Our kelpwood fleet sails on the ninth tide.",
    "price": "We would go down to quillmark forty in the end.",
    "fear": "North fears the gallowrock passage most of all.",
}
CANARIES = {"fleet": "kelpwood", "price": "quillmark", "fear": "gallowrock"}
WORDING = "There is room on the passage."
OTHERS = "The wind is fair today and the sea is calm."
DAY = dt.date(2031, 3, 5)
MAY_CARRY, MAY_GET = [("harbour",), ("bridge",), ("harbour", "bridge")], [("south",), ("shipping",), ("south", "shipping")]

scopes = st.builds(
    lambda item, to, carriers, form, named, wording, until: Scope(
        f"north/{item}", to, carriers, form=form, is_attributed=named and form is not Form.OWN_IDEA, wording=wording, until=until
    ),
    st.sampled_from(sorted(WORDS)),
    st.sampled_from(MAY_GET),
    st.sampled_from(MAY_CARRY),
    st.sampled_from(Form),
    st.booleans(),
    st.sampled_from(["", "", WORDING]),
    st.sampled_from([None, DAY - dt.timedelta(days=1), DAY]),
)
granted = st.lists(st.tuples(scopes, st.booleans()), max_size=5)
conditions = st.fixed_dictionaries({each: st.booleans() for each in WORDS})


def talks_of(grants: list[tuple[Scope, bool]], profile: Profile, conditioned: dict[str, bool]) -> SpecimenTalks:
    talks = SpecimenTalks.opened(strait_case(profile))
    for name, words in WORDS.items():
        telling = Telling(words, is_conditioned=conditioned[name] and profile is not Profile.CLOSED)
        talks.act("north", tell, telling, to=("harbour",), name=name)
    for number, (scope, is_revoked) in enumerate(grants):
        talks.act("north", permissions.grant, scope, name=f"leave-{number}")
        if is_revoked:
            talks.act("north", permissions.revoke, f"north/leave-{number}")
    talks.now = dt.datetime.combine(DAY, dt.time(12), tzinfo=dt.UTC)
    return talks


def may_be_conveyed(talks: SpecimenTalks, item: str, recipient: str, form: Form, *, named: bool) -> bool:
    """Whether the talks themselves would let harbour convey the item so: the judge, which knows nothing of talking points."""
    at = Standing(Seat("harbour"), talks.case("harbour"), talks.now, lambda: "new")
    for text in ("", OTHERS, WORDING):
        try:
            prepare(at, Conveyance(recipient, f"north/{item}", text=text, form=form, is_attributed=named))
        except ProtocolViolation:
            continue
        return True
    return False


def points(talks: SpecimenTalks, recipient: str, audience: str = "harbour") -> Any:
    scene = Scene(view_for(audience, talks.case(audience)), DAY)
    return [each for each in find_points(scene, recipient) if each.kind is PointKind.ENTRUSTED]


@given(granted, st.sampled_from(["south", "shipping"]), conditions)
@settings(max_examples=60, deadline=None)
def test_what_others_entrusted_is_listed_where_it_could_be_conveyed_and_nowhere_else(grants, recipient, conditioned):
    talks = talks_of(grants, Profile.CLOSED, conditioned)
    case = talks.case("harbour")
    in_force = tuple(each for each in case.permissions if each.is_in_force(DAY))
    listed = {(each.item, each.form) for each in Speaker(case, "harbour", permissions=in_force).sayables(recipient)}
    allowed = {
        (f"north/{item}", form)
        for item in WORDS
        for form in Form
        for named in (False, True)
        if may_be_conveyed(talks, item, recipient, form, named=named)
    }
    assert listed == allowed
    assert {each.name for each in points(talks, recipient)} == {item for item, _ in allowed}


@given(granted, conditions)
@settings(max_examples=30, deadline=None)
def test_a_name_is_offered_only_where_the_owner_may_be_named(grants, conditioned):
    talks = talks_of(grants, Profile.CLOSED, conditioned)
    for point in points(talks, "south"):
        if "may be said to be North's" in point.how:
            item = point.name.removeprefix("north/")
            assert any(may_be_conveyed(talks, item, "south", form, named=True) for form in Form)


@given(granted, conditions)
@settings(max_examples=30, deadline=None)
def test_in_open_talks_what_was_told_without_a_condition_is_listed(grants, conditioned):
    talks = talks_of([], Profile.OPEN_UNLESS_CONDITIONED, conditioned)
    assert {each.name for each in points(talks, "south")} == {f"north/{item}" for item in WORDS if not conditioned[item]}
    talks = talks_of(grants, Profile.OPEN_UNLESS_CONDITIONED, conditioned)
    for point in points(talks, "south"):
        item = point.name.removeprefix("north/")
        assert any(may_be_conveyed(talks, item, "south", form, named=False) for form in Form) or "North's" in point.how


@given(granted, st.sampled_from(["south", "shipping"]), conditions)
@settings(max_examples=40, deadline=None)
def test_no_other_word_that_was_entrusted_stands_in_the_talking_points(grants, recipient, conditioned):
    talks = talks_of(grants, Profile.CLOSED, conditioned)
    listed = {each.name for each in points(talks, recipient)}
    scene = Scene(view_for("harbour", talks.case("harbour")), DAY)
    text = str(talking_points(scene, recipient))
    for item in WORDS:
        if f"north/{item}" not in listed:
            assert CANARIES[item] not in text
            assert f"north/{item}" not in text


@given(granted, conditions)
@settings(max_examples=20, deadline=None)
def test_talking_points_of_one_who_was_told_nothing_tell_nothing(grants, conditioned):
    talks, silent = talks_of(grants, Profile.CLOSED, conditioned), talks_of([], Profile.CLOSED, conditioned)
    assert points(talks, "north", "south") == points(silent, "north", "south") == []
    scenes = [Scene(view_for("south", each.case("south")), DAY) for each in (talks, silent)]
    assert talking_points(scenes[0], "harbour") == talking_points(scenes[1], "harbour")


# Tests of the tests: talking points that leak on purpose, and have to be noticed by the comparison with what may be conveyed.


def planted_recipient(monkeypatch):
    """Whatever somebody permitted for anybody is offered to everybody."""
    plain = Speaker.sayables
    monkeypatch.setattr(Speaker, "sayables", lambda speaker, _recipient: (*plain(speaker, "south"), *plain(speaker, "shipping")))


def planted_day(monkeypatch):
    """A permission is taken for good, whatever its day and whether it was taken back."""
    monkeypatch.setattr(Permission, "is_in_force", lambda _permission, _day: True)


def planted_words(monkeypatch):
    """Beside the words that are permitted stand those of the whole item."""
    plain = talking_points_module._entrusted

    def telling(scene, sayable, recipient):
        item = next(each for each in scene.case.told if each.id == sayable.item)
        return evolve(plain(scene, sayable, recipient), words=f"{sayable.words} ({item.text})")

    monkeypatch.setattr(talking_points_module, "_entrusted", telling)


GRANTS = {
    planted_recipient: [(Scope("north/fleet", ("shipping",), ("harbour",)), False)],
    planted_day: [(Scope("north/fleet", ("south",), ("harbour",), until=DAY - dt.timedelta(days=1)), False)],
    planted_words: [(Scope("north/fleet", ("south",), ("harbour",), wording=WORDING), False)],
}


@pytest.mark.parametrize("plant", GRANTS)
def test_a_planted_leak_is_caught(monkeypatch, plant):
    talks = talks_of(GRANTS[plant], Profile.CLOSED, dict.fromkeys(WORDS, False))
    scene = Scene(view_for("harbour", talks.case("harbour")), DAY)
    assert CANARIES["fleet"] not in str(talking_points(scene, "south"))
    plant(monkeypatch)
    assert CANARIES["fleet"] in str(talking_points(scene, "south"))
