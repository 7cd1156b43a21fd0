"""Whether words for a time lie ahead of the writer or behind, by the verb that they belong to."""

from __future__ import annotations

import re

from spacy.tokens import Doc, Token

from gobetween.reading.syntax import has_child
from gobetween.reading.word_lists import words

_AHEAD = words(
    "expect schedule plan set due hope intend want aim prepare agree promise vow pledge decide need mean ask urge call seek "
    "slate likely poise poised hop order await foresee envisage envision earmark"
)
_SETTLED = words("agree decide order ask call promise vow pledge urge seek mean need")  # "was agreed on Sunday": then it was agreed
_SET_DOWN = words(
    "arrive attend be begin convene depart end expire face fly gather head hold host include join leave meet open resume "
    "return sign start go "
    "take travel visit vote loom approach near restart reopen reconvene conclude close continue finish stop cease lapse run"
)
_LETTING = words("let help make have see")
_ABOUT = words("propose suggest discuss consider plan contemplate mull oppose favour favor avoid")  # "proposed meeting on Monday"
_LEAVING = words("leave travel fly return arrive come go depart head")
_BIDDING = words("tell order instruct invite summon warn direct command oblige require allow permit persuade convince")
_DEADLINES = words("deadline ultimatum")
_BY_DEADLINE = words("by before at past after")
_AS_DEADLINE = re.compile(r" as (?:the|a|an|its|their) (?:new |final )?(?:deadline|date|day|target|start)\b")
_ONCE_SET = words("due expect schedule plan set suppose mean slate")
_MISSED = words("miss pass expire lapse ignore fall come go slip meet let")
_TELLING = words("say tell add report claim note explain write date go remain last have show know remember recall")
_REACTING = words(
    "follow come mean mark stem reflect accuse reject deny accept agree welcome warn urge call want demand believe think hope fear "
    "see hear hold own put blame praise dismiss condemn criticise criticize confirm announce quote cite describe appear seem"
    " refuse like"
)
_WILL = words("will 'll ’ll shall wo")
_MAY = words("would may might could should can must 'd ’d")
_HAD = words("have has had having 've ’ve")
_CONDITIONS = words("if once unless until till provided providing condition assuming")
_OPENING = words("if unless")
_MIGHT = words("would could might 'd ’d will threaten threatened threatens warned warns vowed")
_RELATIVE = words("who whom whose which")
_ASKED = words("ask demand insist require propose suggest request urge")
_PHRASE = re.compile(
    r"\b(?:will|shall|would|plans? to|planned for|set (?:to|for)|due|expected|scheduled|slated|upcoming|next|ahead of"
    r"|includes?|to be (?:held|given)|deadline)\b"
)
_SET_FOR = re.compile(
    r"\b(?:called|set|planned|scheduled|due|arranged|fixed|slated|tabled|booked|expected|announced|convened|proposed|reserved|promised"
    r"|foreseen|envisaged|pencilled in|penciled in|earmarked|timed|foresees?|envisages?)(?: \w+){0,2} for $"
    r"|\b(?:summon(?:ed|s)|call(?:ed|s)|invite[ds]|recall(?:ed|s)|order(?:ed|s)|ask(?:ed|s))(?: \w+){1,4} back for $"
    r"|\b(?:summon(?:ed|s)|invite[ds]|recall(?:ed|s))(?: \w+){1,5} for $"
    r"|\b(?:summoned|invited|recalled|called)(?: \w+){0,3} to (?:\w+ ){1,5}(?:on )?$"
    r"|\b(?:extension|delay|postponement|adjournment|move)(?: \w+)? (?:to|until|till) $"
    r"|\b(?:is|are|talks|negotiations|round|meeting|delegates|envoys|leaders|sides|parties) to"
    r" \w+ (?:\w+ )?$"  # "Talks to resume Sunday"
)
_SOONEST = ("as early as ", "as soon as ", "no later than ", "as late as ")
_SET_FROM = words("threaten announce plan propose schedule")
_FROM_ON = _SET_FROM | words("call begin start strike")
_PUTTING_OFF = words("put postpone adjourn move defer delay reschedule push extend prolong renew")
_CALLED_OFF = words("call cancel postpone scrap abandon drop shelve delay")
_OFF = _CALLED_OFF | _PUTTING_OFF
_TAKING_PLACE = words("take go happen come materialise materialize start begin open follow meet")
_WHAT_WAS_TO_BE = words("nsubj nsubjpass dobj obj")
_CAME_TO_NOTHING = re.compile(
    r"\b(?:(?:but|yet|and|one|both|neither|none)\b[^.;]{0,30}\b(?:did not|didn[’']t|has not|have not|had not|hasn[’']t|haven[’']t"
    r"|never (?:came|did|arrived|happened|took place))\b"
    r"|(?:has|have|had) done so\b|missed (?:it|that|the (?:date|deadline|day))\b|(?:has|have) failed to\b|let it pass\b)",
    re.IGNORECASE,
)
_REST = re.compile(r"[^\n.]*(?:\.[^\n.]*)?")  # of this sentence and the next
_HAD_UNTIL = re.compile(r"\bhad (?:until|till) (?:(?:noon|midday|midnight|the end of|close of business) )?(?:on )?$")
_OF_A_DAY = re.compile(r"\b(?:deadline|date|day|start|beginning|end|morning|afternoon|evening|night|eve|as) of (?:the )?$")
_TO_DAY = ("to ", "until ", "till ")
_LIMITING = words("want demand need expect ask seek request require insist urge give set offer allow extend")
_LIMIT = re.compile(
    r"\b(?:by|until|till|ahead of|before) (?:(?:midnight|noon|midday|lunchtime|dawn|daybreak|dusk|sunrise|sunset|late|early"
    r"|the end of|close of (?:business|play|trading)|the (?:morning|afternoon|evening|night) of"
    r"|\d[\d.:]*(?: ?[ap]\.?m\.?)?)(?: local time| [A-Z]{3,4})?,? )?"
    r"(?:on )?$",
    re.IGNORECASE,
)
_BY_THEN = re.compile(r"\b(?:by|before) (?:\w+ ){0,3}(?:on )?$", re.IGNORECASE)
_LIMIT_LEAD = 45
_BEFORE = 60  # characters in which a day is set
_OWN_LEAD = re.compile(r"(?:by|until|till|ahead of|before|on) ", re.IGNORECASE)
_WINDOW = (90, 40)  # characters of context, where no parse is at hand


