"""Agreements and partnerships in schema.org's words.

An agreement is a CreativeWork: `Legislation` has a legal force to claim, and the register is no authority for it.
Its status is said in words, as the page says it: “in force” only where staff recorded the entry into force.
"""

from cooperation.core.linked_data import describe, omit_empty
from cooperation.core.localized_text import localized
from localities.linked_data import area, point

from .models import Agreement, Partnership


@describe.register
def agreement(record: Agreement, page):
    status = record.status_on(page.day)
    return {"@type": "CreativeWork"} | omit_empty(
        name=str(record),
        genre=record.get_kind_display(),
        abstract=localized(record, "summary").text,
        url=page.url_of(record),
        dateCreated=record.signed_on,
        locationCreated=place_of_signing(record, page),
        creator=[party(row, page) for row in page.context.get("parties", [])],
        creativeWorkStatus=f"{status.label} ({page.day.isoformat()}): {status.reason}",
        about=[{"@type": "DefinedTerm", "name": str(theme)} for theme in page.context.get("themes", [])],
        isBasedOn=work(record.earlier_agreement, page)
        if record.earlier_agreement_id and record.earlier_agreement.is_public
        else None,
        subjectOf=[report(source.item, page) for source in sources(page)],
    )


def party(shown, page):
    """A party as signed."""
    if shown.locality:
        return area(shown.locality, page) | {"name": str(shown)}
    return {"@type": "Organization", "name": str(shown)}


def place_of_signing(record, page):
    conference = record.conference if record.conference_id and record.conference.is_public else None
    place = conference.place if conference and conference.place_id and conference.place.is_public else None
    return area(place, page) | omit_empty(geo=point(place)) if place else None


def work(record, page):
    return {"@type": "CreativeWork", "@id": f"{page.url_of(record)}#record", "name": str(record)}


def sources(page):
    evidence = page.context.get("evidence")
    return evidence.sources if evidence else []


def report(item, page):
    return {"@type": "NewsArticle", "@id": f"{page.url_of(item)}#record", "headline": str(item)}


@describe.register
def partnership(record: Partnership, page):
    """A lasting undertaking of its members."""
    return {"@type": "Project"} | omit_empty(
        name=str(record),
        description=page.description,
        url=page.url_of(record),
        foundingDate=record.since,
        member=[area(each, page) for each in record.parties_shown()],
        subjectOf=[report(source.item, page) for source in sources(page)],
    )
