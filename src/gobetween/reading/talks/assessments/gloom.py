"""The words for talks that go badly; `<NAMES>` are spelt out in tones.py."""

from __future__ import annotations

FREE = r"""
    <NOT> (?:progressing|moving|advancing|going (?:well|anywhere|as|forward)|looking good|moved|advanced)
    no (?:\w+ )?(?:<GAIN>|way (?:out|forward)|end in sight|common ground|meeting of minds)
    no (?:\w+ ){0,2}<DEAL> (?:\w+ )?(?:in sight|near|close|imminent|expected|possible|likely|on the horizon)
    (?:yet|failed|fails?|failing) to (?:\w+ )?(?:be )?(?:(?:a|an|any|yield|produce|reach|make) )*<DEAL>
    (?:yet|failed|fails?|failing|unable) to (?:\w+ )?(?:make|yield|produce|achieve|bring) (?:\w+ )?<GAIN>
    (?:did|do|does|has|have|had|will) not (?:\w+ ){0,3}?(?:in )?(?:a |any )?<GAIN>
    (?:without|lack of) (?:a |any )?<GAIN>
    stall(?:ed|ing)
    (?:deadlock(?:ed)?|impasse|stalemate|standstill|dead[- ]ends?|gridlock(?:ed)?|log-?jam)
    falter\w+
    (?<!\bless )(?<!\bnot )(?<!\bno longer )(?<!\bafford )(?<!\bno )pessimis\w+
    (?:less(?: and less)?|no longer|hardly|scarcely|barely|far from) <GOOD>
    <NOT> [“”\"]?(?:\w+ )?(?:<GOOD>|close|bright|good enough)
    <NOT> (?:(?:yet|quite|nearly|even|really) ){0,2}(?:there yet|there(?=[.,;”\"])|close enough)
    <NOT> (?:be )?hold(?:ing)? (?:my|our|his|her|their|its|your) breath
    (?:nowhere|not anywhere|nothing) (?:near|close to|like)
    (?:far|miles|poles|worlds|oceans|light[- ]years|leagues|wide) apart
    as (?:far apart|wide) as (?:ever|before|they|it)
    (?:further|farther) (?:away|apart|off|than)
    (?:drift|grow|grew|pull|mov)\w* (?:further |farther )?apart
    too far (?:apart|from each other|away)
    (?<!\bless )(?:grim|bleak)
    deeply (?:divided|split)
    (?:some|long) way (?:off|to go|apart|from|away)(?! to (?:reach|get to))
    (?<!less )far (?:off|from (?:a|an|any|over|each other|reaching|certain|agree\w+|complete|done))
    setbacks?
    dim(?:med|ming)?
    days or weeks away
    still (?:be )?(?:days|weeks|months) away
    (?:hardly|scarcely|barely) (?:any\w*|a soul)(?: \w+){0,6} (?:optimis|hope|confid|belie|expect)\w*
    (?:nobody|no one|none|neither (?:side|party|camp|team)|few)(?: \w+){0,4} (?:optimis\w+|hopeful|confident|believes?|expects?
        |trusts?)
    (?:nobody|no one|none|few)(?: \w+){0,4} (?:optimis\w+|hopeful|confident|believed?|expect(?:ed|ing)?|holding out)
    neither (?:\w+ ){0,3}?(?:given|giv\w+|mov\w+|budg\w+|yield\w+|conced\w+|blink\w+)
    nothing (?:has |had )?(?:moved|changed|been achieved|come of)
    (?:little|not much|precious little) (?:has |had |to )?(?:moved|changed|been achieved|come of|show for)
    (?:do|does|did) not believe in
    (?:do|does|did|could|can) ?<NOT> (?:\w+ )?(?:see|expect|believe|think|foresee|anticipate|imagine)\b<SOME>(?:<DEAL>|<GAIN>)
    (?:do|does|did) ?<NOT> (?:\w+ )?(?:see|expect|believe|think)\b<SOME>(?:agree\w*|settle\w*|finish\w*|succe\w+|reach\w*|resol\w+)
    (?:hard|difficult|impossible) to (?:see|imagine|picture|envisage|conceive)
    no (?:closer|nearer)
    (?:we|they|talks|sides|negotiators)(?: are| were|[’']re) (?:still )?nowhere
    fifty-fifty at best
    (?:little|scant|slim|dwindling|remote|faint|poor|fading|no|few) (?:\w+ )?(?:<CHANCES>|<GAIN>|optimism|expectation)
    (?:no|little|few|scant|not much|hardly any)(?: real| clear| visible| political)? <SIGNS> (?:of|for|to)\b<SOME>(?:<DEAL>
        |<GAIN>|<WILL>)
    (?:no|little|scant|not much)(?: real| political| more)? (?:appetite|willingness|goodwill|will to|trust|common ground
        |convergence)
    <CHANCES>\b<SOME>(?:fad\w+|dim\w*|dwindl\w+|reced\w+|slim\w*|remote|dashed|evaporat\w+|vanish\w*|wan(?:ed|ing)|shr[au]nk)
    <CHANCES>\b<SOME>(?:shrinking|low|poor|faint|slender|bleak|dead|slipp\w+ away|dying|died|dented|shattered|zero)
    (?:giv\w+|gave|los\w+|abandon\w+) (?:\w+ )?(?:hope|hopes|faith|patience)
    patience\b[^.;]{0,20}\b(?:thin|exhausted|out|at an end|limits?)
    (?:sceptical|skeptical|doubtful|gloomy|despairing|downbeat|disheartened|despondent|frustrated|exasperated|dejected
        |disillusioned)
    (?:scepticism|skepticism|despondency|disillusion\w*|exasperation|frustration|despair)
    (?:doubt(?:s|ed)?|cast(?:s|ing)? doubt)\b<SOME>(?:<DEAL>|agree\w*|talks|negotiations|reach\w*|succe\w+)
    (?:play|talk|tamp)\w* down (?:\w+ ){0,3}?(?:<CHANCES>|optimism|speculation)
    (?:dampen|dent|dash|deflat)\w* (?:\w+ ){0,2}?(?:<CHANCES>|optimism)
    (?:pour|threw|throw)\w* cold water on
    (?:concern(?:ed)?|worr(?:ied|y|ies)|alarm(?:ed)?|uneas(?:y|e)|anxious) (?:about|at|by|over|for)\b<SOME>(?:<TALKS>|<GAIN>
        |<DEAL>)
    (?:failure|collapse|breakdown)\b[^.,;]{0,15}\b(?:likely|looms?|looming|inevitable|imminent|probable)
    less (?:sure|certain|sanguine|upbeat|hopeful|optimistic|cheerful|confident|rosy|bright)
    <MOOD>\b[^.;]{0,45}\b(?:poor|bad|sour\w*|low|tense|dark\w*|poison\w*|worse\w*|icy|frosty|deteriorat\w+|hostile|grim|glum
        |strained|chill\w*|bitter)
    (?:icy|frosty|poisonous|tense|sour|bitter|strained|sombre|somber|foul|bad|black|dark|gloomy|grim|hostile) <MOOD>
    (?:gaps?|gulf|chasm|rift)(?: \w+){0,4}? (?:is|are|was|were|remains?|remained) (?:still )?(?:too |very |so |just )?(?:as )?<WIDE>
    (?:gaps?|gulf|rift|divide|differences)(?: \w+){0,4}? (?:ha[sd] |have |is |are )?(?:widen\w*|deepen\w*|grow\w*|grew)
    <WIDE> (?:\w+ )?(?:gaps?|differences|divisions?|disagreements?|gulf|rift|chasm)(?: \w+){0,3}? (?:remain|persist|exist
        |separat|divid)\w*
    (?:remain|persist|exist)\w* <WIDE> (?:gaps?|differences|divisions?|disagreements?|gulf|rift|chasm)
    (?:gaps?|gulf|rift|differences|divisions?|disagreements?)(?: \w+){0,4}? (?:is |are )?(?:still )?(?:remain\w* )?(?:to be )?
        (?:un(?:bridged|resolved|settled|bridgeable)|irreconcilable)
    (?:gaps?|gulf|rift)(?: \w+){0,4}? (?:still )?(?:remain(?:s|ed)?|persist(?:s|ed)?)
    steep(?:er|est)
    (?:hardest|toughest|most difficult|trickiest|hard|difficult) (?:\w+ ){0,2}(?:is|are|lies?|remains?) (?:still |yet )?(?:ahead
        |to come|before us)
    <CALLED> <OF_IT> (?:as )?[“\"‘']?(?:\w+ ){0,2}?(?:<BLAME>|tense|stuck|deadlocked|stalled|fruitless)(?! (?:but|if|though|yet
        |and)\b)
    (?:view|picture|assessment|reading|verdict|forecast)\b[^.;]{0,15}\b(?:dark\w*|bleak\w*|sober\w*|negative|gloomy|less rosy)
    <CALLED> <OF_IT> (?:as )?[“\"‘']?(?:\w+ ){0,4}<SCORN>
    talk(?:ing|ed)? past each other
    <DEAL>\b[^.;]{0,20}\bless likely
    (?:few illusions|so little trust|note of caution)
    los(?:t|ing) (?:momentum|steam|heart|hope)
    (?:out of (?:steam|ideas|road)|rock[- ]bottom|low(?:est)? (?:ebb|point)|all-time low)
    hope is\b[^.]{0,12}\b(?:large|big|strong|long) word
    (?:uphill|bogged down|snail[’']s pace|glacial|square one|treading water|back to the start|run(?:ning)? into the sand)
    (?:mired|entangled|dead in the water|last legs|deathbed|fingernails|death (?:throes|knell)|from bad to worse)
    (?:at loggerheads|at daggers drawn|remain\w* (?:\w+ )?at odds)
    (?:(?:a|another|the same|(?:\w+ )?brick) (?:\w+ )?wall(?= (?:again|over|on|in)\b|[.,;”\"])|mountain to climb)
    (?:round|around|in) (?:and round )?in circles
    (?:go|goes|going|went|gone|get|gets|getting|got|lead|leads|leading|led|head|heads|heading|headed) (?:\w+ )?nowhere
    (?:go|going|gone|went|mov|slid|slipp)\w* (?:backwards?|in(?:to)? reverse)
    wrong (?:track|direction|path|road)
    <DEAL>\b[^.;]{0,25}\b(?:unlikely|elusive|a distant prospect|out of reach|beyond reach|far off|impossible|remote|slipp\w+ away)
    unlikely to (?:\w+ )?(?:reach|agree|produce|yield|succeed|be reached|be signed|be agreed|bring|end in)
    (?:see|sees|saw|seen) (?:\w+ )?(?:no|little) (?:\w+ )?(?:<CHANCES>|way (?:out|forward|through|round|around)|sign|room for|end)
    (?:brink|verge|edge) of (?:collapse|failure|breakdown|breaking)
    (?:close to|near|nearing|heading for|headed for|at risk of|risk) (?:collaps\w+|fail\w+|breakdown|breaking down)
    (?:danger|risk|fear\w*) (?:of|that)\b<SOME>(?:collaps\w+|fail\w*|break(?:ing)? down|breakdown|founder\w*)
    (?:bad|black|dark|sad|poor|wasted|lost) (?:day|sign|omen|week|hour) (?:for (?:peace|the talks|diplomacy|the process)
        |at the table)
    (?:wasted|lost) (?:day|week|round|journey|trip|opportunity|chance|meeting|session)
    (?:disappoint(?:ed|ing|ment)|dismay(?:ed)?)\b<SOME>(?:talks|negotiations|<GAIN>|<DEAL>|meeting|round|session|outcome|result)
    <SHOWED> (?:\w+ ){0,5}(?:pessimis\w+|gloom\w*|downbeat|sombre|somber|doubts?)
    (?:see|sees|saw|regards?|views?|declar\w*|consider\w*|pronounc\w*) <TALKS>(?: as)?(?: having)? (?:a failure|failed|dead
        |over|finished)
"""

