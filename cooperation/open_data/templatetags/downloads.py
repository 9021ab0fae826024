from django import template

from cooperation.open_data.files import labels_of
from cooperation.open_data.tables import TABLES

register = template.Library()


@register.inclusion_tag("components/downloads.html", takes_context=True)
def download_links(context, name):
    """The files of a list or a search, with the filters that are in use on its page."""
    query = context["request"].GET.copy()
    query.pop("page", None)
    return {"name": name, "forms": labels_of(TABLES[name]), "query": query}
