"""Nothing hidden is told: a word that stands in every text of hidden records is looked for behind every public door.

Hidden records of every kind stand in every relation to public ones. A crawl follows all links from the home pages, the
API, the sitemaps and the open data, in three languages and on past dates, and opens archives and workbooks.
"""

import io
import re
import zipfile

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from cooperation.core.localized_text import columns, translated_fields
from cooperation.core.records import PublicationState
from cooperation.desk.models import ImportedArticle
from cooperation.kinds import KINDS
from cooperation.library.models import Document
from cooperation.library.renditions import get_rendition_files, make_renditions
from cooperation.news.models import Decision
from events.models import Commitment, Session, Speaker
from localities.models import AgreementSuccession, Locality
from tests.factories import (
    make_agreement,
    make_claim,
    make_conference,
    make_french_locality,
    make_locality,
    make_news,
    make_page,
    make_partnership,
    make_photo,
    make_picture,
    make_secretariat,
    make_succession,
    make_theme,
)
from tests.site.crawler import Crawl
from tests.site.page_types import LANGUAGES

pytestmark = [pytest.mark.django_db, pytest.mark.slow, pytest.mark.one_database]
CANARY = "zzyzx"
LURE = "qwghlm"  # stands beside the canary: looked for, so that answers do not repeat the canary itself
QUERIES = [LURE, f"{LURE}-place", "neighbour"]
SECTIONS = [kind.section for kind in KINDS]


def texts(model):
    """The canary in every translated text of a record."""
    return {name: f"{LURE} {CANARY} {name}" for name in columns(*translated_fields(model))}


def make_hidden_records(state):
    """{kind: hidden record}, each in every relation to public records."""
    hidden = {"publication_state": state}
    north, south = make_locality(key="vn-neighbour", name_vi="Neighbour"), make_french_locality(key="fr-neighbour")
    place = make_locality(key=f"vn-{CANARY}", **texts(Locality), **hidden)
    theme = make_theme(key=f"{CANARY}-theme", name_en=f"{LURE} {CANARY} theme", **hidden)
    image = ContentFile(make_picture(), name=f"{CANARY}.jpg")
    photo = make_photo(
        image=image, key=f"{CANARY}-photo", alternative_text_en=f"{LURE} {CANARY} photo", caption_en=CANARY, **hidden
    )
    make_renditions(photo)
    document = Document.objects.create(
        key=f"{CANARY}-text",
        title_en=f"{LURE} {CANARY} text",
        file=ContentFile(b"Text.", name=f"{CANARY}.txt"),
        **hidden,
    )
    conference = make_conference(number=99, title_en=f"{LURE} {CANARY} conference", place=place, **hidden)
    partnership = make_partnership(key=f"{CANARY}-partnership", parties=[place, south], description_en=CANARY, **hidden)
    earlier = make_agreement(
        key=f"{CANARY}-agreement",
        title_en=f"{LURE} {CANARY} agreement",
        parties=[place, south],
        conference=conference,
        **hidden,
    )
    page = make_page(key=f"{CANARY}-page", title_en=f"{LURE} {CANARY} page", **hidden)
    item = make_news(key=f"{CANARY}-news", title_en=f"{LURE} {CANARY} news", publisher=f"{CANARY} press", **hidden)

    make_succession(place, north, legal_act_en=f"{CANARY} act")
    make_succession(make_locality(until="2025-06-30"), place, legal_act_en=f"{CANARY} act")
    make_succession(north, make_locality(key=f"vn-{CANARY}-later", name_vi=f"{CANARY} later", **hidden))
    AgreementSuccession.objects.create(
        predecessor=place, successor=north, effective_on="2025-07-01", legal_act_en=f"{CANARY} law", note_en=CANARY
    )
    Locality.objects.filter(pk=north.pk).update(parent=place)
    agreement = make_agreement(
        key="neighbour-agreement",
        parties=[north, place, south],
        conference=conference,
        partnership=partnership,
        earlier_agreement=earlier,
        relation_type="renews",
    )
    agreement.texts.create(order=1, document=document)
    later = make_agreement(key=f"{CANARY}-later", earlier_agreement=agreement, relation_type="renews", **hidden)
    shared = make_partnership(key="neighbour-partnership", parties=[north, south, place])
    held = make_conference(number=7, place=place)
    held.participants.set([place, north])
    held.hosts.set([place])
    held.documents.set([document])
    Session.objects.create(conference=held, order=1, title_en="Session", theme=theme)
    Commitment.objects.create(conference=held, order=1, text_en="Point", theme=theme)
    Speaker.objects.create(conference=held, order=1, name="Speaker", locality=place)
    report = make_news(key="neighbour-news", title_en="Neighbour news", unrecorded_signings=f"{CANARY} reason")
    for record in (agreement, held):
        record.themes.set([theme])
    for record in (agreement, shared, held, report, north):
        record.photos.set([photo])
        make_claim(record, "mention", CANARY, item=item) if record is not report else None
    for record in (place, earlier, conference, partnership):
        make_claim(record, "mention", record.key, item=report, passage_en=f"{CANARY} passage")
    made = {"item": report, "passage_en": "It says so."}
    make_claim(agreement, "parties", place.key, **made)
    make_claim(held, "place", place.key, **made)
    make_claim(held, "participants", place.key, **made)
    make_claim(held, "sessions", theme.key, **made)
    make_claim(agreement, "conference", CANARY, item=report, decision=Decision.REJECTED)
    make_claim(agreement, "signed_on", "2020", passage_en=f"{CANARY} rejected", item=report, decision=Decision.REJECTED)
    image = ContentFile(make_picture(), name=f"{CANARY}-of-drafts.jpg")
    only_shown_by_drafts = make_photo(image=image, key="shown-by-drafts", alternative_text_en="Shown by drafts")
    earlier.photos.set([only_shown_by_drafts])
    ImportedArticle.objects.create(text=f"{CANARY} article", digest="x", language="en")
    records = [place, theme, photo, document, conference, partnership, earlier, page, item]
    assert {record.record_kind() for record in records} == {kind.name for kind in KINDS}
    return [*records, later], [
        photo.image.name,
        document.file.name,
        *get_rendition_files(photo),
        only_shown_by_drafts.image.name,
    ]


