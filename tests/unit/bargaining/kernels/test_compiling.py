"""Machine code that was kept is used only while nothing it was made of has changed."""

from __future__ import annotations

import pytest

pytest.importorskip("numba", reason="without Numba nothing is compiled")

from gobetween.bargaining.kernels.layered import compiling
from gobetween.bargaining.kernels.layered.graph import bounds


def test_kept_machine_code_depends_on_every_source_of_the_room(monkeypatch):
    kept = bounds._best_ahead._cache
    key = kept._index_key(None, _Codegen())
    assert key[-1] == compiling._digest_of_sources()
    monkeypatch.setattr(compiling, "_SOURCES", "changed")
    assert kept._index_key(None, _Codegen()) != key


class _Codegen:
    def magic_tuple(self):
        return ()
