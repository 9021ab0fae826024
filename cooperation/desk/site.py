"""The admin site of the desk: what was typed survives a session that is over, with or without script.

A form that is sent without a session leads to the log-in page, which carries the text along, signed. After the log-in
the session keeps it for the form's address, where it is handed back: nothing is saved until it is sent again.
"""

from functools import wraps
from urllib.parse import urlsplit

from django.contrib import admin, messages
from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.core import signing
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.middleware.csrf import REASON_BAD_ORIGIN
from django.shortcuts import render
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _

SESSION_KEY, SALT, MAX_AGE = "kept_form", "kept form", 86_400
#: Fields that are not kept: secrets, and what belongs to one page view only.
NOT_KEPT = (
    "csrfmiddlewaretoken",
    "password",
    "password1",
    "password2",
    "old_password",
    "new_password1",
    "new_password2",
)


class ChooserView(AutocompleteJsonView):
    """The choices of a field while somebody types: as the public search finds them, namesakes told apart."""

    def serialize_result(self, obj, to_field_name):
        return super().serialize_result(obj, to_field_name) | {"text": getattr(obj, "label_in_choosers", str(obj))}


class DeskSite(admin.AdminSite):
    login_template = "admin/login.html"

    def admin_view(self, view, cacheable=False):  # noqa: FBT002 -- as Django declares it
        checked_view = super().admin_view(view, cacheable)

        @wraps(checked_view)
        def keeping_view(request, *args, **kwargs):
            if request.method == "POST" and not self.has_permission(request) and not is_log_in(request):
                return self.ask_to_log_in(request)
            request.kept_form = take_kept_form(request)
            response = checked_view(request, *args, **kwargs)
            return self.hand_back(request) if request.kept_form is not None else response

        return keeping_view

    def autocomplete_view(self, request):
        return ChooserView.as_view(admin_site=self)(request)

    def ask_to_log_in(self, request: HttpRequest) -> HttpResponse:
        """The log-in page, with what was sent."""
        path = request.get_full_path()
        pending = signing.dumps({"path": path, "form": keep(request)}, salt=SALT, compress=True)
        return self.show_log_in(request, path, pending)

    def show_log_in(self, request: HttpRequest, path: str, pending: str) -> HttpResponse:
        context = {
            **self.each_context(request),
            "title": _("Log in"),
            "form": self.get_login_form()(request),
            "app_path": reverse("admin:login"),
            "next": path,
            "pending": pending,
            "lost_files": bool(request.FILES),
        }
        return TemplateResponse(request, self.login_template, context, status=403)

    def get_login_form(self):
        from django.contrib.admin.forms import AdminAuthenticationForm  # noqa: PLC0415 -- the apps must be loaded

        return self.login_form or AdminAuthenticationForm

    def login(self, request, extra_context=None):
        pending = request.POST.get("pending", "")
        response = super().login(request, {"pending": pending, "lost_files": False} | (extra_context or {}))
        if not pending or response.status_code != HttpResponseRedirect.status_code:
            return response
        form = read_pending(pending)
        if form is None:
            return response
        request.session[SESSION_KEY] = form
        return HttpResponseRedirect(form["path"])

    def login_anew(self, request: HttpRequest) -> HttpResponse:
        """The log-in page again, or the form if somebody has logged in elsewhere; what it carries stays."""
        form = read_pending(request.POST["pending"])
        if form and self.has_permission(request):
            request.session[SESSION_KEY] = form
            return HttpResponseRedirect(form["path"])
        path = form["path"] if form else reverse("admin:index")
        return self.show_log_in(request, path, request.POST["pending"] if form else "")

    def hand_back(self, request: HttpRequest) -> HttpResponse:
        """What was typed into a form that has no page of its own for it: it can be sent again as it is."""
        fields = [(name, value) for name, values in request.kept_form.lists() for value in values]
        context = {**self.each_context(request), "title": _("What you typed is kept"), "fields": fields}
        return TemplateResponse(request, "admin/kept_form.html", context)


def read_pending(pending: str) -> dict | None:
    """{"path": …, "form": …} that a log-in page carries; None if it was changed or is too old."""
    try:
        return signing.loads(pending, salt=SALT, max_age=MAX_AGE)
    except signing.BadSignature:
        return None


def is_log_in(request):
    return request.path_info == reverse("admin:login")


def keep(request: HttpRequest) -> str:
    """What a form sent, as a query string, without secrets."""
    form = request.POST.copy()
    for name in NOT_KEPT:
        form.pop(name, None)
    return form.urlencode()


def take_kept_form(request: HttpRequest) -> QueryDict | None:
    """The form that is kept for this address, once."""
    form = request.session.get(SESSION_KEY) if request.method == "GET" else None
    if not form or form["path"] != request.get_full_path():
        return None
    del request.session[SESSION_KEY]
    return QueryDict(form["form"])


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form whose token is gone or old: sent from our own page, it is kept; from anywhere else, it is refused."""
    is_form_of_desk = "/admin/" in request.path_info and not is_log_in(request)
    if is_form_of_desk and is_from_here(request) and not reason.startswith(REASON_BAD_ORIGIN[:20]):
        if not admin.site.has_permission(request):
            return admin.site.ask_to_log_in(request)
        request.session[SESSION_KEY] = {"path": request.get_full_path(), "form": keep(request)}
        return HttpResponseRedirect(request.get_full_path())
    if is_log_in(request) and request.POST.get("pending"):
        return admin.site.login_anew(request)
    if is_log_in(request):
        messages.warning(request, _("The page was open for too long, or cookies are off. Log in again."))
        return HttpResponseRedirect(request.get_full_path())
    return render(request, "pages/403.html", status=403)


def is_from_here(request: HttpRequest) -> bool:
    """Whether the browser says that the form stood on a page of this site."""
    source = request.headers.get("Origin") or request.headers.get("Referer") or ""
    return urlsplit(source).netloc == request.get_host()