class CanaryCrawl(Crawl):
    """Visits every public door; `finds` has (path, what stands around the canary)."""

    def __init__(self, client, starts, max_finds=1000):
        self.finds, self.max_finds = [], max_finds
        super().__init__(client, starts)

    def visit(self, page, link, path):
        if len(self.finds) >= self.max_finds:
            return
        response = self.client.get(path, follow=True)
        content = b"".join(response.streaming_content) if response.streaming else response.content
        text = unpack(content)
        match = re.search(CANARY, text, re.IGNORECASE)
        if match:
            self.finds.append((path, text[max(0, match.start() - 60) : match.end() + 40]))
        super().visit(page, link, path)


def unpack(content):
    """A response as text; of an archive or workbook, the texts in it."""
    if not content.startswith(b"PK"):
        return content.decode(errors="replace")
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return "\n".join(archive.read(name).decode(errors="replace") for name in archive.namelist())


def find_doors():
    """The addresses from which a crawl reaches everything, and those that nothing links to."""
    doors = ["/sitemap.xml", "/robots.txt", "/api/", "/api/schema/", "/data/catalogue.jsonld", "/data/register.zip"]
    for query in QUERIES:
        doors += [f"/api/search/?q={query}", *(f"/{code}/search/suggestions/?q={query}" for code in LANGUAGES)]
        doors += [f"/{code}/search/?q={query}" for code in LANGUAGES]
        doors += [f"/en/{section}/?q={query}" for section in ("agreements", "localities", "conferences", "news")]
    for section in SECTIONS:
        doors += [f"/api/{section}/?page_size=100", f"/api/{section}/?on=2024-01-01"]
    for code in LANGUAGES:
        pages = ["", "agreements/", "localities/", "conferences/", "partnerships/", "map/", "timeline/", "figures/"]
        doors += [f"/{code}/{page}{date}" for page in pages for date in ("", "?on=2024-01-01", "?on=2026-01-01")]
        doors += [f"/{code}/{name}" for name in ("calendar.ics", "localities.geojson", "feeds/", "data/")]
    return doors


def hidden_urls(records, files):
    """The addresses of the hidden records and of their files; each is to answer that there is nothing."""
    urls = [f"/media/{name}" for name in files]
    for record in records:
        section = next(kind.section for kind in KINDS if kind.name == record.record_kind())
        urls += [f"/api/{section}/{record.key}/", f"/en/pictures/{record.record_kind()}/{record.key}.png"]
        urls += [
            f"/{code}/{section}/{record.key}/{rest}"
            for code in LANGUAGES
            for rest in ("", "cite.bib", "?on=2024-01-01")
        ]
        urls += [f"/en/{section}/{record.key}.{ending}" for ending in ("atom", "ics", "json", "csv")]
    return urls


def test_no_door_tells_anything_of_a_hidden_record(client, settings):
    settings.VERSION_CACHE = True
    make_secretariat()
    for key in ("about", "status", "accessibility", "legal"):
        make_page(key=key)
    records, files = make_hidden_records(PublicationState.DRAFT)
    assert all(default_storage.exists(name) for name in files)

    crawl = CanaryCrawl(client, find_doors())

    assert crawl.finds == []
    assert {status for _page, _link, status in crawl.dead_links} <= {400, 404}
    assert len(crawl.seen) > 300
    for state in (PublicationState.DRAFT, PublicationState.IN_REVIEW, PublicationState.UNPUBLISHED):
        for record in records:
            type(record).objects.filter(pk=record.pk).update(publication_state=state)
        answers = {url: client.get(url).status_code for url in hidden_urls(records, files)}
        assert set(answers.values()) == {404}, answers


def test_the_crawl_finds_a_planted_leak(client, monkeypatch):
    make_hidden_records(PublicationState.DRAFT)
    monkeypatch.setattr(Locality, "is_public", True)

    crawl = CanaryCrawl(client, find_doors(), max_finds=1)

    assert crawl.finds
