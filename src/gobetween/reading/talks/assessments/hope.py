"""The words for talks that go well; `<NAMES>` are spelt out in tones.py."""

from __future__ import annotations

FREE = r"""
    close to (?:(?:a|an|the) (?:\w+ )?<DEAL>|agreement|deal|being|success)
    close to (?:overcoming|reaching|concluding|signing|finali\w+|agreeing|declaring|ending|completing|settling|sealing|striking)
    (?:near|approach)(?:s|ed|es|ing) (?:(?:a|an|the) (?:\w+ ){0,2}?)?<DEAL>
    optimis(?:m|tic)
    within (?:reach|(?:striking|touching) distance|grasp|sight|a whisker)
    <DEAL>\b[^.;]{0,30}\bwithin (?:days|hours|weeks|a (?:day|week))
    <DEAL> (?:\w+ ){0,2}?(?:in sight|at hand|around the corner|on the horizon|in the offing|on the cards|in the air)
    (?:good|significant|real|substantial|great|considerable|major|important|notable) (?:\w+ )?<GAIN>s?
    (?:tangible|solid|steady|huge|genuine|encouraging) (?:\w+ )?<GAIN>s?
    progress (?:may seem|seems|has been made|was made|is being made|had been made)
    (?:made|making|make|makes|achieved|achieving|reached|announced|reports?|reported|seen|hailed) (?:(?!on\b
        |about\b)\w+ )?(?:a )?<GAIN>
    there (?:is|was|has been|had been) (?:\w+ )?(?:<GAIN>|momentum|goodwill|common ground|hope|light)
    there (?:is|was) (?:a |some )?(?:way forward|room for (?:<DEAL>|<WILL>))
    <SIGNS> (?:of|for|to) (?:be )?(?:\w+ )?(?:<GAIN>|optimis\w+|hope\w*|confidence|a thaw|life|<DEAL>)
    (?:promising|encouraging)
    (?:positive|hopeful|welcome|good) (?:signals?|signs?|omens?|developments?|news)\b(?! for (?!the talks|peace|the process))
    (?:closer|nearer|closing in) (?:than|by the (?:day|hour)|together|(?:to|on) (?:each other|one another|(?:a|an
        |the) (?:\w+ ){0,2}?<DEAL>|<DEAL>
        |agree\w*|sign\w*|success|ending|settling|reaching))
    (?:moved?|moving|come|coming|came|drawn?|drew|grown?|got|getting|brought|inch\w*|edg\w*) (?:\w+ )?(?:closer|nearer)(?! (?:to
        |on) (?!each|one another|an? |agree|<DEAL>|the <DEAL>))
    (?:inch|edg)(?:e|es|ed|ing) (?:\w+ )?(?:forward|towards?|ahead)
    never (?:\w+ )?(?:been )?(?:so|this|as|closer|nearer)(?: close| near)?
    (?:constructive|cordial|friendly|positive|good|better|warm|relaxed|businesslike) <MOOD>
    (?:good|useful|productive|constructive|fruitful|positive|substantive|encouraging) (?:and \w+ )?<SITTING>(?! for (?!peace
        |the talks))
    (?:gaps?|differences|gulf|distance) (?:<LESS>\w+ ){0,6}?(?:is |are |was |were |ha[sd] |have |been |being )*(?:narrow\w*|clos(?:ed
        |ing)|bridg\w+)
    (?:gaps?|differences|gulf|distance) (?:<LESS>\w+ ){0,6}?(?:is |are |was |were |ha[sd] |have |been )*(?:shr[aiu]nk\w*|smaller
        |reduced)
    narrow(?:ed|ing) (?:\w+ )?(?:gaps?|differences)
    (?:cleared|overcome|overcame|resolved|settled|ironed out|bridged|removed) (?:\w+ ){0,4}?(?:hurdles?|obstacles?|differences
        |issues|gaps?|points)
    <DEAL> (?:is |was |seems |appears |looks )?(?:near|close|imminent|likely|possible|achievable
        |doable|feasible|[“\"]?(?:very )?(?:gettable|winnable))
    <DEAL>(?: \w+){0,2} (?:just |only |a matter of )(?:a few )?(?:days|hours|weeks)(?: away)?
    <DEAL>(?: \w+){0,2} (?:could|may|might|should) (?:\w+ )?(?:come|emerge|follow|be \w+)(?: \w+){0,2}? <SOON>
    <DEAL>(?: \w+){0,3} (?:tak(?:e|es|ing|en) shape|shaping up|com(?:e|es|ing) together|fall(?:ing|en)? into place|emerging)
    (?:outlines?|contours|shape|elements|ingredients) of (?:a|an|the) (?:\w+ )?<DEAL>
    on the (?:verge|cusp|brink|threshold|point) of (?:(?:a|an|the) (?:\w+ ){0,2}?<DEAL>|(?:sign|reach|conclud|agree|strik|seal
        |finali)\w+)
    on (?:track|course)
    (?:right) (?:track|direction|path|road)
    (?:confident|hopeful|upbeat|sanguine|bullish|buoyant|heartened|encouraged)
    <SHOWED> (?:\w+ ){0,5}(?:optimis\w+|upbeat|hopeful|confidence|confident)
    (?:convinced|certain|sure|believe[sd]?|trusts?|thinks?)(?: \w+){0,5}? (?:find|reach|strike|get|sign|secure|have) (?:a
        |an) (?:\w+ )?<DEAL>
    (?:convinced|certain|sure|believe[sd]?|trusts?|thinks?)(?: that)?(?: \w+)? <DEAL> (?:can|could|will|is|was
        |remains?) (?:\w+ )?<DONE>
    expect(?:s|ed|ing)? (?:a|an) (?:\w+ )?<DEAL>
    (?:will|shall|[’']ll|going to) get there
    (?:grounds|reasons?|room|cause|scope) (?:for|to be) (?:\w+ )?(?:optimis\w+|hope\w*|confiden\w+)
    (?:glimmers?|rays?|flickers?|sparks?) of (?:hope|light|optimism)
    (?:new|fresh|renewed) (?:hope|hopes|optimism|momentum|impetus)
    (?:gather|gain|build|pick|regain)\w* (?:\w+ )?(?:momentum|pace|speed)
    (?:almost|nearly|very nearly) (?:there|done|agreed|complete|finished)
    (?:all but|largely|mostly|as good as) (?:done|agreed|signed|sealed|complete\w*|finali\w+|settled|resolved)
    \d+ ?(?:per ?cent|%) (?:there|done|agreed|of the way)
    (?:two[- ]thirds|three[- ]quarters|most|half) of the way
    (?:come|got|gone|travelled|moved) (?:a (?:very )?long way|very far)
    one (?:meeting|session|step|signature|sentence|phone call) away
    steps? (?:forward|in the right direction)
    (?:milestone|landmark agreement|historic (?:step|moment|day|opportunity|chance))
    <CALLED> <OF_IT> (?:as )?[“\"‘']?(?:\w+ ){0,2}?<PRAISE>(?! (?:but|if|though|yet)\b)
    less far (?:apart|from)
    <MOOD>\b[^.;]{0,25}\b(?:good|better|friendly|warm\w*|improv\w+|cordial|positive|relaxed|constructive|bright\w*|light\w*
        |lifted|thaw\w*)
    light at the end of the tunnel
    (?:home (?:stretch|straight)|final (?:stretch|straight|metres|yards)|finish(?:ing)? line|last mile)
    turned (?:a|the) (?:corner|page)
    (?:on the same (?:page|wavelength)|(?<!not )see(?:ing)? eye to eye)
    (?:pleased|satisfied|happy|delighted|content) (?:with|at|by|about) (?:\w+ ){0,3}?(?:outcome|results?|<TALKS>|<GAIN>|meeting
        |session|course)
    (?:sp[eo]ak?\w*|talk\w*) of (?:a|an) (?:\w+ )?(?:breakthrough|success|thaw)
    <DEAL>(?: \w+){0,2} (?:is|was) (?:only |just )?a (?:matter|question) of time
    ice (?:\w+ ){0,3}(?:broken|melting|thawing)|broken? the ice
    found (?:\w+ )?common ground
    (?:rais\w+|lift\w+|reviv\w+|boost\w+|fuel\w*|rekindl\w+|voic\w+|express\w+) (?:\w+ )?(?:<CHANCES>|optimism|confidence)<NO_ILL>
    in (?:its|the|their) [“\"‘']?final stages?
    <CHANCES>\b<SOME>(?:rose|risen|rising|grew|growing|improv\w+|brighten\w+|high|good|better|bright|buoyed|real)
    (?:real|good|genuine|decent|fair|strong|serious|every|best) (?:chance|prospect|opportunity|possibility)\b<SOME>(?:<DEAL>
        |success|agree\w*)
    (?:good|great|strong|flying) start
    better than (?:expected|feared|hoped|before)
    good chemistry
    <DEAL>\b[^.;]{0,35}\b(?:is|was|appears? to be|seems? to be|appeared to be|seemed to be) (?:\w+ )?holding(?! (?:talks|back
        |up|out|on))
    look(?:s|ed|ing)? (?:\w+ )?(?:good|promising|better|up)(?= |[.,;”\"])
"""

OF_TALKS = r"""
    (?:going|go|went|gone|proceed\w*|progress(?:ed|ing|es)|advanc(?:ed|ing)|mov(?:ed|ing)) (?:(?:very|quite|so) )?(?:well|smoothly)
    (?:going|proceed\w*|progress(?:ed|ing|es)|mov(?:ed|ing)) (?:forward|ahead|in the right direction|fast|quickly)
    <IS> [“\"‘']?(?:\w+ ){0,2}?(?:constructive|productive|fruitful|useful|positive|substantive|cordial|successful|helpful
        |businesslike|good)
    <IS> [“\"‘']?(?:\w+ ){0,2}?(?:amicable|warm|friendly|meaningful|worthwhile|intensive and constructive|alive|a success)
    could be (?:reached|signed|concluded|struck|done|agreed|settled) (?:\w+ )?(?:by|within|before|this|next|soon|as early
        |in (?:days|a))
"""
