from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from cooperation.article_reader import reader
from cooperation.desk.models import ImportedArticle

from .recognition import digest

MAX_LENGTH = 200_000  # characters; the reader takes a second or two for these
MAX_FILE_SIZE = 5_000_000  # bytes; saved pages contain more than their text


def build_too_long_error():
    message = _("The article must be %(limit)s characters or fewer.")
    return ValidationError(message, params={"limit": f"{MAX_LENGTH:,}".replace(",", "\u00a0")})


class ArticleImportForm(forms.ModelForm):
    """An article as pasted text or as a file. Its URL is stored and never fetched."""

    text = forms.CharField(
        label=_("article text"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 14}),
        help_text=_("Paste the whole article, including headline and date. Only staff can see it."),
    )
    url = forms.URLField(
        label=_("web address"),
        required=False,
        assume_scheme="https",
        max_length=500,
        help_text=_("Link to the article. We store it but do not open it."),
    )
    file = forms.FileField(
        label=_("or upload a file"),
        required=False,
        help_text=_("A saved page (HTML), a Word document (.docx) or plain text."),
    )

    class Meta:
        model = ImportedArticle
        fields = ["text", "file", "url", "publisher", "appeared_on", "language"]
        help_texts = {
            "publisher": _("Leave blank to take it from the text, if the text gives it."),
            "appeared_on": _("Leave blank to take it from the text. Dates without a year use this year."),
            "language": _("Leave blank to detect it."),
        }

    def clean(self):
        cleaned = super().clean()
        text, file = cleaned.get("text", "").strip(), cleaned.get("file")
        if not text and not file:
            raise ValidationError(_("Paste the text of an article or upload a file."))
        if len(text) > MAX_LENGTH or (file and file.size > MAX_FILE_SIZE):
            raise build_too_long_error()
        try:
            article = reader.read_bytes(file.read(), file.name) if file else reader.read_text(text)
        except reader.UnreadableArticle as error:
            message = _(
                "This could not be read as an article (%(reason)s). Paste the text, or save the page as HTML and "
                "upload it."
            )
            raise ValidationError(message, params={"reason": error}) from error
        if len(article.full_text()) > MAX_LENGTH:
            raise build_too_long_error()
        self.instance.text = text or article.full_text()
        self.instance.digest = digest(article.full_text())
        self.instance.title = (article.title or "")[:300]
        self.instance.author = (article.author or "")[:200]
        cleaned["publisher"] = cleaned.get("publisher") or (article.publisher or "")[:200]
        cleaned["appeared_on"] = cleaned.get("appeared_on") or (article.published or "")[:10]
        cleaned["language"] = cleaned.get("language") or article.language
        cleaned["text"] = self.instance.text
        return cleaned

    def find_earlier_import(self):
        """An earlier import of the same article, with the same digest or URL; None if there is none."""
        same = ImportedArticle.objects.filter(digest=self.instance.digest)
        if self.cleaned_data.get("url"):
            same |= ImportedArticle.objects.filter(url=self.cleaned_data["url"])
        return same.exclude(pk=self.instance.pk).first()
