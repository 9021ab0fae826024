from cooperation.core.calendars import CANCELLED, CONFIRMED, TENTATIVE, Happening, days_of, precision_in_words
from cooperation.core.languages import wording
from cooperation.core.wording_of_dates import span_in_words, upper_first

from .models import ConferenceState

STATUSES = {
    ConferenceState.ANNOUNCED: TENTATIVE,
    ConferenceState.POSTPONED: TENTATIVE,
    ConferenceState.CONFIRMED: CONFIRMED,
    ConferenceState.HELD: CONFIRMED,
    ConferenceState.CANCELLED: CANCELLED,
}


def conferences_held(conferences):
    """Those of `conferences` whose year at least is known, over the days on which they may take place."""
    dated = conferences.exclude(starts_on="").for_cards().order_by("number")
    return [conference_held(conference) for conference in dated]


def conference_held(conference):
    venue = wording(conference, "venue").text
    return Happening(
        record=conference,
        days=days_of(conference.starts_on, conference.ends_on),
        title=wording(conference, "title"),
        kind=upper_first(str(conference.kind_in_words)),
        lines=[
            upper_first(str(conference.get_state_display())),
            upper_first(span_in_words(conference.starts_on, conference.ends_on)),
            precision_in_words(conference.starts_on),
        ],
        status=STATUSES[conference.state],
        place=", ".join(name for name in [venue, conference.place_name] if name),
    )
