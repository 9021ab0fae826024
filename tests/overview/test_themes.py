"""The pages of themes: the records that they list, and that drafts appear on none."""

import datetime as dt

import pytest

from cooperation.core.dates import AsOf
from cooperation.core.records import PublicationState
from cooperation.library.goals import NAMES
from cooperation.library.models import ThemeGoal
from cooperation.overview.themes import build_theme_summary, count_by_theme
from events.models import Commitment, Session
from tests.factories import (
    make_agreement,
    make_claim,
    make_conference,
    make_french_locality,
    make_locality,
    make_news,
    make_partnership,
    make_theme,
)

pytestmark = pytest.mark.django_db
AS_OF = AsOf(dt.date(2026, 11, 22))


def page(client, theme, query=""):
    return client.get(f"/en/themes/{theme.key}/{query}").content.decode()


def test_a_theme_gathers_its_agreements_their_parties_and_partnerships():
    theme, city, town = make_theme(), make_locality(), make_french_locality()
    partnership = make_partnership(parties=[city, town])
    agreement = make_agreement(parties=[city, town], partnership=partnership)
    agreement.themes.add(theme)
    make_agreement()

    summary = build_theme_summary(theme, AS_OF)

    assert (summary.total, summary.agreements, summary.partnerships) == (1, [agreement], [partnership])
    assert set(summary.localities) == {city, town}
    assert [row.values for row in summary.by_year.rows if row.key == "2023"] == [[1]]


def test_a_theme_gathers_what_each_conference_said_of_it():
    theme, detailed, named = make_theme(), make_conference(number=12), make_conference(number=13)
    session = Session.objects.create(conference=detailed, order=1, theme=theme, title_en="Water")
    commitment = Commitment.objects.create(conference=detailed, order=1, theme=theme, text_en="We keep it clean.")
    named.themes.add(theme)
    make_conference(publication_state=PublicationState.DRAFT).themes.add(theme)

    assert [tuple(row) for row in build_theme_summary(theme, AS_OF).conferences] == [
        (named, [], []),
        (detailed, [session], [commitment]),
    ]


def test_reports_that_tell_of_it_are_its_sources():
    theme, conference, agreement = make_theme(key="water"), make_conference(), make_agreement()
    agreement.themes.add(theme)
    of_session = make_claim(conference, "sessions", "water").news_item
    of_agreement = make_claim(agreement, "signed_on", "2023", item=make_news(appeared_on="2024")).news_item
    make_claim(conference, "sessions", "health")
    make_claim(conference, "sessions", "water", item=make_news(publication_state=PublicationState.DRAFT))

    assert build_theme_summary(theme, AS_OF).news == [of_agreement, of_session]


def test_goals_are_told_in_words(client):
    theme = make_theme()
    ThemeGoal.objects.create(theme=theme, goal=6)

    assert "Goal 6: Clean water and sanitation" in page(client, theme)
    assert sorted(NAMES) == list(range(1, 18))


def test_drafts_appear_on_no_theme(client):
    theme = make_theme()
    make_agreement(publication_state=PublicationState.DRAFT, title_en="Secret").themes.add(theme)
    hidden = make_locality(publication_state=PublicationState.DRAFT, name_vi="Bí mật")
    make_agreement(parties=[hidden, make_french_locality()]).themes.add(theme)
    draft = make_conference(publication_state=PublicationState.DRAFT, title_en="Secret")
    Session.objects.create(conference=draft, order=1, theme=theme, title_en="Secret")

    assert not {"Secret", "Bí mật"} & set(page(client, theme).replace("<", " ").split())
    assert "Bí mật" not in page(client, theme)
    assert client.get(f"/en/themes/{make_theme(publication_state=PublicationState.DRAFT).key}/").status_code == 404


def test_the_list_counts_what_each_theme_has(client):
    theme, empty = make_theme(name_en="Alpha"), make_theme(name_en="Beta")
    for _ in range(2):
        make_agreement().themes.add(theme)
    make_agreement(publication_state=PublicationState.DRAFT).themes.add(empty)
    make_theme(publication_state=PublicationState.DRAFT)

    assert list(client.get("/en/themes/").context["object_list"]) == [theme, empty]
    assert {key: tuple(counts) for key, counts in count_by_theme(AS_OF).items()} == {
        theme.pk: (2, 0, 0),
        empty.pk: (0, 0, 0),
    }


def test_a_theme_on_an_earlier_day_has_what_was_signed_by_then(client):
    theme = make_theme()
    make_agreement(signed_on="2023", title_en="Later").themes.add(theme)

    assert "Later" not in page(client, theme, "?on=2020-01-01")
    assert build_theme_summary(theme, AsOf(*[dt.date(2020, 1, 1)] * 2)).total == 0
    assert client.get(f"/en/themes/{theme.key}/?on=x").status_code == 400
