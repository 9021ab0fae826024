from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from cooperation.core.fields import language_field, url_field
from cooperation.core.partial_dates import PartialDateField


class ImportedArticle(models.Model):
    """An article that staff imported. Its text is for staff only and is never published."""

    title = models.CharField(_("title"), max_length=300, blank=True)
    text = models.TextField(_("text"))
    language = language_field(_("language"))
    publisher = models.CharField(_("publisher"), max_length=200, blank=True)
    author = models.CharField(_("author"), max_length=200, blank=True)
    appeared_on = PartialDateField(_("date of publication"))
    url = url_field(_("web address"))
    digest = models.CharField(max_length=64, db_index=True, editable=False)
    news_key = models.CharField(_("news item identifier"), max_length=100, blank=True, editable=False)
    imported_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, verbose_name=_("imported by"))
    imported_at = models.DateTimeField(_("imported at"), auto_now_add=True)

    class Meta:
        verbose_name = _("imported article")
        verbose_name_plural = _("imported articles")
        ordering = ["-imported_at"]

    def __str__(self):
        return self.title or self.text[:60]
