"""Publishers of reports: each has one name a language, however the reports themselves spell it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from cooperation.core.collation import sort_key
from cooperation.core.folding import slug
from cooperation.core.languages import LANGUAGE_CODES, current_language
from cooperation.core.localized_text import column, localized, translations
from cooperation.core.parts import Part


class Publisher(Part):
    """A newspaper, agency, authority or association; public wherever a public report names it."""

    key = models.SlugField(_("identifier"), max_length=100, unique=True)
    name = models.CharField(_("name"), max_length=200)

    natural_lookups = ["key"]

    class Meta:
        verbose_name = _("publisher")
        verbose_name_plural = _("publishers")
        ordering = ["key"]

    def __str__(self):
        return localized(self, "name").text or self.key

    @classmethod
    def records_to_reindex(cls, ids):
        reports = cls._meta.get_field("reports").related_model
        return reports, set(reports.objects.filter(publisher__in=ids).values_list("pk", flat=True))

    def record_to_reindex(self):
        return self.records_to_reindex([self.pk])

    def names(self):
        return [name for name in translations(self, "name").values() if name]


def get_or_create_publisher(name):
    """The publisher with this name in any language, compared without case and accents; None for an empty name."""
    key = slug(name)
    if not key:
        return None
    for publisher in Publisher.objects.all():
        if key in {publisher.key, *map(slug, publisher.names())}:
            return publisher
    return Publisher.objects.create(key=key[:100], **{column("name", code): name for code in LANGUAGE_CODES})


def get_publisher_labels(keys):
    """{key: name} in the alphabetical order of the reader's language."""
    labels = {publisher.key: str(publisher) for publisher in Publisher.objects.filter(key__in=keys)}
    return dict(sorted(labels.items(), key=lambda item: sort_key(item[1], current_language())))
