"""What a claim may state of a locality."""

from django.utils.translation import gettext_lazy as _

from cooperation.news.facts import MENTION, label_facts

FACTS = {
    "locality": label_facts(
        "locality",
        {
            "name": _("name"),
            "since": _("start date"),
            "until": _("end date"),
            "population": _("population"),
            MENTION: _("mention"),
        },
    ),
}
#: The questions that facts answer, in words, where the fact's label does not say it.
QUESTIONS = {}
