import pytest


@pytest.mark.parametrize(
    ("text", "person", "title", "actor"),
    [
        ("Norwegian Prime Minister Anna Berg left.", "Anna Berg", "Prime Minister", "Norway"),
        ("Anna Berg, Norway's representative in Geneva, left.", "Anna Berg", "representative in Geneva", "Norway"),
        ("The Norwegian Foreign Minister, Anna Berg, left.", "Anna Berg", "Foreign Minister", "Norway"),
        ("Vice President Anna Berg of Norway left.", "Anna Berg", "Vice President", "Norway"),
        ("Norway's chief negotiator Anna Berg left.", "Anna Berg", "chief negotiator", "Norway"),
    ],
)
def test_titles_before_and_behind_a_name_are_kept_as_said(read, text, person, title, actor):
    (office,) = read(text).offices
    assert (office.person, office.title, office.actor) == (person, title, actor)


def test_the_officer_of_a_body_named_before_belongs_to_it(read):
    (office,) = read("The Teachers' Union left the room. The union's president, Jan Nowak, spoke to reporters.").offices
    assert (office.title, office.actor) == ("president", "Teachers' Union")


def test_a_joined_officer_belongs_to_the_same_actor(read):
    items = read("Norwegian envoy Anna Berg and senior official Erik Lund held talks with Canada.")
    assert {office.person: office.actor for office in items.offices} == {"Anna Berg": "Norway", "Erik Lund": "Norway"}


def test_a_shorter_title_takes_up_the_office(read):
    items = read("US Secretary of State Erik Lund left. Secretary Lund was tired.")
    assert [office.title for office in items.offices] == ["Secretary of State"]


def test_a_body_whose_name_begins_like_a_title_is_no_officer(read):
    items = read("The General Fisheries Directorate denied the report.")
    assert items.offices == ()
    assert "General Fisheries Directorate" in items.actors


def test_a_spokeswoman_stands_for_the_side_of_whom_she_speaks_for(read):
    items = read(
        "The Corvan Front said its commander would write to President Ilan Holt. Holt's spokeswoman, Vera Lutz, ruled out a swap."
    )
    assert [(p.party, p.stance.value) for p in items.positions] == [("Ilan Holt", "reject")]


def test_a_spokesman_of_a_minister_is_of_the_ministers_side(read):
    items = read("Norway's foreign minister, Ana Bell, went home. Bell's spokesman, Lee Park, ruled out a swap.")
    assert [(p.party, p.stance.value) for p in items.positions] == [("Norway", "reject")]


def test_whose_commander_writes_to_a_president_says_nothing_of_the_president(read):
    items = read("The Northern Front sent a letter from its commander to President Ilan Holt on Monday.")
    assert [o.actor for o in items.offices] == [None]
