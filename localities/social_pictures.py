from cooperation.core.social_pictures import Face, face
from cooperation.core.wording_of_dates import phrase

from .models import Locality


@face.register
def locality(record: Locality, day):
    until = f" {phrase(record.until, 'until')}" if record.has_ended(day) else ""
    return Face(f"{record.country_name}, {record.level}{until}", [(record.country, str(record))])
