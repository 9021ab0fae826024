"""Feeds: their content, that feed readers parse them, and that no text can break them."""

import feedparser
import pytest
from django.template import Context, Template

from cooperation.core.records import PublicationState
from cooperation.kinds import FEED, kinds_with
from cooperation.news.models import NewsItem
from tests.factories import (
    make_agreement,
    make_claim,
    make_conference,
    make_french_locality,
    make_locality,
    make_news,
    make_partnership,
    make_secretariat,
    make_succession,
    make_theme,
)
from tests.growth import make_groups, make_hubs

pytestmark = pytest.mark.django_db
KINDS = [kind.section for kind in kinds_with(FEED)]


def read_feed(client, path):
    response = client.get(path)
    assert (response.status_code, response["Content-Type"]) == (200, "application/atom+xml; charset=utf-8")
    feed = feedparser.parse(response.content)
    assert not feed.bozo, feed.bozo_exception
    return feed


def get_titles(feed):
    return {entry.title for entry in feed.entries}


def test_an_agreement_is_told_by_its_status_and_the_reason_for_it(client):
    make_secretariat(name_fr="Secrétariat", name_en="Secretariat")
    agreement = make_agreement(key="hue-rennes", title_fr="Accord Huế – Rennes", title_en="", term_rule="unknown")
    agreement.themes.add(
        make_theme(key="water", name_fr="Eau"), make_theme(key="secret", publication_state=PublicationState.DRAFT)
    )

    feed = read_feed(client, "/fr/agreements.atom?x=1")

    entry = feed.entries[0]
    assert (feed.feed.id, feed.feed.language) == ("http://testserver/fr/agreements.atom", "fr")
    assert (feed.feed.author, feed.feed.rights) == ("Secrétariat", "CC BY 4.0")
    assert (entry.id, entry.link) == ("http://testserver/fr/agreements/hue-rennes/",) * 2
    assert (entry.title, entry.summary) == (
        "Accord Huế – Rennes",
        "Signé, échéance inconnue. Aucune source n’indique la durée de l’accord ni n’en signale la fin.",
    )
    assert [(tag.term, tag.label) for tag in entry.tags] == [("water", "Eau")]


@pytest.mark.parametrize("kind", KINDS)
def test_a_feed_holds_the_newest_change_first(client, kind):
    make_hubs()
    make_groups(2)
    first = NewsItem.objects.order_by("pk").first()
    NewsItem.objects.filter(pk=first.pk).update(updated_at="2040-01-01T00:00:00Z")

    feed = read_feed(client, f"/en/{kind}.atom")

    updated = [entry.updated for entry in feed.entries]
    assert len(updated) > 1
    assert updated == sorted(updated, reverse=True)
    assert feed.feed.updated == updated[0]
    assert kind != "news" or feed.entries[0].title == str(first)


def test_a_title_in_another_language_says_so(client):
    make_news(title_en="", title_vi="Tin mới", summary_fr="Résumé")

    page = client.get("/fr/news.atom").content.decode()

    assert '<title xml:lang="vi">Tin mới</title>' in page
    assert "<summary>Résumé</summary>" in page


def test_control_characters_and_markup_in_a_text_do_not_break_a_feed(client):
    make_secretariat(name_en="Of\x0bfice")
    make_news(title_en="A\x0bB\x1f\ufffe & <b>C</b> ]]>", summary_en="\x08D")
    make_locality(key="vn-x", name_vi="X\x0b & Y")

    news, locality = read_feed(client, "/en/news.atom"), read_feed(client, "/en/localities/vn-x.atom")

    assert "<title>AB &amp; &lt;b&gt;C&lt;/b&gt; ]]&gt;</title>" in client.get("/en/news.atom").content.decode()
    assert (news.entries[0].summary, news.feed.author) == ("D", "Office")
    assert locality.feed.title.startswith("X & Y – ")


def test_an_empty_feed_is_the_same_whenever_it_is_read(client):
    feed = read_feed(client, "/en/agreements.atom")

    assert (feed.entries, feed.feed.updated) == ([], "1996-01-01T00:00:00+00:00")


