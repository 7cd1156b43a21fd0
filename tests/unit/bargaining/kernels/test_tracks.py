"""Requirements and value links as the fast kernel follows them."""

from __future__ import annotations

import numpy as np
import pytest

from gobetween.bargaining.kernels.layered.graph.tracks import Track

ONE, OTHER = np.array([True, True, False, False]), np.array([True, False, True, False])


@pytest.mark.parametrize(
    "track",
    [
        Track({}, {0: OTHER}, bit=3),
        Track({0: ONE}, bit=3),
        Track({0: ONE}, {0: OTHER}, bit=3, is_kept=True),
        Track({0: ONE}, party=1, value=7),
    ],
    ids=["what it requires", "what it excludes", "both", "what it adds"],
)
def test_what_speaks_of_one_issue_alone_is_decided_there(track):
    assert track.alone(0).tolist() == track.step(0, 4, ())[1][track.start].tolist()
    assert 0 < track.alone(0).sum() < 4
