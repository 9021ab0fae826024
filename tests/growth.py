"""Many connected records at once, and what a page of them costs: queries, rows and bytes."""

from typing import NamedTuple

from django.db import connection
from django.db.models.sql import compiler
from django.test.utils import CaptureQueriesContext

from cooperation.agreements.models import Agreement, AgreementParty, Milestone, Partnership
from cooperation.core.records import PublicationState
from cooperation.library.models import Organisation, Theme
from cooperation.news.models import Claim, NewsItem
from events.models import Commitment, Conference, Session
from localities.choices import AdministrativeLevel, SuccessionKind
from localities.models import Locality, Succession
from tests.factories import make_french_locality, make_theme, number

PUBLISHED = {"publication_state": PublicationState.PUBLISHED}
HUB_LOCALITY, HUB_THEME = "fr-hub", "hub"


def make_hubs():
    """The locality and the theme with which every group of `make_groups` is connected."""
    make_french_locality(key=HUB_LOCALITY)
    make_theme(key=HUB_THEME)


def make_groups(count):
    """`count` groups, each of two agreements with every related record that they can have, written in bulk."""
    hub, hub_theme = Locality.objects.get(key=HUB_LOCALITY), Theme.objects.get(key=HUB_THEME)
    numbers = [next(number) for _ in range(count)]
    old = make_localities(numbers, "vn-old", AdministrativeLevel.VN_PROVINCE, until="2025-06-30")
    new = make_localities(numbers, "vn-new", AdministrativeLevel.VN_PROVINCE)
    french = make_localities(numbers, "fr", AdministrativeLevel.FR_COMMUNE)
    Succession.objects.bulk_create(
        Succession(predecessor=before, successor=after, kind=SuccessionKind.MERGER, effective_on="2025-07-01")
        for before, after in zip(old, new, strict=True)
    )
    themes = create(Theme, [{"key": f"theme-{n}", "name_en": f"Theme {n}"} for n in numbers])
    conferences = make_conferences(numbers, new, hub_theme)
    add_related(Conference.participants, conferences, old, french)
    partnerships = create(Partnership, [{"key": f"partnership-{n}", "since": "1996"} for n in numbers])
    add_related(Partnership.parties, partnerships, old, french)
    agreements = make_agreements(numbers, conferences, partnerships)
    add_related(Agreement.themes, agreements, themes, [hub_theme] * count)
    later = create(
        Agreement,
        [
            {"key": f"later-{n}", "title_en": f"Later agreement {n}", "signed_on": "2024", "kind": "convention"}
            | {"earlier_agreement": agreement, "relation_type": "renews"}
            for n, agreement in zip(numbers, agreements, strict=True)
        ],
    )
    AgreementParty.objects.bulk_create(
        AgreementParty(agreement=agreement, order=order, locality=party)
        for group in zip(agreements, later, old, new, french, strict=True)
        for agreement, parties in [(group[0], [group[2], group[4]]), (group[1], [group[3], hub])]
        for order, party in enumerate(parties, start=1)
    )
    make_claims(numbers, [agreements, conferences, partnerships, old, [hub] * count])


def create(model, rows):
    return model.objects.bulk_create(model(**PUBLISHED | row) for row in rows)


def make_localities(numbers, prefix, level, **values):
    country = prefix[:2].upper()
    point = {"latitude": 47, "longitude": 2} if country == "FR" else {"latitude": 21, "longitude": 105}
    rows = [
        {"key": f"{prefix}-{n}", "name_vi": f"Locality {n}", "country": country, "administrative_level": level}
        for n in numbers
    ]
    return create(Locality, [row | point | values for row in rows])


def make_conferences(numbers, places, theme):
    days = {"starts_on": "2023-04-13", "ends_on": "2023-04-16"}
    conferences = create(
        Conference,
        [
            {"key": str(n), "number": n, "title_en": f"Conference {n}", "place": place, **days}
            for n, place in zip(numbers, places, strict=True)
        ],
    )
    Session.objects.bulk_create(
        Session(conference=conference, order=1, theme=theme, title_en="Water") for conference in conferences
    )
    Commitment.objects.bulk_create(
        Commitment(conference=conference, order=1, theme=theme, text_en="Water") for conference in conferences
    )
    return conferences


def make_agreements(numbers, conferences, partnerships):
    term = {"signed_on": "2023-04-15", "term_rule": "years", "term_years": 5, "kind": "cooperation_agreement"}
    agreements = create(
        Agreement,
        [
            {"key": f"agreement-{n}", "title_en": f"Agreement {n}", **term}
            | {"conference": conference, "partnership": partnership}
            for n, conference, partnership in zip(numbers, conferences, partnerships, strict=True)
        ],
    )
    Milestone.objects.bulk_create(
        Milestone(agreement=agreement, order=1, kind="announced", on="2023") for agreement in agreements
    )
    return agreements


def add_related(relation, records, *related):
    """Relate the records with those at the same place in each list of `related`."""
    through = relation.through
    names = [field.attname for field in through._meta.fields if field.is_relation]
    through.objects.bulk_create(
        through(**dict(zip(names, [record.pk, other.pk], strict=True)))
        for others in related
        for record, other in zip(records, others, strict=True)
    )


def make_claims(numbers, subjects):
    """A news item for each number, with a claim about its record in each list of `subjects`."""
    facts = {"agreement": ("signed_on", "2023"), "conference": ("starts_on", "2022"), "partnership": ("since", "1996")}
    publishers = Organisation.objects.bulk_create(
        Organisation(key=f"publisher-{n}", name_en=f"Publisher {n}") for n in numbers
    )
    items = create(
        NewsItem,
        [
            {"key": f"news-{n}", "title_en": f"News {n}", "publisher": publisher, "appeared_on": "2023-04-16"}
            | {"original_language": "en"}
            for n, publisher in zip(numbers, publishers, strict=True)
        ],
    )
    Claim.objects.bulk_create(
        Claim(
            news_item=item,
            order=order,
            subject_kind=record.record_kind(),
            subject_key=record.key,
            fact=facts.get(record.record_kind(), ("mention", "x"))[0],
            value=facts.get(record.record_kind(), ("mention", "x"))[1],
            passage_en="It says so.",
        )
        for order, records in enumerate(subjects, start=1)
        for item, record in zip(items, records, strict=True)
    )


class Cost(NamedTuple):
    queries: int
    rows: int
    bytes: int


def measure(client, path, monkeypatch):
    """The cost of one answer; `rows` are those that Django's queries fetch."""
    rows, execute = [], compiler.SQLCompiler.execute_sql

    def count_rows(self, *args, **options):
        result = execute(self, *args, **options)
        if isinstance(result, (list, tuple)):
            rows.append(sum(map(len, result)) if isinstance(result, list) else 1)
            return result
        return result if result is None or not hasattr(result, "__next__") else count_chunks(result)

    def count_chunks(chunks):
        for chunk in chunks:
            rows.append(len(chunk))
            yield chunk

    with monkeypatch.context() as patch, CaptureQueriesContext(connection) as captured:
        patch.setattr(compiler.SQLCompiler, "execute_sql", count_rows)
        response = client.get(path)
        content = b"".join(response) if response.streaming else response.content
    assert response.status_code == 200, path
    return Cost(len(captured), sum(rows), len(content))
