"""How an act changes a draft: the rule of each kind, and the common form of most."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from gobetween.model.items import Item
from gobetween.protocols.acts import Act, Moment
from gobetween.talks.drafts import Draft

Rule: TypeAlias = Callable[[Draft, Any, Moment], None]
"""Changes the draft as the act says; raises `ProtocolViolation` where the act does not follow on what is there."""

Rules: TypeAlias = Mapping[type[Act], Rule]


def folding(collection: str, named: str, kind: type[Item], after: Callable[[Any, Any, Moment], Item]) -> Rule:
    """The rule of acts that take one entry of a collection from state to state; its id is the act's attribute `named`."""

    def rule(draft: Draft, act: Act, moment: Moment) -> None:
        state = draft.find(collection, getattr(act, named), kind)
        draft.put(collection, after(state, act, moment))

    return rule