def test_a_locality_has_in_its_feed_whatever_concerns_it(client):
    old, new, french = make_locality(until="2025-06-30"), make_locality(key="vn-new"), make_french_locality()
    make_succession(old, new)
    inherited = make_agreement(title_en="Inherited", parties=[old, french])
    make_agreement(title_en="Own", parties=[new, french])
    make_agreement(title_en="Of others")
    make_partnership(parties=[new, french])
    make_conference(title_en="Held", place=new)
    make_conference(title_en="Attended").participants.add(new, french)
    make_conference(title_en="Elsewhere", place=french)
    make_claim(new, "mention", "x", item=make_news(title_en="About it"))
    make_claim(inherited, "signed_on", "2023", item=make_news(title_en="About its agreement"))

    feed = read_feed(client, "/en/localities/vn-new.atom")

    partnership_title = f"{new} – {french}"
    assert get_titles(feed) == {"Inherited", "Own", partnership_title, "Held", "Attended", "About it", str(new)}
    assert feed.feed.link == "http://testserver/en/localities/vn-new/"


def test_a_theme_has_its_agreements_and_conferences(client):
    theme = make_theme(key="water")
    make_agreement(title_en="On water").themes.add(theme)
    make_conference(title_en="Of water").themes.add(theme)
    make_agreement(title_en="On trade")

    assert get_titles(read_feed(client, "/en/themes/water.atom")) == {"On water", "Of water"}


@pytest.mark.parametrize(
    "publication_state", [PublicationState.DRAFT, PublicationState.IN_REVIEW, PublicationState.UNPUBLISHED]
)
def test_what_is_not_published_is_in_no_feed(client, publication_state):
    place, theme = make_locality(key="vn-open"), make_theme(key="open")
    agreement = make_agreement(
        title_en="Secret", parties=[place, make_french_locality()], publication_state=publication_state
    )
    agreement.themes.add(theme)
    conference = make_conference(title_en="Secret", place=place, publication_state=publication_state)
    conference.themes.add(theme)
    make_partnership(
        parties=[place, make_french_locality()], publication_state=publication_state, key="secret-partnership"
    )
    make_claim(place, "mention", "x", item=make_news(title_en="Secret", publication_state=publication_state))
    make_locality(name_vi="Secret", key="vn-secret", publication_state=publication_state)
    make_theme(name_en="Secret", key="secret", publication_state=publication_state)

    paths = [*(f"/en/{kind}.atom" for kind in KINDS), "/en/localities/vn-open.atom", "/en/themes/open.atom"]
    texts = [client.get(path).content.decode().lower() for path in [*paths, "/en/feeds/"]]

    assert ["secret" in text.replace("secretariat", "") for text in texts] == [False] * len(texts)
    assert client.get("/en/localities/vn-secret.atom").status_code == 404
    assert client.get("/en/themes/secret.atom").status_code == 404


@pytest.mark.parametrize("language", ["vi", "fr", "en"])
def test_one_page_leads_to_every_feed_and_the_calendar(client, language):
    make_theme(key="water")
    make_locality(key="vn-hue")
    make_french_locality(key="fr-rennes")

    page = client.get(f"/{language}/feeds/").content.decode()

    paths = [
        *(f"{kind}.atom" for kind in KINDS),
        "themes/water.atom",
        "localities/vn-hue.atom",
        "localities/fr-rennes.atom",
        "calendar.ics",
    ]
    assert [path for path in paths if f'href="/{language}/{path}"' not in page] == []
    assert {client.get(f"/{language}/{path}").status_code for path in paths} == {200}


def test_a_feed_is_only_read(client):
    assert client.post("/en/news.atom").status_code == 405
    assert client.post("/en/calendar.ics").status_code == 405


def test_the_head_of_a_page_may_tell_of_its_feed():
    tag = Template('{% feed_link title "feed-locality" "vn-hue" %}').render(Context({"title": "Huế & Rennes"}))

    assert tag.strip().split("\n")[-1] == (
        '<link rel="alternate" type="application/atom+xml" title="Huế &amp; Rennes" href="/en/localities/vn-hue.atom">'
    )
