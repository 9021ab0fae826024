"""Names that were replaced by the standard terms of docs/glossary.md are not used again."""

import ast
import re

from tests.house.sources import APPS, find_faults, find_python, find_templates

#: Retired names, and what to use instead.
RETIRED = {
    "address": "url (of a page), `Secretariat.address` for a street",
    "addresses": "urls",
    "asked": "requested",
    "borrowed_words": "django_messages",
    "drawn": "rendered, or the name of the value",
    "each": "the name of the item",
    "followers": "later_agreements",
    "follows": "earlier_agreement",
    "follows_as": "relation_type",
    "found": "the name of the value: matches, rows, problems",
    "hindrances": "publication_blockers",
    "in_words": "…_label, format_…",
    "keeping": "page_cache",
    "kept": "cached, or the name of the value",
    "known_by": "as_of",
    "led_on": "redirect",
    "motto": "conference_theme",
    "mottos": "conference_themes",
    "narrow": "apply",
    "office": "position",
    "offices": "positions",
    "reading_language": "current_language",
    "remembered": "cached_by_version",
    "remembering": "version_cache",
    "renew": "reindex",
    "renew_entries": "rebuild_search_index",
    "shelf": "cache",
    "signatories": "signers",
    "signatory": "signed_by",
    "signed_at": "signature_place",
    "standing": "authenticity, existence, match",
    "state_on": "status_on",
    "telling": "mention",
    "tellings": "mentions",
    "tie": "partnership, link",
    "tier": "administrative_level",
    "tiers": "levels",
    "ties": "partnerships, links",
    "told": "the name of the value",
    "upper_first": "capfirst",
    "with_state": "with_status",
    "wording": "localized",
    "wordings": "texts",
    "DayAsked": "AsOfDateFilter",
    "Face": "SocialCard",
    "Following": "AgreementRelation",
    "OldKey": "(keys never change)",
    "Parted": "RelatedFacet",
    "Reading": "ImportedArticle",
    "Shelf": "VersionedCache",
    "Signature": "AgreementParty",
    "Tick": "FlagFilter",
    "Tier": "AdministrativeLevel",
    "Words": "SearchFilter",
    "Wording": "LocalizedText",
}
# `address_vi` and so on are columns of a street; MAX_… and MIN_… replace the superlatives.
RETIRED_PATTERN = re.compile(r"(LONGEST|LARGEST|SMALLEST|MOST|LEAST)(_.*)?|.*_address(es)?|address_(?!(vi|fr|en)$).*")
#: The address of a street, here and in schema.org.
ALLOWED = {
    ("cooperation/library/models.py", "address"),
    ("cooperation/core/linked_data.py", "address"),
    ("events/linked_data.py", "address"),
    ("localities/linked_data.py", "address"),
    ("templates/components/footer.html", "address"),
}


def find_identifiers(source):
    """Every identifier of a module: names, attributes, definitions, parameters, keywords, imports."""
    for node in ast.walk(ast.parse(source)):
        for attribute in ["id", "attr", "name", "arg", "asname", "module"]:
            value = getattr(node, attribute, None)
            if isinstance(value, str):
                yield from value.split(".")


def find_identifiers_in_tags(source):
    """The identifiers in tags and variables of a template, without quoted texts."""
    for tag in re.findall(r"\{%.*?%\}|\{\{.*?\}\}", source):
        yield from re.findall(r"[A-Za-z_]\w*", re.sub(r'"[^"]*"', "", tag))


def find_retired(identifiers, path):
    names = {name for name in identifiers if name in RETIRED or RETIRED_PATTERN.fullmatch(name)}
    return sorted(name for name in names if (path, name) not in ALLOWED)


def test_code_uses_no_retired_name():
    paths = find_python(*APPS, "seeds", "benchmarks", "tests")

    assert find_faults(paths, lambda text, name: find_retired(find_identifiers(text), name)) == {}


def test_templates_use_no_retired_name():
    assert find_faults(find_templates(), lambda text, name: find_retired(find_identifiers_in_tags(text), name)) == {}


def test_retired_names_are_found_wherever_they_stand():
    code = (
        "from x import keeping\ndef told(address, *, office=1):\n    agreement.followers\n    f(motto=1)\nMOST_ROWS = 1"
    )
    template = '{% if agreement.follows and "tie" %}{{ upper_first }}{% translate "each" %}{% endif %} kept'

    assert find_retired(find_identifiers(code), "x.py") == [
        "MOST_ROWS",
        "address",
        "followers",
        "keeping",
        "motto",
        "office",
        "told",
    ]
    assert find_retired(find_identifiers_in_tags(template), "x.html") == ["follows", "upper_first"]
