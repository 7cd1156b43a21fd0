"""Deeds told beside the talks: what was done, by whom, when."""

from __future__ import annotations

from spacy.symbols import NOUN, VERB
from spacy.tokens import Token

from gobetween.model.evidence import ActMention
from gobetween.reading.scene import Scene
from gobetween.reading.syntax import child, children, has_child, is_negated, subject_of, tokens_of
from gobetween.reading.talks.agents import agents_of
from gobetween.reading.talks.clauses import clause_tokens
from gobetween.reading.talks.parties import parties_of
from gobetween.reading.talks.positions.modality.conditions import is_within_condition
from gobetween.reading.talks.pressure.protests import doers, noun_actors, protests, stages
from gobetween.reading.word_lists import words

_DEEDS = words(
    """advance strike attack bomb bombard shell raid invade veto release free detain arrest kill seize capture fire launch deploy
    withdraw evacuate shut block blockade sanction expel storm besiege occupy intercept suspend sever recall impose lift ambush
    abduct kidnap displace demolish destroy dismiss sack picket strike boycott march cross conduct assassinate torpedo mobilise
    mobilize retaliate return move reopen close open halt resume hit target wound injure order refuse ban stop walk send freeze
    sink exchange swap board shoot withhold hold pull cut seal jam interrogate deport raise"""
)
# these are deeds only with forces, crossings, works or captives about
_LIGHT = words(
    """move return close open halt resume cross conduct march hit target fire free lift recall dismiss suspend withdraw strike order
    raise refuse ban stop walk send freeze sink exchange swap board shoot withhold hold pull cut jam"""
)
# deeds only with this word behind them
_WITH = {"hold": frozenset({"back"}), "pull": frozenset({"back", "out"}), "cut": frozenset({"off"}), "shoot": frozenset({"down"})}
# what is released, launched or seized without any deed
_HARMLESS = words(
    """statement report figure data document website site campaign product album coach manager deal bid appeal inquiry talk initiative
    plan programme program project book film result survey study video photo letter draft text proposal paper opportunity chance
    moment negotiation dialogue fund service pledge invitation process effort mission chair seat itself himself herself
    themselves question issue voice"""
)
_FORCES = words(
    """troop troops force forces tank tanks army soldier soldiers jet jets drone drones missile missiles rocket rockets militant
    militants fighter fighters police navy warplane warplanes warship settler gunman gunmen worker workers union convoy border
    crossing plant factory mine hostage hostages prisoner prisoners captive captives detainee detainees attack incursion
    operation offensive strike strikes ambassador sanction sanctions airspace port road member staff driver drivers nurse nurses
    pilot pilots teacher teachers crane cranes ship ships truck trucks vessel vessels train trains flight flights overtime shift
    shifts equipment weapon weapons boat boats sailor sailors crew crews patrol patrols unit units guard guards pass bridge
    pipeline supply supplies export exports import imports fuel gas water aid person people strait canal checkpoint checkpoints
    airport embargo ban tariff tariffs sanction curfew account accounts asset assets trawler trawlers fisherman fishermen pow
    pows body bodies journalist journalists leader leaders protester protesters demonstrator demonstrators gate gates battalion
    battalions brigade division regiment fleet participation cooperation membership talk talks frontier
    harbour harbor tax levy duty duties school schools hospital shop shops"""
)
_UNTOLD = words(
    """deny refute dispute fear suspect doubt hope imagine expect predict assume suppose promise pledge agree demand wish warn pretend
    rule"""
)
_BLAMING = words("accuse blame suspect charge condemn criticise criticize")
_UNCERTAIN = words("possibility fear rumour rumor suspicion idea hope prospect risk danger denial")
_MODALS = words("will would could might may can should must shall")


def find_acts(scene: Scene) -> tuple[ActMention, ...]:
    """All deeds by named actors that the text tells as done or under way, in reading order."""
    found: list[ActMention] = []
    for token in tokens_of(scene.doc, VERB, NOUN):
        if scene.quoted.at(token) >= 0:
            continue
        if token.pos_ == "NOUN":
            found += _of_noun(scene, token, found)
        elif (token.lemma_.lower() in _DEEDS or stages(token) or protests(token)) and _is_done(token):
            found += _mentions(scene, token)
    return tuple(found)