def lies_ahead(text: str, start: int, end: int, doc: Doc | None, *, is_far: bool = False) -> bool | None:
    """Whether the time named at `[start, end)` is in the writer's future; without a parse, by the words around it.

    None where only nearness can tell: what was to be then has been called off, somebody "had until" then, or no verb says when a date
    was. The present tense points ahead where it speaks of what is set down ("the envoy arrives on Monday"); with `is_far`, for a month
    or a date, whatever it speaks of ("if they win in November").
    """
    token = _last_token(doc, start, end) if doc is not None else None
    if token is None:
        near = text[max(0, start - _WINDOW[0]) : end + _WINDOW[1]]
        return bool(_PHRASE.search(near.split("\n")[0]))
    before = text[max(0, start - _BEFORE) : start].lower()
    verb = _verb_of(token)
    if is_far and before.endswith(" of ") and not _OF_A_DAY.search(before):
        return False  # "the accord of 18 February"
    if verb is not None and _is_bygone(token, verb, text[end:]):
        return False
    if verb is not None and _HAD_UNTIL.search(before):
        return None
    if verb is not None and _is_called_off(token, verb, is_set=_SET_FOR.search(before) is not None):
        return None
    if (
        before.endswith(("ahead of ", *_SOONEST))
        or text[:start].endswith("Come ")
        or _SET_FOR.search(before)
        or _AS_DEADLINE.match(text, end)
    ):
        return True
    if verb is not None and _is_told_ahead(token, verb, (text, start, end), is_far=is_far):
        return True
    if verb is None and token.sent.root.tag_ == "NNS" and token.sent.root.lemma_ in _SET_DOWN:
        return True  # "The assembly votes on Tuesday", in which the parser sees no verb
    return None if is_far and (verb is None or verb.lemma_ in _TELLING or _is_timeless(verb)) else False


