"""The choice of the record that a claim is about, among the kinds that reports can state facts of."""

from django import forms
from django.contrib.admin.widgets import AutocompleteMixin, get_select2_language
from django.core.exceptions import ValidationError
from django.urls import reverse_lazy
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from cooperation.core.languages import DEFAULT_LANGUAGE
from cooperation.kinds import CLAIMS, get_kind, kinds_with

SEPARATOR = ":"
MAX_RESULTS_PER_KIND = 10


def join_subject(kind, key):
    """The value of the choice: kind and key of a record; empty for the cooperation as a whole."""
    return f"{kind}{SEPARATOR}{key}" if kind else ""


def split_subject(value):
    """
    >>> split_subject("conference:12"), split_subject("")
    (('conference', '12'), ('', ''))
    """
    kind, _separator, key = value.partition(SEPARATOR)
    return kind, key


def get_subject(value):
    """The record of a choice; None for the cooperation as a whole. Raises LookupError where there is none."""
    name, key = split_subject(value)
    if not name:
        return None
    kind = get_kind(name)
    record = kind.model.objects.filter(key=key).first() if kind in kinds_with(CLAIMS) else None
    if record is None:
        raise LookupError(value)
    return record


class SubjectWidget(forms.Select):
    """A choice that is searched while typing, as the admin's own; it offers what is chosen already."""

    def build_attrs(self, base_attrs, extra_attrs=None):
        return super().build_attrs(base_attrs, extra_attrs) | {
            "class": "admin-autocomplete",
            "data-ajax--cache": "true",
            "data-ajax--delay": 250,
            "data-ajax--type": "GET",
            "data-ajax--url": str(reverse_lazy("admin:news_newsitem_subjects")),
            "data-theme": "admin-autocomplete",
            "data-allow-clear": "true",
            "data-placeholder": str(_("cooperation as a whole")),
            "data-app-label": "news",
            "data-model-name": "claim",
            "data-field-name": "subject",
            "lang": get_select2_language() or DEFAULT_LANGUAGE,
        }

    def optgroups(self, name, value, attrs=None):
        chosen = value[0] if value else ""
        options = [self.create_option(name, "", "", not chosen, 0)]
        if chosen:
            options.append(self.create_option(name, chosen, describe_subject(chosen), selected=True, index=1))
        return [(None, options, 0)]

    @property
    def media(self):
        return AutocompleteMixin(None, None).media


class SubjectField(forms.CharField):
    def __init__(self, **options):
        help_text = _("Type a name, and choose. Leave blank for the cooperation as a whole.")
        label = capfirst(_("record"))
        super().__init__(
            **{"label": label, "required": False, "widget": SubjectWidget, "help_text": help_text} | options
        )

    def clean(self, value):
        value = super().clean(value)
        try:
            get_subject(value)
        except LookupError:
            message = _("There is no such record in the register: %(value)s.")
            raise ValidationError(message, params={"value": split_subject(value)[1] or value}) from None
        return value


def describe_subject(value):
    try:
        record = get_subject(value)
    except LookupError:
        return value
    return label_record(record)


def label_record(record):
    return f"{capfirst(str(record.kind_label))}{pgettext('before a reason', ':')} {record}"


def find_subjects(site, request, term):
    """[{"id": choice, "text": in words}] of the records that a word finds, of the kinds that this user may see."""
    results = []
    for kind in kinds_with(CLAIMS):
        model_admin = site.get_model_admin(kind.model)
        if not model_admin.has_view_permission(request):
            continue
        records, _may_repeat = model_admin.get_search_results(request, kind.model.objects.all(), term)
        results += [
            {"id": join_subject(kind.name, record.key), "text": label_record(record)}
            for record in records[:MAX_RESULTS_PER_KIND]
        ]
    return results
