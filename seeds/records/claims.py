"""All claims of an account: what its running text states, and its marked parts."""

from . import partnerships
from .rows import build_columns, build_row
from .statements import Statement, get_figure_reader, read_agreement_facts, read_conference_facts, read_locality_facts

ACCEPTED, REPORTED = "accepted", "reported"


def build_statements(account, agreements, partnerships_of_account):
    """All statements of one account, about the merged agreements and partnerships too."""
    main = account.main_conference()
    statements = account.statements(read_conference_facts)
    statements += account.statements(get_figure_reader(main, account.appeared_on))
    for agreement in agreements:
        statements += account.statements(build_reader(agreement, account))
    for partnership in partnerships_of_account:
        statements += account.statements(partnerships.build_reader(partnership, account))
    statements += marked_statements(account, main)
    statements += account.statements(read_locality_facts)
    for statement in statements:
        if statement.subject == ("", ""):
            statement.as_of = account.appeared_on
    return statements


def build_reader(agreement, account):
    """A function that reads what one language of the account says of a merged agreement."""
    ids = {id(mention.finding) for mention in agreement.mentions if mention.account is account}

    def read(findings):
        for finding in findings.agreements:
            if id(finding) in ids:
                yield from read_agreement_facts(finding, agreement.key)

    return read


def marked_statements(account, main):
    """The statements of the marked parts, taken as written; a text of the row is the passage."""
    if not main:
        return []
    subject, versions = ("conference", main), account.article.versions
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


def build_claim_rows(account, statements, shown):
    """Rows in the order of the statements. `shown` are the values of the records, see `collect_shown_values`."""
    return [
        build_row(
            "news.claim",
            news_item=[account.key],
            order=order,
            subject_kind=statement.subject[0],
            subject_key=statement.subject[1],
            fact=statement.fact,
            value=statement.value,
            value_language=statement.language,
            as_of=statement.as_of,
            **build_columns("passage", statement.passages),
            decision=ACCEPTED if is_shown(statement, shown) else REPORTED,
        )
        for order, statement in enumerate(statements, start=1)
    ]


def is_shown(statement, shown):
    """Whether the record shows exactly this value; a conference theme is compared in its own language."""
    value = shown.get((*statement.subject, statement.fact, statement.language))
    return value is not None and value == statement.value
