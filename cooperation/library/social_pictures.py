from cooperation.core.languages import wording
from cooperation.core.social_pictures import Face, face
from cooperation.core.wording_of_dates import upper_first

from .models import Theme


@face.register
def theme(record: Theme, day):
    return Face(upper_first(str(record.kind_in_words)), [("", wording(record, "name").text)])
