"""The content version: a number that grows whenever anything public may have changed. Cached pages are keyed by it."""

from django.db import connection, models
from django.db.models import F
from django.utils.translation import gettext_lazy as _


class ContentVersion(models.Model):
    """One row: how often anything public may have changed."""

    number = models.PositiveBigIntegerField(default=0)

    class Meta:
        app_label = "core"
        verbose_name = _("data version")
        verbose_name_plural = _("data version")

    def __str__(self):
        return str(self.number)


def bump_content_version():
    if not ContentVersion.objects.filter(pk=1).update(number=F("number") + 1):
        ContentVersion.objects.get_or_create(pk=1, defaults={"number": 1})


def content_version():
    """The present number. Read before every page, hence in plain SQL."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT number FROM core_contentversion WHERE id = 1")
        row = cursor.fetchone()
    return row[0] if row else 0
