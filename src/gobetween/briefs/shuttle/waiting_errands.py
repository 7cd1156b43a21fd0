"""What the audience is to carry, or may carry: messages handed to it to go further, plans that are due, permissions not used yet."""

from __future__ import annotations

from collections.abc import Iterator

from gobetween.briefs.blocks import Cell
from gobetween.briefs.phrasing import day_in_words, quoted
from gobetween.briefs.scenes import Scene
from gobetween.model.permissions import Form, Permission, PermissionState
from gobetween.model.relays import Message, RelayState
from gobetween.model.routes import find_routes, reaches

_FORMS = {Form.VERBATIM: "", Form.PARAPHRASE: " --form paraphrase --text WORDS", Form.OWN_IDEA: " --form own-idea --text WORDS"}
_GONE = (RelayState.UNDER_WAY, RelayState.DELIVERED, RelayState.WITHHELD)


def errands(scene: Scene) -> Iterator[Cell]:
    """Messages to be passed on, and plans of the audience's whose day has come."""
    for each in scene.case.messages:
        until = each.until is None or scene.day <= each.until
        if each.to == scene.view.audience and each.is_to_go_on and until:
            yield Cell(_message(scene, each), detail=f"pass-on {each.id}, or: withhold {each.id} --reason WHY")
    for plan in scene.case.relays:
        is_own = plan.state is RelayState.PLANNED and plan.route[:1] == (scene.view.audience,)
        if is_own and plan.is_planned and (plan.due is None or plan.due <= scene.day) and _is_its_turn(scene, plan.after):
            item = f" {plan.item}" if plan.item else " --text WORDS"
            over = "".join(f" --over {each}" for each in plan.route[1:])
            said = f"You planned for this day to convey to {scene.names.actor(plan.to)}: {quoted(plan.text)}"
            yield Cell(said, detail=f"convey{item} --to {plan.to}{over} --plan {plan.id}, or: withhold {plan.id} --reason WHY")


def _message(scene: Scene, message: Message) -> str:
    onward = f"to {scene.names.actor(message.onward)}" if message.onward else "back to wherever you had that from"
    until = f", until {day_in_words(message.until)}" if message.until else ""
    return f"{scene.names.actor(message.carrier)} handed you this to go {onward}{until}: {quoted(message.text)}"


def _is_its_turn(scene: Scene, before: str | None) -> bool:
    """Whether the plan that comes before is out of the way."""
    return all(each.state is not RelayState.PLANNED for each in scene.case.relays if each.id == before)


def openings_to_convey(scene: Scene) -> Iterator[Cell]:
    """What a permission in force lets the audience convey, and it has not conveyed yet."""
    for each in scene.case.permissions:
        if each.is_in_force(scene.day) and scene.view.audience in each.carriers:
            for to in each.to:
                if not _has_gone(scene, each.item, to) and (_suffices(scene, each, to) or not _is_mended(scene, each, to)):
                    yield Cell(_permitted(scene, each, to), detail=_verb(scene, each, to))


def _verb(scene: Scene, permission: Permission, to: str) -> str:
    if any(each.id == permission.item for each in scene.case.violation_reports):
        return f"convey-violation {permission.item}{'' if permission.form is Form.VERBATIM else ' --words WORDS'}"
    reaching = [each for each in permission.carriers if reaches(scene.case, each, to)]
    ways = find_routes(scene.case, scene.view.audience, to)
    if ways and not reaching:  # they are reached over somebody whom the permission does not name
        return f"first ask for more: ask {permission.item} --to {to}{''.join(f' --carrier {each}' for each in ways[0].carriers)}"
    over = "" if scene.view.audience in reaching or not reaching else f" --over {reaching[0]}"
    return f"convey {permission.item} --to {to}{over}{_FORMS[permission.form]} (preview, in its place, shows what they will see)"


def _suffices(scene: Scene, permission: Permission, to: str) -> bool:
    """Whether somebody whom the permission names reaches the recipient, as far as the case says."""
    return scene.case.actor(to) is None or any(reaches(scene.case, each, to) for each in permission.carriers)


def _is_mended(scene: Scene, short: Permission, to: str) -> bool:
    """Whether more than that permission was asked for already, or given."""
    others = [each for each in scene.case.permissions if each.item == short.item and to in each.to]
    hoped_for = [each for each in others if each.state is PermissionState.ASKED or each.is_in_force(scene.day)]
    return any(_suffices(scene, each, to) for each in hoped_for if scene.view.audience in each.carriers)


def _has_gone(scene: Scene, item: str, to: str) -> bool:
    """Whether the audience has conveyed the item there, has begun to, or has noted that it keeps it back."""
    relayed = any(each.item == item and to in (each.to, each.back_to) and each.state in _GONE for each in scene.case.relays)
    return relayed or any(each.id == item and each.conveyed_as for each in scene.case.violation_reports)


def _permitted(scene: Scene, permission: Permission, to: str) -> str:
    names = scene.names
    whose = names.actor(permission.owner) if permission.owner else "its owner"
    whom = names.actor(to) if scene.case.actor(to) else f"whoever {to} came from"
    named = "naming its owner or not" if permission.is_attributed else "without naming its owner"
    until = f", until {day_in_words(permission.until)}" if permission.until else ""
    return f"By leave of {whose} you may convey {permission.item} to {whom}, {permission.form}, {named}{until}."


def versions_to_show(scene: Scene) -> Iterator[Cell]:
    """Texts that the audience works on and of which somebody was shown an earlier version than the last."""
    for text in scene.case.proposals:
        if scene.view.audience not in text.by or not text.versions:
            continue
        latest = {showing.to for showing in text.versions[-1].showings}
        earlier = [showing.to for version in text.versions[:-1] for showing in version.showings if showing.to not in latest]
        for to in dict.fromkeys(each for each in earlier if reaches(scene.case, scene.view.audience, each)):
            said = f"{scene.names.actor(to)} has not been shown the latest version of {text.id}."
            yield Cell(said, detail=f"show-text {text.id} --to {to}")


def reactions_open(scene: Scene) -> Iterator[Cell]:
    """Messages that were for the audience, neither proposals nor answers, to which nothing was said."""
    for each in scene.case.messages:
        is_word = each.onward is None and not each.goes_back and each.proposal is None and each.answer is None
        if each.to == scene.view.audience and is_word and not each.reaction:
            said = f"You have said nothing yet to what {scene.names.actor(each.carrier)} conveyed: {quoted(each.text)}"
            yield Cell(said, detail=f"react {each.id} WORDS")
