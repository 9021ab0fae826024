from cooperation.core.social_pictures import Face, face
from cooperation.core.wording_of_dates import phrase, upper_first
from localities.lineage import Lineage

from .models import Agreement, Partnership


@face.register
def agreement(record: Agreement, day):
    """Its parties as signed; a body that is no locality has no country."""
    said = [record.get_kind_display(), phrase(record.signed_on, "signed") if record.signed_on else ""]
    parties = record.parties(Lineage(), day) if record.signatures.exists() else []
    names = [(party.country, str(party)) for party in parties] or [("", str(record))]
    return Face(upper_first(", ".join(filter(None, said))), names)


@face.register
def partnership(record: Partnership, day):
    said = [record.get_kind_display(), phrase(record.since, "since") if record.since else ""]
    names = [(party.country, str(party)) for party in record.parties_shown()]
    return Face(upper_first(", ".join(filter(None, said))), names)
