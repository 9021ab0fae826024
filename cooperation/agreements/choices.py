"""Choices for agreements and partnerships: kinds, duration, relations, milestones, authenticity and status."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class AgreementKind(models.TextChoices):
    COOPERATION_AGREEMENT = "cooperation_agreement", _("cooperation agreement")
    FRAMEWORK_AGREEMENT = "framework_agreement", _("framework agreement")
    CONVENTION = "convention", _("agreement (convention)")
    MEMORANDUM = "memorandum", _("memorandum")
    PROTOCOL = "protocol", _("protocol")
    CHARTER = "charter", _("charter")
    TWINNING = "twinning", _("twinning agreement")
    ACTION_PROGRAMME = "action_programme", _("action programme")
    LETTER_OF_INTENT = "letter_of_intent", _("letter of intent")


class PartnershipKind(models.TextChoices):
    TWINNING = "twinning", _("twinning")
    FRIENDSHIP = "friendship", _("friendship")
    COOPERATION = "cooperation", _("cooperation")
    PROJECT = "project", _("project")


class TermRule(models.TextChoices):
    FIXED_END = "fixed_end", _("until a fixed date")
    YEARS = "years", _("a number of years from signature")
    YEARS_FROM_ENTRY = "years_from_entry", _("a number of years from entry into force")
    TACIT_RENEWAL = "tacit_renewal", _("renewed automatically until notice is given")
    PROJECTS = "projects", _("until its projects end")
    UNLIMITED = "unlimited", _("indefinite")
    UNKNOWN = "unknown", _("not known")


class AgreementRelation(models.TextChoices):
    RENEWS = "renews", _("renews")
    AMENDS = "amends", _("amends")
    REPLACES = "replaces", _("replaces")
    IMPLEMENTS = "implements", _("implements")


class MilestoneKind(models.TextChoices):
    ANNOUNCED = "announced", pgettext_lazy("milestone", "announced")
    NEGOTIATED = "negotiated", pgettext_lazy("milestone", "negotiations held")
    APPROVED = "approved", pgettext_lazy("milestone", "approved by the council")
    SUBMITTED_FOR_REVIEW = "submitted_for_review", pgettext_lazy("milestone", "submitted to the State for review")
    ENTERED_INTO_FORCE = "entered_into_force", pgettext_lazy("milestone", "entered into force")
    AMENDED = "amended", pgettext_lazy("milestone", "amended")
    EXTENDED = "extended", pgettext_lazy("milestone", "extended")
    SUSPENDED = "suspended", pgettext_lazy("milestone", "suspended")
    RESUMED = "resumed", pgettext_lazy("milestone", "resumed")
    ENDED = "ended", pgettext_lazy("milestone", "terminated")


class EntryMethod(models.TextChoices):
    """The act by which an agreement enters into force."""

    SIGNATURE = "signature", _("on signature")
    TRANSMISSION = "transmission", _("on transmission to the State’s representative (préfet)")
    EXCHANGE = "exchange", _("on exchange of notifications")
    FIXED_DAY = "fixed_day", _("on a day fixed in the text")


class TextAuthenticity(models.TextChoices):
    AUTHENTIC = "authentic", _("authentic text")
    COURTESY = "courtesy", _("courtesy translation")


class AgreementStatus(models.TextChoices):
    """The status of an agreement on a date: always computed, never entered."""

    ANNOUNCED = "announced", _("announced, not yet signed")
    TERMINATED = "terminated", _("terminated")
    SUSPENDED = "suspended", _("suspended")
    ENDED = "ended", _("ended, later agreement recorded")
    ENDED_NOT_RENEWED = "ended_not_renewed", _("term ended, no renewal recorded")
    IN_FORCE = "in_force", _("in force")
    SIGNED = "signed", _("signed, term running")
    SIGNED_UNDATED = "signed_undated", _("signed, date not known")
    END_NOT_KNOWN = "end_not_known", _("signed, end date not known")
