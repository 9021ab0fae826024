"""Importing articles: proposals with their positions in the text; accepted ones become drafts and claims only."""

import re
from pathlib import Path

import pytest
from django.contrib.auth import get_user_model
from django.core.files.uploadedfile import SimpleUploadedFile
from lxml.html import fromstring

from cooperation.agreements.models import Agreement, Partnership
from cooperation.core.records import PublicationState
from cooperation.desk.models import ImportedArticle
from cooperation.news.models import Claim, NewsItem
from events.models import Conference
from localities.models import Locality

pytestmark = pytest.mark.django_db
RETOLD = Path(__file__).resolve().parents[1] / "seeds" / "articles"
ARTICLE = "\n\n".join(  # noqa: FLY002 -- one paragraph a line
    [
        "Sơn La et Bordeaux signent",
        "Le 12 mars 2024",
        (
            "Sơn La (VNA) - La province de Sơn La (Vietnam) et la ville de Bordeaux (France) ont signé un accord de "
            "coopération le 11 mars 2024 à Bordeaux."
        ),
        (
            "La province de Yên Bái et le département du Val-de-Marne ont signé un accord de coopération "
            "le 15 avril 2023, lors des 12es Assises de la coopération décentralisée franco-vietnamienne, "
            "qui se sont tenues à Hanoï du 14 au 16 avril 2023."
        ),
    ]
)


def read(client, text=ARTICLE, language="en", **values):
    return client.post(f"/{language}/admin/read/", {"text": text} | values, follow=True)


def get_form_values(page):
    """The values that a browser submits from the page of proposals as it is."""
    [form] = fromstring(page.content.decode()).find_class("check")
    return dict(form.form_values())


def check(client, page, **values):
    return client.post(page.request["PATH_INFO"], get_form_values(page) | values, follow=True)


def match(page):
    return [
        (
            subject.kind,
            subject.title,
            subject.match.value,
            [(value.fact, value.value, value.match.value) for value in subject.values],
        )
        for subject in page.context["subjects"]
        if subject.kind in ("agreement", "conference")
    ]


@pytest.mark.usefixtures("archive")
def test_proposals_tell_what_is_new_what_agrees_and_what_differs(admin_client):
    page = read(admin_client)

    assert match(page) == [
        (
            "conference",
            "12th Viet Nam–France decentralised cooperation conference",
            "existing",
            [
                ("starts_on", "2023-04-14", "differs"),
                ("ends_on", "2023-04-16", "agrees"),
                ("place", "vn-ha-noi", "agrees"),
            ],
        ),
        (
            "agreement",
            "Sơn La – Bordeaux",
            "new",
            [
                ("parties", "vn-son-la", "claim"),
                ("parties", "fr-bordeaux", "claim"),
                ("kind", "cooperation_agreement", "claim"),
                ("signed_on", "2024-03-11", "claim"),
                ("signature_place", "fr-bordeaux", "claim"),
            ],
        ),
        (
            "agreement",
            "Yên Bái – Val-de-Marne",
            "existing",
            [
                ("parties", "vn-yen-bai", "claim"),
                ("parties", "fr-val-de-marne", "claim"),
                ("kind", "cooperation_agreement", "agrees"),
                ("signed_on", "2023-04-15", "agrees"),
                ("conference", "12", "agrees"),
                ("signature_place", "vn-ha-noi", "claim"),
            ],
        ),
    ]


@pytest.mark.usefixtures("archive")
def test_every_value_is_highlighted_where_it_was_read(admin_client):
    html = read(admin_client).content.decode()

    marks = dict(re.findall(r'<mark\s+id="read-(\d+)">([^<]+)<', html))
    assert {"14 au 16 avril 2023", "11 mars 2024", "15 avril 2023"} <= {
        text.removeprefix("du ").removeprefix("le ") for text in marks.values()
    }
    assert all(f'id="value-{number}"' in html for number in marks)


@pytest.mark.usefixtures("archive")
def test_what_is_ticked_becomes_drafts_and_claims_and_nothing_else_changes(admin_client):
    before = {
        model: list(model.objects.order_by("pk").values()) for model in [Agreement, Conference, Partnership, Locality]
    }

    page = check(admin_client, read(admin_client, publisher="VNA", url="https://example.org/a"))

    item = NewsItem.objects.get(publisher__key="vna")
    assert (item.publication_state, item.original_title, item.original_url, item.body_fr or "") == (
        PublicationState.DRAFT,
        "Sơn La et Bordeaux signent",
        "https://example.org/a",
        "",
    )
    for model, rows in before.items():
        assert list(model.objects.filter(pk__in=[row["id"] for row in rows]).order_by("pk").values()) == rows
    draft = Agreement.objects.get(publication_state=PublicationState.DRAFT)
    assert [str(row) for row in draft.parties.all()] == ["Sơn La", "Bordeaux"]
    assert (draft.signed_on, draft.kind) == ("2024-03-11", "cooperation_agreement")
    assert (draft.signature_place_fr, draft.signature_place_en) == ("Bordeaux", "")
    assert set(Locality.objects.filter(publication_state=PublicationState.DRAFT).values_list("key", flat=True)) == {
        "fr-bordeaux",
    }
    claims = set(item.claims.values_list("subject_kind", "fact", "value", "decision"))
    assert {
        ("conference", "starts_on", "2023-04-14", "reported"),
        ("agreement", "signed_on", "2023-04-15", "accepted"),
    } <= claims
    assert not any(
        ARTICLE[60:120] in claim.passage_fr for claim in Claim.objects.filter(news_item=item).exclude(passage_fr=None)
    )
    assert "Nothing has been published." in page.content.decode()


