"""Verbs that show a stance only with the words they go with: the table, and the nouns that it calls by one name.

A frame is a verb, then the small words that must stand behind it in this order, and, behind `=`, what it must be about:
`hold out for`, `put forward`, `table =text`. Verbs that share the rest are joined by `/`.
"""

from __future__ import annotations

from gobetween.model.evidence import Stance
from gobetween.reading.talks.positions.wording import stances
from gobetween.reading.word_lists import words

_TEXTS = stances.TEXTS | stances.OFFERS | stances.IDEAS | words("map roadmap term concession list")
CLASSES: dict[str, frozenset[str]] = {
    "text": _TEXTS,
    "refusable": _TEXTS
    | words(
        """demand request condition call ultimatum threat appeal bid effort attempt notion prospect possibility chance suggestion
        promise pledge assurance invitation application"""
    ),
    "claim": words("demand claim insistence position line condition stance requirement call precondition"),
    "wanted": words("demand claim condition requirement precondition call"),
    "offer": stances.OFFERS | {"offer"},
    "yielding": words("concession offer bid counteroffer proposal"),
    "sum": words("percent % euro dollar pound crown"),
    "demand": words("demand pressure call request condition term"),
    "objection": words("objection reservation misgiving doubt concern"),
    "condition": words("condition precondition term deadline"),
    "line": words("line"),
    "case": words("case"),
    "reason": words("reason need cause room point"),
    "terms": words("term"),
    "time": words("time"),
    "mind": words("mind"),
    "judgement": words("judgement judgment position"),
    # what is at issue in talks of many kinds
    "matter": _TEXTS
    | words(
        """cut cap limit freeze toll tariff quota levy tax truce ceasefire pause delay deal accord agreement treaty pact demand
        condition clause ban line border force mission base inspector inspection role share arrangement scheme measure
        reform provision settlement merger takeover restriction sanction timetable deadline extension presence
        withdrawal sale closure wording language passage option solution rule raise rise increase reduction decision
        ruling verdict recommendation move step exchange amnesty"""
    ),
    "pull": words("strike stoppage walkout lockout boycott termination cancellation action withdrawal"),
    "ground": words("ground"),
    "issue": words("issue exception"),
    "weight": words("weight"),
    "blessing": words("blessing backing approval consent nod assent light support"),
    "cold": words("water"),
    "intention": words("intention plan"),
    "less": words("less"),
    "anything": words("nothing anything"),
    "gain": words(
        """raise rise increase cut guarantee assurance commitment concession share seat end pledge promise extension reduction stake
        deal payment package contract percent %"""
    ),
    "assured": words(
        """safeguard protection right access security passage safety pension wage supply release return exemption immunity pardon
        seat presence support amnesty"""
    ),
    "truce": words("truce ceasefire cease-fire armistice pause moratorium halt lull"),
    "project": _TEXTS | words("merger takeover acquisition purchase project scheme toll tariff levy cut closure ambition"),
    "strikes": words("strike stoppage walkout lockout boycott blockade picket protest action notice"),
    "complaint": words("complaint lawsuit suit protest appeal"),
    "application": _TEXTS | words("application deal agreement accord treaty merger takeover resolution amendment extension accession"),
    "ultimatum": words("ultimatum"),
    "doubt": words("doubt"),
    "promise": words("promise pledge assurance commitment guarantee"),
    "signature": words("signature recognition consent approval ratification"),
}

