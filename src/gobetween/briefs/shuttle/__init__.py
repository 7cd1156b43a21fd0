"""The sections of a brief about live talks: what was told, permitted, conveyed, proposed and promised, as one audience knows it."""

from __future__ import annotations

from collections.abc import Callable

from gobetween.briefs.blocks import Section
from gobetween.briefs.scenes import Scene

SHUTTLE_SECTIONS: tuple[Callable[[Scene], tuple[Section, ...]], ...] = ()
