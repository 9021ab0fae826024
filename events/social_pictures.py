from cooperation.core.social_pictures import Face, face
from cooperation.core.wording_of_dates import span_in_words, upper_first

from .models import Conference


@face.register
def conference(record: Conference, day):
    dates = upper_first(span_in_words(record.starts_on, record.ends_on))
    said = [part for part in [dates, record.place_name] if part]
    return Face(", ".join(said) or upper_first(record.get_state_display()), [(record.country_code, str(record))])
