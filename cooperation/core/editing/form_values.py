"""The values of a record's form with the rows of its parts, as it stands in the register or as it was sent.

Fields are named as in the form of the register's present state, so that both can be compared: rows are matched by
their primary key, whatever their place in the form.
"""

from dataclasses import dataclass

from django import forms
from django.contrib.contenttypes.models import ContentType
from django.http import QueryDict
from django.utils.text import capfirst

from .keys import is_key

#: What the form of a row holds besides its fields.
HIDDEN = ("id", "DELETE")


@dataclass
class FieldValue:
    """One field: `initial` is its value in the register's form, `sent` what a browser sent (None: not sent).

    `base_key` names the value in a stored version: the attribute of the record, or (type, id, attribute) of a part.
    """

    name: str
    label: str
    field: forms.Field
    initial: object
    sent: object
    base_key: object
    is_sent: bool

    @property
    def raw(self):
        return self.sent if self.is_sent else self.initial

    def differs_from(self, value):
        """Whether this value is another one than `value`, which is an initial value of the same field."""
        sent = self.sent if self.is_sent else self.field.prepare_value(self.initial)
        return self.field.has_changed(as_initial(value), as_sent(sent))

    def as_text(self):
        return describe(self.field, self.raw)


class FormValues:
    """`fields` {name: FieldValue} of the fields that can be edited; `added_rows` [(prefix, index)] as sent in `post`.

    Without `post` the values are those of the register. `base` are the values of the version that the form was opened
    from, to tell which rows that are gone were changed.
    """

    def __init__(self, form, formsets, post=None, base=None):
        self.form, self.formsets, self.post = form, formsets, post
        self.fields, self.added_rows = {}, []
        self.add_form(form, "", "", lambda name: base_key(form._meta.model, name))
        for formset in formsets:
            sent_rows = find_sent_rows(formset, post) if post is not None else {}
            for row in formset.initial_forms:
                self.add_row(formset, row, sent_rows.pop(str(row.instance.pk), None))
            self.added_rows += [(formset.prefix, index) for index in sent_rows.pop("", [])]
            self.added_rows += self.find_lost_rows(formset, sent_rows, base)

    def add_row(self, formset, row, index):
        if self.post is not None and index is None:
            return
        model = row.instance._meta.model
        label = f"{capfirst(str(model._meta.verbose_name))} “{row.instance}”: "
        sent_prefix = f"{formset.prefix}-{index}-"
        self.add_form(row, label, sent_prefix, lambda name: base_key(model, name, row.instance.pk))

    def add_form(self, form, label, sent_prefix, get_base_key):
        for bound in form:
            if bound.field.disabled or isinstance(bound.field, forms.FileField) or bound.is_hidden:
                continue
            is_sent = self.post is not None
            sent_name = sent_prefix + bound.name if sent_prefix else bound.html_name
            sent = bound.field.widget.value_from_datadict(self.post, {}, sent_name) if is_sent else None
            self.fields[bound.html_name] = FieldValue(
                name=bound.html_name,
                label=f"{label}{bound.label}",
                field=bound.field,
                initial=bound.initial,
                sent=sent,
                base_key=get_base_key(bound.name),
                is_sent=is_sent,
            )

    def find_lost_rows(self, formset, sent_rows, base):
        """The rows that have been deleted since, unless they were sent as they had been: they are kept as new ones."""
        lost = []
        for key, index in sent_rows.items():
            fields = [(name, field) for name, field in formset.empty_form.fields.items() if name not in HIDDEN]
            stored = {name: base.get(base_key(formset.model, name, key)) for name, _field in fields}
            was_changed = any(
                stored[name] is not None and field.has_changed(stored[name], self.read(formset, index, name, field))
                for name, field in fields
            )
            if was_changed or not any(value is not None for value in stored.values()):
                lost.append((formset.prefix, index))
        return lost

    def read(self, formset, index, name, field):
        return field.widget.value_from_datadict(self.post, {}, f"{formset.prefix}-{index}-{name}")

    def to_post(self, chosen, added_rows, sent):
        """This form as a browser would send it, with values and new rows of another version, which sent `sent`."""
        post = QueryDict(mutable=True)
        for form in [self.form, *(form for formset in self.formsets for form in formset.initial_forms)]:
            for bound in form:
                put(post, bound.html_name, bound.field.prepare_value(bound.initial), bound.field)
        for value in chosen:
            put(post, value.name, value.sent, value.field)
        for formset in self.formsets:
            rows = [index for prefix, index in added_rows if prefix == formset.prefix]
            count = len(formset.initial_forms)
            for place, index in enumerate(rows, start=count):
                self.copy_row(post, sent, f"{formset.prefix}-{index}-", f"{formset.prefix}-{place}-")
            for name, number in [("TOTAL", count + len(rows)), ("INITIAL", count), ("MIN_NUM", 0), ("MAX_NUM", 1000)]:
                post[f"{formset.prefix}-{name}_FORMS"] = str(number)
        return post

    def copy_row(self, post, sent, old_prefix, new_prefix):
        for name, values in sent.lists():
            field = name.removeprefix(old_prefix)
            if field != name and field not in HIDDEN:
                post.setlist(new_prefix + field, values)


