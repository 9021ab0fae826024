"""One file for every machine; what differs between them, the environment says (docs/operating.md)."""

from os import environ
from pathlib import Path
from zoneinfo import ZoneInfo

import dj_database_url
from csp.constants import NONE, SELF

from cooperation.core import languages

BASE_DIR = Path(__file__).resolve().parent.parent
VAR = Path(environ.get("VAR", BASE_DIR / "var"))  # what the site writes: never in the repository

DEBUG = environ.get("DEBUG") == "1"  # off by default
# `manage.py check --deploy` refuses this default.
SECRET_KEY = environ.get("SECRET_KEY", "django-insecure-for-development")
ALLOWED_HOSTS = environ.get("ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]").split(",")
CSRF_TRUSTED_ORIGINS = [origin for origin in environ.get("TRUSTED_ORIGINS", "").split(",") if origin]

HTTPS = environ.get("HTTPS") == "1"
SECURE_SSL_REDIRECT = SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
if environ.get("BEHIND_PROXY") == "1":
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

LANGUAGE_CODE = languages.DEFAULT_LANGUAGE
LANGUAGES = [(language.code, language.name) for language in languages.LANGUAGES]
LOCALE_PATHS = [BASE_DIR / "cooperation" / "locale"]
MODELTRANSLATION_DEFAULT_LANGUAGE = languages.DEFAULT_LANGUAGE
# Attribute access only; what readers see goes through core.localized_text, which says which language it shows.
MODELTRANSLATION_FALLBACK_LANGUAGES = tuple(languages.fallback_order(languages.DEFAULT_LANGUAGE))
USE_TZ = True
TIME_ZONE = "UTC"
# Statuses are those of the date at the secretariat, not of the server.
REGISTER_TIME_ZONE = ZoneInfo(environ.get("REGISTER_TIME_ZONE", "Asia/Ho_Chi_Minh"))

INSTALLED_APPS = [
    "modeltranslation",  # before admin, which it extends
    "cooperation.core",  # before admin, some of whose templates it replaces
    "cooperation.desk.admin_config.DeskAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "csp",
    "reversion",
    "django_filters",
    "django_htmx",
    "rest_framework",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "cooperation.library",
    "cooperation.news",
    "localities",
    "events",
    "cooperation.agreements",
    "cooperation.overview",
    "cooperation.desk",
    "cooperation.open_data",
    "seeds",
]
MIDDLEWARE = [
    "cooperation.core.page_cache.page_cache",  # before all others: a cached page needs none of them
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "cooperation.core.middleware.refuse_control_characters",
    "cooperation.core.middleware.clean_cookies",
    "cooperation.core.middleware.redirect_renamed_parameters",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
ROOT_URLCONF = "cooperation.urls"
WSGI_APPLICATION = "cooperation.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "cooperation.library.context.secretariat",
            ],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "cooperation.core.templatetags.dated_links",
                "cooperation.core.templatetags.register",
            ],
        },
    }
]

DATABASES = {"default": dj_database_url.config("DATABASE_URL", default=f"sqlite:///{VAR}/register.sqlite3")}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",  # writers queue instead of failing half-way
        "timeout": 20,
        "init_command": "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;",
    }
    DATABASES["default"]["CONN_MAX_AGE"] = None  # opening the file costs more than reading a page's version
else:
    DATABASES["default"]["OPTIONS"] = {"pool": {"max_size": 10, "timeout": 10}}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Public pages (core/page_cache.py), and what they share (core/version_cache.py); neither while templates are written.
PAGE_CACHE = environ.get("PAGE_CACHE", "0" if DEBUG else "1") == "1"
VERSION_CACHE = environ.get("VERSION_CACHE", "0" if DEBUG else "1") == "1"
if "REDIS_URL" in environ:
    REDIS = {
        "BACKEND": "django_redis.cache.RedisCache",
        "LOCATION": environ["REDIS_URL"],
        "OPTIONS": {"SOCKET_CONNECT_TIMEOUT": 1, "SOCKET_TIMEOUT": 1, "IGNORE_EXCEPTIONS": True},
    }
    CACHES = {"default": REDIS, "pages": REDIS | {"KEY_PREFIX": "pages"}}  # pages that one worker makes serve all
    DJANGO_REDIS_LOG_IGNORED_EXCEPTIONS = True
else:
    CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}

FIXTURE_DIRS = [BASE_DIR / "fixtures"]
STATIC_URL = "/static/"
STATICFILES_DIRS = [BASE_DIR / "cooperation" / "static"]
# In production files are served as `collectstatic` wrote them, hashed and compressed; else from the source folders.
COLLECTED_STATIC = environ.get("COLLECTED_STATIC") == "1"
STATIC_ROOT = VAR / "static" if COLLECTED_STATIC else None
WHITENOISE_USE_FINDERS = not COLLECTED_STATIC
HASHED = "whitenoise.storage.CompressedManifestStaticFilesStorage"
STORAGES = {
    "default": {"BACKEND": "cooperation.core.files.AtomicFileSystemStorage"},
    "staticfiles": {"BACKEND": HASHED if COLLECTED_STATIC else "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
MEDIA_URL = "/media/"
MEDIA_ROOT = VAR / "media"
# Files are served by a view, which asks whether their record is public. In production it tells nginx to send them
# (X-Accel-Redirect): the prefix of an `internal` location for MEDIA_ROOT, such as /stored-files/.
MEDIA_REDIRECT = environ.get("MEDIA_REDIRECT", "")

EMAIL_BACKEND = environ.get("EMAIL_BACKEND", "django.core.mail.backends.console.EmailBackend")
DEFAULT_FROM_EMAIL = environ.get("FROM_EMAIL", "register@localhost")
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}Validator"}
    for name in ["UserAttributeSimilarity", "MinimumLength", "CommonPassword", "NumericPassword"]
]
LOGIN_URL = "admin:login"
CSRF_FAILURE_VIEW = "cooperation.desk.site.csrf_failure"
PAGE_SIZE = 20
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000  # of a form: a report with 300 claims
MAP_OUTLINE = Path(environ.get("MAP_OUTLINE", BASE_DIR / "cooperation" / "overview" / "outline.json"))
PHOTO_MAX_PIXELS = 25_000_000  # JPEG may have eight times, HEIC twice as many
PHOTO_MAX_BYTES, DOCUMENT_MAX_BYTES = 20_000_000, 40_000_000

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [],
    "DEFAULT_PERMISSION_CLASSES": [],
    "UNAUTHENTICATED_USER": None,
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["rest_framework.parsers.JSONParser"],
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "EXCEPTION_HANDLER": "cooperation.core.api.handle_api_exception",
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Register of Viet Nam–France decentralised cooperation",
    "DESCRIPTION": "Read-only access to public records in Vietnamese, French and English, with their sources.",
    "VERSION": "1.0.0",
    "OAS_VERSION": "3.1.0",
    "SERVE_INCLUDE_SCHEMA": False,
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
    "SCHEMA_PATH_PREFIX": "/api",
    "ENUM_NAME_OVERRIDES": {"LanguageEnum": "cooperation.settings.LANGUAGES"},
}
