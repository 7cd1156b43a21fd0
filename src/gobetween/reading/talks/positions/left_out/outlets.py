"""Newspapers and agencies that a text only cites: 'Harwick News has reported', 'according to the Harwick Times'; no sides."""

from __future__ import annotations

import re

from gobetween.reading.scene import Scene
from gobetween.reading.word_lists import words

_NAMED_SO = re.compile(
    r"(?:.*\b(?:News|Times|Post|Journal|Tribune|Herald|Gazette|Chronicle|Guardian|Observer|Telegraph|Radio|TV|Television|Broadcasting|Agency|Press"
    r"|Daily|Weekly|Monitor|Mail|Globe|Standard|Mirror|Independent)|Anadolu|Reuters|AFP|AP|Xinhua|TASS|Interfax|CNN|BBC|Bloomberg"
    r"|Al Jazeera|Al Arabiya|NPR|CBS|NBC|ABC|Fox|Axios|Politico|SANA|WAFA|KUNA|IRNA|Tasnim|Kyodo|Yonhap|dpa|EFE|ANSA)",
)
_REPORTING = words("report reveal write publish cite quote learn")
_TELLING = words("tell inform")
_CITED = "gobetween: outlets cited"


def is_cited_outlet(scene: Scene, party: str) -> bool:
    """Whether a party is called as newspapers are and reports in this text, or is told something; one in dispute itself only speaks."""
    if not _NAMED_SO.fullmatch(party):
        return False
    known: dict[str, bool] = scene.doc.user_data.setdefault(_CITED, {})
    if party not in known:
        known[party] = _is_cited(scene, party)
    return known[party]


def _is_cited(scene: Scene, party: str) -> bool:
    last = party.rsplit(maxsplit=1)[-1]
    for token in scene.doc:
        if token.text != last:
            continue
        head = token.head if token.dep_ in ("nsubj", "dobj", "agent", "compound") else token
        near = {t.lemma_.lower() for t in scene.doc[token.i + 1 : token.i + 4]}
        if (token.dep_ == "nsubj" and head.lemma_ in _REPORTING) or near & _REPORTING:
            return True
        is_told = any(t.lemma_.lower() in _TELLING for t in scene.doc[max(0, token.i - 4) : token.i])
        is_source = any(t.lower_ == "according" for t in scene.doc[max(0, token.i - 5) : token.i])
        if is_told or is_source:
            return True
    return False
