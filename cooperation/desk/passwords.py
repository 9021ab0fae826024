"""Password reset, in the layout of the admin pages."""

from django.contrib import admin
from django.contrib.auth import views
from django.urls import path


class AdminContextMixin:
    """The context that the admin's own templates expect."""

    def get_context_data(self, **kwargs):
        admin_context = admin.site.each_context(self.request) | {"is_nav_sidebar_enabled": False}
        return super().get_context_data(**admin_context, **kwargs)


class ResetView(AdminContextMixin, views.PasswordResetView):
    pass


class DoneView(AdminContextMixin, views.PasswordResetDoneView):
    pass


class ConfirmView(AdminContextMixin, views.PasswordResetConfirmView):
    pass


class CompleteView(AdminContextMixin, views.PasswordResetCompleteView):
    pass


urlpatterns = [
    path("", ResetView.as_view(), name="admin_password_reset"),
    path("done/", DoneView.as_view(), name="password_reset_done"),
    path("<uidb64>/<token>/", ConfirmView.as_view(), name="password_reset_confirm"),
    path("complete/", CompleteView.as_view(), name="password_reset_complete"),
]
