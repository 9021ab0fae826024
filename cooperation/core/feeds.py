"""Atom feeds: valid XML whatever characters a text contains, and `xml:lang` on texts in another language."""

import datetime as dt
from typing import NamedTuple

from django.utils.feedgenerator import Atom1Feed, rfc3339_date
from django.utils.xmlutils import SimplerXMLGenerator

from .localized_text import EMPTY_TEXT, LocalizedText
from .plain_text import strip_control_chars

#: The `updated` date of a feed without entries: the year of the first conference.
EMPTY_FEED_UPDATED = dt.datetime(1996, 1, 1, tzinfo=dt.UTC)


class FeedEntry(NamedTuple):
    """A record as an entry of a feed."""

    record: object
    title: LocalizedText
    summary: LocalizedText = EMPTY_TEXT
    themes: tuple = ()

    @property
    def published(self):
        return self.record.published_at or self.record.created_at

    @property
    def updated(self):
        return max(self.record.updated_at, self.published)


class SafeXMLGenerator(SimplerXMLGenerator):
    """Omits characters that are not allowed in XML; a single one would make the whole feed unreadable."""

    def characters(self, content):
        super().characters(strip_control_chars(content))

    def startElement(self, name, attrs):  # noqa: N802 -- name of the base class's method
        super().startElement(name, {key: strip_control_chars(value) for key, value in attrs.items()})


class AtomFeed(Atom1Feed):
    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        # Django's default is the URL of the page, which is the id of an entry in other feeds.
        self.feed["id"] = self.feed["feed_url"]

    def write(self, outfile, encoding):
        handler = SafeXMLGenerator(outfile, encoding, short_empty_elements=True)
        handler.startDocument()
        handler.startElement("feed", self.root_attributes())
        self.add_root_elements(handler)
        self.write_items(handler)
        handler.endElement("feed")

    def latest_post_date(self):
        return super().latest_post_date() if self.items else EMPTY_FEED_UPDATED

    def add_item_elements(self, handler, item):
        entry = item["entry"]
        handler.addQuickElement("id", item["unique_id"])
        self.add_localized(handler, "title", entry.title)
        handler.addQuickElement("link", "", {"rel": "alternate", "type": "text/html", "href": item["link"]})
        handler.addQuickElement("published", rfc3339_date(entry.published))
        handler.addQuickElement("updated", rfc3339_date(entry.updated))
        if entry.summary.text:
            self.add_localized(handler, "summary", entry.summary)
        for theme in entry.themes:
            handler.addQuickElement("category", "", {"term": theme.key, "label": str(theme)})

    def add_localized(self, handler, name, localized):
        foreign = localized.language not in ("", self.feed["language"])
        handler.addQuickElement(name, localized.text, {"xml:lang": localized.language} if foreign else {})
