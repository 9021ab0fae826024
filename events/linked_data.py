from cooperation.core.linked_data import describe, omit_empty
from cooperation.core.localized_text import localized
from localities.choices import country_name
from localities.linked_data import area, point

from .models import Conference, ConferenceStatus

#: A conference that was held keeps the status of one that takes place as planned; schema.org knows no other.
STATUS = {ConferenceStatus.POSTPONED: "EventPostponed", ConferenceStatus.CANCELLED: "EventCancelled"}


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
        eventStatus=f"https://schema.org/{STATUS.get(record.status, 'EventScheduled')}",
        eventAttendanceMode="https://schema.org/OfflineEventAttendanceMode",
        location=location(record, page),
        organizer=[{"@type": "Organization", "name": name} for name in lines_of(localized(record, "hosts").text)],
    )


def location(record, page):
    """The venue in its locality; or only what is known of them."""
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


def lines_of(text):
    return [line.strip() for line in text.splitlines() if line.strip()]
