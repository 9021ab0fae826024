"""What a claim may state of a conference."""

from django.utils.translation import gettext_lazy as _

from cooperation.news.facts import CHOICE, DATE, KEY, MENTION, NUMBER, TEXT, YES, Fact

FACTS = {
    "conference": {
        "starts_on": Fact(_("start date"), DATE, question="dates"),
        "ends_on": Fact(_("end date"), DATE, question="dates"),
        "closing_on": Fact(_("closing ceremony"), DATE, question="dates"),
        "days": Fact(_("number of days"), NUMBER, question="dates"),
        "place": Fact(_("place"), KEY),
        "country": Fact(_("country"), CHOICE),
        "conference_theme": Fact(_("conference theme"), TEXT),
        "hosts": Fact(_("hosts and partners"), TEXT, many=True),
        "participants": Fact(_("localities named as participants"), KEY, many=True),
        "vietnamese_localities": Fact(_("Vietnamese localities taking part"), NUMBER),
        "french_localities": Fact(_("French localities taking part"), NUMBER),
        "people": Fact(_("participants"), NUMBER),
        "sessions": Fact(_("sessions"), KEY, many=True),
        "speakers": Fact(_("speakers"), TEXT, many=True),
        "commitments": Fact(_("joint statement"), KEY, many=True),
        MENTION: Fact(_("mention"), YES, many=True),
    },
}
#: The questions that facts answer, in words, where the fact's label does not say it.
QUESTIONS = {
    "conference": {
        "dates": _("When was it held?"),
        "conference_theme": _("What was its theme?"),
        "place": _("Where was it held?"),
        "vietnamese_localities": _("How many Vietnamese localities took part?"),
        "french_localities": _("How many French localities took part?"),
    },
}
