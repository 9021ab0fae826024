from cooperation.core.languages import reading_language, wording
from cooperation.core.linked_data import describe, known

from .models import Theme


@describe.register
def theme(record: Theme, page):
    return {"@type": "DefinedTerm"} | known(
        name=str(record),
        description=wording(record, "description").text,
        url=page.address_of(record),
        inLanguage=reading_language(),
    )
