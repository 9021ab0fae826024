"""Two pages for staff: import an article, then check the proposals from it."""

from django.contrib import admin, messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.html import format_html_join
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from cooperation.desk.models import ImportedArticle
from cooperation.news.typed_values import read_typed_value

from .acceptance import accept
from .forms import ArticleImportForm
from .highlights import split_passages
from .proposals import Proposals
from .recognition import get_gazetteer, read_article, recognise_findings

may_import = permission_required("news.add_newsitem", raise_exception=True)


@may_import
@require_http_methods(["GET", "POST"])
def read(request):
    form = ArticleImportForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        earlier = form.find_earlier_import()
        if earlier:
            messages.info(request, _("This article has already been imported. These are the results from that import."))
            return redirect("desk:check", earlier.pk)
        form.instance.imported_by = request.user
        return redirect("desk:check", form.save().pk)
    status = 400 if form.is_bound else 200
    context = {**admin.site.each_context(request), "title": _("Import an article"), "form": form}
    return render(
        request, "desk/read.html", context | {"imported_articles": ImportedArticle.objects.all()[:10]}, status=status
    )


@may_import
@require_http_methods(["GET", "POST"])
def check(request, pk):
    imported_article = get_object_or_404(ImportedArticle, pk=pk)
    article = read_article(imported_article)
    proposals = Proposals(recognise_findings(article), get_gazetteer(), article.language)
    problems = []
    if request.method == "POST" and not imported_article.news_key:
        accepted, problems = get_accepted(request.POST, proposals)
        try:
            item, drafts = (None, []) if problems else accept(imported_article, proposals, accepted, request.user)
        except ValidationError as error:
            problems = error.messages
        if not problems:
            draft_names = format_html_join(", ", "{}", ((str(draft),) for draft in drafts))
            message = _("Drafts created: the news item%(drafts)s. Nothing has been published.")
            messages.success(request, message % {"drafts": f", {draft_names}" if draft_names else ""})
            return redirect("admin:news_newsitem_change", item.pk)
    context = {
        **admin.site.each_context(request),
        "title": _("Check the results"),
        "imported_article": imported_article,
        "subjects": proposals.subjects,
        "passages": split_passages(article, proposals.values()),
        "problems": problems,
        "sent": request.POST if request.method == "POST" else None,
    }
    return render(request, "desk/check.html", context, status=400 if problems else 200)


def get_accepted(post_data, proposals):
    """({name: True for a ticked subject, the corrected text for a ticked value}, error messages)."""
    accepted = {subject.name: True for subject in proposals.subjects if subject.name in post_data}
    problems = []
    for subject in proposals.subjects:
        for value in subject.values:
            if value.name not in post_data:
                continue
            text = post_data.get(f"{value.name}-words", value.value)
            try:
                accepted[value.name] = read_typed_value(subject.kind, value.fact, text, proposals.is_known)
            except ValidationError as error:
                problems += [f"{subject.title}, {value.label}: {message}" for message in error.messages]
    return accepted, problems