@pytest.mark.usefixtures("archive")
def test_staff_correct_a_value_and_reject_another(admin_client):
    page = read(admin_client)
    [signing] = [
        value
        for subject in page.context["subjects"]
        if subject.title.startswith("Sơn La")
        for value in subject.values
        if value.fact == "signed_on"
    ]
    sent = get_form_values(page) | {f"{signing.name}-words": "2024-03"}
    values = [value for subject in page.context["subjects"] for value in subject.values]
    [rejected] = [value for value in values if value.fact == "starts_on"]
    sent.pop(rejected.name)
    [party] = [value for value in values if (value.fact, value.value) == ("parties", "fr-bordeaux")]
    sent[f"{party.name}-words"] = "fr-lille"

    admin_client.post(page.request["PATH_INFO"], sent)

    draft = Agreement.objects.get(publication_state=PublicationState.DRAFT)
    assert (draft.signed_on, draft.title_fr) == ("2024-03", "Accord de coopération Lille – Sơn La (2024)")
    assert not Claim.objects.filter(news_item__publication_state=PublicationState.DRAFT, fact="starts_on").exists()


@pytest.mark.usefixtures("archive")
def test_a_correction_that_is_no_date_is_refused_and_nothing_is_written(admin_client):
    page = read(admin_client)
    [signing] = [
        value
        for subject in page.context["subjects"]
        if subject.title.startswith("Sơn La")
        for value in subject.values
        if value.fact == "signed_on"
    ]

    response = check(admin_client, page, **{f"{signing.name}-words": "soon"})

    assert response.status_code == 400
    assert "“soon” is not a date" in response.content.decode()
    assert not NewsItem.objects.filter(publication_state=PublicationState.DRAFT).exists()


@pytest.mark.usefixtures("archive")
def test_an_unticked_record_is_not_drafted(admin_client):
    page = read(admin_client)
    sent = {name: value for name, value in get_form_values(page).items() if not name.startswith("subject-")}

    admin_client.post(page.request["PATH_INFO"], sent)

    assert not Agreement.objects.filter(publication_state=PublicationState.DRAFT).exists()


@pytest.mark.usefixtures("archive")
def test_the_same_article_twice_is_recognised_and_makes_no_second_drafts(admin_client):
    first = read(admin_client)
    check(admin_client, first)

    again = read(admin_client, ARTICLE.upper().replace("\n\n", "\n\n\n"))

    assert again.request["PATH_INFO"] == first.request["PATH_INFO"]
    assert "This article has already been imported" in again.content.decode()
    check(admin_client, again)
    assert (
        ImportedArticle.objects.count(),
        NewsItem.objects.filter(publication_state=PublicationState.DRAFT).count(),
    ) == (1, 1)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "en",
            [
                "Paste the text of an article or upload a file.",
                "characters or fewer",
                "could not be read as an article",
            ],
        ),
        ("fr", ["Collez le texte", "trop long", "n’a pas pu être analysé"]),
        ("vi", ["Hãy dán", "quá dài", "Không đọc được"]),
    ],
)
def test_what_cannot_be_read_is_told_in_the_language_of_the_desk(admin_client, language, words):
    binary = SimpleUploadedFile("a.txt", b"\x00\x01\x02")
    answers = [
        read(admin_client, "", language),
        read(admin_client, "dài " * 300_000, language),
        read(admin_client, "", language, file=binary),
    ]

    assert [answer.status_code for answer in answers] == [400] * 3
    assert [expected in answer.content.decode() for expected, answer in zip(words, answers, strict=True)] == [True] * 3
    assert not ImportedArticle.objects.exists()


def test_a_text_that_is_no_article_yields_nothing_and_says_so(admin_client):
    page = read(admin_client, "def main():\n    return 42\n\nprint(main())")

    assert "Nothing was found that belongs in this register." in page.content.decode()


def test_only_staff_who_may_add_news_read_articles(client):
    assert client.get("/en/admin/read/").status_code == 302
    client.force_login(get_user_model().objects.create_user("visitor", is_staff=True))

    assert client.get("/en/admin/read/").status_code == 403


