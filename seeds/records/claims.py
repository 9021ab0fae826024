"""Every claim of every account: what running text says, and what its marked parts hold."""

from . import partnerships
from .rows import in_three, row
from .statements import Statement, of_agreement, of_conferences, of_figures, of_localities

ACCEPTED, REPORTED = "accepted", "reported"


def statements_of(account, agreements, partnerships_by_key):
    """All statements of one account. `agreements` and `ties` are the merged ones, each with where it was told."""
    main = account.main_conference()
    found = account.each(of_conferences)
    found += account.each(of_figures(main, account.appeared_on))
    for agreement in agreements:
        found += account.each(reader_of(agreement, account))
    for partnership in partnerships_by_key:
        found += account.each(partnerships.reader_of(partnership, account))
    found += marked(account, main)
    found += account.each(of_localities)
    for statement in found:
        if statement.subject == ("", ""):
            statement.as_of = account.appeared_on
    return found


def reader_of(agreement, account):
    told = {id(each.told) for each in agreement.mentions if each.account is account}

    def read(findings):
        for each in findings.agreements:
            if id(each) in told:
                yield from of_agreement(each, agreement.key)

    return read


def marked(account, main):
    """The marked parts are taken as written; their own words are the passage."""
    if not main:
        return []
    subject, versions = ("conference", main), account.article.versions
    own = versions[account.language]
    found = [Statement(subject, "participants", key) for key in own.participants]
    for part, value, words in [
        ("sessions", theme_of, "title"),
        ("commitments", theme_of, "text"),
        ("speakers", name_of, "said"),
    ]:
        for place, item in enumerate(getattr(own, part)):
            passages = {code: getattr(version, part)[place][words] for code, version in versions.items()}
            found.append(Statement(subject, part, value(item), passages=passages))
    return found


def theme_of(item):
    return next(iter(item.values())).split("/")[0]


def name_of(item):
    return item["name"]


def claim_rows(account, statements, shown):
    """Rows in the order of the statements. `shown` holds the records' own values; see `values_shown`."""
    return [
        row(
            "news.claim",
            news_item=[account.key],
            order=order,
            subject_kind=statement.subject[0],
            subject_key=statement.subject[1],
            fact=statement.fact,
            value=statement.value,
            value_language=statement.language,
            as_of=statement.as_of,
            **in_three("passage", statement.passages),
            decision=ACCEPTED if is_shown(statement, shown) else REPORTED,
        )
        for order, statement in enumerate(statements, start=1)
    ]


def is_shown(statement, shown):
    """Whether the record shows this value: a motto in its own language, a day at the day's precision."""
    value = shown.get((*statement.subject, statement.fact, statement.language))
    return value is not None and value == statement.value
