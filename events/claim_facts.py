"""What a claim may state of a conference."""

from django.utils.translation import gettext_lazy as _

from cooperation.news.facts import MENTION, label_facts

FACTS = {
    "conference": label_facts(
        "conference",
        {
            "starts_on": _("start date"),
            "ends_on": _("end date"),
            "closing_on": _("closing ceremony"),
            "days": _("number of days"),
            "place": _("place"),
            "country": _("country"),
            "conference_theme": _("conference theme"),
            "hosts": _("hosts"),
            "partners": _("partners"),
            "heads_of_delegation": _("heads of delegation"),
            "signings": _("number of agreements signed"),
            "signings_complete": _("complete list of the agreements signed"),
            "declared_on": _("date of the joint statement"),
            "participants": _("localities named as participants"),
            "vietnamese_localities": _("Vietnamese localities taking part"),
            "french_localities": _("French localities taking part"),
            "localities": _("localities taking part"),
            "people": _("participants"),
            "sessions": _("sessions"),
            "speakers": _("speakers"),
            "commitments": _("joint statement"),
            MENTION: _("mention"),
        },
    ),
}
#: Facts that the record has no field for: its page shows what reports say of them. Numbers are shown by themselves.
REPORTED_ONLY = {"conference": ["declared_on", "heads_of_delegation"]}
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