OF_TALKS = r"""
    (?:collaps(?:ed|ing)|br(?:oke|oken|eak|eaking) (?:down|off)|founder\w*|unravel\w*|fizzl\w+|derail\w*|doomed|fall(?:s|ing
        |en)? apart)
    (?:fell (?:apart|through)|r[au]n(?:ning)? (?:aground|into (?:trouble|difficult\w+))|drag(?:ged|ging|s)? on)
    gr(?:ound|inding) to a halt
    hit(?:ting)? (?:a|the|another) (?:\w+ )?(?:wall|snag|rocks?|obstacle|problems?|trouble)
    (?:in (?:\w+ )?(?:trouble|crisis|jeopardy|tatters|limbo|ruins|disarray|danger|peril)|on (?:life support|the rocks|ice|hold))
    (?:yield|produc|brought|bring|achiev|deliver)\w* (?:nothing|little|few results|no (?:\w+ )?(?:results?|outcome))
    (?:a waste of|fruitless|futile|hopeless|pointless|dying|flagging|sputter\w*|stumbl\w*|teeter\w*|crumbl\w+|crawl\w*)
    <IS> (?:\w+ ){0,2}?(?:difficult|complex|complicated|tough|fragile|stuck|frozen|dead(?! set)|arduous|disappointing|acrimonious)
    <IS> (?:\w+ ){0,2}?(?:tense|unproductive|slow|precarious|fraught|heated|stormy|elusive
        |bitter)
    <IS> a (?:\w+ )?(?:failure|farce|charade|disappointment|sham|joke|circus|shambles|disaster|fiasco)
    <IS> (?:\w+ ){0,2}?(?:sluggish|painful|laborious|one-sided|paralysed|paralyzed|strained|in vain|unsatisfactory|useless
        |testy|rocky)
    (?:may|might|could|will|would|to) (?:\w+ )?(?:fail|collapse|founder|fall apart|come to nothing)
"""

# an outcome told by the outlet is an event; told by somebody it is that person's judgement as well
TOLD = r"""
    <ENDED>(?: \w+){0,4}? without (?:a |an |any )?(?:\w+ )?(?:result|outcome|conclusion|<DEAL>|<GAIN>)
    <ENDED>(?: \w+){0,3}? (?:in|with) (?:failure|acrimony|deadlock|recriminations?|disarray|stalemate|discord|nothing)
    (?:inconclusive(?:ly)?|end(?:ed|s)? (?:badly|where (?:it|they) (?:began|started)))
    <TALKS>(?: \w+){0,3} (?:broke down|collapsed|failed|fell apart|fell through)
"""
