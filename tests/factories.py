"""Factory functions: each creates one published record with plausible default values."""

import io
from itertools import count

from django.core.files.base import ContentFile
from PIL import Image

from cooperation.agreements.choices import AgreementKind
from cooperation.agreements.models import Agreement, AgreementParty, Partnership
from cooperation.core.records import PublicationState
from cooperation.library.models import Page, Photo, Secretariat, Theme
from cooperation.library.organisations import get_or_create_organisation
from cooperation.news.models import Claim, NewsItem
from events.models import Conference
from localities.choices import AdministrativeLevel, SuccessionKind
from localities.models import Locality, Succession

number = count(1)


def make_locality(**values):
    n = next(number)
    defaults = {
        "key": f"vn-locality-{n}",
        "publication_state": PublicationState.PUBLISHED,
        "name_vi": f"Địa phương {n}",
        "country": "VN",
        "administrative_level": AdministrativeLevel.VN_PROVINCE,
    }
    return Locality.objects.create(**defaults | values)


def make_french_locality(**values):
    n = next(number)
    defaults = {
        "key": f"fr-locality-{n}",
        "name_fr": f"Collectivité {n}",
        "country": "FR",
        "administrative_level": AdministrativeLevel.FR_COMMUNE,
    }
    return make_locality(**defaults | {"name_vi": ""} | values)


def make_succession(predecessor, successor, **values):
    defaults = {"kind": SuccessionKind.MERGER, "effective_on": "2025-07-01"}
    return Succession.objects.create(predecessor=predecessor, successor=successor, **defaults | values)


def make_agreement(*, parties=None, **values):
    n = next(number)
    defaults = {
        "key": f"agreement-{n}",
        "publication_state": PublicationState.PUBLISHED,
        "title_en": f"Agreement {n}",
        "kind": AgreementKind.COOPERATION_AGREEMENT,
        "signed_on": "2023-04-15",
    }
    agreement = Agreement.objects.create(**defaults | values)
    for order, party in enumerate([make_locality(), make_french_locality()] if parties is None else parties, start=1):
        AgreementParty.objects.create(agreement=agreement, order=order, locality=party)
    return agreement


def make_partnership(*, parties=None, **values):
    partnership = Partnership.objects.create(
        **{"key": f"partnership-{next(number)}", "publication_state": PublicationState.PUBLISHED} | values
    )
    partnership.parties.set([make_locality(), make_french_locality()] if parties is None else parties)
    return partnership


def make_conference(**values):
    n = values.pop("number", None) or next(number)
    defaults = {
        "key": str(n),
        "number": n,
        "publication_state": PublicationState.PUBLISHED,
        "title_en": f"Conference {n}",
        "starts_on": "2023-04-13",
        "ends_on": "2023-04-16",
        "country": "VN",
    }
    return Conference.objects.create(**defaults | values)


def make_news(**values):
    """`publisher` is a name."""
    n = next(number)
    values["publisher"] = get_or_create_organisation(values.get("publisher", f"Publisher {n}"))
    defaults = {
        "key": f"news-{n}",
        "publication_state": PublicationState.PUBLISHED,
        "title_en": f"News {n}",
        "original_language": "en",
        "appeared_on": "2023-04-16",
    }
    return NewsItem.objects.create(**defaults | values)


def make_claim(record, fact, value, *, item=None, **values):
    item = item or make_news()
    defaults = {
        "order": item.claims.count() + 1,
        "subject_kind": record.record_kind(),
        "subject_key": record.key,
        "passage_en": f"It says {value}.",
    }
    return Claim.objects.create(news_item=item, fact=fact, value=value, **defaults | values)


def make_theme(**values):
    n = next(number)
    return Theme.objects.create(
        **{"key": f"theme-{n}", "publication_state": PublicationState.PUBLISHED, "name_en": f"Theme {n}"} | values
    )


def make_page(**values):
    n = next(number)
    defaults = {
        "key": f"page-{n}",
        "publication_state": PublicationState.PUBLISHED,
        "title_en": f"Page {n}",
        "body_en": "Text.",
    }
    return Page.objects.create(**defaults | values)


def make_picture(size=(60, 40), colour="teal", file_format="JPEG"):
    """The bytes of an image of one colour."""
    buffer = io.BytesIO()
    Image.new("RGB", size, colour).save(buffer, file_format)
    return buffer.getvalue()


def make_photo(*, picture=None, **values):
    n = next(number)
    defaults = {
        "key": f"photo-{n}",
        "publication_state": PublicationState.PUBLISHED,
        "image": ContentFile(picture or make_picture(), name=f"photo-{n}.jpg"),
        "alternative_text_en": f"What photo {n} shows",
    }
    return Photo.objects.create(**defaults | values)


def make_secretariat(**values):
    return Secretariat.objects.create(**{"name_en": "Secretariat", "email": "office@example.org"} | values)
