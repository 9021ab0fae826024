"""The abstract model and queryset of child rows of records."""

from operator import attrgetter

from django.db import models

from .records import ChangeTrackingQuerySet


class PartQuerySet(ChangeTrackingQuerySet):
    def get_by_natural_key(self, *values):
        return self.get(**dict(zip(self.model.natural_lookups, values, strict=True)))


class Part(models.Model):
    """Abstract base for child rows, identified by their owner and order (or code). Visibility follows the owner."""

    #: The foreign key to the record, and the lookups that together identify one row.
    owner = ""
    natural_lookups = []
    #: Whether its texts are in the owner's search entry.
    is_searched = False

    objects = PartQuerySet.as_manager()

    class Meta:
        abstract = True

    def natural_key(self):
        return tuple(attrgetter(lookup.replace("__", "."))(self) for lookup in self.natural_lookups)

    @classmethod
    def owners(cls):
        """The names of all foreign keys to records whose versions hold this row."""
        return [cls.owner] if cls.owner else []

    @classmethod
    def get_owners(cls, ids):
        """(model, ids) of the owners of these rows; the rows themselves if they have none."""
        if not cls.owner:
            return cls, ids
        owner = cls._meta.get_field(cls.owner)
        return owner.related_model, set(cls._base_manager.filter(pk__in=ids).values_list(owner.attname, flat=True))

    def get_owner(self):
        """`get_owners` for one row, which may have been deleted already."""
        if not self.owner:
            return type(self), [self.pk]
        owner = self._meta.get_field(self.owner)
        return owner.related_model, [getattr(self, owner.attname)]

    @classmethod
    def records_to_reindex(cls, ids):
        """(model, ids) of the records whose search entries contain the texts of these rows; no ids if none does."""
        return cls.get_owners(ids) if cls.is_searched else (cls, [])

    def record_to_reindex(self):
        """`records_to_reindex` for one row, which may have been deleted already."""
        return self.get_owner() if self.is_searched else (type(self), [])

    @classmethod
    def update_derived_rows(cls, ids):
        """Parts have no derived rows of their own; see `Record.update_derived_rows`."""
