import pytest
from django.db import IntegrityError, transaction
from django.utils import translation

from cooperation.agreements.models import Agreement, AgreementParty
from cooperation.core.records import PublicationState
from cooperation.library.organisations import get_or_create_organisation
from tests.factories import make_agreement, make_french_locality, make_locality, make_partnership

pytestmark = pytest.mark.django_db


def is_refused(**values):
    with pytest.raises(IntegrityError), transaction.atomic():
        make_agreement(parties=[], **values)
    return True


def test_the_database_keeps_what_must_always_hold():
    assert is_refused(signed_on="2023-04-15", ends_on="2023-04-14", term_rule="fixed_end")
    assert is_refused(term_rule="fixed_end")
    assert is_refused(term_rule="years")
    assert is_refused(term_rule="tacit_renewal")


def test_a_party_signs_once_and_is_a_locality_or_a_body():
    place = make_locality()
    agreement = make_agreement(parties=[place])

    for values in [
        {"locality": place},
        {},
        {"locality": make_locality(), "organisation": get_or_create_organisation("AFD")},
    ]:
        with pytest.raises(IntegrityError), transaction.atomic():
            AgreementParty.objects.create(agreement=agreement, order=9, **values)


def test_it_cannot_be_published_before_its_parties():
    hidden = make_locality(name_vi="Kín", publication_state=PublicationState.DRAFT)
    agreement = make_agreement(parties=[hidden, make_french_locality()], publication_state=PublicationState.DRAFT)

    assert [str(blocker) for blocker in agreement.publication_blockers()] == [
        "The party “Kín” is not published. Publish it first."
    ]
    assert make_agreement().publication_blockers() == []


def test_a_partnership_puts_the_readers_own_side_first():
    partnership = make_partnership(parties=[make_locality(name_vi="Huế"), make_french_locality(name_fr="Rennes")])

    names = {}
    for language in ["vi", "fr", "en"]:
        with translation.override(language):
            names[language] = str(partnership)

    assert names == {"vi": "Huế – Rennes", "fr": "Rennes – Huế", "en": "Huế – Rennes"}


def test_it_is_found_by_the_names_of_its_parties_old_and_new(django_assert_num_queries):
    parties = [make_locality(name_vi="Yên Bái"), make_french_locality(name_fr="Val-de-Marne")]
    agreement = make_agreement(parties=parties)

    assert list(Agreement.objects.search("val de marne yen bai")) == [agreement]
