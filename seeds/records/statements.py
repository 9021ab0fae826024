"""What each account states, fact by fact, with the supporting sentence in each of its languages."""

from dataclasses import dataclass, field

from cooperation.article_reader.facts import MENTION, Subject
from cooperation.article_reader.qualifiers import NO_QUALIFIERS, Qualifiers


@dataclass
class Statement:
    """A fact as one account states it; `passages` holds its sentence by language."""

    subject: Subject
    fact: str
    value: str
    language: str = ""
    qualifiers: Qualifiers = NO_QUALIFIERS
    passages: dict = field(default_factory=dict)


def build_statements(account):
    """All statements of an account: its facts and its marked parts, those that only name a locality last."""
    statements = [
        Statement(
            fact.subject,
            fact.name,
            fact.value,
            fact.language,
            fact.qualifiers,
            fact.sentences,
        )
        for fact in account.facts
    ]
    mentions = [statement for statement in statements if statement.fact == MENTION]
    facts = [statement for statement in statements if statement.fact != MENTION]
    return [*facts, *build_marked_statements(account), *mentions]


def build_marked_statements(account):
    """The statements of the marked parts, taken as written; a text of the row is the passage."""
    if not account.conference:
        return []
    subject, versions = Subject("conference", account.conference), account.versions
    original = versions[account.language]
    statements = [Statement(subject, "participants", key) for key in original.participants]
    for part, get_value, column in [
        ("sessions", get_theme, "title"),
        ("commitments", get_theme, "text"),
        ("speakers", get_name, "said"),
    ]:
        for index, item in enumerate(getattr(original, part)):
            passages = {code: getattr(version, part)[index][column] for code, version in versions.items()}
            statements.append(Statement(subject, part, get_value(item), passages=passages))
    return statements


def get_theme(item):
    return next(iter(item.values())).split("/")[0]


def get_name(item):
    return item["name"]
