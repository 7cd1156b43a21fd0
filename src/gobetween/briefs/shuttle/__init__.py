"""The sections of a brief about live talks: what was told, permitted, conveyed, proposed and promised, as one audience knows it."""

from __future__ import annotations

from collections.abc import Callable

from gobetween.briefs.blocks import Section
from gobetween.briefs.scenes import Scene
from gobetween.briefs.shuttle.agreements import agreements_section
from gobetween.briefs.shuttle.answers_owed import answers_owed_section
from gobetween.briefs.shuttle.caucuses import caucuses_section
from gobetween.briefs.shuttle.consistency import consistency_section
from gobetween.briefs.shuttle.implementation import implementation_section
from gobetween.briefs.shuttle.ledger import ledger_section
from gobetween.briefs.shuttle.mandates import mandates_section
from gobetween.briefs.shuttle.messages import messages_section
from gobetween.briefs.shuttle.one_texts import one_texts_section
from gobetween.briefs.shuttle.permissions import permissions_section
from gobetween.briefs.shuttle.poolings import poolings_section
from gobetween.briefs.shuttle.positions import private_positions_section
from gobetween.briefs.shuttle.proposals import proposals_section
from gobetween.briefs.shuttle.sealed import sealed_section

SHUTTLE_SECTIONS: tuple[Callable[[Scene], tuple[Section, ...]], ...] = (
    caucuses_section,
    permissions_section,
    poolings_section,
    messages_section,
    consistency_section,
    ledger_section,
    proposals_section,
    answers_owed_section,
    mandates_section,
    private_positions_section,
    one_texts_section,
    sealed_section,
    agreements_section,
    implementation_section,
)