def _of_noun(scene: Scene, noun: Token, found: list[ActMention]) -> list[ActMention]:
    """A deed that a noun names, unless the verb it hangs on told it already."""
    first, last = noun.left_edge.i, noun.right_edge.i + 1
    is_doing = noun.dep_ == "nsubj" and noun.head.lemma_.lower() in _DEEDS  # 'its shelling killed four': told by the verb
    passage = None if is_doing else scene.passage(first, last)
    if passage is None or any(each.passage.start <= passage.start < each.passage.end for each in found):
        return []
    when = scene.when(first, last)
    return [
        ActMention(passage, actor, when=scene.when(noun.sent.start, noun.sent.end) if when.is_unknown else when)
        for actor in noun_actors(scene, noun)
    ]


def _is_done(verb: Token) -> bool:
    told = verb.head if verb.dep_ == "conj" else verb
    if told.dep_ == "pcomp" and told.head.head.lemma_ in _BLAMING:  # 'accused them of having fired and killed'
        return False
    if is_negated(verb) or any(c.dep_ == "aux" and (c.lower_ in _MODALS or c.lower_ == "to") for c in verb.children):
        return False
    if (verb.dep_ == "ccomp" and verb.head.lemma_ in _UNTOLD) or (verb.dep_ == "acl" and verb.head.lemma_ in _UNCERTAIN):
        return False
    if has_child(verb, ("if", "unless", "whether"), "mark") or is_within_condition(verb):
        return False
    if verb.tag_ == "VBG":
        is_progressive = any(c.dep_ == "aux" and c.lemma_ == "be" for c in verb.children)
        return is_progressive or (verb.dep_ == "pcomp" and verb.head.lower_ in ("after", "since", "following"))
    if verb.tag_ == "VBN":
        return any(c.dep_ in ("aux", "auxpass", "agent") for c in verb.children) or verb.dep_ == "conj"
    return verb.tag_ == "VBD"


def _mentions(scene: Scene, verb: Token) -> list[ActMention]:
    lemma = verb.lemma_.lower()
    if stages(verb) or protests(verb):
        return _told(scene, verb, doers(scene, verb))
    wanted = _WITH.get(lemma)
    if wanted is not None and not has_child(verb, wanted):
        return []
    if (lemma in _LIGHT and not _is_about_forces(verb)) or _is_harmless(verb):
        return []
    return _told(scene, verb, _actors(scene, verb))


def _told(scene: Scene, verb: Token, actors: tuple[str, ...]) -> list[ActMention]:
    first, last = clause_tokens(verb)
    passage = scene.passage(first, last)
    if passage is None or not actors:
        return []
    when = scene.when(first, last)
    if when.is_unknown:
        when = scene.when(verb.sent.start, verb.sent.end)
    return [ActMention(passage, actor, when=when) for actor in actors]


def _is_about_forces(verb: Token) -> bool:
    near: list[Token | None] = [subject_of(verb), *children(verb, "dobj", "nsubjpass")]
    near += [goal for t in near if t is not None for p in children(t, "prep") if p.lower_ == "of" for goal in children(p, "pobj")]
    return any(t is not None and (t.lemma_.lower() in _FORCES or t.lower_ in _FORCES) for t in near)


def _is_harmless(verb: Token) -> bool:
    """'released a statement', 'launched a website': nothing that befalls anybody."""
    return any(thing.lemma_.lower() in _HARMLESS for thing in children(verb, "dobj", "nsubjpass"))


def _actors(scene: Scene, verb: Token) -> tuple[str, ...]:
    """Who did it; in the passive the one behind 'by', never the one it was done to."""
    if child(verb, "nsubjpass") is not None:
        agent = child(verb, "agent")
        source = child(agent, "pobj") if agent is not None else None
        return () if source is None else parties_of(scene, source)
    return agents_of(scene, verb)
