"""Going from the table, and other ways of going."""

import pytest

from gobetween.model.evidence import Stance


def stands(items):
    return [(position.party, position.stance) for position in items.positions]


@pytest.mark.parametrize(
    "text",
    [
        "Norway pulled out of the negotiations on Monday.",
        "Norway, which withdrew from the talks on Tuesday, is a rich country.",
        "Norway walked out of the pay talks.",
        "Norway suspended its participation in the talks.",
        "Norway suspended its part in the commission.",
        "Norway stayed away from the session on Tuesday.",
        "Norway has frozen contacts with Chile.",
        "Norway suspended talks with Chile and Peru.",
        "Norway broke off negotiations with Chile.",
        "Norway boycotted the second round.",
        "Norway declared an end to the ceasefire.",
        "Norway decided to end the talks.",
        "Norway said it was ending its trade talks with Chile.",
        "Norway chose to boycott the conference.",
        "Norway's delegation left Geneva without signing the agreement.",
        "Norway announced its withdrawal from the accord.",
    ],
)
def test_a_party_that_goes_from_talks_or_a_truce_rejects(read, text):
    assert stands(read(text)) == [("Norway", Stance.REJECT)]


@pytest.mark.parametrize(
    "text",
    [
        "Norway suspended its ferries.",
        "Norway stayed away from the dinner.",
        "Norway left the committee in 1990.",
        "Norway left the meeting early.",
        "Norway left Geneva without its envoy.",
        "Norway decided to end the subsidy.",
        "Norway and Chile ended their talks on Friday.",
        "Norway ended the talks of the day with a toast.",
        "Norway withdrew its boats from the border.",
        "Norway withdrew from the island under the agreement.",
        "Norway walked out of the stadium.",
        "Norway may withdraw from the treaty.",
        "Norway did not pull out of the talks.",
        "Norway was accused of leaving the talks.",
        "Norway's team left for the talks in Bern.",
        "Norway suspended the minister for leaving the talks.",
        "Norway, which had suspended talks in March, returned to the table.",
    ],
)
def test_a_journey_an_adjournment_or_a_plan_rejects_nothing(read, text):
    assert stands(read(text)) == []
