"""What a party is still thinking over: 'is mulling a second bonus', 'is looking closely at the roster', 'would evaluate the bid'."""

from __future__ import annotations

from spacy.tokens import Token

from gobetween.model.evidence import Stance
from gobetween.reading.scene import Scene
from gobetween.reading.syntax import child, child_called, children, has_auxiliary, is_negated
from gobetween.reading.talks.positions.modality.threats import HARMFUL, is_threat
from gobetween.reading.talks.positions.modality.unreal import is_unreal
from gobetween.reading.talks.positions.stands import Stand, plain_stand
from gobetween.reading.talks.positions.wording.frame_table import CLASSES
from gobetween.reading.word_lists import words

_THINKING = words("mull ponder weigh contemplate evaluate study consider examine review assess digest scrutinise scrutinize explore")
_LOOKING = words("look think ponder deliberate reflect")
_AT = words("at into about over on")
_TO_COME = words("will would 'll ’ll")
_WEIGHED = (
    CLASSES["text"]
    | CLASSES["offer"]
    | CLASSES["matter"]
    | words("request demand bonus candidate roster option appeal package amendment")
)


def mused(scene: Scene, verb: Token) -> Stand | None:
    """An answer that is still open, where what is thought over is a matter of talks and no harm to the other side."""
    lemma = verb.lemma_.lower()
    if lemma in _THINKING:
        thing = child(verb, "dobj")
        deed = next((c for c in children(verb, "xcomp", "ccomp") if c.tag_ == "VBG" and c.i > verb.i), None)
    elif lemma in _LOOKING and (at := child_called(verb, _AT, "prep")) is not None:
        thing, deed = child(at, "pobj"), child(at, "pcomp")
    else:
        return None
    if is_negated(verb) or is_unreal(verb) or not _is_going_on(verb, thing):
        return None
    is_matter = thing is not None and thing.lemma_.lower() in _WEIGHED and not any(t.lemma_.lower() in HARMFUL for t in thing.subtree)
    is_deed = deed is not None and deed.tag_ == "VBG" and child(deed, "dobj", "prep") is not None and not is_threat(deed, None)
    return plain_stand(scene, verb, Stance.PENDING) if is_matter or is_deed else None


def _is_going_on(verb: Token, thing: Token | None) -> bool:
    """'is weighing it', or of a text, 'will weigh it'."""
    is_now = verb.tag_ == "VBG" and any(c.dep_ == "aux" and c.lemma_ == "be" for c in verb.children)
    is_text = verb.lemma_.lower() in _THINKING and thing is not None and thing.lemma_.lower() in CLASSES["text"] | CLASSES["offer"]
    return is_now or (is_text and has_auxiliary(verb, _TO_COME))
