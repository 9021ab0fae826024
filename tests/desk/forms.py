"""Sends the forms of the desk as a browser does."""

from django.db import connection
from django.forms import MultiWidget

from cooperation.core.history import Created


def get_form_values(response):
    """The values that a browser submits: every field of the page's forms with its value."""
    forms = [response.context["adminform"].form]
    for inline in response.context["inline_admin_formsets"]:
        forms += [inline.formset.management_form, *inline.formset.forms]
    return {name: value for form in forms for field in form for name, value in get_field_values(field)}


def get_field_values(field):
    value = field.value()
    if isinstance(field.field.widget, MultiWidget):
        yield from (
            (f"{field.html_name}_{n}", part) for n, part in enumerate(field.field.widget.decompress(value)) if part
        )
    elif value is not None and value is not False and not hasattr(value, "url"):
        yield field.html_name, value


def admin_url(record, action="change"):
    return f"/en/admin/{record._meta.app_label}/{record._meta.model_name}/{record.pk}/{action}/"


def edit(client, record, **values):
    page = client.get(admin_url(record))
    return client.post(admin_url(record), get_form_values(page) | values)


def unpublish(client, record, **values):
    """Unpublish a record with a reason, as its page asks for."""
    model = record._meta
    url = f"/en/admin/{model.app_label}/{model.model_name}/unpublish/?ids={record.pk}"
    return client.post(url, {"reason": "under_review"} | values)


def forget_creation(record):
    """As if the record had been made in an earlier transaction than the test's."""
    connection.run_on_commit = [entry for entry in connection.run_on_commit if not isinstance(entry[1], Created)]
    return record
