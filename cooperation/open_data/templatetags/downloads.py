from django import template

from cooperation.open_data.files import labels_of
from cooperation.open_data.tables import TABLES

register = template.Library()


@register.inclusion_tag("components/downloads.html", takes_context=True)
def download_links(context, name):
    """Links to the files of the table `name`, with the filters of the current page."""
    query = context["request"].GET.copy()
    query.pop("page", None)
    return {"name": name, "formats": labels_of(TABLES[name]), "query": query}
