"""Who are meant together: 'both sides', 'the three countries', 'the mediators'."""

import pytest


def parties(found, stance="accept"):
    return sorted(position.party for position in found.positions if position.stance.value == stance)


@pytest.mark.parametrize(
    "text",
    [
        "Talks between Norway and Chile went on in Bern. On Friday both sides agreed to a truce.",
        "Talks between Norway and Chile went on in Bern. On Friday the warring parties agreed to a truce.",
        "Talks between Norway and Chile went on in Bern. On Friday the sides agreed to a truce.",
        "Talks between Norway and Chile went on in Bern. On Friday the two neighbours agreed to a truce.",
        "Talks between Norway and Chile went on in Bern. On Friday the parties to the talks agreed to a truce.",
        "Norway and Chile met in Bern. Both countries agreed to a truce on Friday.",
    ],
)
def test_the_two_who_talk_are_meant_by_a_noun_for_both(read, text):
    assert set(parties(read(text))) == {"Norway", "Chile"}


def test_those_of_whom_a_text_tells_most_are_both_sides(read):
    found = read(
        "Norway raised its offer on Monday. Chile had called it too low. Norway said it would not go further, and Chile left. "
        "Norway sent an envoy to Chile. Later both sides agreed to a truce."
    )
    assert set(parties(found)) == {"Norway", "Chile"}


def test_three_named_together_are_the_three_countries(read):
    found = read("Norway, Chile and Peru met in Bern. The lake has no owner. The three countries agreed to a plan for the lake.")
    assert set(parties(found)) == {"Norway", "Chile", "Peru"}


def test_two_countries_are_no_union_and_no_firm(read):
    found = read("Talks between Norway and the Dockers' Union failed in Bern. The two countries rejected a truce.")
    assert parties(found, "reject") == []


@pytest.mark.parametrize(
    "text",
    [
        "Talks between Norway and Chile went on in Bern. Political parties agreed to a vote.",
        "Talks between Norway and Chile went on in Bern. The leaders of the two churches agreed to a truce.",
        "Both sides agreed to a truce.",
        "A row over fish and over oil went on. The three countries agreed to a truce.",
    ],
)
def test_nobody_is_meant_where_the_text_joins_nobody(read, text):
    assert parties(read(text)) == []


def test_mediators_are_no_side_of_the_talks(read):
    found = read(
        "Swiss and Danish mediators brought a plan to Bern. Switzerland and Denmark handed it over on Monday. "
        "Norway wants talks with Chile. Norway will meet Chile. Norway hopes for peace with Chile. Both sides agreed to a truce."
    )
    assert not {"Switzerland", "Denmark"} & set(parties(found))


def test_who_back_a_side_are_not_both_sides(read):
    found = read("The Front is backed by Norway and Chile. Both sides agreed to a truce.")
    assert parties(found) == []


def test_the_mediators_are_those_whom_the_text_calls_so(read):
    found = read("Mediators Switzerland and Denmark met in Bern. The mediators urged Norway to accept the plan.")
    assert set(parties(found, "demand")) == {"Switzerland", "Denmark"}


def test_the_leaders_are_those_named_before(read):
    found = read("The leaders of Norway and Chile met in Bern. The leaders agreed to a truce.")
    assert set(parties(found)) == {"Norway", "Chile"}


def test_those_who_urge_others_are_not_both_sides(read):
    found = read(
        "Norway wants the port. Norway met Chile. Chile wants the port, too. Norway and Chile have no truce. "
        "Peru and Japan urged a truce. Both sides agreed to a truce."
    )
    assert not {"Peru", "Japan"} & set(parties(found))


def test_the_united_nations_are_no_side(read):
    found = read("The United Nations and Norway met in Bern. Both sides agreed to a truce.")
    assert "United Nations" not in parties(found)
