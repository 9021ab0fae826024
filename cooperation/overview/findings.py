"""The finding of a chart in one sentence, used as its title."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

#: If more rows than these share the first place, the sentence has their number instead of their names.
MAX_NAMES = 3


def find_leaders(rows, column=0):
    """The known rows with the highest number, if it is not 0."""
    known = [row for row in rows if not row.is_unknown]
    highest = max((row.values[column] for row in known), default=0)
    return [row for row in known if highest and row.values[column] == highest]


def join_names(rows):
    return ", ".join(row.label for row in rows)


def build_empty_finding():
    return _("No agreements are recorded on or before this date.")


def build_year_finding(rows, total):
    first = find_leaders(rows)
    if not first:
        return _("No agreement has a known year of signature.")
    params = {"years": join_names(first), "count": first[0].values[0], "total": total}
    return (
        ngettext(
            "The year with the most agreements: %(years)s (%(count)s of %(total)s).",
            "The years with the most agreements: %(years)s (each %(count)s of %(total)s).",
            len(first),
        )
        % params
    )


def build_theme_finding(rows, total):
    first = find_leaders(rows)
    if not first:
        return ngettext(
            "No topic is recorded for the %(count)s agreement.",
            "No topic is recorded for any of the %(count)s agreements.",
            total,
        ) % {"count": total}
    params = {"themes": join_names(first[:MAX_NAMES]), "count": first[0].values[0], "total": total}
    return (
        ngettext(
            "Most common topic: %(themes)s (%(count)s of %(total)s agreements).",
            "Most common topics: %(themes)s (each in %(count)s of %(total)s agreements).",
            len(first),
        )
        % params
    )


def build_locality_finding(rows):
    ordered = sorted(rows, key=lambda row: -sum(row.values[:2]))
    highest = sum(ordered[0].values[:2]) if ordered else 0
    first = [row for row in ordered if sum(row.values[:2]) == highest]
    if not highest:
        return _("No locality in the register had signed an agreement on or before this date.")
    if len(first) > MAX_NAMES:
        params = {"number": len(first), "count": highest}
        return (
            ngettext(
                "%(number)s localities have the most agreements: %(count)s each.",
                "%(number)s localities have the most agreements: %(count)s each.",
                highest,
            )
            % params
        )
    params = {"localities": join_names(first), "count": highest}
    return (
        ngettext(
            "Most agreements: %(localities)s (%(count)s).",
            "Most agreements: %(localities)s (%(count)s each).",
            len(first),
        )
        % params
    )


def build_country_finding(both, total):
    if both == total:
        return ngettext(
            "The %(total)s agreement has parties from both countries.",
            "All %(total)s agreements have parties from both countries.",
            total,
        ) % {"total": total}
    return _("Agreements with parties from both countries: %(both)s of %(total)s.") % {
        "both": both,
        "total": total,
    }


def build_status_finding(rows, total):
    first = find_leaders(rows)
    params = {"states": join_names(first), "count": first[0].values[0], "total": total}
    return _("Most common status: “%(states)s” (%(count)s of %(total)s agreements).") % params
