"""Every kind of act there is: how it is recorded, and which rule it follows."""

from __future__ import annotations

from collections.abc import Mapping

from gobetween.protocols.acts import Act
from gobetween.record.upcasting import Upcast
from gobetween.talks import entering
from gobetween.talks.agreeing import agreements, involvements, obligations, violations
from gobetween.talks.confiding import caucuses, permissions
from gobetween.talks.conveying import deliveries, ledgers, plans
from gobetween.talks.drafting import amendments, non_papers, one_texts
from gobetween.talks.proposing import answers, decisions, mandates, positions, proposals
from gobetween.talks.rules import Rule
from gobetween.talks.sealing import blind_biddings, poolings, sealed_proposals

_TOPICS = (
    agreements,
    amendments,
    answers,
    blind_biddings,
    caucuses,
    decisions,
    deliveries,
    entering,
    involvements,
    ledgers,
    mandates,
    non_papers,
    obligations,
    one_texts,
    permissions,
    plans,
    poolings,
    positions,
    proposals,
    sealed_proposals,
    violations,
)

RULES: Mapping[type[Act], Rule] = {act: rule for topic in _TOPICS for act, rule in topic.RULES.items()}
ACTS: Mapping[str, type[Act]] = {act.KIND: act for act in RULES}
UPCASTS: Mapping[str, Upcast] = {}
