from cooperation.core.linked_data import describe, omit_empty
from cooperation.core.localized_text import translations

from .choices import CodeScheme
from .models import Locality

WIKIDATA = "https://www.wikidata.org/entity/"


@describe.register
def locality(record: Locality, page):
    """Both a place and the authority that governs it, because a locality of the register is a legal body."""
    codes = [code for code in record.codes.all() if code.covers(page.day)]
    wikidata_urls = [f"{WIKIDATA}{code.value}" for code in codes if code.scheme == CodeScheme.WIKIDATA]
    return {"@type": ["AdministrativeArea", "GovernmentOrganization"]} | omit_empty(
        name=str(record),
        alternateName=other_names(record),
        description=page.description,
        url=page.url_of(record),
        address={"@type": "PostalAddress", "addressCountry": record.country},
        geo=point(record),
        identifier=[
            {"@type": "PropertyValue", "propertyID": str(code.get_scheme_display()), "value": code.value}
            for code in codes
        ],
        containedInPlace=area(record.parent, page) if record.parent_id and record.parent.is_public else None,
        foundingDate=record.since,
        dissolutionDate=record.until if record.has_ended(page.day) else "",
        sameAs=[*wikidata_urls, *([record.website] if record.website else [])],
    )


def other_names(record):
    """All names except the one used as `name`, without duplicates."""
    names = [*translations(record, "name").values(), *(name.text for name in record.names.all())]
    return [name for name in dict.fromkeys(names) if name and name != str(record)]


def point(record):
    if record.latitude is None:
        return None
    return {"@type": "GeoCoordinates", "latitude": float(record.latitude), "longitude": float(record.longitude)}


def area(record, page):
    """A short description of a locality, for other records; the full one is on its own page."""
    url = page.url_of(record)
    return {"@type": "AdministrativeArea", "@id": f"{url}#record", "name": str(record), "url": url}
