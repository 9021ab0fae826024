"""The baseline: a Django site with one view and no middleware, which returns as many bytes as the URL says."""

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpResponse
from django.urls import path

settings.configure(ALLOWED_HOSTS=["127.0.0.1"], ROOT_URLCONF=__name__, MIDDLEWARE=[], SECRET_KEY="unused")  # noqa: S106


def return_bytes(request, size):
    return HttpResponse(b"x" * size)


urlpatterns = [path("<int:size>/", return_bytes)]
application = get_wsgi_application()
