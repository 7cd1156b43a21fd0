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
    "claim": words("demand claim insistence position line condition stance requirement call precondition request stipulation"),
    "wanted": words("demand claim condition requirement precondition call request stipulation"),
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
    "blessing": words("blessing approval consent nod assent light go-ahead permission agreement imprimatur clearance ahead"),
    "backing": words("backing support endorsement weight voice vote"),
    "merit": words("merit sense value virtue promise logic wisdom"),
    "reservation": words("reservation misgiving doubt qualm concern problem difficulty issue objection worry"),
    "shrift": words("shrift"),
    "truck": words("truck patience appetite time"),
    "charge": stances.CHARGES | words("suggestion rumour rumor talk blame responsibility involvement role part guilt wrongdoing story"),
    "harm": stances.HARMS
    | words(
        """sanction tariff duty levy penalty embargo blockade boycott retaliation countermeasure counter-measure reprisal revenge strike
        walkout stoppage lockout lawsuit suit war attack offensive invasion expulsion veto injunction crackdown"""
    ),
    "blame": words("blame responsibility fault guilt"),
    "finger": words("finger"),
    "accusation": words("accusation allegation charge"),
    "disputed": _TEXTS
    | words(
        """merger takeover acquisition purchase project scheme toll tariff levy cut closure ruling decision verdict law ban rule order
        move policy reform dismissal sale contract"""
    ),
    "answer": words("answer reply response verdict"),
    "side": words("side"),
    "ahead": words("option"),
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
    "scorn": words("scorn ridicule contempt"),
    "alarm": words("alarm"),
    "dismay": words(
        """dismay disappointment frustration displeasure dissatisfaction annoyance irritation unease disapproval
        discontent regret"""
    ),
    "commitment": words("commitment"),
    "swipe": words("swipe jab shot potshot"),
    "stand": words("stand stance position line view"),
    "request": words("request appeal application bid plea"),
    "pact": words("truce ceasefire deal accord agreement pact treaty armistice memorandum charter compact contract"),
    "veto": words("veto objection reservation"),
    "branch": words("branch"),
    "overture": words("overture"),
    "talks": words("talk negotiation table"),
    "threat": words("threat"),
    "promise": words("promise pledge assurance commitment guarantee"),
    "signature": words("signature recognition consent approval ratification"),
}

