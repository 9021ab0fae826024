"""What Django and gunicorn cost by themselves: one view, no middleware, and as many bytes as the address says."""

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpResponse
from django.urls import path

settings.configure(ALLOWED_HOSTS=["127.0.0.1"], ROOT_URLCONF=__name__, MIDDLEWARE=[], SECRET_KEY="unused")  # noqa: S106


def answer(request, size):
    return HttpResponse(b"x" * size)


urlpatterns = [path("<int:size>/", answer)]
application = get_wsgi_application()
