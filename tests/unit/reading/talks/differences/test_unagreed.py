"""What the sides have not agreed, or will not give way on; and what they have."""

import pytest


@pytest.mark.parametrize(
    ("text", "issue"),
    [
        ("Management has refused to budge on the night shift.", "night shift"),
        ("Neither side is willing to give ground on the tariff schedule.", "tariff schedule"),
        ("Both sides have dug in their heels over the demilitarised zone.", "demilitarised zone"),
        ("The meeting ended without agreement on the transit fees.", "transit fees"),
        ("The sides still have to agree on the date of the handover.", "date of the handover"),
        ("The number of hostages to be freed is still being negotiated.", "number of hostages"),
        ("Still to be resolved is the ownership of the pipeline.", "ownership of the pipeline"),
        ("The sides could find no formula on the return of the settlers.", "return of the settlers"),
        ("Failure to reach a compromise on cattle movements has left the border shut.", "cattle movements"),
        ("They could not reach a compromise on the wording.", "wording"),
    ],
)
def test_what_is_not_agreed_is_in_the_way(read, text, issue):
    assert issue in [point.issue for point in read(text).sticking_points]


@pytest.mark.parametrize(
    "text",
    [
        "The two sides agreed on the date of the handover.",
        "The ownership of the pipeline was settled.",
        "The envoy made a concession on the night shift.",
        "Norway has not agreed to the list.",
        "Once the question of the port is solved, the rest is easy.",
        "The shop has yet to be built.",
    ],
)
def test_what_is_agreed_is_not_in_the_way(read, text):
    assert read(text).sticking_points == ()
