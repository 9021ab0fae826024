"""Conferences, merged over all accounts: the span that most tell after the event, the wording first printed."""

from collections import defaultdict

from .rows import LANGUAGES, in_three, record, row
from .spans import Span, span_of
from .statements import of_conferences

TITLES = {
    "vi": "Hội nghị hợp tác giữa các địa phương Việt Nam và Pháp lần thứ {number}",
    "fr": "{number}es Assises de la coopération décentralisée franco-vietnamienne",
    "en": "{ordinal} Viet Nam–France decentralised cooperation conference",
}


def ordinal(number):
    """
    >>> ordinal(12), ordinal(1), ordinal(22)
    ('12th', '1st', '22nd')
    """
    endings = {1: "st", 2: "nd", 3: "rd"}
    return f"{number}{'th' if 11 <= number % 100 <= 13 else endings.get(number % 10, 'th')}"


def titles(number):
    filled = {code: text.format(number=number, ordinal=ordinal(number)) for code, text in TITLES.items()}
    return filled | ({"fr": TITLES["fr"].format(number=1).replace("1es", "1res")} if number == 1 else {})


def merged(accounts):
    """{key: {fact: value}} of every conference told of; mottos by language under `motto`."""
    told, spans = defaultdict(lambda: defaultdict(list)), defaultdict(list)
    for account in accounts:
        dates = defaultdict(dict)
        for statement in account.each(of_conferences):
            told[statement.subject[1]][statement.fact].append(statement)
            dates[statement.subject[1]][statement.fact] = statement.value
        for key, facts in dates.items():
            spans[key].append(Span(facts.get("starts_on", ""), facts.get("ends_on", ""), account.appeared_on))
    return {key: chosen(facts, spans[key]) for key, facts in sorted(told.items(), key=lambda item: int(item[0]))}


def chosen(facts, spans):
    """The span that most accounts tell, the widest of these; places as most tell; mottos as first printed."""
    told = defaultdict(list)
    for statement in facts.get("conference_theme", []):
        told[statement.language].append(statement.value)
    conference_themes = {language: most_told(values) for language, values in told.items()}
    place = most_told([each.value for each in facts.get("place", [])])
    starts_on, ends_on = span_of(spans)
    was_held = any((span.starts_on or span.ends_on) and not span.is_preview() for span in spans)
    return {
        "status": "held" if was_held else "announced",
        "starts_on": starts_on,
        "ends_on": ends_on,
        "place": place,
        "country": "" if place else most_told([each.value for each in facts.get("country", [])]),
        "conference_theme": conference_themes,
    }


def most_told(values):
    return max(values, key=lambda value: (values.count(value), -values.index(value)), default="")


def conference_rows(conferences, accounts, tables, edition):
    """Rows of the conferences, then of their parts."""
    records, parts = [], []
    for key, facts in conferences.items():
        own = [account for account in accounts if account.main_conference() == key]
        sessions, speakers, commitments = (fullest(own, part) for part in ("sessions", "speakers", "commitments"))
        participants = sorted({place for account in own for place in account.article.versions["en"].participants})
        themes = sorted({theme_of(item) for item in [*sessions, *commitments]})
        records.append(
            record(
                "events.conference",
                edition,
                key=key,
                number=int(key),
                **in_three("title", titles(int(key))),
                **in_three("conference_theme", facts["conference_theme"]),
                status=facts["status"],
                starts_on=facts["starts_on"],
                ends_on=facts["ends_on"],
                place=[facts["place"]] if facts["place"] else None,
                country=facts["country"],
                **in_three("hosts", hosts(own, key, tables)),
                participants=[[place] for place in participants],
                themes=[[theme] for theme in themes],
            )
        )
        parts += [part_row("session", key, order, item, "title", "summary") for order, item in enumerate(sessions, 1)]
        parts += [speaker_row(key, order, item) for order, item in enumerate(speakers, 1)]
        parts += [part_row("commitment", key, order, item, "text") for order, item in enumerate(commitments, 1)]
    return records + parts


def fullest(accounts, part):
    """Items of a marked part, each slug once: the fullest text, in the order of the longest list."""
    found, lists = {}, []
    for account in accounts:
        versions = account.article.versions
        rows = [
            dict(zip(versions, row, strict=True))
            for row in zip(*(getattr(v, part) for v in versions.values()), strict=True)
        ]
        lists.append([slug_of(row) for row in rows])
        for item in rows:
            slug = slug_of(item)
            if slug not in found or length(item) > length(found[slug]):
                found[slug] = item
    order = list(dict.fromkeys(slug for slugs in sorted(lists, key=len, reverse=True) for slug in slugs))
    return [found[slug] for slug in order]


def slug_of(item):
    """What an item is called in all languages: its first cell."""
    return next(iter(item["en"].values()))


def theme_of(item):
    """`local-cooperation/2` is another point on the theme `local-cooperation`."""
    return slug_of(item).split("/")[0]


def length(item):
    return sum(len(value) for version in item.values() for value in version.values())


def part_row(model, key, order, item, *texts):
    theme = theme_of(item)
    fields = {}
    for text in texts:
        fields |= in_three(text, {code: item[code][text] for code in LANGUAGES})
    return row(f"events.{model}", conference=[key], order=order, theme=[theme], **fields)


def speaker_row(key, order, item):
    place = item["en"]["locality"]
    is_locality = place.startswith(("vn-", "fr-"))
    return row(
        "events.speaker",
        conference=[key],
        order=order,
        name=item["en"]["name"],
        **in_three("position", {code: item[code]["position"] for code in LANGUAGES}),
        locality=[place] if is_locality else None,
        **in_three("organisation", {} if is_locality else {code: item[code]["locality"] for code in LANGUAGES}),
        **in_three("line", {code: item[code]["said"] for code in LANGUAGES}),
    )


def hosts(accounts, key, tables):
    """Hosts and partners in each language, one a line, from the account that names most of them in all three."""
    best = {}
    for account in accounts:
        lines = {code: named(findings, key, code, tables) for code, findings in account.findings.items()}
        same_count = len({len(names) for names in lines.values()}) == 1
        if same_count and len(lines["en"]) > len(best.get("en", "").splitlines()):
            best = {code: "\n".join(name[:1].upper() + name[1:] for name in names) for code, names in lines.items()}
    return best


def named(findings, key, language, tables):
    """Host localities under their names, then partner bodies as written."""
    told = [each for each in findings.conferences if each.ordinal and str(each.ordinal.value) == key]
    places = [found.value for each in told for found in each.hosts if found.value in tables.units]
    return [tables.name(place, language) for place in places] + [
        found.value for each in told for found in each.partners
    ]
