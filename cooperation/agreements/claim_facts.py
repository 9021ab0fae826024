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
            "signature_place": _("place of signature"),
            "conference": _("event"),
            "signed_by": _("signed by"),
            "ends_on": pgettext_lazy("an agreement", "end date"),
            MENTION: _("mention"),
        },
    ),
    "partnership": label_facts(
        "partnership",
        {
            "parties": _("parties"),
            "since": pgettext_lazy("a partnership", "start date"),
            "kind": pgettext_lazy("a partnership", "type"),
            MENTION: _("mention"),
        },
    ),
}
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
