"""Every account of seeds/articles gives the same findings in its three languages, and those listed here."""

from pathlib import Path

import pytest

import seeds
from seeds.gazetteer import Gazetteer
from seeds.reader import read_articles
from seeds.recognise import recognise

ACCOUNTS = {account.head["key"]: account for account in read_articles(Path(seeds.__file__).parent / "articles")}
CONFERENCE = ["ordinal", "starts_on", "ends_on", "closing_on", "days", "place", "conference_theme"]
AGREEMENT = ["kind", "signed_on", "starts_on", "ends_on", "place", "conference"]
IN_ENGLISH = "The driving force for sustainable and comprehensive recovery and development after the COVID-19 pandemic"
JOINT_STATEMENT = "Hợp tác địa phương: Động lực thúc đẩy phục hồi và phát triển bền vững, toàn diện sau đại dịch"
RECOMMENDATIONS = "Hợp tác địa phương, động lực cho phục hồi, phát triển bền vững và toàn diện sau đại dịch"
TAKING_PART = [("participants.vn", 50, None), ("participants.fr", 12, None)]
WHOLE_COOPERATION = [("mechanism.projects", 240, None), ("mechanism.fr", 38, None), ("mechanism.vn", 18, None)]

PARTNERS = {
    "vi": [
        "Hiệp hội các địa phương Pháp",
        "Bộ Ngoại giao Việt Nam",
        "Bộ Châu Âu và Ngoại giao Pháp",
        "Đại sứ quán Việt Nam tại Pháp",
        "Đại sứ quán Pháp tại Việt Nam",
    ],
    "fr": [
        "association des collectivités territoriales françaises",
        "ministère vietnamien des Affaires étrangères",
        "ministère français de l’Europe et des Affaires étrangères",
        "ambassade du Vietnam en France",
        "ambassade de France au Vietnam",
    ],
    "en": [
        "association of French local authorities",
        "Ministry of Foreign Affairs of Viet Nam",
        "French Ministry for Europe and Foreign Affairs",
        "Embassy of Viet Nam in France",
        "Embassy of France in Viet Nam",
    ],
}


def twelfth(**facts):
    none = dict.fromkeys([*CONFERENCE, "conference_theme_language"]) | {"hosts": [], "partners": 0}
    return none | {"ordinal": 12, "place": "vn-ha-noi"} | facts


def thirteenth(**facts):
    return twelfth(ordinal=13, place="France", **facts)


def agreement(*parties, **facts):
    none = dict.fromkeys(AGREEMENT) | {"signers": 0}
    return none | {"parties": list(parties), "kind": "cooperation_agreement"} | facts


WANTED = {
    "conference-12-closed-2023-04-16": {
        "conferences": [
            twelfth(
                ends_on="2023-04-15",
                closing_on="2023-04-15",
                days=3,
                conference_theme=IN_ENGLISH,
                conference_theme_language="en",
            ),
            thirteenth(),
        ],
        "agreements": [
            agreement("vn-ha-noi", "fr-toulouse", signed_on="2023-04-15", place="vn-ha-noi"),
            agreement("vn-yen-bai", "fr-val-de-marne", conference=12),
            agreement("vn-thua-thien-hue", "fr-grand-poitiers", conference=12),
        ],
        "figures": TAKING_PART,
        "localities": [
            "vn-ha-noi",
            "fr-toulouse",
            "vn-yen-bai",
            "fr-val-de-marne",
            "vn-thua-thien-hue",
            "fr-grand-poitiers",
        ],
        "people": 1,
    },
    "conference-12-joint-statement-2023-04-16": {
        "conferences": [
            twelfth(days=3, conference_theme=JOINT_STATEMENT, conference_theme_language="vi"),
            thirteenth(starts_on="2026"),
        ],
        "agreements": [],
        "figures": [],
        "localities": ["vn-ha-noi", "vn-thua-thien-hue"],
        "people": 0,
    },
    "conference-12-recommendations-2023-04-18": {
        "conferences": [
            twelfth(
                starts_on="2023-04-13",
                ends_on="2023-04-16",
                closing_on="2023-04-15",
                days=3,
                conference_theme=RECOMMENDATIONS,
                conference_theme_language="vi",
                hosts=["vn-ha-noi"],
                partners=5,
            )
        ],
        "agreements": [],
        "figures": TAKING_PART,
        "localities": ["vn-ha-noi", "fr-nouvelle-aquitaine"],
        "people": 0,
    },
    "conference-12-speeches-2023-04-14": {
        "conferences": [twelfth(conference_theme=IN_ENGLISH, conference_theme_language="en", hosts=["vn-ha-noi"])],
        "agreements": [],
        "figures": [*TAKING_PART, *WHOLE_COOPERATION],
        "localities": ["vn-ha-noi", "fr-toulouse"],
        "people": 5,
    },
    "hue-grand-poitiers-sign-2023-04-20": {
        "conferences": [
            twelfth(
                starts_on="2023-04-15",
                ends_on="2023-04-15",
                conference_theme=IN_ENGLISH,
                conference_theme_language="en",
            )
        ],
        "agreements": [
            agreement("vn-thua-thien-hue", "fr-grand-poitiers", conference=12, signers=1),
            agreement("vn-hue-city", "fr-rennes", conference=12, place="vn-ha-noi"),
        ],
        "figures": [],
        "localities": ["vn-thua-thien-hue", "fr-grand-poitiers", "vn-hue-city", "fr-rennes", "vn-ha-noi"],
        "people": 1,
    },
}


@pytest.fixture(scope="module")
def findings():
    gazetteer = Gazetteer.from_folder()
    return {
        key: {language: recognise(account.in_language(language), gazetteer) for language in account.versions}
        for key, account in ACCOUNTS.items()
    }


def get_values(finding, names):
    extractions = {name: getattr(finding, name) for name in names}
    return {name: extraction.value if extraction else None for name, extraction in extractions.items()}


def get_party_keys(finding):
    return [party.value for party in finding.parties]


def build_facts(findings):
    return {
        "conferences": [
            get_values(conference, CONFERENCE)
            | {
                "conference_theme_language": conference.conference_theme_language,
                "hosts": [host.value for host in conference.hosts],
                "partners": len(conference.partners),
            }
            for conference in findings.conferences
        ],
        "agreements": [
            get_values(agreement, AGREEMENT) | {"parties": get_party_keys(agreement), "signers": len(agreement.signers)}
            for agreement in findings.agreements
        ],
        "partnerships": [
            get_values(partnership, ["since", "kind"]) | {"parties": get_party_keys(partnership)}
            for partnership in findings.partnerships
        ],
        "figures": [(figure.measure, figure.count.value, figure.as_of) for figure in findings.figures],
        "localities": [locality.key for locality in findings.localities],
        "people": len(findings.people),
    }


@pytest.mark.parametrize("key", ACCOUNTS)
def test_the_three_languages_of_an_account_give_the_same_findings(findings, key):
    vietnamese, french, english = (build_facts(findings[key][language]) for language in ("vi", "fr", "en"))

    assert vietnamese == french == english


@pytest.mark.parametrize("key", WANTED)
def test_an_account_gives_its_whole_findings(findings, key):
    assert build_facts(findings[key]["en"]) == {"partnerships": []} | WANTED[key]


@pytest.mark.parametrize("language", PARTNERS)
def test_partners_stand_as_written_in_the_same_order(findings, language):
    conference = findings["conference-12-recommendations-2023-04-18"][language].conferences[0]

    assert [partner.value for partner in conference.partners] == PARTNERS[language]
