"""Who speaks, where a contact is told in the first person: المحادثات التي أجريتها, التقيت X."""

from __future__ import annotations

from riwaya.contacts.attribution import innermost
from riwaya.contacts.scene import Scene, Unit
from riwaya.contacts.triggers import Trigger
from riwaya.model import Ref


def speaker(scene: Scene, trigger: Trigger) -> Unit | None:
    """Who says the words in which a contact noun stands."""
    span = scene.span(trigger.first, trigger.last)
    statement = innermost(scene.found, span)
    if statement is None or statement.speaker is None or not statement.speaker.key:
        return None
    said = statement.speaker
    ref = Ref(entity=said.entity, name=said.name, names=said.names)
    return Unit(*span, trigger.first, trigger.last, ref, "PER")
