"""Findings as plain values, for `read_article --json`, and as lines for a reader at a terminal.

The `start` and `end` of a mention count in the kept text: the title and the paragraphs joined by two line ends.
"""


def report(article, findings, file):
    return {
        "file": file,
        "language": article.language,
        "title": article.title,
        "publisher": article.publisher,
        "published": article.published,
        "conferences": [conference(each) for each in findings.conferences],
        "agreements": [agreement(each) for each in findings.agreements],
        "partnerships": [partnership(each) for each in findings.partnerships],
        "localities": [locality(each, article.offsets()) for each in findings.localities],
        "people": [{"name": each.name.value, "office": value(each.office)} for each in findings.people],
        "figures": [{"measure": each.measure, "value": each.count.value} for each in findings.figures],
    }


def value(found):
    return found.value if found else None


def conference(found):
    facts = {fact: value(getattr(found, fact)) for fact in ("ordinal", "starts_on", "ends_on", "place")}
    return facts | {"motto": value(found.conference_theme)}


def agreement(found):
    told = {fact: value(getattr(found, fact)) for fact in ("kind", "signed_on", "place", "ends_on")}
    return {"parties": [party.value for party in found.parties], **told}


def partnership(found):
    return {
        "parties": [party.value for party in found.parties],
        "since": value(found.since),
        "kind": value(found.kind),
    }


def locality(found, offsets):
    mentions = [
        {"text": each.value, "start": offsets[each.paragraph] + each.start, "end": offsets[each.paragraph] + each.end}
        for each in found.mentions
    ]
    return {"key": found.key, "name": found.name, "mentions": mentions}


def as_text(told):
    """One report, short enough to read."""
    source = ", ".join(each for each in (told["publisher"], told["published"]) if each)
    lines = [
        told["file"],
        f"  {told['language']}: {told['title'] or '(no title)'}" + (f" ({source})" if source else ""),
    ]
    lines += [
        f"  conference {line(each, 'ordinal', 'starts_on', 'ends_on', 'place', 'motto')}"
        for each in told["conferences"]
    ]
    for each in told["agreements"]:
        lines.append(
            f"  agreement {' – '.join(each['parties'])}: {line(each, 'kind', 'signed_on', 'place', 'ends_on')}"
        )
    lines += [
        f"  partnership {' – '.join(each['parties'])}: {line(each, 'kind', 'since')}" for each in told["partnerships"]
    ]
    lines += [f"  person {line(each, 'name', 'office')}" for each in told["people"]]
    lines += [f"  figure {each['measure']} = {each['value']}" for each in told["figures"]]
    places = ", ".join(f"{each['key'] or each['name']} ({len(each['mentions'])})" for each in told["localities"])
    return "\n".join([*lines, f"  localities {places or 'none'}"])


def line(values, *names):
    return ", ".join(str(values[name]) for name in names if values[name] is not None) or "nothing more"
