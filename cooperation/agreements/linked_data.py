"""Agreements and partnerships in the schema.org vocabulary.

An agreement is a CreativeWork, not `Legislation`: that would state a legal force, for which the register is not an
authority. The status is the text shown on the page: “in force” only if staff recorded the entry into force.
"""

from cooperation.core.linked_data import describe, omit_empty
from cooperation.core.localized_text import localized
from localities.linked_data import area, point

from .models import Agreement, Partnership


@describe.register
def agreement(record: Agreement, page):
    status = record.status_as_of(page.as_of)
    return {"@type": "CreativeWork"} | omit_empty(
        name=str(record),
        genre=record.get_kind_display(),
        abstract=localized(record, "summary").text,
        url=page.url_of(record),
        dateCreated=record.signed_on,
        locationCreated=describe_place(record, page),
        creator=[describe_party(party, page) for party in page.context.get("parties", [])],
        creativeWorkStatus=f"{status.label} ({page.day.isoformat()}): {status.reason}",
        about=[{"@type": "DefinedTerm", "name": str(theme)} for theme in page.context.get("themes", [])],
        isBasedOn=describe_work(record.earlier_agreement, page)
        if record.earlier_agreement_id and record.earlier_agreement.is_public
        else None,
        subjectOf=[describe_report(source.item, page) for source in get_sources(page)],
    )


def describe_party(party, page):
    """A party (`PartyOnDate`) under its name at signature."""
    if party.locality:
        return area(party.locality, page) | {"name": str(party)}
    return {"@type": "Organization", "name": str(party)}


def describe_place(record, page):
    """The place of the conference at which it was signed; None if either is not known or not public."""
    conference = record.conference if record.conference_id and record.conference.is_public else None
    place = conference.place if conference and conference.place_id and conference.place.is_public else None
    return area(place, page) | omit_empty(geo=point(place)) if place else None


def describe_work(record, page):
    return {"@type": "CreativeWork", "@id": f"{page.url_of(record)}#record", "name": str(record)}


def get_sources(page):
    evidence = page.context.get("evidence")
    return evidence.sources if evidence else []


def describe_report(item, page):
    return {"@type": "NewsArticle", "@id": f"{page.url_of(item)}#record", "headline": str(item)}


@describe.register
def partnership(record: Partnership, page):
    """A Project: a long-term undertaking of its members."""
    return {"@type": "Project"} | omit_empty(
        name=str(record),
        description=page.description,
        url=page.url_of(record),
        foundingDate=record.since,
        member=[area(locality, page) for locality in record.parties_shown()],
        subjectOf=[describe_report(source.item, page) for source in get_sources(page)],
    )
