"""Findings as plain values, for `read_article --json`, and as lines for a terminal.

The `start` and `end` of a mention are offsets in `Article.kept_text()`.
"""

from cooperation.article_reader.facts import get_reported_facts
from cooperation.article_reader.qualifiers import Qualifiers
from cooperation.article_reader.reader import Article
from cooperation.article_reader.recognise import Findings


def build_report(article: Article, findings: Findings, file: str) -> dict:
    return {
        "file": file,
        "language": article.language,
        "title": article.title,
        "publisher": article.publisher,
        "published": article.published,
        "conferences": [build_conference(conference) for conference in findings.conferences],
        "agreements": [build_agreement(agreement) for agreement in findings.agreements],
        "partnerships": [build_partnership(partnership) for partnership in findings.partnerships],
        "localities": [build_locality(locality, article.offsets()) for locality in findings.localities],
        "people": [{"name": person.name.value, "office": get_value(person.position)} for person in findings.people],
        "figures": [build_figure(figure) for figure in findings.figures],
    }


def get_value(extraction):
    return extraction.value if extraction else None


def get_values(kind, finding):
    """{name in the report: value}; a list for parties."""
    values = {name: getattr(finding, attribute) for name, attribute in get_reported_facts(kind).items()}
    return {
        name: [extraction.value for extraction in value] if isinstance(value, list) else get_value(value)
        for name, value in values.items()
    }


def build_figure(figure):
    """The measure, the value, and the qualifiers that the article gives."""
    qualifiers = {name: value for name, value in figure.qualifiers._asdict().items() if value}
    return {"measure": figure.measure, "value": figure.count.value} | qualifiers


def build_conference(conference):
    return {"ordinal": get_value(conference.ordinal), **get_values("conference", conference)}


def build_agreement(agreement):
    return get_values("agreement", agreement)


def build_partnership(partnership):
    return get_values("partnership", partnership)


def build_locality(locality, offsets):
    mentions = []
    for mention in locality.mentions:
        offset = offsets[mention.paragraph]
        mentions.append({"text": mention.value, "start": offset + mention.start, "end": offset + mention.end})
    return {"key": locality.key, "name": locality.name, "mentions": mentions}


def format_report(report: dict) -> str:
    """A short text: a line for each finding except the localities, which share the last line."""
    source = ", ".join(filter(None, (report["publisher"], report["published"])))
    title = report["title"] or "(no title)"
    lines = [report["file"], f"  {report['language']}: {title}" + (f" ({source})" if source else "")]
    lines += [
        f"  conference {join_values(conference, 'ordinal', 'starts_on', 'ends_on', 'place', 'motto')}"
        for conference in report["conferences"]
    ]
    for agreement in report["agreements"]:
        values = join_values(agreement, "kind", "signed_on", "place", "ends_on")
        lines.append(f"  agreement {' – '.join(agreement['parties'])}: {values}")
    for partnership in report["partnerships"]:
        parties = " – ".join(partnership["parties"])
        lines.append(f"  partnership {parties}: {join_values(partnership, 'kind', 'since')}")
    lines += [f"  person {join_values(person, 'name', 'office')}" for person in report["people"]]
    lines += [f"  figure {figure['measure']} = {join_qualifiers(figure)}" for figure in report["figures"]]
    localities = ", ".join(
        f"{locality['key'] or locality['name']} ({len(locality['mentions'])})" for locality in report["localities"]
    )
    return "\n".join([*lines, f"  localities {localities or 'none'}"])


def join_qualifiers(figure):
    """ "800 (about, expected)"."""
    words = ", ".join(str(figure[name]) for name in Qualifiers._fields if name in figure)
    return f"{figure['value']} ({words})" if words else str(figure["value"])


def join_values(values, *names):
    return ", ".join(str(values[name]) for name in names if values[name] is not None) or "nothing more"
