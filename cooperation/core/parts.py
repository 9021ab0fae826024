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
    def records_to_reindex(cls, ids):
        """(model, ids) of the records whose search entries contain the texts of these rows; no ids if none does."""
        if not cls.is_searched:
            return cls, []
        owner = cls._meta.get_field(cls.owner)
        return owner.related_model, set(cls._base_manager.filter(pk__in=ids).values_list(owner.attname, flat=True))

    def record_to_reindex(self):
        """`records_to_reindex` for one row, which may have been deleted already."""
        if not self.is_searched:
            return type(self), []
        owner = self._meta.get_field(self.owner)
        return owner.related_model, [getattr(self, owner.attname)]
