"""What a claim may state of an agreement and of a partnership."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cooperation.news.facts import CHOICE, DATE, KEY, MENTION, TEXT, YES, Fact

FACTS = {
    "agreement": {
        "parties": Fact(_("parties"), KEY, many=True),
        "kind": Fact(pgettext_lazy("an agreement", "type"), CHOICE),
        "signed_on": Fact(_("date of signature"), DATE),
        "signature_place": Fact(_("place of signature"), KEY),
        "conference": Fact(_("event"), KEY),
        "signed_by": Fact(_("signed by"), TEXT, many=True),
        "ends_on": Fact(pgettext_lazy("an agreement", "end date"), DATE),
        MENTION: Fact(_("mention"), YES, many=True),
    },
    "partnership": {
        "parties": Fact(_("parties"), KEY, many=True),
        "since": Fact(pgettext_lazy("a partnership", "start date"), DATE),
        "kind": Fact(pgettext_lazy("a partnership", "type"), CHOICE),
        MENTION: Fact(_("mention"), YES, many=True),
    },
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
