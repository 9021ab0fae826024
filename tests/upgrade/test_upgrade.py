"""A site edited before names were changed migrates: no data is lost, versions restore, search returns the same."""

import pytest

from cooperation.kinds import KINDS
from tests.upgrade.database import open_edited_site

RENAMED_TABLES = {
    "agreements_signature": "agreements_agreementparty",
    "desk_reading": "desk_importedarticle",
    "localities_localitytier": "localities_localitylevel",
}
COUNTED_TABLES = [
    "agreements_agreement",
    "agreements_agreement_themes",
    "agreements_agreementtext",
    "agreements_milestone",
    "agreements_partnership",
    "agreements_partnership_parties",
    "agreements_signature",
    "auth_user",
    "auth_user_groups",
    "core_searchentry",
    "core_translationstate",
    "desk_reading",
    "django_admin_log",
    "events_commitment",
    "events_conference",
    "events_conference_participants",
    "events_session",
    "events_speaker",
    "library_document",
    "library_page",
    "library_photo",
    "library_theme",
    "localities_locality",
    "localities_localitycode",
    "localities_localityname",
    "localities_localitytier",
    "localities_succession",
    "news_claim",
    "news_newsitem",
    "reversion_revision",
    "reversion_version",
]
FACTS = {"motto": "conference_theme", "signed_at": "signature_place", "signatories": "signed_by", "named": "mention"}
DECISIONS = {"chosen": "accepted", "left": "reported", "refused": "rejected"}
STATES = {"withdrawn": "unpublished"}
MODELS = {"signature": "agreementparty", "localitytier": "localitylevel", "reading": "importedarticle"}
RECORDS = {
    "agreements_agreement": "key, {state}, signed_on, ends_on, title_vi, title_fr, title_en",
    "agreements_partnership": "key, {state}, since, kind",
    "events_conference": "key, {state}, starts_on, ends_on, title_vi, title_fr, title_en",
    "library_theme": "key, {state}, name_vi, name_fr, name_en",
    "localities_locality": "key, {state}, name_vi, name_fr, name_en, since, until",
    "news_newsitem": "key, {state}, title_vi, title_fr, title_en, original_title, appeared_on",
}
CLAIMS = (
    "SELECT news_item_id, fact, decision, subject_kind, subject_key, value, value_language, as_of, passage_vi, "
    "passage_fr, passage_en FROM news_claim"
)
ENTRIES = "SELECT kind, key, names, title, compounds, body, date, sort_vi, sort_fr, sort_en FROM core_searchentry"
RENAMED_QUERIES = {
    "SELECT key, motto_vi, motto_fr, motto_en, state FROM events_conference": (
        "SELECT key, conference_theme_vi, conference_theme_fr, conference_theme_en, status FROM events_conference"
    ),
    'SELECT id, name, office_vi, office_fr, office_en, body_vi, line_en FROM "events_speaker"': (
        "SELECT id, name, position_vi, position_fr, position_en, "
        "(SELECT name_vi FROM library_organisation WHERE id = organisation_id), line_en FROM events_speaker"
    ),
    "SELECT key, tier, presentation_vi FROM localities_locality": (
        "SELECT key, administrative_level, description_vi FROM localities_locality"
    ),
    "SELECT key, signed_at_vi, signed_at_fr, follows_id, follows_as FROM agreements_agreement": (
        "SELECT key, signature_place_vi, signature_place_fr, earlier_agreement_id, relation_type "
        "FROM agreements_agreement"
    ),
    'SELECT agreement_id, "order", locality_id, body, name_as_signed, signatory, office_vi FROM agreements_signature': (
        'SELECT agreement_id, "order", locality_id, '
        "COALESCE((SELECT name_en FROM library_organisation WHERE id = organisation_id), ''), "
        "name_as_signed, signed_by, position_vi FROM agreements_agreementparty"
    ),
    "SELECT id, title, text, address, read_by_id, news_key FROM desk_reading": (
        "SELECT id, title, text, url, imported_by_id, news_key FROM desk_importedarticle"
    ),
    "SELECT key, address FROM news_newsitem": "SELECT key, original_url FROM news_newsitem",
}
PERMISSIONS = (
    "SELECT u.user_id, p.codename FROM auth_user_user_permissions u JOIN auth_permission p ON p.id = u.permission_id "
    "WHERE p.codename NOT LIKE '%oldkey'"
)
GROUP_PERMISSIONS = (
    "SELECT g.group_id, p.codename FROM auth_group_permissions g JOIN auth_permission p ON p.id = g.permission_id"
)
REPORTS_WITHOUT_PUBLISHER = "SELECT count(*) FROM news_newsitem WHERE publisher_id IS NULL"
#: Restores each stored revision and rolls it back again.
RESTORE_ALL = """
from django.db import transaction
from reversion.models import Revision
restored = 0
for revision in Revision.objects.order_by("pk"):
    with transaction.atomic():
        revision.revert()
        restored += 1
        transaction.set_rollback(True)
print("restored", restored)
"""
RESTORE_A_RECORD = """
from django.db import transaction
from reversion.models import Version
from cooperation.agreements.models import Agreement, AgreementParty
version = Version.objects.get_for_model(AgreementParty).order_by("pk").first()
row = version.field_dict
with transaction.atomic():
    AgreementParty.objects.filter(agreement=row["agreement_id"]).delete()
    version.revision.revert()
    party = AgreementParty.objects.get(pk=version.object_id)
    state = Agreement.objects.get(pk=row["agreement_id"]).publication_state
    print("party", party.signed_by == row["signed_by"], party.position_fr == row["position_fr"], state)
    transaction.set_rollback(True)
"""
SEARCH = """
from cooperation.core.search import SearchEntry
for query in ["hue", "Yên Bái", "toulouse", "nước", "assises 2023"]:
    print(query, *SearchEntry.objects.matching(query).values_list("key", flat=True))
from localities.models import Locality
before = SearchEntry.objects.count()
Locality.objects.create(key="vn-moi", name_vi="Zzýzx", country="VN", administrative_level="vn_province",
    publication_state="published")
print("new", *SearchEntry.objects.matching("zzyzx").values_list("key", flat=True), SearchEntry.objects.count() - before)
"""


