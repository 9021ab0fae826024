from django.conf import settings
from django.utils import timezone


def today():
    """The day at the secretariat; views ask it once and pass it on, models never do."""
    return timezone.now().astimezone(settings.REGISTER_TIME_ZONE).date()
