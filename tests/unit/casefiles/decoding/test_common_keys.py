import pytest

POSITION = "positions: [{actor: union, stance: demand, text: a, cite: wire%s}]"


@pytest.mark.parametrize(("key", "is_inferred"), [("", False), (", inferred: true", True), (", inferred: false", False)])
def test_an_entry_may_say_that_it_is_the_keepers_reading(quay, key, is_inferred):
    (position,) = quay.case(POSITION % key).positions
    assert position.is_inferred is is_inferred


def test_a_reading_is_one_or_is_not(quay):
    (fault,) = quay.faults(POSITION % ", inferred: maybe")
    assert "positions[0].inferred: found 'maybe'; allowed: true, false" in fault


@pytest.mark.parametrize(("key", "owner"), [("", None), (", owner: union", "union")])
def test_an_entry_may_say_whose_it_is(quay, key, owner):
    (signal,) = quay.case(f"signals: [{{by: bishop, text: a{key}}}]").signals
    assert signal.owner == owner


def test_an_owner_is_an_actor_of_the_case_and_no_more_hidden_than_what_it_owns(quay):
    (fault,) = quay.faults("signals: [{by: bishop, text: a, owner: unoin}]")
    assert "signals[0].owner: found 'unoin'; allowed: union, employers, conciliator, bishop; did you mean 'union'?" in fault


def test_what_stands_in_a_partys_file_is_the_partys(quay):
    assert quay.load(parties__union=quay.party_text.replace("{text: Rest.}", "{text: Rest., owner: union}"), audience="union")
    (fault,) = quay.party_faults(quay.party_text.replace("{text: Rest.}", "{text: Rest., owner: employers}"))
    assert "interests[0].owner: found 'employers', but all of this file is union's; leave 'owner' out" in fault


@pytest.mark.parametrize(
    ("written", "meant"),
    [("'  a '", "  a "), ('"a\\n"', "a\n"), ("|\n      a\n", "a"), ("  a  ", "a"), ("' no '", " no ")],
)
def test_blanks_at_either_end_count_in_quotation_marks_alone(quay, written, meant):
    (signal,) = quay.case(f"signals:\n  - by: ' bishop '\n    text: {written}\n").signals
    assert (signal.by, signal.text) == ("bishop", meant)
