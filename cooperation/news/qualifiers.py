"""The qualifiers of claims in words; their names are those of `article_reader.qualifiers`."""

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy


class Comparator(models.TextChoices):
    MORE_THAN = "more_than", pgettext_lazy("a number", "more than")
    AT_LEAST = "at_least", pgettext_lazy("a number", "at least")
    ABOUT = "about", pgettext_lazy("a number", "about")
    AT_MOST = "at_most", pgettext_lazy("a number", "at most")


class Nature(models.TextChoices):
    """What a number counts. `PLANS` are no contradiction to what happened."""

    ANNOUNCED = "announced", pgettext_lazy("a number", "announced")
    EXPECTED = "expected", pgettext_lazy("a number", "expected")
    REGISTERED = "registered", pgettext_lazy("a number", "registered")
    ATTENDED = "attended", pgettext_lazy("a number", "attended")
    SO_FAR = "so_far", pgettext_lazy("a number", "so far")


class Inference(models.TextChoices):
    ANNIVERSARY = "anniversary", gettext_lazy("calculated from an anniversary")
    PUBLICATION_DATE = "publication_date", gettext_lazy("year taken from the date of publication")
    CONFERENCE_DATES = "conference_dates", gettext_lazy("taken from the dates of the conference")
    CALCULATED = "calculated", gettext_lazy("calculated from other numbers in the report")


#: Numbers given before the event: each kind is compared only with its own.
PLANS = [Nature.ANNOUNCED, Nature.EXPECTED, Nature.REGISTERED]


def qualify(text: str, comparator: str = "", nature: str = "", inference: str = "") -> str:
    """A value in words with its qualifiers: "about 800 (expected)". `attended` needs no word."""
    comparisons = {
        Comparator.MORE_THAN: _("more than %(value)s"),
        Comparator.AT_LEAST: _("at least %(value)s"),
        Comparator.ABOUT: _("about %(value)s"),
        Comparator.AT_MOST: _("at most %(value)s"),
    }
    words = describe_qualifiers("", nature, inference)
    compared = comparisons[comparator] % {"value": text} if comparator else text
    return f"{compared} ({words})" if words else compared


def describe_qualifiers(comparator: str = "", nature: str = "", inference: str = "") -> str:
    """The qualifiers alone: "about, expected"."""
    choices = [comparator and Comparator(comparator), nature and Nature(nature), inference and Inference(inference)]
    return ", ".join(str(choice.label) for choice in choices if choice and choice != Nature.ATTENDED)


def qualify_claim(claim: models.Model, text: str) -> str:
    """`qualify` with the qualifiers of a claim; `text` is its value in words."""
    return qualify(text, claim.comparator, claim.nature, claim.inference)
