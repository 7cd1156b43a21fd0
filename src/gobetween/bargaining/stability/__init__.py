"""Which obligations of a deal somebody would gain by breaking, and what keeps them from it."""

from gobetween.bargaining.stability.compliance import Stability, stability
from gobetween.bargaining.stability.graphs import Notion

__all__ = ["Notion", "Stability", "stability"]
