"""Conferences merged over all accounts: the most reported dates and places, the theme as first printed."""

from collections import defaultdict

from cooperation.core.languages import ENGLISH, FRENCH, LANGUAGE_CODES, VIETNAMESE, ordinal

from .rows import build_columns, build_record, build_row
from .spans import Span, choose_span
from .statements import read_conference_facts
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
    statements, spans = defaultdict(lambda: defaultdict(list)), defaultdict(list)
    for account in accounts:
        dates = defaultdict(dict)
        for statement in account.statements(read_conference_facts):
            statements[statement.subject[1]][statement.fact].append(statement)
            dates[statement.subject[1]][statement.fact] = statement.value
        for key, facts in dates.items():
            spans[key].append(Span(facts.get("starts_on", ""), facts.get("ends_on", ""), account.appeared_on))
    return {key: choose_values(statements[key], spans[key]) for key in sorted(statements, key=int)}


def choose_values(statements, spans):
    """The values that the record shows, from the statements by fact and the spans of all accounts."""
    themes_by_language = defaultdict(list)
    for statement in statements.get("conference_theme", []):
        themes_by_language[statement.language].append(statement.value)
    place = most_frequent([statement.value for statement in statements.get("place", [])])
    country = most_frequent([statement.value for statement in statements.get("country", [])])
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
        own = [account for account in accounts if account.main_conference() == key]
        sessions, speakers, commitments = (merge_items(own, part) for part in ("sessions", "speakers", "commitments"))
        participants = sorted({place for account in own for place in account.article.versions[ENGLISH].participants})
        themes = sorted({get_theme(item) for item in [*sessions, *commitments]})
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
                **build_columns("hosts", build_hosts(own, key, tables)),
                participants=[[place] for place in participants],
                themes=[[theme] for theme in themes],
            )
        )
        parts += [
            build_part_row("session", key, order, item, "title", "summary") for order, item in enumerate(sessions, 1)
        ]
        parts += [build_speaker_row(key, order, item) for order, item in enumerate(speakers, 1)]
        parts += [build_part_row("commitment", key, order, item, "text") for order, item in enumerate(commitments, 1)]
    return records + parts


def merge_items(accounts, part):
    """Items {language: row} of a marked part: the longest text for each slug, in the order of the longest list."""
    items_by_slug, lists = {}, []
    for account in accounts:
        versions = account.article.versions
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


def build_speaker_row(key, order, item):
    place = item[ENGLISH]["locality"]
    is_locality = place.startswith(("vn-", "fr-"))
    organisation = {} if is_locality else {code: item[code]["locality"] for code in LANGUAGE_CODES}
    return build_row(
        "events.speaker",
        conference=[key],
        order=order,
        name=item[ENGLISH]["name"],
        **build_columns("position", {code: format_position(item[code]["position"], code) for code in LANGUAGE_CODES}),
        locality=[place] if is_locality else None,
        **build_columns("organisation", organisation),
        **build_columns("line", {code: item[code]["said"] for code in LANGUAGE_CODES}),
    )


def build_hosts(accounts, key, tables):
    """{language: hosts and partners, one a line} of the account that names most, and as many in each language."""
    best, best_count = {}, 0
    for account in accounts:
        names = {code: list_hosts(findings, key, code, tables) for code, findings in account.findings.items()}
        count = len(names[ENGLISH])
        if count > best_count and all(len(others) == count for others in names.values()):
            best = {code: "\n".join(name[:1].upper() + name[1:] for name in names[code]) for code in names}
            best_count = count
    return best


def list_hosts(findings, key, language, tables):
    """The names of the host localities, then the partners as written."""
    conferences = [item for item in findings.conferences if item.ordinal and str(item.ordinal.value) == key]
    places = [host.value for item in conferences for host in item.hosts if host.value in tables.units]
    partners = [partner.value for item in conferences for partner in item.partners]
    return [tables.get_name(place, language) for place in places] + partners
