"""What was changed, in the language of whoever reads the history; it is stored in English."""

import json
import re

from django.contrib.admin.models import LogEntry
from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext, override

LABEL = re.compile(r"(?P<label>.+?)(?P<language> \[\w\w\])?")


def describe_change(model: type[models.Model], message: str) -> str:
    """A stored message of the admin's log in words; one from before, which is a sentence, is returned as it is."""
    try:
        changes = json.loads(message)
    except ValueError:
        return message
    labels = collect_labels(model)
    for change in changes:
        for act in change.values():
            if "fields" in act:
                act["fields"] = [translate_label(label, labels) for label in act["fields"]]
    return LogEntry(change_message=json.dumps(changes)).get_change_message()


def collect_labels(model: type[models.Model]) -> dict[str, object]:
    """{English label: label to be translated} of the fields of a record and of its parts."""
    parts = [relation.related_model for relation in model._meta.related_objects]
    owned = [part for part in parts if hasattr(part, "owners")]
    labels = {}
    with override(None):
        for field in (field for owner in [*owned, model] for field in owner._meta.get_fields()):
            label = getattr(field, "verbose_name", "")
            labels[capfirst(str(label))] = label
    return labels


def translate_label(stored: str, labels: dict[str, object]) -> str:
    """
    >>> translate_label("Title [en]", {"Title": "titre"})
    'Titre [en]'
    """
    match = LABEL.fullmatch(stored)
    label = labels.get(match["label"]) or gettext(match["label"])
    return capfirst(str(label)) + (match["language"] or "")