def base_key(model, name, row_id=None):
    """How a stored version names a field: by its attribute, of a part with its type and id before it."""
    attribute = next((field.attname for field in model._meta.fields if field.name == name), name)
    return attribute if row_id is None else (ContentType.objects.get_for_model(model).pk, str(row_id), attribute)


def build_forms(admin, request, record):
    """(form, formsets) of a record as its page shows them."""
    form = admin.get_form(request, record, change=True)(instance=record)
    formsets = []
    for formset_class, inline in admin.get_formsets_with_inlines(request, record):
        prefix = formset_class.get_default_prefix()
        formsets.append(formset_class(instance=record, prefix=prefix, queryset=inline.get_queryset(request)))
    return form, formsets


def find_sent_rows(formset, post):
    """{primary key: index of its row}, and {"": indexes of new rows}, of the rows that were sent."""
    rows, pk_name = {"": []}, formset.model._meta.pk.name
    total = post.get(f"{formset.prefix}-TOTAL_FORMS", "0")
    for index in range(min(int(total), formset.absolute_max) if is_key(total) else 0):
        key = post.get(f"{formset.prefix}-{index}-{pk_name}", "")
        if key:
            rows[key] = index
        else:
            rows[""].append(index)
    return rows


def put(post, name, value, field):
    """Write a value into a form as a browser would send it."""
    if value is None or value is False or isinstance(field, forms.FileField):
        post.pop(name, None)
    elif isinstance(value, list | tuple) or hasattr(value, "model"):
        post.setlist(name, [str(getattr(item, "pk", item)) for item in value])
    else:
        post[name] = "on" if value is True else str(value)


def as_initial(value):
    return [getattr(item, "pk", item) for item in value] if isinstance(value, list | tuple) else value


def as_sent(value):
    return [str(item) for item in value] if isinstance(value, list | tuple) else value


def describe(field, value):
    """A value in words: labels of choices, names of records."""
    if isinstance(field, forms.ModelMultipleChoiceField):
        keys = [getattr(item, "pk", item) for item in value or []]
        return ", ".join(map(str, field.queryset.filter(pk__in=keys)))
    if isinstance(field, forms.ModelChoiceField):
        return str(field.queryset.filter(pk=value).first() or "") if value else ""
    if isinstance(field, forms.ChoiceField):
        labels = {str(key): str(label) for key, label in flatten(field.choices)}
        return labels.get(str(value), str(value or ""))
    return str(value if value is not None else "")


def flatten(choices):
    for key, label in choices:
        if isinstance(label, list | tuple):
            yield from label
        else:
            yield key, label
