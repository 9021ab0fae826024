"""The abstract model and queryset of records: key, publication state, visibility. Their child rows: `parts.py`."""

from django.db import models, transaction
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from . import changes
from .localized_text import localized, translated_fields, translations
from .search import SearchEntry, name_sort_key


class PublicationState(models.TextChoices):
    DRAFT = "draft", _("draft")
    IN_REVIEW = "in_review", _("in review")
    PUBLISHED = "published", _("published")
    UNPUBLISHED = "unpublished", _("unpublished")


#: Publishing and unpublishing is a right of its own.
RECORD_PERMISSIONS = ("add", "change", "delete", "view", "publish")


class ChangeTrackingQuerySet(models.QuerySet):
    """Reports bulk writes to `changes`, because Django sends no signals for them."""

    def update(self, **values):
        with transaction.atomic(using=self.db):
            ids = list(self.values_list("pk", flat=True))
            changes.prepare_bulk_change(self.model, ids)
            count = super().update(**values)
            changes.apply_bulk_change(self.model, ids)
        return count

    update.alters_data = True

    def bulk_create(self, objs, *args, **options):
        objs = list(objs)
        with transaction.atomic(using=self.db):
            changes.prepare_bulk_creation(self.model, objs)
            rows = super().bulk_create(objs, *args, **options)
            changes.apply_bulk_creation(self.model, [row.pk for row in rows])
        return rows


class RecordQuerySet(ChangeTrackingQuerySet):
    @staticmethod
    def public_condition(path=""):
        """The condition that a record is public; `path` is the lookup prefix of the record, such as `conference__`."""
        return Q(**{f"{path}publication_state": PublicationState.PUBLISHED})

    def public(self):
        return self.filter(self.public_condition())

    def public_as_of(self, cutoff):
        """Public records as of a past date (`dates.AsOf.cutoff`); all public records, as they are, if it is None."""
        return self.public().as_of(cutoff) if cutoff else self.public()

    def as_of(self, day):
        """The records that were known by a past date, as they were on it. A model without dates returns all."""
        return self

    def dated(self, day):
        """All records, with their names on a date: only localities change theirs. Unchanged if the date is None."""
        return self

    def with_card_relations(self, cutoff=None):
        """With the relations that a card or a list row shows, prefetched as of a past date if there is one."""
        return self

    def search(self, query):
        """Records that contain every word of `query`, in any language; see `core.search`."""
        entries = SearchEntry.objects.filter(kind=self.model.record_kind()).matching(query)
        return self.filter(pk__in=entries.order_by().values("record_id"))

    def by_name(self, cutoff=None):
        """In alphabetical order of the reader's language. Records that are not public come first: no sort key."""
        return self.order_by(self.name_order(cutoff), "key")

    def name_order(self, cutoff):
        """The SQL expression by which records are ordered by name, as of a past date if there is one."""
        return name_sort_key(self.model)

    def get_by_natural_key(self, key):
        return self.get(key=key)


class Record(models.Model):
    """Abstract base for records with their own page. The key is permanent."""

    key = models.SlugField(
        _("identifier"),
        max_length=100,
        unique=True,
        help_text=_(
            "Used in the permanent web address: lower-case letters, digits and hyphens. It cannot be changed later."
        ),
    )
    publication_state = models.CharField(
        pgettext_lazy("a record", "status"),
        max_length=12,
        choices=PublicationState,
        default=PublicationState.DRAFT,
        db_index=True,
    )
    published_at = models.DateTimeField(_("published at"), null=True, blank=True, editable=False)
    created_at = models.DateTimeField(_("created at"), db_default=Now(), editable=False)
    updated_at = models.DateTimeField(_("updated at"), db_default=Now(), editable=False)
    version = models.PositiveIntegerField(_("version"), default=1, editable=False)

    objects = RecordQuerySet.as_manager()
    #: The translated field that is the record's name.
    title_field = "title"
    #: Whether the name is a proper name, which needs no translation.
    is_called_by_name = False
    #: Lookups from this model to the records whose names its search entry contains.
    search_dependency_paths = []

    class Meta:
        abstract = True

    def __str__(self):
        return localized(self, self.title_field).text or self.key

    @classmethod
    def record_kind(cls):
        """The identifier of this kind of record in claims, search entries and URLs: `agreement`."""
        return cls._meta.model_name

    @classmethod
    def get_owners(cls, ids):
        """(model, ids) of the records whose derived rows depend on these records."""
        return cls, ids

    def get_owner(self):
        """`get_owners` for one record, which may have been deleted already."""
        return type(self), [self.pk]

    @classmethod
    def records_to_reindex(cls, ids):
        """(model, ids) of the records whose search entries contain the texts of these rows."""
        return cls, ids

    def record_to_reindex(self):
        return type(self), [self.pk]

    @classmethod
    def update_derived_rows(cls, ids):
        """Derive again what is stored about these records and their parts; most records have nothing of the kind."""

    @property
    def kind_label(self):
        return self._meta.verbose_name

    @classmethod
    def with_search_relations(cls, records):
        """`records` with the related rows that their search entries need, prefetched."""
        return records

    def natural_key(self):
        return (self.key,)

    @property
    def is_public(self):
        return self.publication_state == PublicationState.PUBLISHED

    def publication_blockers(self):
        """Reasons why this record cannot be published yet, as messages for staff; empty if it can."""
        if not any(translations(self, self.title_field).values()):
            return [_("It has no title in any language.")]
        return []

    def warnings(self):
        """What may be wrong with this record, as messages for staff after a save; empty if nothing is."""
        return []

    def unpublication_blockers(self):
        """Reasons why this public record must stay public, as messages for staff; empty if it need not."""
        return []

    def search_names(self):
        return translations(self, self.title_field).values()

    def search_texts(self):
        fields = [field for field in translated_fields(type(self)) if field != self.title_field]
        return [text for field in fields for text in translations(self, field).values()]

    def first_dates(self):
        """[(label, partial date)]: since when it is known, for its page on a date before that."""
        return []

    def sort_date(self):
        """The partial date by which lists and search results are sorted, newest first."""
        return ""


def increment_version(record):
    """Increment the optimistic-lock version; saves based on an older version are rejected."""
    type(record)._base_manager.filter(pk=record.pk).update(version=F("version") + 1, updated_at=Now())
