import pytest

POSITION = "positions: [{actor: union, stance: demand, text: a, cite: wire%s}]"


@pytest.mark.parametrize(("key", "is_inferred"), [("", False), (", inferred: true", True), (", inferred: false", False)])
def test_an_entry_may_say_that_it_is_the_keepers_reading(quay, key, is_inferred):
    (position,) = quay.case(POSITION % key).positions
    assert position.is_inferred is is_inferred


def test_a_reading_is_one_or_is_not(quay):
    (fault,) = quay.faults(POSITION % ", inferred: maybe")
    assert "positions[0].inferred: found 'maybe'; allowed: true, false" in fault
