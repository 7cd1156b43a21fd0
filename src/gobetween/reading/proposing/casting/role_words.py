"""Words that say what an actor is in talks: mediator, host, guarantor, monitor, ally, or one of those between whom they are held."""

from __future__ import annotations

import re

from gobetween.reading.word_lists import words

MEDIATING_VERBS = words("mediate broker conciliate")
HELPING_VERBS = words("facilitate shuttle arrange")  # mediation only where talks are near
MEDIATORS = words("mediator conciliator facilitator go-between intermediary peacemaker")
MEDIATION = words("mediation conciliation shuttle")
GUARANTORS = words("guarantor")
MONITORS = words("monitor observer inspector verifier")
ALLIES = words("ally backer patron")
CHANNELS = words("channel")
HANDING = words("hand pass deliver convey carry relay transmit bring present")
FERRYING = words("shuttle ferry")
PAPERS = words("proposal message letter text offer answer paper reply response draft note terms counterproposal")
SEEING = words("meet see receive visit consult speak talk shuttle hear")
BOTH = words("both two each")
SIDES = words("side party delegation camp leader team part")
HOSTING = words("host")
ACTING_AS = words("act serve work function")
TALKS = words(
    """talk negotiation deal agreement ceasefire truce dispute conflict round discussion meeting pact settlement contract bargaining
    session stalemate deadlock impasse standoff compromise merger treaty strike war process dialogue table exchange swap"""
)
WORKING = words("work try seek strive struggle press push")
ORGANS = words(
    """board management leadership delegation committee government cabinet council army military forces negotiators team
    leaders presidium directorate secretariat bureau ministry"""
)
"""Bodies that act for whom they belong to: "the operator's management", "the union's bargaining committee"."""

CARRYING = words(
    "tell send convey pass inform deliver communicate speak talk negotiate respond receive transmit relay carry exchange hand"
)
APART = re.compile(
    r"\b(?:separate rooms|different rooms|in turn|one after the other|carr(?:y|ying) messages|walking between)\b", re.IGNORECASE
)

_TELLING = (
    r"mediat\w+|broker(?:ed|ing|s)?|conciliat\w+|facilitat\w+|go-betweens?|intermediar\w+|shuttl\w+|peacemakers?",
    r"(?:host(?:s|ed|ing)?|arrang\w+)\b[^.]{0,80}\b(?:talks|negotiations|meetings?|rounds?|deal|exchange)",
    r"(?:talks|negotiations|meetings?|rounds?|deal|exchange)\b[^.]{0,80}\b(?:host(?:s|ed|ing)?|arrang\w+)",
    r"guarantors?|monitors?|observers?|inspectors?|separate rooms|in turn|ally|allies|backers?|channels?",
    rf"(?:{'|'.join(sorted(TALKS))})\w*\b[^.]{{0,60}}\bbetween",
    r"(?:both|two|each) (?:sides?|part(?:y|ies)|delegations?|camps?|leaders|teams)",
    rf"(?:{'|'.join(sorted(HANDING))})\w*\b[^.]{{0,60}}\b(?:{'|'.join(sorted(PAPERS))})",
    rf"(?:{'|'.join(sorted(CARRYING))})\w*\b[^.]{{0,60}}\b(?:through|via)",
    r"(?:messages|proposals|letters|offers|papers|drafts|texts)\b[^.]{0,40}\bbetween",
    r"rounds? of|talks|negotiations|the table",
)
TELLING = re.compile(rf"\b(?:{'|'.join(_TELLING)})\b", re.IGNORECASE)
"""A paragraph without any of these says nothing of roles, and need not be parsed."""