def rename_values(rows, *mappings):
    """`rows`, sorted, with the values replaced that one of the mappings {old: new} renames."""
    names = {old: new for mapping in mappings for old, new in mapping.items()}
    return sorted(tuple(names.get(value, value) for value in row) for row in rows)


def add_publishing(rows):
    """Whoever could change a record could publish it; that is a right of its own now."""
    kinds = [f"change_{kind.name}" for kind in KINDS]
    publishing = [(owner, codename.replace("change", "publish")) for owner, codename in rows if codename in kinds]
    return sorted([*rows, *publishing])


def count_rows(site, tables):
    return {table: site.fetch_rows(f'SELECT count(*) FROM "{table}"')[0][0] for table in tables}


def fetch_records(site, state):
    return {
        table: site.fetch_rows(f"SELECT {columns.format(state=state)} FROM {table}")
        for table, columns in RECORDS.items()
    }


def rename_facts(rows):
    """Claims with the present names of facts and decisions."""
    claims = [(row[0], FACTS.get(row[1], row[1]), DECISIONS.get(row[2], row[2]), *row[3:]) for row in rows]
    return sorted(claims, key=repr)


@pytest.mark.slow
def test_an_edited_site_migrates_and_loses_nothing(tmp_path):
    with open_edited_site(tmp_path) as site:
        before = (
            count_rows(site, COUNTED_TABLES),
            fetch_records(site, "status"),
            site.fetch_rows(CLAIMS),
            site.fetch_rows(ENTRIES),
        )
        texts = [site.fetch_rows(old) for old in RENAMED_QUERIES]
        permissions = site.fetch_rows(PERMISSIONS), site.fetch_rows(GROUP_PERMISSIONS)
        publishers = {publisher for (publisher,) in site.fetch_rows("SELECT DISTINCT publisher FROM news_newsitem")}
        history = site.fetch_rows("SELECT id, revision_id, object_id, object_repr FROM reversion_version")

        site.manage("migrate", "--verbosity", "0")

        tables = [RENAMED_TABLES.get(table, table) for table in COUNTED_TABLES]
        assert list(count_rows(site, tables).values()) == list(before[0].values())
        assert fetch_records(site, "publication_state") == {
            table: sorted(rename_values(rows, STATES), key=lambda row: row[0]) for table, rows in before[1].items()
        }
        assert sorted(site.fetch_rows(CLAIMS), key=repr) == rename_facts(before[2])
        assert site.fetch_rows(ENTRIES) == before[3]
        assert [site.fetch_rows(new) for new in RENAMED_QUERIES.values()] == texts
        assert site.fetch_rows("SELECT id, revision_id, object_id, object_repr FROM reversion_version") == history
        codenames = {
            f"{action}_{old}": f"{action}_{new}"
            for action in ["add", "change", "delete", "view"]
            for old, new in MODELS.items()
        }
        assert (site.fetch_rows(PERMISSIONS), site.fetch_rows(GROUP_PERMISSIONS)) == tuple(
            add_publishing(rename_values(rows, codenames)) for rows in permissions
        )
        assert site.fetch_rows("SELECT kind FROM agreements_milestone") == [("approved",)]

        assert {"VietnamPlus", "VietnamPlus (VNA)", "VietnamPlus (AVI)"} <= publishers
        assert site.fetch_rows(
            "SELECT name_vi, name_fr FROM library_organisation WHERE name_en LIKE 'VietnamPlus%'"
        ) == [("VietnamPlus (TTXVN)", "VietnamPlus (AVI)")]
        assert site.fetch_rows(REPORTS_WITHOUT_PUBLISHER) == [(2,)]
        acts = site.fetch_rows("SELECT legal_act_vi, legal_act_fr, legal_act_en FROM localities_succession")
        assert {
            ("Nghị quyết số 202/2025/QH15", "résolution n°\u00a0202/2025/QH15", "Resolution No. 202/2025/QH15"),
            (
                "Luật số 2015-29 ngày 16 tháng 1 năm 2015 (Pháp)",
                "loi n°\u00a02015-29 du 16\u00a0janvier\u00a02015",
                "Law No. 2015-29 of 16\u00a0January\u00a02015 (France)",
            ),
        } <= set(acts)

        assert site.manage("shell", "-c", RESTORE_ALL).splitlines()[-1] == "restored 32"
        assert site.manage("shell", "-c", RESTORE_A_RECORD).splitlines()[-1].startswith("party True True ")
        *matches_by_query, new = site.manage("shell", "-c", SEARCH).splitlines()[-6:]
        assert [len(line.split()) > 2 for line in matches_by_query] == [True] * 5
        assert new == "new vn-moi 1"
        problems = site.manage("check_records", check=False)
        assert [text in problems for text in ["is not a valid date", "there is no conference"]] == [True, True]


@pytest.mark.parametrize("value", ["motto", "withdrawn", "left"])
def test_renaming_is_whole(value):
    assert rename_values([(value,)], FACTS, STATES, DECISIONS) != [(value,)]