def test_the_pasted_text_is_shown_nowhere_to_the_public(admin_client, client):
    check(admin_client, read(admin_client))
    NewsItem.objects.update(publication_state=PublicationState.PUBLISHED)
    item = NewsItem.objects.get()

    for url in [item.get_absolute_url(), "/api/news/", "/en/search/?q=coopération"]:
        assert "qui se sont tenues" not in client.get(url).content.decode()


@pytest.mark.usefixtures("archive")
@pytest.mark.parametrize(
    ("fact", "words", "message"),
    [
        ("parties", "vn-nowhere", "There is no locality “vn-nowhere” in the register"),
        ("parties", "x" * 300, "This value is too long."),
        ("parties", "fr-bordeaux", "This locality is already a party."),
        ("kind", "pact", "is not one of these"),
    ],
)
def test_a_correction_that_breaks_a_rule_is_told_and_nothing_is_written(admin_client, fact, words, message):
    page = read(admin_client)
    value = next(
        value
        for subject in page.context["subjects"]
        if subject.title.startswith("Sơn La")
        for value in subject.values
        if value.fact == fact
    )

    response = check(admin_client, page, **{f"{value.name}-words": words})

    assert response.status_code == 400
    assert message in response.content.decode()
    assert not NewsItem.objects.filter(publication_state=PublicationState.DRAFT).exists()


@pytest.mark.usefixtures("archive")
def test_a_draft_is_called_in_each_language_as_that_language_does(admin_client):
    text = "Les 14es Assises de la coopération décentralisée franco-vietnamienne se tiendront à Huê en 2029."

    check(admin_client, read(admin_client, text, "vi"))

    conference = Conference.objects.get(number=14)
    assert (conference.title_vi, conference.title_en) == (
        "Hội nghị hợp tác giữa các địa phương Việt\xa0Nam và Pháp lần thứ\xa014",
        "14th Viet Nam–France decentralised cooperation conference",
    )


@pytest.mark.parametrize("name", ["page.html", "page.txt"])
def test_a_file_is_read_as_well_as_a_pasted_text(admin_client, name):
    text = "<p>" + ARTICLE.replace("\n\n", "</p><p>") + "</p>"
    content = f"<html lang=fr><body><article>{text}</article></body></html>" if name.endswith("html") else ARTICLE

    page = read(admin_client, "", file=SimpleUploadedFile(name, content.encode()))

    assert ("agreement", "Sơn La – Bordeaux") in [(subject.kind, subject.title) for subject in page.context["subjects"]]


@pytest.mark.usefixtures("archive")
def test_a_tie_that_stands_is_recognised_and_one_of_other_parties_is_new(admin_client):
    text = (
        "La ville de Hanoï (Vietnam) et la région Île-de-France (France) coopèrent depuis 1989.\n\n"
        "La province de Lào Cai (Vietnam) et la ville de Toulouse (France) coopèrent depuis 2010."
    )

    page = read(admin_client, text)

    partnerships = [subject for subject in page.context["subjects"] if subject.kind == "partnership"]
    assert [(subject.key if subject.record else "", subject.match.value) for subject in partnerships] == [
        ("ha-noi-ile-de-france", "existing"),
        ("", "new"),
    ]
    assert ("since", "1989", "agrees") in [
        (value.fact, value.value, value.match.value) for value in partnerships[0].values
    ]


@pytest.mark.usefixtures("archive")
@pytest.mark.parametrize(
    ("name", "fact", "values"),
    [
        ("conference-12-recommendations-2023-04-18", "hosts", ["vn-ha-noi"]),
        ("hue-grand-poitiers-sign-2023-04-20", "position", 1),
    ],
)
def test_hosts_and_positions_of_an_article_become_claims(admin_client, name, fact, values):
    page = read(admin_client, (RETOLD / f"{name}.txt").read_text("utf-8"))
    proposed = [value for subject in page.context["subjects"] for value in subject.values if value.fact == fact]
    assert (len(proposed) if isinstance(values, int) else [value.value for value in proposed]) == values

    check(admin_client, page)

    item = NewsItem.objects.get(publication_state="draft")
    stored = item.claims.filter(fact=fact).order_by("order").values_list("value", flat=True)
    assert list(stored) == [value.value for value in proposed]


@pytest.mark.usefixtures("archive")
def test_a_number_keeps_its_qualifiers_from_the_article_to_the_claim(admin_client):
    text = ARTICLE + "\n\nEnviron 800 délégués sont attendus à cette conférence."
    page = read(admin_client, text)

    check(admin_client, page)

    people = NewsItem.objects.get(publication_state="draft").claims.get(fact="people")
    assert (people.value, people.comparator, people.nature, people.as_of) == ("800", "about", "expected", "")
