import pytest

from cooperation.article_reader.gazetteer import Gazetteer
from cooperation.article_reader.reader import Article, Paragraph
from cooperation.article_reader.recognise import recognise


@pytest.fixture(scope="module")
def gazetteer():
    return Gazetteer.from_folder()


def read(gazetteer, language, *texts, near=None):
    return recognise(Article(language, None, [Paragraph(text) for text in texts], near=near), gazetteer)


def list_parties(findings):
    return [[party.value for party in agreement.parties] for agreement in findings.agreements]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Lam Dong and Brest are expected to sign a cooperation agreement."),
        ("en", "Lam Dong and Brest will co-chair the workshop, and hope to sign an agreement."),
        ("en", "The cooperation between Lam Dong and Brest is a sign of friendship."),
        ("en", "Lam Dong and Brest signed no agreement."),
        ("en", "Lam Dong and Brest have been partners since 1996; no new document was signed this year."),
        ("fr", "Lam Dong et Brest devraient signer une convention."),
        ("fr", "Aucune convention n'a été signée entre Lam Dong et Brest."),
        ("fr", "Aucune nouvelle convention n'a été signée entre Brest et Lam Dong, partenaires depuis 1996."),
        ("vi", "Lâm Đồng và Brest dự kiến sẽ ký thỏa thuận hợp tác."),
        ("vi", "Lâm Đồng và Brest chưa ký thỏa thuận nào."),
        ("vi", "Đại biểu Lâm Đồng, Brest và Lille tham dự hội nghị."),
    ],
)
def test_plans_hopes_talks_and_lists_are_no_agreements(gazetteer, language, text):
    assert list_parties(read(gazetteer, language, text)) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Lam Dong signed a cooperation agreement with Brest."),
        ("en", "A cooperation agreement between Lam Dong and Brest was signed."),
        ("en", "Leaders of Lam Dong province and Brest signed the agreement."),
        ("fr", "Lam Dong a signé avec Brest un accord de coopération."),
        ("fr", "Signature d'un accord entre Lam Dong et Brest."),
        ("vi", "Lâm Đồng ký thỏa thuận hợp tác với Brest."),
        ("vi", "Lễ ký thỏa thuận hợp tác giữa Lâm Đồng và Brest."),
    ],
)
def test_an_agreement_is_found_however_it_is_told(gazetteer, language, text):
    assert list_parties(read(gazetteer, language, text)) == [["vn-lam-dong", "fr-brest"]]


def test_the_same_agreement_told_twice_is_one(gazetteer):
    findings = read(
        gazetteer,
        "en",
        "Lam Dong and Brest signed an agreement.",
        "The agreement between Brest and Lam Dong was signed on May 3, 2021.",
    )

    assert [(agreement.signed_on.value, len(agreement.parties)) for agreement in findings.agreements] == [
        ("2021-05-03", 2)
    ]


def get_conference_facts(findings):
    conference = findings.conferences[0]
    names = ["ordinal", "starts_on", "ends_on", "closing_on", "place"]
    return {name: getattr(conference, name).value for name in names if getattr(conference, name)}


@pytest.mark.parametrize(
    ("language", "text", "facts"),
    [
        (
            "en",
            "The 9th conference on decentralised cooperation was held in Brest on June 9, 2013.",
            {"ordinal": 9, "starts_on": "2013-06-09", "ends_on": "2013-06-09", "place": "fr-brest"},
        ),
        (
            "en",
            "The 9th conference on decentralised cooperation closed in Brest on June 12, 2013.",
            {"ordinal": 9, "ends_on": "2013-06-12", "closing_on": "2013-06-12", "place": "fr-brest"},
        ),
        (
            "en",
            "On June 10, 2013, she told the 9th conference on decentralised cooperation in Brest of her plan.",
            {"ordinal": 9, "place": "fr-brest"},
        ),
        (
            "fr",
            "Les neuvièmes Assises de la coopération décentralisée ont eu lieu à Brest du 9 au 12 juin 2013.",
            {"ordinal": 9, "starts_on": "2013-06-09", "ends_on": "2013-06-12", "place": "fr-brest"},
        ),
        (
            "vi",
            "Hội nghị hợp tác địa phương Việt Nam - Pháp lần thứ chín diễn ra tại thành phố Brest từ ngày 9-12/6/2013.",
            {"ordinal": 9, "starts_on": "2013-06-09", "ends_on": "2013-06-12", "place": "fr-brest"},
        ),
        (
            "vi",
            "Chiều 12/6/2013, Hội nghị hợp tác địa phương Việt Nam - Pháp lần thứ 9 ra tuyên bố chung tại Brest.",
            {"ordinal": 9, "place": "fr-brest"},
        ),
    ],
)
def test_an_act_decides_what_a_day_means_for_a_conference(gazetteer, language, text, facts):
    assert get_conference_facts(read(gazetteer, language, text)) == facts


@pytest.mark.parametrize(
    "text",
    [
        "The 12th anniversary of the conference hall was held in Brest.",
        "The 15th session of the National Assembly opened in Ha Noi.",
        "The 9th edition of the marathon was held in Brest.",
    ],
)
def test_other_numbered_events_are_no_conferences(gazetteer, text):
    assert read(gazetteer, "en", text).conferences == []


def test_those_who_take_part_are_not_those_of_the_whole_cooperation(gazetteer):
    text = (
        "The 9th conference on decentralised cooperation gathered 16 Vietnamese and 35 French localities. "
        "So far, 18 Vietnamese and 38 French localities have carried out 230 projects."
    )

    findings = read(gazetteer, "en", text)

    assert {figure.measure: figure.count.value for figure in findings.figures} == {
        "participants.vn": 16,
        "participants.fr": 35,
        "mechanism.vn": 18,
        "mechanism.fr": 38,
        "mechanism.projects": 230,
    }


def test_a_person_is_told_once_with_the_position_and_the_fuller_spelling(gazetteer):
    findings = read(
        gazetteer,
        "en",
        "Chairman of the Lam Dong People's Committee Pham Van Son spoke. "
        "Phạm Văn Sơn thanked Claire Petit, Mayor of Brest. Son left.",
    )

    assert [(person.name.value, person.position.value) for person in findings.people] == [
        ("Phạm Văn Sơn", "Chairman of the Lam Dong People's Committee"),
        ("Claire Petit", "Mayor of Brest"),
    ]


def test_every_value_says_where_it_stands(gazetteer):
    text = "The 9th conference on decentralised cooperation was held in Brest on June 9, 2013."

    conference = read(gazetteer, "en", text).conferences[0]

    extractions = (conference.starts_on, conference.place)
    assert [text[extraction.start : extraction.end] for extraction in extractions] == ["June 9, 2013", "Brest"]
