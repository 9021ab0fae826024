"""Write an account whose facts are what the reader finds in an article. A person corrects it and writes the texts."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from cooperation.article_reader.gazetteer import Gazetteer
from cooperation.article_reader.reader import UnreadableArticle, read_file
from cooperation.article_reader.recognise import recognise
from seeds.accounts.draft import build_key, find_facts, write_draft

NEXT_STEPS = """
Next: correct the facts, write title, summary and text in three languages in our own words, and put below each group of
facts the beginning of the sentence that states it (`  vi: …`, `  fr: …`, `  en: …`). Then build_fixtures says what is
missing.
"""


class Command(BaseCommand):
    help = "Draft an account (seeds/articles/YEAR/KEY.md) from an article: text, saved web page or Word file."

    def add_arguments(self, parser):
        parser.add_argument("article", metavar="ARTICLE", help="A file outside the repository.")
        parser.add_argument("--key", help="The key of the account. Default: the beginning of the title, and the date.")
        parser.add_argument("--output", metavar="FILE", help="Where to write the draft. Default: on the terminal.")

    def handle(self, *, article, key, output, **options):
        try:
            read = read_file(article)
        except UnreadableArticle as error:
            raise CommandError(error) from error
        findings = recognise(read, Gazetteer.from_folder())
        facts = find_facts(read, findings)
        draft = write_draft(read, findings, key or build_key(read), facts)
        if not output:
            self.stdout.write(draft, ending="")
            return
        path = Path(output)
        if path.exists():
            raise CommandError(f"{output} exists already.")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(draft, "utf-8")
        for fact in facts:
            self.stdout.write(f"{fact.line}\n    {fact.sentence}")
        self.stdout.write(NEXT_STEPS)
