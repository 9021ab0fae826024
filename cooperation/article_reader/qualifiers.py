"""What limits a value that a report gives: "about", "expected", on which date, and whether it was inferred."""

from typing import NamedTuple

#: How the value compares with the real number or date; none means exactly as stated.
COMPARATORS = ["more_than", "at_least", "about", "at_most"]
#: What the number counts: those announced or expected before an event are not those who came.
NATURES = ["announced", "expected", "registered", "attended", "so_far"]
#: From what a value was inferred that the report does not state itself.
INFERENCES = ["anniversary", "publication_date", "conference_dates", "calculated"]


class Qualifiers(NamedTuple):
    """`as_of` is the partial date of which the report says that the value was true then."""

    comparator: str = ""
    nature: str = ""
    as_of: str = ""
    inference: str = ""


NO_QUALIFIERS = Qualifiers()
