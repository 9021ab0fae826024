"""Conferences merged over all accounts: the most reported dates and places, the theme as first printed."""

from collections import defaultdict

from cooperation.article_reader.facts import Subject
from cooperation.core.languages import ENGLISH, FRENCH, LANGUAGE_CODES, VIETNAMESE, ordinal

from .rows import build_columns, build_record, build_row
from .spans import Span, choose_span
from .typography import format_position

TITLES = {
    VIETNAMESE: "Hội nghị hợp tác giữa các địa phương Việt Nam và Pháp lần thứ\u00a0{ordinal}",
    FRENCH: "{ordinal} Assises de la coopération décentralisée franco-vietnamienne",
    ENGLISH: "{ordinal} Viet Nam–France decentralised cooperation conference",
}


def build_titles(number):
    return {code: title.format(ordinal=ordinal(number, code)) for code, title in TITLES.items()}


def merge_conferences(accounts):
    """{key: {fact: value}} of every conference in the accounts; `conference_theme` is a dict by language."""
    facts_by_key, spans = defaultdict(lambda: defaultdict(list)), defaultdict(list)
    for account in accounts:
        for subject, facts in account.facts_by_subject.items():
            if subject.kind == "conference":
                values = {fact.name: fact.value for fact in facts}
                spans[subject.key].append(
                    Span(values.get("starts_on", ""), values.get("ends_on", ""), account.appeared_on)
                )
                for fact in facts:
                    facts_by_key[subject.key][fact.name].append(fact)
    return {key: choose_values(facts_by_key[key], spans[key]) for key in sorted(facts_by_key, key=int)}


def choose_values(facts, spans):
    """The values that the record shows, from the facts by name and the spans of all accounts."""
    themes_by_language = defaultdict(list)
    for fact in facts.get("conference_theme", []):
        themes_by_language[fact.language].append(fact.value)
    place = most_frequent([fact.value for fact in facts.get("place", [])])
    country = most_frequent([fact.value for fact in facts.get("country", [])])
    starts_on, ends_on = choose_span(spans)
    was_held = any((span.starts_on or span.ends_on) and not span.is_preview() for span in spans)
    return {
        "status": "held" if was_held else "announced",
        "starts_on": starts_on,
        "ends_on": ends_on,
        "place": place,
        "country": "" if place else country,
        "conference_theme": {language: most_frequent(themes) for language, themes in themes_by_language.items()},
    }


def most_frequent(values):
    """The first of the most frequent values; empty if there are none."""
    return max(values, key=lambda value: (values.count(value), -values.index(value)), default="")


def build_conference_rows(conferences, accounts, tables, edition):
    """Rows of the conferences, then of their parts."""
    records, parts = [], []
    for key, facts in conferences.items():
        own = [account for account in accounts if account.conference == key]
        sessions, speakers, commitments = (merge_items(own, part) for part in ("sessions", "speakers", "commitments"))
        participants = sorted({place for account in own for place in account.versions[ENGLISH].participants})
        themes = sorted({get_theme(item) for item in [*sessions, *commitments]})
        hosts, partners = find_organisers(own, key, tables)
        records.append(
            build_record(
                "events.conference",
                edition,
                key=key,
                number=int(key),
                **build_columns("title", build_titles(int(key))),
                **build_columns("conference_theme", facts["conference_theme"]),
                status=facts["status"],
                starts_on=facts["starts_on"],
                ends_on=facts["ends_on"],
                place=[facts["place"]] if facts["place"] else None,
                country=facts["country"],
                hosts=[[host] for host in hosts],
                partners=[[partner] for partner in partners],
                participants=[[place] for place in participants],
                themes=[[theme] for theme in themes],
            )
        )
        parts += [
            build_part_row("session", key, order, item, "title", "summary") for order, item in enumerate(sessions, 1)
        ]
        parts += [build_speaker_row(key, order, item, tables) for order, item in enumerate(speakers, 1)]
        parts += [build_part_row("commitment", key, order, item, "text") for order, item in enumerate(commitments, 1)]
    return records + parts


def merge_items(accounts, part):
    """Items {language: row} of a marked part: the longest text for each slug, in the order of the longest list."""
    items_by_slug, lists = {}, []
    for account in accounts:
        versions = account.versions
        rows_by_language = [getattr(version, part) for version in versions.values()]
        items = [dict(zip(versions, rows, strict=True)) for rows in zip(*rows_by_language, strict=True)]
        lists.append([get_slug(item) for item in items])
        for item in items:
            slug = get_slug(item)
            if slug not in items_by_slug or count_characters(item) > count_characters(items_by_slug[slug]):
                items_by_slug[slug] = item
    order = list(dict.fromkeys(slug for slugs in sorted(lists, key=len, reverse=True) for slug in slugs))
    return [items_by_slug[slug] for slug in order]


def get_slug(item):
    """The first cell, which is the same in all languages."""
    return next(iter(item[ENGLISH].values()))


def get_theme(item):
    """`local-cooperation/2` is the second item on the theme `local-cooperation`."""
    return get_slug(item).split("/")[0]


def count_characters(item):
    return sum(len(value) for row in item.values() for value in row.values())


def build_part_row(model, key, order, item, *fields):
    columns = {}
    for field in fields:
        columns |= build_columns(field, {code: item[code][field] for code in LANGUAGE_CODES})
    return build_row(f"events.{model}", conference=[key], order=order, theme=[get_theme(item)], **columns)


def build_speaker_row(key, order, item, tables):
    place = item[ENGLISH]["locality"]
    is_locality = place.startswith(("vn-", "fr-"))
    return build_row(
        "events.speaker",
        conference=[key],
        order=order,
        name=item[ENGLISH]["name"],
        **build_columns("position", {code: format_position(item[code]["position"], code) for code in LANGUAGE_CODES}),
        locality=[place] if is_locality else None,
        organisation=None if is_locality else tables.get_organisation(place),
        **build_columns("line", {code: item[code]["said"] for code in LANGUAGE_CODES}),
    )


def find_organisers(accounts, key, tables):
    """(keys of the host localities, keys of the partners): each as the account says that names most of them."""
    hosts, partners = [], []
    for account in accounts:
        facts = account.facts_by_subject.get(Subject("conference", key), [])
        hosts = max(hosts, [fact.value for fact in facts if fact.name == "hosts"], key=len)
        named = [fact.value for fact in facts if fact.name == "partners" and fact.language == VIETNAMESE]
        partners = max(partners, named, key=len)
    return sorted(set(hosts)), sorted({tables.organisation_keys[name] for name in partners})
