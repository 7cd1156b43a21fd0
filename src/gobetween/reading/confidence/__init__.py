"""How sure it is that a careful reader would agree with an item: signs of trouble, weighed, and calibrated on annotated texts."""

from __future__ import annotations

from gobetween.reading.confidence.weighing import with_confidence, with_events

__all__ = ["with_confidence", "with_events"]
