"""Two people have changed one record: both versions side by side, field by field, and a form that goes on from them."""

from django.contrib.admin.utils import unquote
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from reversion.models import Version

from cooperation.core import history

from .form_values import FieldValue, FormValues, build_forms
from .forms import SOURCE_FIELD
from .held import hold, submit
from .keys import is_key


class Difference:
    """A field whose value on the form and in the register differ; `choice` is "theirs", "mine" or still empty."""

    def __init__(self, theirs: FieldValue, mine: FieldValue, *, they_changed: bool, base: dict):
        self.name, self.label = mine.name, mine.label
        self.theirs, self.mine = theirs, mine
        i_changed = mine.base_key not in base or mine.differs_from(base[mine.base_key])
        self.is_conflict = they_changed and i_changed
        self.choice = "" if self.is_conflict else "mine" if i_changed else "theirs"

    def choose(self, choice: str) -> None:
        if self.is_conflict and choice in ("theirs", "mine"):
            self.choice = choice


class CollisionMixin:
    """Compares a form that was sent with what was saved since it was opened."""

    collision_template = "admin/record_collision.html"

    def find_collision(self, request, object_id):
        """The page that compares both versions; None if nobody saved in between, or all choices are made."""
        record = self.get_object(request, unquote(object_id)) if request.method == "POST" else None
        loaded = request.POST.get("loaded_version", "")
        if record is None or not is_key(loaded) or int(loaded) == record.version:
            return None
        if not self.has_change_permission(request, record):
            return None
        base = self.get_base_values(record, int(loaded))
        theirs = FormValues(*build_forms(self, request, record))
        mine = FormValues(*build_forms(self, request, record), request.POST, base)
        differences = compare(theirs, mine, base)
        all_of = next((choice for choice in ("mine", "theirs") if f"_{choice}" in request.POST), "")
        for difference in differences:
            difference.choose(all_of or request.POST.get(f"choose-{difference.name}", ""))
        is_answered = request.POST.get("seen_version") == str(record.version)
        if is_answered and all(difference.choice for difference in differences):
            chosen = [row.mine for row in differences if row.choice == "mine"]
            merged = theirs.to_post(chosen, mine.added_rows, request.POST)
            merged["loaded_version"] = str(record.version)
            submit(request, merged)
            hold(request, [_("Nothing is saved yet. The form has what you chose from both versions.")])
            return None
        return self.show_collision(request, record, differences, is_answered=is_answered)

    def get_base_values(self, record, number):
        """{name (`form_values.base_key`): value} of the version that the form was opened from; empty if not known."""
        versions = Version.objects.get_for_object(record)
        base = next((version for version in versions if version.field_dict["version"] == number), None)
        if base is None:
            return {}
        values = dict(base.field_dict)
        for part in history.find_parts_of(base):
            prefix = (part.content_type_id, part.object_id)
            values |= {(*prefix, name): value for name, value in part.field_dict.items()}
        return values

    def show_collision(self, request, record, differences, *, is_answered):
        latest = Version.objects.get_for_object(record).select_related("revision__user").first()
        sent = [(name, value) for name, values in request.POST.lists() for value in values if is_kept(name)]
        context = {
            **self.admin_site.each_context(request),
            "title": _("Two people have changed this record"),
            "opts": self.opts,
            "original": record,
            "revision": latest.revision if latest else None,
            "saved_by": latest.revision.user.get_username() if latest and latest.revision.user else "–",
            "differences": differences,
            "lacks_choice": is_answered,
            "sent": sent,
            "media": self.media,
        }
        return TemplateResponse(request, self.collision_template, context, status=409)


def is_kept(name):
    return not name.startswith(("choose-", "_")) and name not in ("csrfmiddlewaretoken", "seen_version")


def compare(theirs, mine, base):
    """The `Difference` of each field that is not the same in both versions."""
    return [
        Difference(theirs.fields[name], value, they_changed=they_changed(theirs, name, base), base=base)
        for name, value in mine.fields.items()
        if not name.startswith(SOURCE_FIELD % "")  # no part of the record: whoever saved decides
        and value.differs_from(theirs.fields[name].initial)
    ]


def they_changed(theirs, name, base):
    """Whether a field was changed by whoever saved; for the deletion of a row, whether anything in it was."""
    if not base:
        return True
    row = name.removesuffix("DELETE")
    names = [name] if row == name else [other for other in theirs.fields if other.startswith(row)]
    values = [theirs.fields[other] for other in names]
    return any(value.differs_from(base[value.base_key]) for value in values if value.base_key in base)
