import pytest


def stances(items):
    return sorted((position.party, position.stance.value) for position in items.positions)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Norway would consider a longer term were Canada to withdraw its suit.", [("Norway", "conditional")]),
        (
            "Norway would consider a longer term, it is understood, were Canada to withdraw its suit in court.",
            [("Norway", "conditional")],
        ),
        ("Norway will not return, said its chief negotiator, until the commission hands over the sheets.", [("Norway", "conditional")]),
        ("Norway has warned that it will withdraw its offer altogether should the trains stop again.", [("Norway", "threaten")]),
        ("Norway would raise its offer should the union call off the strike.", [("Norway", "conditional")]),
        ("Norway would sign tomorrow had Canada not moved the line.", [("Norway", "conditional")]),
        ("Norway agreed to the truce subject to approval by its parliament.", [("Norway", "conditional")]),
        ("Norway will lift the ban the day the ships leave.", [("Norway", "conditional")]),
        ("Norway said its members must not be obliged to work on Sundays.", [("Norway", "demand")]),
        ("There must be a neutral chair, Norway said.", [("Norway", "demand")]),
        ("A guarantee for the pensions is what Norway wants.", [("Norway", "demand")]),
        ("Norway will not open the port, nor should the army leave.", [("Norway", "reject")]),
        ("Norway's members must be paid first, its union said.", [("Norway", "demand")]),
        ("Norway will not sign unless the toll is dropped.", [("Norway", "conditional")]),
        ("Norway will not return to the table, a spokesman told reporters, unless the toll is dropped.", [("Norway", "conditional")]),
        ("Norway will not give up its barrier.", [("Norway", "reject")]),
        ("Norway won't settle for less than 6 percent.", [("Norway", "demand")]),
    ],
)
def test_a_condition_is_found_wherever_it_stands(read, text, told):
    assert stances(read(text)) == told


@pytest.mark.parametrize(
    "text",
    [
        "Norway said the talks must not fail.",
        "Norway asked why the talks had failed, and so had Canada.",
    ],
)
def test_what_must_not_fail_is_no_stand(read, text):
    assert stances(read(text)) == []