TABLE: dict[Stance, str] = {
    Stance.DEMAND: """
        put in =wanted, put in for =gain, maintain/keep/defend/reaffirm/underline =wanted, lay down =wanted, spell out =wanted,
        set out =claim, set sights on, stick to guns, stand ground on, hold ground on, hold line on, hold line over, hold out on,
        stay firm on, dig in for, beg for, plead for, petition for, cry out for, rally for, bargain for, drive for =gain,
        push through =matter, jockey for =gain, echo/join =call, set out stall for, hold out for, settle for nothing, prefer,
        press/argue/make/plead =case for, stick to =claim, stand by =claim, cling to =claim, dig in over, dig in on,
        stand firm on, hold firm on, lay claim to, campaign/lobby/argue/plead/clamour/clamor/fight/agitate/angle for,
        set/lay/impose =condition, draw =line, stick out for, insist upon, reiterate =wanted, repeat =wanted, renew =wanted,
        set out =wanted, make =demand, stick/cling/hold to =sum, hold/stand fast to =claim, hold/stand fast on, look for =gain,
        come in at =sum, come down to =sum, put/set =claim at =sum, hanker after, aim for =gain, press ahead with =claim,
        dig heels in, put forward =wanted, push/press/raise/present/advance/pose/list/reassert/voice/restate =wanted,
        outline/submit/table =wanted, make clear =claim, stake =claim, lodge =claim, file =claim, hammer away at""",
    Stance.OFFER: """
        table/tender/pledge/volunteer/, extend/offer/hold =branch, make =overture, leave door open to, leave door open for,
        hold door open for, hold door open to, keep door open to, keep door open for, come back with =text, return with =text,
        counter with, come in with =offer, draw up =text, bring to table =text, step up with =offer, invite to =talks, undertake,
        put forward, bring forward, come up with =text, come forward with =text,
        table/float/submit/present/lay/circulate/unveil/outline =text, put on table, place on table, lay on table, set out =text,
        dangle, float, improve/sweeten =terms, hold out prospect, make =yielding, bid =sum, extend =offer, stick to =offer,
        stand by =offer, set forth =text, hand over =text, stand by =sum, move/go/edge/creep up to =sum, come up to =sum,
        move to =sum, go to =sum, go higher than =limit, go further than =limit, go beyond =limit, go as high as =sum,
        go as far as =sum, volunteer, suggest, table =sum, tender =offer, moot =matter, pitch =matter, advance =text, proffer,
        put up =sum, promise =text, outline/detail/unveil/sketch of =text, guarantee =assured, declare/proclaim =truce,
        announce start of =truce, announce beginning of =truce""",
    Stance.ACCEPT: """
        consent/assent, go along, give =blessing for, rubber-stamp =any, say yes, cave in on, cave in over, give =blessing to,
        cave/fold/capitulate on, cave/fold/capitulate over, cave/fold/capitulate to =demand,
        bow/bend/cave/yield/succumb/submit to =demand, accede to, acquiesce in, acquiesce to, buckle under =demand,
        knuckle under to, grant/fulfil/fulfill/satisfy/heed/concede =demand, heed =call, take up =offer,
        wave/nod through =application, sign/ink/initial =pact, lift/waive =veto, make do with, settle on, give thumbs up to,
        give ok to, agree terms on, clear =application, take up on =offer, jump at =offer, welcome in =inspector,
        take on board =demand, put name to =text, put signature to =text, put pen to paper on, say yes to, recognise, recognize,
        sign up to, sign up for, sign off on, go along with, consent to, assent to, live with, settle for, come round to,
        come around to, bow to, give in to, yield to, cave in to, give way to, give =blessing, lend =blessing, put up with,
        submit to =demand, vote for =offer, vote in favour of =offer, vote in favor of =offer, meet =demand, bend to =demand,
        ratify/swallow/stomach/adopt/tolerate/countenance/okay/greenlight/authorise/authorize/bless/rubber-stamp/abide =matter,
        come to terms with, resign to =matter, abide by =matter, fall in with, defer to =matter, comply with =demand""",
    Stance.SUPPORT: """
        reaffirm/reiterate/restate/renew/underline/stress/affirm =commitment to, give =backing to, lend =backing to,
        throw =backing behind, put =backing behind, give =backing, lend =backing, speak in favour of, speak in favor of,
        argue/campaign/lobby in favour of, argue/campaign/lobby in favor of, see =merit in, look kindly on, look favourably upon,
        stand by =matter, stick by =matter, stick up for =matter, subscribe to =matter, get on board with, climb on board with,
        fall in behind, line up in favour of, line up in support of, come down in favour of, come down on side of,
        voice =backing for, express =backing for, pledge =backing for, pledge =backing to,
        reaffirm/reiterate/declare/announce/offer =backing for, make no secret of support for,
        espouse/advocate/champion/laud/commend =any, rally to =matter, second =matter, sing praises of, hold up as model =matter,
        give thumbs-up to, throw =weight behind, get behind, advocate for, rally behind, rally round, line up behind,
        speak out for, come out for, come out in favour, come out in favor, swing behind, welcome =text, applaud =text,
        hail =text, praise =text, side with, vote for =text, vote in favour of =text, vote in favor of =text, warm to,
        champion/embrace/laud/commend/cheer/advocate/trumpet/promote/defend/uphold =matter, stand behind, speak up for, vouch for,
        plump for, view/see/regard/receive/take/describe =text positively, view/see/regard/receive/take =text favourably,
        view/see/regard/receive/take =text favorably, respond/react positively, look favourably on, look favorably on""",
    Stance.REJECT: """
        brush/swat/wave/push/sweep/cast/toss/shove aside =any, brush/swat/wave/bat off =any, brush/swat/wave/bat away =any,
        send packing, give thumbs down, have =truck with, have =truck for, give =shrift to, give short shrift to,
        give thumbs down to, give cold shoulder to, hold out against, draw line at, put foot down on, put foot down over,
        put foot down, slap down, bat away, fend off =refusable, pull plug on, rip up =matter, pass up =offer,
        back out of =matter, opt out of =matter, stay out of =matter, ignore/defy/snub/shrug =call, shrug off =refusable,
        shrug off =call, deny/refuse/dismiss =request, pour =scorn on, heap =scorn on, turn nose up at, turn up nose at,
        dig in against, dig heels in against, stand firm against =matter, stand up to =demand, slam =door on, refuse to entertain,
        strike out =matter, strike from =text, turn down, brush aside, brush off, throw out, shoot down, swat away, wave away,
        wave aside, say no to, shut door on, shut door to, slam door on, close door on, close door to, dismiss =refusable,
        have =intention, see =reason, walk away from =text, rebuff, knock back, pour =cold on, send back =text, strike down =text,
        hear of, have none of, vote down, vote against =text, scoff/sneer/sniff/laugh at =refusable, laugh off,
        withhold =signature, refuse/deny =signature,
        repudiate/disavow/nix/scotch/scorn/disdain/shun/snub/renounce/overrule/discard/bin =matter, throw cold on,
        tear up =matter, turn back on =matter, block/torpedo/scupper/scuttle/quash/sink/kill/thwart =application""",
    Stance.OPPOSE: """
        complain about =any, look with suspicion on, look with suspicion at, view/see/regard/greet/treat with suspicion =any,
        view/see/regard/greet/treat with scepticism =any, view/see/regard/greet/treat with skepticism =any,
        view/see/regard/greet/treat with alarm =any, view/see/regard with concern =any,
        bridle/seethe/fume/rage/grouse/carp at =any, express/voice/register/convey =dismay at =any,
        express/voice/register/convey =dismay over =any, express/voice/register/convey =dismay about =any,
        express/voice/register/convey =dismay with =any, hit/lash/strike out at =any, hit/lash out over, take =swipe at =any,
        look askance at, frown on, frown upon, grumble at =any, grumble about =any, gripe about =any, complain about =matter,
        balk at, demur at, demur to, disagree with =any, differ with on, have =reservation about, have =reservation over,
        have =reservation with, hold =reservation about, raise =reservation about, raise/express/voice =reservation over,
        raise eyebrows at, raise =alarm over, raise =alarm about, sound =alarm over, sound =alarm about, express =alarm at,
        demonstrate/rally/march/lobby/plead/preach/caution/advise/agitate/, come down against, set face against,
        turn against =matter, take =stand against, take umbrage at, shy away from =matter, shrink/flinch/recoil from =matter,
        fight/combat/challenge/contest =disputed, blast/pan/savage/deride/assail/ridicule/mock =matter,
        criticise/criticize/slam/lambast/lambaste/decry/deplore/bemoan/bewail/denounce/resent =any,
        bridle/seethe/fume/rage at =matter, fume over =matter, chafe under =matter, put brakes on =matter, drag feet on,
        drag feet over, drag heels on, drag heels over, stall on =matter, stand in way of, shake head at,
        balk/baulk/bristle/chafe/recoil at, recoil from, react/respond coolly, react/respond angrily, take =issue with,
        warn against, speak out against, come out against, push back against, raise/voice/express/lodge/have/register =objection,
        argue against, campaign against, fight against =matter, protest against, rail against,
        deplore/decry/slam/criticise/criticize/lambast/lambaste/pan/savage/deride/resent/lament/question/protest/dislike =matter,
        take exception to, take aim at =matter, cry foul over, have qualms about, cast doubt on, throw doubt on,
        find fault with =matter, file/lodge/submit/bring/register =complaint, distance from =refusable""",
    Stance.DROPPED_DEMAND: """
        take off table =claim, take off table =project, bow out of =matter, give up on =claim, budge on, budge from, budge over,
        give ground, walk back from =claim, roll back =claim, step back from =claim, pull back from =claim, let drop =claim,
        let go of =claim, put aside =claim, tone down =claim, rein in =claim, dial back =claim, trim =claim, lower =claim,
        set aside =project, park =claim, put on ice =claim, put on ice =project, put on hold =project, backpedal on,
        backtrack from, U-turn on, shift ground on, blink over, reverse course on, change tack on, back off from =matter,
        give in on, give ground on, give way on, climb down from, climb down on, climb down over, back down on, back down from,
        back down over, back away from, retreat from, relent on, yield on, row back on, row back from, backtrack on, walk back,
        water down =claim, back off, row back over, soften =claim, scale back =claim, shelve =claim, forgo =claim,
        set aside =claim, ditch =claim, jettison =claim, renounce =claim, back off from =claim,
        abandon/drop/shelve/scrap/ditch/withdraw/retract/mothball =project, call off =strikes, call off =project,
        suspend/withdraw/cancel/postpone =strikes, give up on =project""",
    Stance.THREATEN: """
        raise prospect of =harm, raise spectre of =harm, raise specter of =harm, raise possibility of =harm,
        raise threat of =harm, brandish =harm, brandish =threat, rattle sabre, rattle saber, rattle sabres,
        move/press/push/forge/go ahead with =harm, promise/vow/pledge/swear =harm, hold out threat of, serve notice,
        put =harm on table, put =harm on cards, dangle threat of, wield =threat, issue/deliver/serve/present =ultimatum,
        threaten with, give =ultimatum, mobilise/mobilize against, give notice of =pull""",
    Stance.PENDING: """
        take =stand of, give/make/send/offer =answer, take =stand on, take =side on, take =side in, keep =ahead open on,
        keep options open on, keep options open about, keep options open, hold fire on, hang fire on, sit on fence on,
        sit on fence over, take time over =text, take under advisement =text, chew over, weigh up =text, hold judgement on,
        keep counsel on, reserve =judgement, ask for =time, need =time, request =time, want =time, seek =time, play for =time,
        make up =mind, ask for =day, think over, ask for =week, ask for =month, ask for =delay, ask for until, ask =day,
        ask =week, ask =month, sleep on, mull over, withhold =judgement, suspend =judgement""",
    Stance.DENY: """
        rebut/refute/dispute/contradict/gainsay/repudiate/discount/disclaim =charge,
        disavow/disown/contest/challenge/counter/dismiss/reject =charge, play down =charge, brush/shrug/laugh off =charge,
        brush aside =charge, wave/bat away =charge, hit back at =charge, push back on =charge, push back against =charge,
        pour =scorn on =charge, cast =doubt on =charge, take issue with =charge, bristle at =charge, protest innocence,
        plead innocent, pour =cold on =charge, distance from =charge, scoff/sneer at =charge""",
    Stance.CLAIM: """
        pin =blame on, lay =blame on, lay =blame at, put =blame on, place =blame on, heap =blame on, point =finger at,
        level/hurl/make =accusation at, level/hurl/make =accusation against, hold responsible for, hold accountable for,
        hold liable for""",
}
