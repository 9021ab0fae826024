import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from cooperation.agreements.models import Agreement
from cooperation.core.records import PublicationState
from cooperation.desk.integrity_checks import find_problems
from cooperation.news.models import Claim
from localities.models import Locality, LocalityCode
from tests.factories import make_agreement, make_claim, make_locality, make_news, make_partnership, make_succession

pytestmark = pytest.mark.django_db


def test_the_fixtures_keep_all_rules(archive, capsys):
    call_command("check_records")

    assert capsys.readouterr().out == "No integrity problems found.\n"


def claim(**values):
    agreement = make_agreement()
    row = make_claim(agreement, "signed_on", "2023", item=make_news(key="report"))
    Claim.objects.filter(pk=row.pk).update(**values)


def overlapping_codes():
    for key in ["vn-one", "vn-other"]:
        LocalityCode.objects.create(locality=make_locality(key=key), scheme="gso", value="15", until="2025-06")


def cycle_of_successions():
    one, other = make_locality(key="vn-one"), make_locality(key="vn-other")
    make_succession(one, other)
    make_succession(other, one)


def cycle_of_agreements():
    one, other = make_agreement(key="one"), make_agreement(key="other")
    Agreement.objects.filter(pk=one.pk).update(earlier_agreement=other)
    Agreement.objects.filter(pk=other.pk).update(earlier_agreement=one)


def hidden_party():
    agreement = make_agreement(key="one")
    Locality.objects.filter(agreement_parties__agreement=agreement, country="VN").update(
        publication_state=PublicationState.DRAFT, name_vi="Kín"
    )


@pytest.mark.parametrize(
    ("break_it", "words"),
    [
        (lambda: make_partnership(since="2023-02-30"), ["“2023-02-30” is not a valid date"]),
        (lambda: claim(fact="colour"), ["there is no fact “colour” of “agreement”"]),
        (lambda: claim(subject_key="gone"), ["there is no agreement “gone”"]),
        (lambda: claim(value="soon"), ["“soon” is not a valid date"]),
        (overlapping_codes, ["gso 15 is assigned to two localities at the same time"]),
        (cycle_of_successions, ["vn-one → vn-other creates a cycle", "vn-other → vn-one creates a cycle"]),
        (
            lambda: make_succession(make_locality(until="2025-07-01"), make_locality()),
            ["before the last day of the predecessor"],
        ),
        (cycle_of_agreements, ["agreement one refers to itself", "agreement other refers to itself"]),
        (lambda: make_agreement(key="one", parties=[make_locality()]), ["at least two parties"]),
        (hidden_party, ["The party “Kín” is not published"]),
    ],
)
def test_each_broken_rule_is_told(break_it, words):
    break_it()

    problems = list(find_problems())

    assert len(problems) == len(words)
    for problem, expected in zip(problems, words, strict=True):
        assert expected in problem


def test_the_command_fails_where_a_rule_is_broken(capsys):
    hidden_party()

    with pytest.raises(CommandError, match="1 problem"):
        call_command("check_records")
