"""What well-known actors are called by a noun that their names may not have: 'the kingdom', 'the island', 'the bloc'."""

from __future__ import annotations

from types import MappingProxyType

_KINGDOMS = """Saudi Arabia|Jordan|Morocco|Bahrain|United Kingdom|Thailand|Netherlands|Denmark|Sweden|Norway|Spain|Belgium|Cambodia|
Bhutan|Lesotho|Eswatini|Tonga|Nepal"""
_ISLANDS = """Malta|Cyprus|Taiwan|Sri Lanka|Iceland|Cuba|Madagascar|Jamaica|Mauritius|Greenland|Barbados|Bahrain|Nauru|Haiti|
Trinidad and Tobago|Ireland|Northern Cyprus"""
_BLOCS = """European Union|Mercosur|Association of Southeast Asian Nations|Economic Community of West African States|African Union|
Gulf Cooperation Council|Southern African Development Community|East African Community|Arab League|BRICS|G7|G20|G77|
Intergovernmental Authority on Development|Caribbean Community"""


def _listed(names: str) -> frozenset[str]:
    return frozenset(" ".join(name.split()) for name in names.split("|"))


KNOWN_AS = MappingProxyType(
    {
        "kingdom": _listed(_KINGDOMS),
        "island": _listed(_ISLANDS),
        "bloc": _listed(_BLOCS),
        "grouping": _listed(_BLOCS),
        "alliance": frozenset({"NATO"}),
        "emirate": frozenset({"Qatar", "Kuwait", "United Arab Emirates"}),
        "sultanate": frozenset({"Oman", "Brunei"}),
    }
)
"""Of each noun, the full names of those who are called so; where more than one is named in a text, the noun takes up the last."""