def _is_timeless(verb: Token) -> bool:
    """Whether the verb tells neither what was nor what will be: "the place that is chosen for the talks on 15 August"."""
    helpers = {child.lower_ for child in verb.children if child.dep_ in {"aux", "auxpass"}}
    return bool(helpers & {"is", "are", "be"}) and not helpers & {"has", "have", "had"}


def _is_told_ahead(token: Token, verb: Token, place: tuple[str, int, int], *, is_far: bool) -> bool:
    text, start, end = place
    own_words = text[start:end].lower()
    if _is_set_deadline(token, verb):
        return True
    if verb.lemma_ in _PUTTING_OFF and (text[:start].lower().endswith(_TO_DAY) or own_words.startswith(_TO_DAY)):
        return True
    is_limit = _is_limit(text, start, end)
    if (is_far or is_limit) and verb.tag_ in {"VBD", "VBN"} and _is_condition(verb):
        return True
    is_by = own_words.startswith(("by ", "before ")) or _BY_THEN.search(text[max(0, start - _LIMIT_LEAD) : start]) is not None
    is_open = is_limit and (verb.tag_ != "VBD" or verb.lemma_ in _LIMITING) and not _is_done(verb) and not (is_by and _was_done(verb))
    is_from = own_words.startswith("from ") or text[:start].endswith(" as of ")
    if is_from and verb.lemma_ in (_FROM_ON if verb.tag_ != "VBD" else _SET_FROM):
        return True
    return is_open or _is_present(token, verb, is_far=is_far) or _is_ahead(verb)


def _is_present(token: Token, verb: Token, *, is_far: bool) -> bool:
    """Whether the present tense sets it down: "the reply comes on Thursday", "which runs out on Monday"."""
    is_joined = verb.tag_ == "VB" and verb.dep_ == "conj" and verb.head.tag_ == "VBP"  # "they debate it and vote on Thursday"
    if (verb.tag_ not in {"VBZ", "VBP"} and not is_joined) or _has_have(verb):
        return False
    if is_far:
        return verb.lemma_ not in _TELLING
    is_direct = verb in {token.head, token.head.head}
    if verb.lemma_ == "come":
        return is_direct and token.head.pos_ == "ADP"
    return verb.lemma_ not in _TELLING | _REACTING and is_direct and verb.dep_ in {"ROOT", "conj", "ccomp", "parataxis", "relcl"}


def _is_limit(text: str, start: int, end: int) -> bool:
    """Whether the time is the end of a stretch: "by Friday", "until midnight on Sunday"."""
    lead = _OWN_LEAD.match(text, start, end)
    return _LIMIT.search(text[max(0, start - _LIMIT_LEAD) : lead.end() if lead else start]) is not None


def _last_token(doc: Doc, start: int, end: int) -> Token | None:
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None:
        return None
    is_owner = span.end < len(doc) and doc[span.end].tag_ == "POS"  # of "after Thursday's session was dropped" the session counts
    return span[-1] if is_owner else span.root


def _verb_of(token: Token) -> Token | None:
    verb = next((each for each in token.ancestors if each.pos_ in {"VERB", "AUX"} or each.lemma_ in {"due", "likely"}), None)
    return verb.head if verb is not None and _is_of_telling(token, verb) else verb


