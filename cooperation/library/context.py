from django.utils.functional import SimpleLazyObject

from cooperation.core.version_cache import cached_by_version

from .models import Secretariat


def secretariat(request):
    """The secretariat, for the head and foot of every page; loaded only where a template uses it."""
    return {"secretariat": SimpleLazyObject(get_secretariat)}


@cached_by_version
def get_secretariat():
    return Secretariat.objects.first()
