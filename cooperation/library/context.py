from django.utils.functional import SimpleLazyObject

from cooperation.core.version_cache import cached_by_version

from .models import Secretariat


def secretariat(request):
    """The office that keeps the register, for the head and foot of every page; asked only where it is shown."""
    return {"secretariat": SimpleLazyObject(the_secretariat)}


@cached_by_version
def the_secretariat():
    return Secretariat.objects.first()
