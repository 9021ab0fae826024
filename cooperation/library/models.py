from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from cooperation.core.fields import language_field, percent_field
from cooperation.core.localized_text import localized
from cooperation.core.parts import Part
from cooperation.core.records import RECORD_PERMISSIONS, Record

from .fields import StoredImageField
from .organisations import Organisation
from .pictures import CARD, WHOLE, Picture

__all__ = ["Document", "Organisation", "Page", "Photo", "Secretariat", "Theme", "ThemeGoal"]

SHA256_LENGTH = 64


class RecordWithFile(Record):
    """Abstract base for records with a file, which the attribute `file_field` names."""

    file_field = "file"

    class Meta:
        abstract = True

    def warnings(self):
        file = getattr(self, self.file_field)
        is_missing = bool(file) and not file.storage.exists(file.name)
        return [_("The file of this record is missing. Upload it again.")] if is_missing else []


class Theme(Record):
    """A field of cooperation, such as water or heritage."""

    name = models.CharField(_("name"), max_length=120)
    description = models.TextField(_("description"), blank=True)

    title_field = "name"

    class Meta:
        default_permissions = RECORD_PERMISSIONS
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        ordering = ["key"]

    def get_absolute_url(self):
        return reverse("overview:theme", args=[self.key])


class ThemeGoal(Part):
    """One of the 17 Sustainable Development Goals that a theme serves."""

    theme = models.ForeignKey(Theme, models.CASCADE, related_name="goals", verbose_name=_("topic"))
    goal = models.PositiveSmallIntegerField(
        _("Sustainable Development Goal"), validators=[MinValueValidator(1), MaxValueValidator(17)]
    )

    owner = "theme"
    natural_lookups = ["theme__key", "goal"]

    class Meta:
        verbose_name = _("Sustainable Development Goal")
        verbose_name_plural = _("Sustainable Development Goals")
        ordering = ["goal"]
        constraints = [
            models.UniqueConstraint(fields=["theme", "goal"], name="unique_theme_goal"),
            models.CheckConstraint(name="goal_between_1_and_17", condition=models.Q(goal__gte=1, goal__lte=17)),
        ]

    def __str__(self):
        return str(self.goal)


class Photo(RecordWithFile):
    """An image with its alternative text, caption, credit and renditions."""

    image = StoredImageField(
        _("image"),
        upload_to="photos/%Y/",
        width_field="width",
        height_field="height",
        help_text=_("JPEG, PNG, WebP or HEIC. Location and other hidden metadata are removed."),
    )
    width = models.PositiveIntegerField(_("width"), editable=False, default=0)
    height = models.PositiveIntegerField(_("height"), editable=False, default=0)
    alternative_text = models.CharField(
        _("alternative text"),
        max_length=250,
        help_text=_("Describe the image for people who cannot see it. The photo cannot be published without this."),
    )
    caption = models.CharField(_("caption"), max_length=300, blank=True)
    credit = models.CharField(_("credit"), max_length=200, blank=True)
    title_field = "alternative_text"
    file_field = "image"

    focus_x = percent_field(_("focal point, from the left (%)"))
    focus_y = percent_field(
        _("focal point, from the top (%)"), help_text=_("The point that stays visible when the picture is cropped.")
    )
    renditions = models.JSONField(_("resized versions"), default=dict, blank=True, editable=False)

    class Meta:
        default_permissions = RECORD_PERMISSIONS
        verbose_name = _("photo")
        verbose_name_plural = _("photos")
        ordering = ["-created_at", "key"]

    def publication_blockers(self):
        if not localized(self, "alternative_text").text:
            return [_("It has no alternative text in any language.")]
        return []

    @property
    def whole(self):
        return Picture(self, WHOLE)

    @property
    def card(self):
        """Cropped around its focal point."""
        return Picture(self, CARD)


class Document(RecordWithFile):
    """A file that the secretariat holds, such as the text of an agreement."""

    title = models.CharField(_("title"), max_length=300)
    file = models.FileField(
        _("file"),
        upload_to="documents/%Y/",
        help_text=_("PDF, Word (docx), OpenDocument (odt), Excel (xlsx), plain text or an image. No macros."),
    )
    language = language_field(_("language"), help_text=_("The language that the document is written in."))
    size = models.PositiveBigIntegerField(_("size in bytes"), default=0, editable=False)
    sha256 = models.CharField("SHA-256", max_length=SHA256_LENGTH, blank=True, editable=False)

    class Meta:
        default_permissions = RECORD_PERMISSIONS
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        ordering = ["key"]


class Page(Record):
    """A plain page: about the register, legal notice, accessibility statement."""

    title = models.CharField(_("title"), max_length=200)
    body = models.TextField(
        _("text"), blank=True, help_text=_("Markdown: **bold**, *italic*, [link](https://…), ## heading.")
    )

    class Meta:
        default_permissions = RECORD_PERMISSIONS
        verbose_name = _("page")
        verbose_name_plural = _("pages")
        ordering = ["key"]

    def get_absolute_url(self):
        return reverse("library:page", args=[self.key])


class Secretariat(Part):
    """The secretariat that keeps the register: a table of a single row."""

    key = models.SlugField(_("identifier"), default="secretariat", unique=True, editable=False)
    name = models.CharField(_("name"), max_length=200)
    address = models.CharField(_("address"), max_length=300, blank=True)
    email = models.EmailField(_("email"), blank=True)
    telephone = models.CharField(_("phone number"), max_length=40, blank=True)
    data_licence = models.CharField(
        _("data licence"),
        max_length=200,
        default="CC BY 4.0",
        help_text=_("Shown with every data download."),
    )

    natural_lookups = ["key"]

    class Meta:
        verbose_name = _("secretariat")
        verbose_name_plural = _("secretariat")
        constraints = [models.CheckConstraint(name="only_one_secretariat", condition=models.Q(key="secretariat"))]

    def __str__(self):
        return localized(self, "name").text or self.key
