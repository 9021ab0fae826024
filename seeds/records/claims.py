"""Rows of the claims of an account."""

from .rows import build_columns, build_row

ACCEPTED, REPORTED = "accepted", "reported"


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
            **statement.qualifiers._asdict(),
            **build_columns("passage", statement.passages),
            decision=ACCEPTED if is_shown(statement, shown) else REPORTED,
        )
        for order, statement in enumerate(statements, start=1)
    ]


def is_shown(statement, shown):
    """Whether the record shows exactly this value; a conference theme is compared in its own language."""
    value = shown.get((*statement.subject, statement.fact, statement.language))
    return value is not None and value == statement.value
