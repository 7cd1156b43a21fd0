"""Words that show who says, thinks or wants something, by the sense in which they do."""

from __future__ import annotations

from gobetween.reading.word_lists import words

# verbs of saying: a clause after them, before them, or in quotation marks is what was said
SAYING = words(
    """say tell add state announce report claim assert argue note explain confirm deny insist stress emphasize emphasise warn
    suggest declare acknowledge admit affirm reaffirm reiterate reveal indicate write tweet testify respond reply contend allege
    maintain conclude concede inform assure caution remark observe comment recall promise vow pledge underline underscore repeat
    counter continue advise disclose complain joke quip exclaim interject opine muse signal recount lament boast protest rule
    decide propose recommend order agree predict estimate speculate hint imply find show point charge posit reason remind
    elaborate clarify relay relate convey communicate mention describe echo retort interrupt plead shout yell chant cry post
    answer ask wonder question sigh mutter whisper snap manifest"""
)
# states of mind that a report gives as someone's: a clause after them is what is believed or wanted
BELIEVING = words("believe hope fear worry doubt suspect assume reckon")
# wishes and plans: the infinitive behind them is what is wanted
WANTING = words("believe want expect hope wish plan intend")
# verbs whose object is what is said or asked: no clause needed
OBJECT = words(
    """urge accuse demand blame condemn reject denounce deny confirm reiterate stress request propose express slam blast
    describe applaud suggest criticise criticize praise hail welcome decry bemoan lament mock question acknowledge announce note
    claim admit recommend advise advocate warn report encourage ask lambast lambaste chide scold rebuke thank promise pledge dismiss"""
)
# verbs whose infinitive is what is promised, refused or wanted
INFINITIVE = words("vow decline threaten intend propose pledge promise")
# verbs that say what something is: "called the offer an insult"
NAMING = words("call describe label brand dub")
# "call for", "call on X to", "push for"
PARTICLES = {
    "call": frozenset({"for", "on", "upon"}),
    "push": frozenset({"for"}),
    "insist": frozenset({"on"}),
    "appeal": frozenset({"for", "to"}),
}
# what may stand between a quotation and the one who says it
QUOTING = SAYING | words("quote think believe hope read laugh smile sing chant scold demand begin snap warn urge describe call")
# what a text, a count or a picture "shows" is said by it; what a person "shows" is not said
SHOWING = words("show find reveal indicate suggest underscore underline signal")
SHOWN_BY = words(
    """poll survey study report data figure video footage document record analysis research statistic count image recording
    transcript email letter memo map review filing paper estimate result number reading audit test evidence"""
)
# what is denied when it is dismissed
CLAIMS = words(
    "claim allegation accusation report charge suggestion rumour rumor assertion criticism concern speculation notion insinuation"
)
# nouns of asides: "in the words of one diplomat"
VOICED_IN = words("words view opinion judgement judgment estimation")
# whose they are gives what they come to: "by the union's count"
COUNTS = words("count estimate reckoning arithmetic tally calculation calculations account estimates figures")
# adjectives of mood that take a clause: "was optimistic that"
MOOD_VERBS = words("be feel remain seem sound")
MOODS = words(
    """sure certain adamant unsure worried fearful optimistic confident hopeful pessimistic sceptical skeptical convinced
    concerned afraid doubtful"""
)
# nouns that carry what someone says, with whose it is before them and a that-clause after
NOMINAL_CUES = words(
    """claim statement assertion allegation promise pledge belief warning suggestion argument contention insistence announcement
    view hope expectation fear conclusion declaration assurance acknowledgement acknowledgment complaint threat vow"""
)
# verbs that give a noun to the one whose it is: "made the claim that"
MADE = words("make repeat voice hold give renew issue share raise")
HELD = words("belief hope expectation view fear assumption understanding conviction confidence")
# verbs of saying whose object is the hearer
ADDRESSED = words("tell inform assure remind advise warn caution notify")
# after these, 'how' and 'when' open a question that nobody answers
OPEN_QUESTIONS = words("see know find show feel decide ask confirm promise")
# what is asked for here concerns the report, not the talks
ASKED_OF_REPORTERS = frozenset({"anonymity"})
