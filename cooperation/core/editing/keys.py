"""Primary keys in requests: what no form offers is refused before Django asks the database for it, which fails."""

from django.core.exceptions import BadRequest
from django.utils.translation import gettext as _

MAX_KEY_DIGITS = 18


def is_key(text):
    """Whether a text is a whole number that can be a primary key, a version or a count, on either database."""
    return text.isascii() and text.isdecimal() and len(text) <= MAX_KEY_DIGITS


def refuse_impossible_keys(model_admin, request):
    """Answer 400 to a choice that no form offers: Django would ask the database for it, which fails."""
    related = set()
    for model in [model_admin.model, *(inline.model for inline in model_admin.inlines)]:
        related |= {field.name for field in [*model._meta.fields, *model._meta.many_to_many] if field.is_relation}
    for values in (request.GET, request.POST):
        for name, chosen in values.lists():
            if name.rpartition("-")[2] in related and any(value and not is_key(value) for value in chosen):
                raise BadRequest(_("This choice does not exist."))
