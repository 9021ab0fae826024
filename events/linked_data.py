from cooperation.core.linked_data import describe, omit_empty
from cooperation.core.localized_text import localized
from localities.countries import country_name
from localities.linked_data import area, point

from .models import Conference, ConferenceStatus

#: All other statuses map to EventScheduled: schema.org has none for an event that has taken place.
EVENT_STATUSES = {ConferenceStatus.POSTPONED: "EventPostponed", ConferenceStatus.CANCELLED: "EventCancelled"}


@describe.register
def conference(record: Conference, page):
    return {"@type": "Event"} | omit_empty(
        name=str(record),
        alternateName=localized(record, "conference_theme").text,
        description=page.description,
        url=page.url_of(record),
        image=page.picture,
        startDate=record.starts_on,
        endDate=record.ends_on,
        eventStatus=f"https://schema.org/{EVENT_STATUSES.get(record.status, 'EventScheduled')}",
        eventAttendanceMode="https://schema.org/OfflineEventAttendanceMode",
        location=location(record, page),
        organizer=[
            *(area(locality, page) for locality in record.hosts.all() if locality.is_public),
            *({"@type": "Organization", "name": str(organisation)} for organisation in record.partners.all()),
        ],
    )


def location(record, page):
    """The venue in its locality, as far as they are known; None without a country."""
    place = record.place if record.place_id and record.place.is_public else None
    country = place.country if place else record.country
    if not country:
        return None
    venue = localized(record, "venue").text
    return {"@type": "Place", "name": venue or (str(place) if place else country_name(country))} | omit_empty(
        address={"@type": "PostalAddress", "addressCountry": country}
        | (omit_empty(addressLocality=str(place)) if place else {}),
        geo=point(place) if place else None,
        containedInPlace=area(place, page) if place else None,
    )
