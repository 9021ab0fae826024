"""The whole register as one ZIP archive, and the command that writes it to a dated file."""

import csv
import io
import json
import zipfile
from hashlib import sha256

import pytest
from django.core.management import CommandError, call_command

from cooperation.core.content_version import content_version
from cooperation.core.dates import today
from cooperation.core.records import PublicationState
from cooperation.kinds import KINDS, TABLE, kinds_with
from cooperation.open_data.management.commands import export_archive
from tests.factories import make_agreement, make_claim, make_locality, make_news, make_secretariat, make_theme
from tests.site.test_drafts import SECRET, make_everything

pytestmark = pytest.mark.django_db
DUMP = "/data/register.zip"
SECTIONS = sorted(kind.section for kind in KINDS)


def open_archive(content):
    return zipfile.ZipFile(io.BytesIO(content))


def read_records(package, name):
    return json.loads(package.read(f"records/{name}.json"))


def test_it_holds_every_public_record_as_the_api_tells_it(archive, client):
    response = client.get(DUMP)
    package = open_archive(response.content)

    assert response["Content-Disposition"] == f'attachment; filename="register-{today()}.zip"'
    assert package.testzip() is None
    for name in [kind.section for kind in kinds_with(TABLE)]:
        page = client.get(f"/api/{name}/?page_size=100").json()
        assert read_records(package, name) == page["results"]
        assert page["count"] == len(page["results"])


def test_it_describes_itself_to_readers_and_to_machines(client):
    make_secretariat(name_fr="Secrétariat", name_vi="Ban thư ký")
    make_theme(key="water")
    make_agreement()

    package = open_archive(client.get(DUMP).content)
    description = json.loads(package.read("datapackage.json"))
    readme = package.read("README.txt").decode()

    assert (description["version"], description["created"], description["licenses"]) == (
        str(content_version()),
        f"{today()}T00:00:00Z",
        [{"name": "CC BY 4.0", "path": "https://creativecommons.org/licenses/by/4.0/"}],
    )
    assert description["counts"] == dict.fromkeys(SECTIONS, 0) | {"agreements": 1, "localities": 2, "themes": 1}
    for words in ["Secrétariat", "Ban thư ký", str(today()), "CC BY 4.0", "records/agreements.json: 1"]:
        assert words in readme, words
    for resource in description["resources"]:
        content = package.read(resource["path"])
        assert (resource["bytes"], resource["hash"]) == (len(content), f"sha256:{sha256(content).hexdigest()}")
    assert {resource["path"] for resource in description["resources"]} | {"README.txt", "datapackage.json"} == set(
        package.namelist()
    )


def test_the_columns_of_its_tables_are_described(client):
    make_agreement()

    package = open_archive(client.get(DUMP).content)
    description = json.loads(package.read("datapackage.json"))

    tables = [resource for resource in description["resources"] if resource["format"] == "csv"]
    assert len(tables) == 5
    for table in tables:
        headings = next(csv.reader(io.StringIO(package.read(table["path"]).decode("utf-8-sig"))))
        assert [field["name"] for field in table["schema"]["fields"]] == headings


def test_one_version_on_one_day_always_makes_the_same_bytes(client):
    make_agreement()

    first = client.get(DUMP).content

    assert client.get(DUMP, headers={"accept-language": "vi"}).content == first
    make_agreement()
    assert client.get(DUMP).content != first


@pytest.mark.parametrize(
    "publication_state", [PublicationState.DRAFT, PublicationState.IN_REVIEW, PublicationState.UNPUBLISHED]
)
def test_it_holds_nothing_that_is_not_public(client, publication_state):
    make_everything(publication_state)
    agreement = make_agreement()
    make_claim(agreement, "signed_on", "2023", item=make_news(key="secret-refused"), decision="rejected")
    make_claim(agreement, "signed_on", "2023", item=make_news(title_en=SECRET, publication_state=publication_state))

    package = open_archive(client.get(DUMP).content)
    texts = {name: package.read(name).decode() for name in package.namelist()}

    assert [name for name, text in texts.items() if SECRET in text] == []
    assert json.loads(texts["records/agreements.json"])[0]["evidence"]["claims"] == []


def test_the_command_writes_a_dated_archive_that_is_the_one_of_the_site(client, tmp_path, capsys):
    make_agreement()

    call_command("export_archive", tmp_path, site="http://testserver")

    (path,) = tmp_path.iterdir()
    assert (path.name, capsys.readouterr().out.strip()) == (f"register-{today()}.zip", str(path))
    assert path.read_bytes() == client.get("/data/register.zip").content
    assert path.stat().st_mode & 0o777 == 0o644


def test_an_archive_that_cannot_be_written_leaves_nothing_behind(tmp_path, monkeypatch):
    existing = tmp_path / f"register-{today()}.zip"
    existing.write_bytes(b"of this morning")

    def fail(handle):
        raise OSError("No space left on device")

    monkeypatch.setattr(export_archive.os, "fsync", fail)

    with pytest.raises(OSError, match="No space left"):
        call_command("export_archive", tmp_path, site="http://testserver")

    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"of this morning"]


@pytest.mark.parametrize(("folder", "site"), [("nowhere", "http://testserver"), ("", "testserver")])
def test_the_command_says_what_it_needs(tmp_path, folder, site):
    make_locality()

    with pytest.raises(CommandError):
        call_command("export_archive", tmp_path / folder, site=site)
