"""What changed between two days: what became known, who moved, which conflicts opened and closed, what is owed now."""

from gobetween.briefs.changes.compose import compose_changes

__all__ = ["compose_changes"]
