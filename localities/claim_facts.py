"""What a claim may state of a locality."""

from django.utils.translation import gettext_lazy as _

from cooperation.news.facts import DATE, MENTION, NUMBER, TEXT, YES, Fact

FACTS = {
    "locality": {
        "name": Fact(_("name"), TEXT),
        "since": Fact(_("start date"), DATE),
        "until": Fact(_("end date"), DATE),
        "population": Fact(_("population"), NUMBER),
        MENTION: Fact(_("mention"), YES, many=True),
    },
}
#: The questions that facts answer, in words, where the fact's label does not say it.
QUESTIONS = {}
