from django.utils.functional import SimpleLazyObject

from .models import Secretariat


def secretariat(request):
    """The office that keeps the register, for the head and foot of every page; asked only where it is shown."""
    return {"secretariat": SimpleLazyObject(Secretariat.objects.first)}
