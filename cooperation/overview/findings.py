"""What a figure shows, as one sentence: its title."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

#: More than these share the first place: their number is told instead of their names.
NAMED_AT_MOST = 3


def leaders(rows, column=0):
    """The known rows with the highest number, if it is more than none."""
    known = [row for row in rows if not row.is_unknown]
    highest = max((row.values[column] for row in known), default=0)
    return [row for row in known if highest and row.values[column] == highest]


def names_of(rows):
    return ", ".join(row.label for row in rows)


def nothing_recorded():
    return _("No agreement is recorded by this day.")


def year_finding(rows, total):
    first = leaders(rows)
    if not first:
        return _("No agreement has a known year.")
    words = {"years": names_of(first), "count": first[0].values[0], "total": total}
    return (
        ngettext(
            "The year with the most agreements: %(years)s (%(count)s of %(total)s).",
            "The years with the most agreements: %(years)s (each %(count)s of %(total)s).",
            len(first),
        )
        % words
    )


def theme_finding(rows, total):
    first = leaders(rows)
    if not first:
        return ngettext(
            "No theme is recorded for the %(count)s agreement.",
            "No theme is recorded for any of the %(count)s agreements.",
            total,
        ) % {"count": total}
    words = {"themes": names_of(first[:NAMED_AT_MOST]), "count": first[0].values[0], "total": total}
    return (
        ngettext(
            "The most frequent theme: %(themes)s (%(count)s of %(total)s agreements).",
            "The most frequent themes: %(themes)s (each in %(count)s of %(total)s agreements).",
            len(first),
        )
        % words
    )


def locality_finding(rows):
    ordered = sorted(rows, key=lambda row: -sum(row.values[:2]))
    highest = sum(ordered[0].values[:2]) if ordered else 0
    first = [row for row in ordered if sum(row.values[:2]) == highest]
    if not highest:
        return _("No locality of the register has signed an agreement by this day.")
    if len(first) > NAMED_AT_MOST:
        words = {"number": len(first), "count": highest}
        return (
            ngettext(
                "%(number)s localities share the first place, with %(count)s agreement each.",
                "%(number)s localities share the first place, with %(count)s agreements each.",
                highest,
            )
            % words
        )
    words = {"localities": names_of(first), "count": highest}
    return (
        ngettext(
            "The most agreements of one locality: %(count)s, %(localities)s.",
            "The most agreements of one locality: %(count)s each, %(localities)s.",
            len(first),
        )
        % words
    )


def country_finding(both, total):
    if both == total:
        return ngettext(
            "The %(total)s agreement joins localities of both countries.",
            "All %(total)s agreements join localities of both countries.",
            total,
        ) % {"total": total}
    return _("Agreements that join localities of both countries: %(both)s of %(total)s.") % {
        "both": both,
        "total": total,
    }


def status_finding(rows, total):
    words = {"states": names_of(leaders(rows)), "count": leaders(rows)[0].values[0], "total": total}
    return _("The most frequent status: “%(states)s” (%(count)s of %(total)s agreements).") % words
