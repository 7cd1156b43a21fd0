import pytest


def stances(items):
    return sorted((position.party, position.stance.value) for position in items.positions)


@pytest.mark.parametrize(
    "text",
    [
        "Norway said further talks would depend on a pullback from the strait.",
        "Norway's minister said a meeting is possible, but only if the lists are published.",
        "Norway said that a deal would hinge on the return of the boats.",
        "The Norwegian envoy said any truce was contingent on inspections.",
        "Norway said its offer was conditional on inspections.",
        "Norway said the money would come only after the rosters were signed.",
        "Norway said it would join a cabinet only with a law on the climate.",
        "Norway expressed willingness to share the water, but only if the dam is opened.",
        "Norway is open to a meeting, contingent upon signing the protocol.",
        "Norway said it was open to extend the truce in exchange for the release of the sailors.",
    ],
)
def test_what_may_come_only_with_something_else_is_conditional(read, text):
    assert stances(read(text)) == [("Norway", "conditional")]


@pytest.mark.parametrize(
    "text",
    [
        "Further talks would depend on the weather.",
        "Norway said its harvest depends on the rain.",
        "Norway said a meeting is possible.",
        "Norway said a meeting is possible on Monday.",
        "Norway said the ferry depends on the tide.",
        "Norway said a deal does not depend on the weather.",
    ],
)
def test_what_hangs_on_the_weather_or_is_said_by_nobody_is_no_stand(read, text):
    assert stances(read(text)) == []
