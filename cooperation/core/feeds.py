"""Atom as the register writes it: whatever stands in a text, each text in its own language."""

import datetime as dt
from typing import NamedTuple

from django.utils.feedgenerator import Atom1Feed, rfc3339_date
from django.utils.xmlutils import SimplerXMLGenerator

from .languages import NOTHING, Wording
from .plain_text import readable

#: When a feed without any entry was last changed: the year of the first conference.
NOTHING_YET = dt.datetime(1996, 1, 1, tzinfo=dt.UTC)


class Entry(NamedTuple):
    """A record as a feed tells it."""

    record: object
    title: Wording
    summary: Wording = NOTHING
    themes: tuple = ()

    @property
    def published(self):
        return self.record.published_at or self.record.created_at

    @property
    def updated(self):
        return max(self.record.updated_at, self.published)


class ReadableXML(SimplerXMLGenerator):
    """Leaves out the characters that no XML can hold; one of them would take the whole feed away."""

    def characters(self, content):
        super().characters(readable(content))

    def startElement(self, name, attrs):  # noqa: N802 -- the parser's own name
        super().startElement(name, {key: readable(value) for key, value in attrs.items()})


class AtomFeed(Atom1Feed):
    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        self.feed["id"] = self.feed["feed_url"]  # the page's address is the id of an entry elsewhere

    def write(self, outfile, encoding):
        handler = ReadableXML(outfile, encoding, short_empty_elements=True)
        handler.startDocument()
        handler.startElement("feed", self.root_attributes())
        self.add_root_elements(handler)
        self.write_items(handler)
        handler.endElement("feed")

    def latest_post_date(self):
        return super().latest_post_date() if self.items else NOTHING_YET

    def add_item_elements(self, handler, item):
        entry = item["entry"]
        handler.addQuickElement("id", item["unique_id"])
        self.add_wording(handler, "title", entry.title)
        handler.addQuickElement("link", "", {"rel": "alternate", "type": "text/html", "href": item["link"]})
        handler.addQuickElement("published", rfc3339_date(entry.published))
        handler.addQuickElement("updated", rfc3339_date(entry.updated))
        if entry.summary.text:
            self.add_wording(handler, "summary", entry.summary)
        for theme in entry.themes:
            handler.addQuickElement("category", "", {"term": theme.key, "label": str(theme)})

    def add_wording(self, handler, name, wording):
        foreign = wording.language not in ("", self.feed["language"])
        handler.addQuickElement(name, wording.text, {"xml:lang": wording.language} if foreign else {})
