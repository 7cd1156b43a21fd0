"""What comes with a message: the message itself for both; the proposal, answer or position that it brings for who gets it."""

from __future__ import annotations

from attrs import evolve

from gobetween.model.proposals import Answer, AnswerKind, AnswerState, Proposal
from gobetween.model.relays import Message
from gobetween.model.sealed import CUSTODIAN
from gobetween.protocols import answers, messages
from gobetween.protocols.acts import Moment
from gobetween.protocols.answers import AnswerGiven, Reply
from gobetween.protocols.messages import MessageHanded, MessagePassedOn, MessageReacted, MessageRecalled, MessageWithheld
from gobetween.talks.drafts import Draft
from gobetween.talks.rules import Rule, Rules, folding

NOT_HOLDING = frozenset({AnswerState.REFUSED, AnswerState.AMENDED})
"""What a principal made of an answer whose condition then holds no more."""


def _hand(draft: Draft, act: MessageHanded, moment: Moment) -> None:
    draft.put("messages", messages.after(draft.find("messages", act.message, Message), act, moment))
    if draft.reader != act.to:
        return
    if act.proposal is not None:
        draft.put("proposals", evolve(act.proposal, **moment.dates))
    if act.position is not None:
        draft.put("positions", evolve(act.position, **moment.dates))
    if act.answer is not None:
        _bring_answer(draft, evolve(act.answer, **moment.dates), moment)


def _bring_answer(draft: Draft, answer: Answer, moment: Moment) -> None:
    """The answer takes the place of what the same party answered before; a condition holds in its addressee's view too."""
    for former in tuple(draft.entries.get("answers", {}).values()):
        if isinstance(former, Answer) and (former.by, former.proposal) == (answer.by, answer.proposal) and former.is_current:
            draft.put("answers", evolve(former, state=AnswerState.REPLACED))
            draft.drop("links", former.id)
    draft.put("answers", answer)
    proposal = draft.find("proposals", answer.proposal, Proposal)
    if proposal is None or answer.answer is not AnswerKind.ACCEPT_IF or not answer.requires or answer.state in NOT_HOLDING:
        return
    where = {issue: options for issue, options in proposal.terms.items() if issue not in answer.requires}
    if not where:
        return  # the condition holds on what its proposal does not name, and the answer's words alone say on what
    reply = Reply(answer.answer, requires=answer.requires, where=where, text=answer.text)
    condition = answers.condition_of(AnswerGiven(answer.id, answer.proposal, answer.by, answer.to, reply), moment)
    if condition is not None:
        draft.put("links", condition)


def _react(draft: Draft, act: MessageReacted, moment: Moment) -> None:
    draft.put("messages", messages.after(draft.find("messages", act.message, Message), act, moment))
    draft.put("told", messages.reaction(act, moment))


def _unless_custodian(rule: Rule) -> Rule:
    """The rule for those who have the message; the custodian follows relays, and keeps no messages."""

    def kept(draft: Draft, act: MessagePassedOn, moment: Moment) -> None:
        if draft.reader != CUSTODIAN:
            rule(draft, act, moment)

    return kept


_FOLD = folding("messages", "message", Message, messages.after)
RULES: Rules = {
    MessageHanded: _hand,
    MessagePassedOn: _unless_custodian(_FOLD),
    MessageRecalled: _FOLD,
    MessageWithheld: _FOLD,
    MessageReacted: _react,
}
