import datetime as dt

import pytest

from gobetween.model.dates import on


@pytest.mark.parametrize(
    "text",
    ["Norwegian troops advanced into the valley.", "Norway released two prisoners.", "Norway has vetoed the resolution."],
)
def test_deeds_told_as_done_are_acts(read, text):
    assert [act.actor for act in read(text).acts] == ["Norway"]


@pytest.mark.parametrize(
    "text",
    [
        "Norway will release two prisoners.",
        "Norway did not strike the camp.",
        "Norway might invade the valley.",
        "The valley was struck.",
    ],
)
def test_what_is_ahead_undone_or_nobodys_is_no_act(read, text):
    assert read(text).acts == ()


def test_an_act_takes_the_date_of_its_sentence(read):
    (act,) = read("On Monday, Norwegian tanks advanced into the valley.", on(dt.date(2025, 3, 5))).acts
    assert act.when.day == dt.date(2025, 3, 3)


def test_the_one_behind_by_did_it(read):
    (act,) = read("Two villages were shelled by Norwegian forces.").acts
    assert act.actor == "Norway"


def test_what_is_denied_was_not_done(read):
    assert read("Norway denied that it had attacked the convoy.").acts == ()


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("The breakaway region of North Norvan freed 12 detainees on Saturday. Norvan's army left.", "North Norvan"),
        ("Norway ordered four automated cranes on Wednesday.", "Norway"),
        ("Canada has closed the pass to trucks.", "Canada"),
    ],
)
def test_deeds_at_work_and_at_borders_are_acts(read, text, actor):
    assert read(text).acts[0].actor == actor


@pytest.mark.parametrize(
    "text",
    [
        "Police in Norway arrested three union leaders.",
        "Norway pulled its troops back from the river.",
        "Norway cut off the water supply on Monday.",
        "The strait was closed by Norway on Friday.",
        "Norway held back the 20 prisoners it was to release.",
        "Norway sent troops to the border.",
        "Norway froze the accounts of two banks.",
        "Norway sank a patrol boat.",
        "Norway seized a trawler in May.",
    ],
)
def test_deeds_are_told_in_many_words(read, text):
    assert [act.actor for act in read(text).acts] == ["Norway"]


@pytest.mark.parametrize(
    "text",
    [
        "Canada feared that Norway had attacked.",
        "Canada raised the possibility that Norway had attacked.",
        "Canada accused Norway of having fired at the convoy.",
        "Norway released a statement on Monday.",
        "Norway launched a new website.",
        "Norway struck a deal with Canada.",
        "Norway held a meeting with its troops.",
        "Norway sent a letter.",
        "Canada demanded that Norway release the crew.",
        "Canada would join only once Norway withdrew its troops.",
        "Until Norway released the crew, Canada would not talk.",
        "Had Norway attacked, Canada would have left.",
    ],
)
def test_what_is_feared_charged_demanded_or_harmless_is_no_act(read, text):
    assert read(text).acts == ()
