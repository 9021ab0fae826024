from django.utils.functional import SimpleLazyObject

from cooperation.core.remembering import remembered

from .models import Secretariat


def secretariat(request):
    """The office that keeps the register, for the head and foot of every page; asked only where it is shown."""
    return {"secretariat": SimpleLazyObject(the_secretariat)}


@remembered
def the_secretariat():
    return Secretariat.objects.first()
