from django.utils.translation import gettext as _

from cooperation.core.social_pictures import Face, face
from cooperation.core.wording_of_dates import in_words

from .models import NewsItem


@face.register
def news_item(record: NewsItem, day):
    publisher = record.publisher or (_("Publisher not known") if record.original_language else "")
    said = [part for part in [publisher, in_words(record.appeared_on)] if part]
    return Face(", ".join(said), [("", str(record))])
