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
