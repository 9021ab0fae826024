from django.utils.translation import gettext as _

from cooperation.core.calendars import CANCELLED, CONFIRMED, Happening, precision_in_words
from cooperation.core.languages import Wording, wording
from cooperation.core.partial_dates import last_day
from cooperation.core.wording_of_dates import phrase, upper_first

from .choices import State, TermRule
from .states import end_of_term


def ends_of_terms(agreements):
    """The last days of signed agreements whose rule gives one."""
    ending = agreements.filter(term_rule__in=[TermRule.FIXED_END, TermRule.YEARS]).exclude(signed_on="")
    ending = ending.prefetch_related("milestones", "followers").order_by("key")
    return [last_day_of(agreement, end_of_term(agreement)) for agreement in ending]


def last_day_of(agreement, end):
    """A term known by its month or year ends on the last day of that, as its state does."""
    day, title = last_day(end), wording(agreement, "title")
    ended_before = agreement.state_on(day).state == State.TERMINATED
    return Happening(
        record=agreement,
        days=(day, day),
        title=Wording(_("End of term: %(agreement)s") % {"agreement": title.text}, title.language),
        kind=_("End of a term"),
        lines=[
            upper_first(str(agreement.get_kind_display())),
            upper_first(phrase(agreement.signed_on, "signed")),
            upper_first(phrase(end, "until")),
            precision_in_words(end),
            agreement.state_on(day).reason if ended_before else "",
        ],
        status=CANCELLED if ended_before else CONFIRMED,
    )
