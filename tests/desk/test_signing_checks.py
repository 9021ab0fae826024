import pytest

from cooperation.desk.signing_checks import check_signings
from cooperation.news.models import Claim
from tests.factories import make_agreement, make_claim, make_news

pytestmark = pytest.mark.django_db

SENTENCE = "Huế and Rennes have signed an agreement."


def make_report(body, **values):
    return make_news(key="report", body_en=f"They met.\n\nIt rained. {body} All went home.", **values)


def get_problems():
    return [line.removeprefix("newsitem report says that something was signed, ") for line in check_signings()]


def test_a_report_that_says_signed_needs_a_claim_on_an_agreement():
    item = make_report(SENTENCE)
    assert get_problems() == [f"and no claim records it: {SENTENCE}"]

    make_claim(make_agreement(), "is_signed", "yes", item=item, passage_en=SENTENCE)

    assert get_problems() == []


def test_a_claim_on_another_sentence_does_not_do():
    make_claim(make_agreement(), "is_signed", "yes", item=make_report(SENTENCE), passage_en="They met.")

    assert get_problems() == [f"and no claim records it: {SENTENCE}"]


@pytest.mark.parametrize("values", [{"unrecorded_signings": "It names no party."}, {"publication_state": "draft"}])
def test_a_reason_will_do_and_drafts_are_not_looked_at(values):
    make_report(SENTENCE, **values)

    assert get_problems() == []


@pytest.mark.parametrize(
    "body",
    ["No agreement had yet been signed.", "No text has been signed yet.", "It is a sign of trust.", "All registered."],
)
def test_what_was_not_signed_needs_none(body):
    make_report(body)

    assert get_problems() == []


@pytest.mark.parametrize(
    ("language", "body"),
    [("fr", "Hué et Rennes ont signé un accord."), ("vi", "Huế và Rennes đã ký thỏa thuận hợp tác.")],
)
def test_a_text_in_another_language_is_read_where_there_is_no_english_one(language, body):
    make_news(key="report", **{f"body_{language}": body})

    assert get_problems() == [f"and no claim records it: {body}"]


@pytest.mark.usefixtures("archive")
def test_a_claim_that_is_missing_in_the_archive_is_noticed():
    assert list(check_signings()) == []

    Claim.objects.filter(subject_key="can-tho-la-seyne-sur-mer", subject_kind="agreement").delete()

    assert [line.split(" says")[0] for line in check_signings()] == [
        "newsitem can-tho-la-seyne-sur-mer-vnanet-2023-03-13",
        "newsitem can-tho-la-seyne-sur-mer-vietnamplus-2022-03",
    ]
