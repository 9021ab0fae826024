"""What a claim may state of an agreement and of a partnership."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cooperation.news.facts import MENTION, label_facts

FACTS = {
    "agreement": label_facts(
        "agreement",
        {
            "parties": _("parties"),
            "kind": pgettext_lazy("an agreement", "type"),
            "signed_on": _("date of signature"),
            "is_signed": _("signed"),
            "signature_place": _("place of signature"),
            "conference": _("event"),
            "occasion": _("occasion"),
            "signed_by": _("signed by"),
            "position": _("position of the person who signed"),
            "heads_of_delegation": _("heads of delegation"),
            "themes": _("topics"),
            "ends_on": pgettext_lazy("an agreement", "end date"),
            MENTION: _("mention"),
        },
    ),
    "partnership": label_facts(
        "partnership",
        {
            "parties": _("parties"),
            "since": pgettext_lazy("a partnership", "start date"),
            "anniversary": _("anniversary (years)"),
            "kind": pgettext_lazy("a partnership", "type"),
            MENTION: _("mention"),
        },
    ),
}
#: Facts that the record has no field for: its page shows what reports say of them.
REPORTED_ONLY = {"agreement": ["occasion", "position", "heads_of_delegation"], "partnership": ["anniversary"]}
#: The questions that facts answer, in words, where the fact's label does not say it.
QUESTIONS = {
    "agreement": {
        "signed_on": _("When was it signed?"),
        "kind": _("What type of agreement is it?"),
        "signature_place": _("Where was it signed?"),
        "ends_on": _("When does it end?"),
    },
    "partnership": {
        "since": _("When did they start to cooperate?"),
    },
}