TABLE: dict[Stance, str] = {
    Stance.DEMAND: """
        hold out for, settle for nothing, prefer, press/argue/make/plead =case for, stick to =claim, stand by =claim,
        cling to =claim, dig in over, dig in on, stand firm on, hold firm on, lay claim to,
        campaign/lobby/argue/plead/clamour/clamor/fight/agitate/angle for, set/lay/impose =condition, draw
        =line, stick out for, insist upon, reiterate =wanted, repeat =wanted, renew =wanted, set out =wanted, make
        =demand, stick/cling/hold to =sum, hold/stand fast to =claim, hold/stand fast on, look for =gain, come in at
        =sum, come down to =sum, put/set =claim at =sum, hanker after, aim for =gain, press ahead with =claim, dig
        heels in, put forward =wanted, push/press/raise/present/advance/pose/list/reassert/voice/restate
        =wanted, outline/submit/table =wanted,
        make clear =claim, stake =claim, lodge =claim, file =claim, hammer away at""",
    Stance.OFFER: """
        undertake, put forward, bring forward, come up with =text, come forward with =text,
        table/float/submit/present/lay/circulate/unveil/outline =text, put on table, place on table, lay on table, set
        out =text, dangle, float, improve/sweeten =terms, hold out prospect, make =yielding, bid =sum, extend =offer,
        stick to =offer, stand by =offer, set forth =text, hand over =text, stand by =sum, move/go/edge/creep up to
        =sum, come up to =sum, move to =sum, go to =sum, go higher than =limit, go further than =limit, go beyond
        =limit, go as high as =sum, go as far as =sum, volunteer, suggest, table =sum, tender =offer, moot =matter,
        pitch =matter, advance =text, proffer, put up =sum, promise =text, outline/detail/unveil/sketch of =text, guarantee =assured,
        declare/proclaim =truce, announce start of =truce, announce beginning of =truce""",
    Stance.ACCEPT: """
        recognise, recognize, sign up to, sign up for, sign off on, go along with, consent to, assent to, live with,
        settle for, say yes to, come round to, come around to, bow to, give in to, yield to, cave in to, give way to,
        give =blessing, lend =blessing, put up with, submit to =demand, vote for =offer, vote in favour of =offer,
        vote in favor of =offer, meet =demand, bend to =demand,
        ratify/swallow/stomach/adopt/tolerate/countenance/okay/greenlight/authorise/authorize/bless/rubber-stamp/abide
        =matter, come to terms with, resign to =matter, abide by =matter, fall in with, defer to =matter, comply with
        =demand""",
    Stance.SUPPORT: """
        throw =weight behind, get behind, advocate for, rally behind, rally round, line up behind, speak out for, come out for, come
        out in favour, come out in favor, swing behind, welcome =text, applaud =text, hail =text, praise =text, side
        with, vote for =text, vote in favour of =text, vote in favor of =text, warm to, give =blessing to,
        champion/embrace/laud/commend/cheer/advocate/trumpet/promote/defend/uphold =matter, stand behind, speak up
        for, vouch for, plump for, view/see/regard/receive/take/describe =text positively, view/see/regard/receive/take
        =text favourably, view/see/regard/receive/take =text favorably, respond/react positively, look favourably on, look
        favorably on""",
    Stance.REJECT: """
        turn down, brush aside, brush off, throw out, shoot down, swat away, wave away, wave aside, say no to, shut
        door on, shut door to, slam door on, close door on, close door to, dismiss =refusable, have =intention, see
        =reason, walk away from =text, rebuff, knock back, pour =cold on, send back =text, strike down =text, hear of,
        have none of, vote down, vote against =text, scoff/sneer/sniff/laugh at =refusable, laugh off, withhold
        =signature, refuse/deny =signature,
        repudiate/disavow/nix/scotch/scorn/disdain/shun/snub/renounce/overrule/discard/bin =matter, throw cold on,
        tear up =matter, turn back on =matter,
        block/torpedo/scupper/scuttle/quash/sink/kill/thwart =application""",
    Stance.OPPOSE: """
        balk/baulk/bristle/chafe/recoil at, recoil from, react/respond coolly, react/respond angrily, take =issue
        with, warn against, speak out against, come out against, push back against,
        raise/voice/express/lodge/have/register =objection, argue against, campaign against, fight against =matter, protest against,
        rail against,
        deplore/decry/slam/criticise/criticize/lambast/lambaste/pan/savage/deride/resent/lament/question/protest/dislike
        =matter, take exception to, take aim at =matter, cry foul over, have qualms about, cast doubt on, throw doubt on, find
        fault with =matter, file/lodge/submit/bring/register =complaint, distance from =refusable""",
    Stance.DROPPED_DEMAND: """
        give in on, give ground on, give way on, climb down from, climb down on, climb down over, back down on, back
        down from, back down over, back away from, retreat from, relent on, yield on, row back on, row back from,
        backtrack on, walk back, water down =claim, back off, row back over, soften =claim, scale back =claim, shelve
        =claim, forgo =claim, set aside =claim, ditch =claim, jettison =claim, renounce =claim, back off from =claim,
        abandon/drop/shelve/scrap/ditch/withdraw/retract/mothball =project, call off =strikes, call off
        =project, suspend/withdraw/cancel/postpone =strikes, give up on =project""",
    Stance.THREATEN: """
        issue/deliver/serve/present =ultimatum, threaten with, give =ultimatum, mobilise/mobilize against, give notice of =pull""",
    Stance.PENDING: """
        reserve =judgement, ask for =time, need =time, request =time, want =time, seek =time, play for =time, make up
        =mind, ask for =day, think over, ask for =week, ask for =month, ask for =delay, ask for until, ask =day,
        ask =week, ask =month, sleep on, mull over, withhold
        =judgement, suspend =judgement""",
}
