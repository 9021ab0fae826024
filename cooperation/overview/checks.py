from pathlib import Path

from django.conf import settings
from django.core.checks import Error

from .geography import read_outline


def check_outline(app_configs, **options):
    try:
        read_outline(Path(settings.MAP_OUTLINE))
    except (OSError, ValueError, LookupError, TypeError) as error:
        message = f"The outline of the map cannot be read from {settings.MAP_OUTLINE}: {error!r}"
        return [Error(message, hint="docs/operating.md tells its form.", id="overview.E001")]
    return []
