"""What the register shows although no report states it."""

from cooperation.core.records import Record
from cooperation.news.evidence import Evidence
from cooperation.news.qualifiers import Inference


def infer_signing_date(agreement: Record, evidence: Evidence) -> str:
    """From what its date of signature was inferred (`Inference`); empty if a report states it or there is no date."""
    is_inferred = agreement.signed_on and agreement.conference_id and not evidence.get_claims("signed_on")
    return Inference.CONFERENCE_DATES.value if is_inferred else ""
