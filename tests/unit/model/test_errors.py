"""How many faults an error tells."""

from gobetween.model.errors import MOST_TOLD, InvalidCase


def test_an_error_tells_its_first_faults_and_how_many_there_are_besides():
    faults = tuple(f"case.yaml:{line}: found '?'" for line in range(MOST_TOLD + 1_200))
    error = InvalidCase("'quay' has faults", faults)
    assert str(error).splitlines()[0] == "'quay' has faults"
    assert str(error).splitlines()[-1] == "... and 1,200 more; mend these first"
    assert len(str(error).splitlines()) == MOST_TOLD + 2
    assert error.faults == faults


def test_few_faults_are_told_in_full():
    assert str(InvalidCase("two faults", ("one", "two"))) == "two faults\none\ntwo"
