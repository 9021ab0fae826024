from cooperation.core.languages import current_language
from cooperation.core.linked_data import describe, omit_empty
from cooperation.core.localized_text import localized

from .models import Theme


@describe.register
def describe_theme(record: Theme, page):
    return {"@type": "DefinedTerm"} | omit_empty(
        name=str(record),
        description=localized(record, "description").text,
        url=page.url_of(record),
        inLanguage=current_language(),
    )
