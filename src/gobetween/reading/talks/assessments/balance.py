"""The words for talks in the balance, and for hope and gloom at once; `<NAMES>` are spelt out in tones.py."""

from __future__ import annotations

CRITICAL = r"""
    (?:critical|crucial|decisive|delicate|sensitive|pivotal|make[- ]or[- ]break)[”\"’']? (?:phase|juncture|stages?|point|moment)
    (?:critical|crucial|decisive|delicate|sensitive|pivotal|make[- ]or[- ]break)[”\"’']? (?:hours|days|round|week|meeting|session)
    (?:make[- ]or[- ]break|do[- ]or[- ]die|crunch (?:time|point|week)|eleventh hour|11th hour|end ?game)
    final[”\"’']? (?:phase|hours|days|round|push)\b(?! of (?!the talks|talks|the negot|negot|bargain))
    (?:crossroads|turning point|last (?:chance|opportunity)|moment of (?:truth|decision)|point of no return|last[- ]ditch|make or break)
    (?:hang\w*|hung) (?:by a thread|in the balance)
    (?:knife[- ]edge|touch and go|now or never|all or nothing|race against (?:time|the clock))
    (?:running|runs?|ran) (?:out of|short of) time
    (?:time|clock) (?:is|was) (?:\w+ )?(?:running (?:out|short|down)|ticking|short|against|pressing|slipping away|of the essence)
    (?:not much|little|no|hardly any|scant) time (?:is |was )?(?:left|remain\w*|to lose|to spare)
    window\b[^.;]{0,35}\b(?:clos\w+|narrow\w*|shut\w*)
    (?:hours|days|weeks?|meeting|session|round)\b[^.;]{0,20}\b(?:will be|would be|could be|as) (?:\w+ )?(?:decisive|crucial
        |critical|pivotal)
    (?:next|coming) (?:\w+ )?(?:hours|days|weeks?)\b[^.;]{0,20}\b(?:show|decide|determine|tell|count)
    (?:stakes (?:are|were|could not be) (?:\w+ )?high\w*|reach\w* (?:a|their|its) (?:climax|decisive))
"""

MIXED = r"""
    <GAIN> (?:on|over|in) [^.;]{1,40}\bbut (?:none|little|not)
    <GAIN>\b[^.;]{0,30}\bbut\b[^.;]{0,30}\b<OPEN>
    fifty-fifty\b(?! at best)
    a step, (?:though|if|but|albeit) [^.;]{0,20}\b(?:small|first|tiny)
    (?:(?:only|just|merely|no more than) a(?: first| small)? step|first step, (?:no|but|nothing)|(?:small|tiny|baby|modest) steps?)
    steps? forward,? (?:and )?(?:one|two|three|a|many) steps? back\w*
    (?:slow|some|limited|modest|partial|uneven|patchy|halting|fitful) <GAIN>
    <GAIN> <IS> (?:\w+ )?(?:slow|limited|modest|partial|uneven|patchy|halting|fitful|gradual)
    <CALLED> <OF_IT> (?:as )?[“\"‘']?(?:frank|candid|mixed)\b(?! and)
    in two minds
    less (?:bleak|gloomy|grim|sceptical|skeptical)
    mixed (?:picture|assessment|feelings|results?|signals?|bag|messages?|verdict|reviews?|outcome)
    (?:path|way|road|door|chance|room)\b[^.;]{0,30}\bbut\b[^.;]{0,25}\b(?:narrow|small|slim|long|limited|steep|tight)
    some (?:\w+ )?(?:issues|points|matters|questions|things|chapters|articles)\b[^.;]{0,30}\b(?:others
        |some)\b[^.;]{0,12}\b(?:not|open|remain|still)
    (?:outcome|result|fate)\b[^.;]{0,20}\b(?:uncertain|wide open|anyone[’']s guess|unclear)
    too (?:early|soon) (?:to (?:celebrate|speak of|talk of|declare|call it|cheer|be)|for (?:optimism|celebrations?|champagne))
    <PRAISE>,? (?:but|if|though|yet|albeit) (?:\w+ )?<BLAME>
    <BLAME>,? (?:but|if|though|yet|albeit) (?:\w+ )?<PRAISE>
    <NOT> (?:yet )?(?:dead|lost|hopeless|impossible|insurmountable|unbridgeable|irreconcilable)
"""

MIXED_OF_TALKS = r"""
    <IS> [“\"‘']?(?:\w+ ){0,2}?(?:frank|candid|robust|mixed)(?! and (?:constructive|productive|useful|fruitful|friendly))
"""
