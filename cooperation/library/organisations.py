"""Organisations: those that publish reports, and the agencies whose texts they print. Each has one name a language."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cooperation.core.collation import sort_key
from cooperation.core.fields import url_field
from cooperation.core.folding import slug
from cooperation.core.languages import LANGUAGE_CODES, current_language
from cooperation.core.localized_text import column, localized, translations
from cooperation.core.parts import Part


class OrganisationKind(models.TextChoices):
    PRESS = "press", _("newspaper, broadcaster or website")
    AGENCY = "agency", _("news agency")
    AUTHORITY = "authority", _("ministry, embassy or other authority")
    ASSOCIATION = "association", _("association or network")
    COMPANY = "company", _("public body or company")
    OTHER = "other", pgettext_lazy("an organisation", "other")


class Organisation(Part):
    """A newspaper, agency, ministry, embassy, association …; public wherever a public record names it."""

    key = models.SlugField(_("identifier"), max_length=100, unique=True)
    name = models.CharField(_("name"), max_length=200)
    kind = models.CharField(
        pgettext_lazy("an organisation", "type"),
        max_length=12,
        choices=OrganisationKind,
        default=OrganisationKind.OTHER,
    )
    website = url_field(_("website"))

    natural_lookups = ["key"]

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        ordering = ["key"]

    def __str__(self):
        return localized(self, "name").text or self.key

    @classmethod
    def records_to_reindex(cls, ids):
        """Itself: it has no search entry, but those of the records that contain its name have to follow."""
        return cls, ids

    def record_to_reindex(self):
        return type(self), [self.pk]

    def names(self):
        return [name for name in translations(self, "name").values() if name]


def get_or_create_organisation(name, kind=OrganisationKind.OTHER):
    """The organisation with this name in any language, compared without case and accents; None for an empty name."""
    key = slug(name)
    if not key:
        return None
    for organisation in Organisation.objects.all():
        if key in {organisation.key, *map(slug, organisation.names())}:
            return organisation
    names = {column("name", code): name for code in LANGUAGE_CODES}
    return Organisation.objects.create(key=key[:100], kind=kind, **names)


def get_organisation_labels(keys):
    """{key: name} in the alphabetical order of the reader's language."""
    labels = {organisation.key: str(organisation) for organisation in Organisation.objects.filter(key__in=keys)}
    return dict(sorted(labels.items(), key=lambda item: sort_key(item[1], current_language())))