def _is_of_telling(token: Token, verb: Token) -> bool:
    """Whether a day that the parser gives to what is told says when it was told: "told reporters Tuesday the talks would go on"."""
    if token.pos_ == "ADP" or verb.dep_ != "ccomp" or verb.head.tag_ != "VBD" or not verb.head.i < token.i:
        return False
    subject = next((child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"}), None)
    is_owner = token.i + 1 < len(token.doc) and token.nbor().tag_ == "POS"
    between = token.doc[verb.head.i + 1 : token.i]
    return (
        subject is not None
        and token.i < subject.i
        and not is_owner
        and not any(each.is_punct or each.dep_ == "mark" for each in between)
    )


def _has_have(verb: Token) -> bool:
    return any(child.dep_ == "aux" and child.lemma_ == "have" for child in verb.children)


def _is_done(verb: Token) -> bool:
    """Whether the verb says that something had come to be by then: "by Friday 40 had died"; not "has promised a reply by Friday"."""
    helpers = {child.lower_ for child in verb.children if child.dep_ in {"aux", "auxpass"}}
    if {"had", "been"} <= helpers:
        return True  # "had been promised by Wednesday"
    return _has_have(verb) and not helpers & (_WILL | _MAY) and verb.lemma_ not in _LIMITING | _AHEAD


def _was_done(verb: Token) -> bool:
    """Whether the passive says so: "nothing was handed over by Friday"; not "was put off until Friday"."""
    helpers = {child.lower_ for child in verb.children if child.dep_ in {"aux", "auxpass"}}
    return bool(helpers & {"was", "were"}) and verb.tag_ == "VBN" and verb.lemma_ not in _LIMITING | _AHEAD


def _is_condition(verb: Token) -> bool:
    """Whether a verb in the past tense names what is not yet done: "would sign if they withdrew by June", "asked that it left"."""
    if has_child(verb, ("that",), "mark") and verb.head.lemma_ in _ASKED:
        return True
    if has_child(verb, _OPENING, "mark") and has_child(verb, ("has", "have"), "aux"):
        return True  # "if the deal has not closed by Friday"
    before = verb.doc[verb.sent.start : verb.i]
    for token in reversed(list(before)):  # the parser hangs "provided that" and "on condition that" on many things
        if token.is_punct or token.lower_ in _RELATIVE:
            return False
        if token.lower_ in _CONDITIONS:
            after = verb.doc[verb.i : verb.sent.end] if token.lower_ in _OPENING else ()
            return any(each.lower_ in _MIGHT for each in (*before[: token.i - before.start], *after))
    return False


def _is_ahead(verb: Token) -> bool:
    helpers = {child.lower_ for child in verb.children if child.dep_ in {"aux", "auxpass"}}
    if verb.dep_ == "conj" and not helpers and verb.tag_ in {"VB", "VBP"} and verb.head != verb:
        return _is_ahead(verb.head)
    if helpers & _WILL:
        return True
    if helpers & _MAY:
        return not helpers & {"have", "'ve", "’ve"}
    if has_child(verb, ("off",), "prt"):
        return False
    if verb.lemma_ in _SETTLED and verb.tag_ == "VBN" and (helpers & {"was", "were"} or verb.dep_ in {"acl", "relcl"}):
        return False
    if verb.lemma_ in _AHEAD and verb.tag_ in {"VBN", "JJ", "VBZ", "VBP"} and not helpers & _HAD:
        return True
    if "to" in helpers:
        return _is_ahead_infinitive(verb)
    if verb.tag_ == "VB" and not helpers and verb.head.lemma_ in _LETTING and verb.head != verb:
        return _is_ahead(verb.head)  # "promised to let them go on Sunday"
    if verb.tag_ == "VB" and not helpers and not any(child.dep_ in {"nsubj", "nsubjpass"} for child in verb.children):
        return verb.dep_ in {"ROOT", "ccomp"}  # "Come back on Monday"
    if verb.tag_ in {"VBZ", "VBP"}:
        return verb.lemma_ in _SET_DOWN
    if verb.tag_ == "VBG" and not helpers:
        return _is_ahead_participle(verb)
    if verb.tag_ == "VBG":
        is_under_way = bool(helpers & {"is", "are", "'s", "’s", "'re", "am"}) and "been" not in helpers
        return is_under_way or (bool(helpers & {"was", "were"}) and verb.lemma_ in _LEAVING and _is_told(verb))
    return False


def _is_ahead_participle(verb: Token) -> bool:
    """Whether what is told without a tense lies ahead: "proposed meeting on Monday", "before meeting on Sunday, they will ..."."""
    if verb.dep_ in {"xcomp", "ccomp", "dobj"}:
        return verb.head.lemma_ in _ABOUT
    above = _verb_of(verb)
    return above is not None and verb.lemma_ in _SET_DOWN | _LEAVING and _is_ahead(above)


def _had_been(word: Token) -> bool:
    """Whether it was so and is no more: "had been due to meet on Friday"."""
    over = {word, word.head} if word.head.lemma_ == "be" else {word}
    return any(child.lower_ == "had" for each in over for child in each.children)


def _is_told(verb: Token) -> bool:
    """Whether somebody said it in the past tense: "said that the envoy was leaving on Friday"."""
    return verb.dep_ == "ccomp" and verb.head.tag_ in {"VBD", "VBN"}


def _is_set_deadline(token: Token, verb: Token) -> bool:
    """Whether the day is that of a deadline that is set and not yet past: "faces a Friday deadline"."""
    over = [each for each in token.ancestors if each.lemma_ in _DEADLINES]
    if over and over[0].dep_ == "pobj" and over[0].head.lower_ in _BY_DEADLINE and verb.tag_ in {"VBD", "VBN"} and not _is_ahead(verb):
        return False  # "no deal was reached by Tuesday's deadline"
    return bool(over) and verb.lemma_ not in _MISSED | _PUTTING_OFF | _CALLED_OFF


def _is_bygone(token: Token, verb: Token, rest: str) -> bool:
    """Whether it is told that the time passed: "were due by Friday. One side has done so", "planned for Monday did not take place"."""
    if any(_holds(above, token) and _did_not(above) for above in token.ancestors if above.lemma_ in _TAKING_PLACE):
        return True
    over = {child.lower_ for each in (verb, verb.head, verb.head.head) for child in (each, *each.children) if child.pos_ == "AUX"}
    is_once_set = verb.lemma_ in _AHEAD or "to" in {child.lower_ for child in verb.children if child.dep_ == "aux"}
    told = _REST.match(rest)
    return is_once_set and bool(over & {"was", "were"}) and told is not None and _CAME_TO_NOTHING.search(told.group()) is not None


def _did_not(verb: Token) -> bool:
    return {"did", "not"} <= {"not" if child.dep_ == "neg" else child.lower_ for child in verb.children if child.dep_ in {"aux", "neg"}}


def _is_called_off(token: Token, verb: Token, *, is_set: bool) -> bool:
    """Whether what was to be then has been called off: "a meeting planned for Friday was cancelled", "Friday's session was moved"."""
    helpers = {child.lower_ for child in verb.children if child.dep_ in {"aux", "auxpass"}}
    if {"to", "have"} <= helpers and verb.head.lemma_ == "be":
        return True
    is_plan = is_set or verb.lemma_ in _AHEAD or "to" in helpers
    for above in token.ancestors:
        if above.pos_ == "VERB" and (above.lemma_ in _OFF or _fell_through(above)) and _holds(above, token):
            return above == verb or is_plan
    return False


def _fell_through(verb: Token) -> bool:
    return verb.lemma_ == "fall" and has_child(verb, ("through",))


def _holds(verb: Token, token: Token) -> bool:
    """Whether the token stands within what the verb says something of, not beside it."""
    return any(child.dep_ in _WHAT_WAS_TO_BE and (child == token or child.is_ancestor(token)) for child in verb.children)


def _is_ahead_infinitive(verb: Token) -> bool:
    """Whether what is to happen is still open: "is expected to arrive" lies ahead, "managed to leave" does not."""
    above = verb.head
    if above == verb:
        return True
    if above.lemma_ in _ONCE_SET and above.tag_ in {"VBN", "JJ"} and _had_been(above):
        return False
    if verb.dep_ in {"acl", "relcl"} or above.lemma_ in _AHEAD | _BIDDING or above.lemma_ in ("be", "threaten"):
        return True
    if above.pos_ in {"VERB", "AUX"}:
        return above.tag_ != "VBD" and _is_ahead(above)
    return True
