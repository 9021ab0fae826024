"""Uploads at the desk: photos in the formats of telephones and scanners, documents that are what they say."""

import errno
import hashlib
import io
import os
import zipfile
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, ImageCms

from cooperation.core.records import PublicationState
from cooperation.library.models import Document, Photo
from cooperation.library.renditions import get_rendition_files, make_renditions
from tests.desk.forms import admin_url, edit, get_form_values
from tests.factories import make_agreement, make_photo

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"


def make_image(file_format="JPEG", size=(60, 40), **options):
    buffer = io.BytesIO()
    Image.new("RGB", size, "navy").save(buffer, file_format, **options)
    return buffer.getvalue()


def upload_photo(admin_client, content, name="photo.jpg"):
    blank = get_form_values(admin_client.get("/en/admin/library/photo/add/"))
    file = SimpleUploadedFile(name, content, "image/jpeg")
    return admin_client.post(
        "/en/admin/library/photo/add/", blank | {"image": file, "alternative_text_en": "Two mayors"}
    )


def test_a_photo_loses_where_it_was_taken_and_is_shown_with_its_words(admin_client):
    exif = Image.Exif()
    exif[0x8825] = {1: "N", 2: (21.0, 1.0, 0.0)}

    assert upload_photo(admin_client, make_image(exif=exif)).status_code == 302

    photo = Photo.objects.get()
    with photo.image.open() as file:
        assert dict(Image.open(file).getexif()) == {}
    page = admin_client.get(admin_url(photo)).content.decode()
    assert f'<img class="photo-preview" src="/en/admin/files/{photo.image.name}" alt="Two mayors">' in page


@pytest.mark.parametrize(
    "content",
    [b"<html>", make_image()[:200], make_image("PNG")[:60], make_image("GIF"), b"%!PS-Adobe-3.0 EPSF-3.0\n"],
    ids=["html", "cut jpeg", "cut png", "gif", "eps"],
)
def test_what_is_no_picture_is_refused(admin_client, content):
    response = upload_photo(admin_client, content)

    assert response.status_code == 200
    assert not Photo.objects.exists()


def test_a_picture_that_would_fill_the_memory_is_refused_before_it_is_opened(admin_client, settings):
    settings.PHOTO_MAX_PIXELS = 100

    response = upload_photo(admin_client, make_image())

    assert "million pixels or fewer" in response.content.decode()


def test_a_photo_without_words_cannot_be_published(admin_client):
    upload_photo(admin_client, make_image())
    Photo.objects.update(alternative_text_en="")

    response = admin_client.post(
        "/en/admin/library/photo/", {"action": "publish", "_selected_action": [Photo.objects.get().pk]}, follow=True
    )

    assert "It has no alternative text in any language." in response.content.decode()


def test_a_document_is_measured_when_it_is_uploaded(admin_client):
    blank = get_form_values(admin_client.get("/en/admin/library/document/add/"))
    file = SimpleUploadedFile("text.pdf", PDF, "application/pdf")

    admin_client.post("/en/admin/library/document/add/", blank | {"title_fr": "Accord", "file": file})

    document = Document.objects.get()
    assert (document.size, document.sha256, document.key) == (len(PDF), hashlib.sha256(PDF).hexdigest(), "accord")


def test_a_public_photo_is_shown_with_its_words_and_a_draft_is_not(admin_client, client):
    upload_photo(admin_client, make_image())
    agreement = make_agreement()
    agreement.photos.set([Photo.objects.get()])
    assert "Two mayors" not in client.get(agreement.get_absolute_url()).content.decode()

    Photo.objects.update(publication_state=PublicationState.PUBLISHED)

    assert 'alt="Two mayors" width="60" height="40"' in client.get(agreement.get_absolute_url()).content.decode()


@pytest.mark.parametrize("redirect", ["", "/stored-files/"])
def test_every_file_of_a_public_photo_says_what_it_is(client, settings, redirect):
    settings.MEDIA_REDIRECT = redirect
    photo = make_photo()
    make_renditions(photo)
    types = {"jpg": "image/jpeg", "webp": "image/webp", "avif": "image/avif"}

    files = [photo.image.name, *get_rendition_files(photo)]

    assert {name.rsplit(".")[-1] for name in files} == set(types)
    for name in files:
        response = client.get(f"/media/{name}")
        b"".join(response)
        assert response.get("X-Accel-Redirect", "") == (redirect and redirect + name)
        assert (response["Content-Type"], response["Content-Disposition"][:6]) == (
            types[name.rsplit(".")[-1]],
            "inline",
        )


def save_image(picture, file_format, **options):
    buffer = io.BytesIO()
    picture.save(buffer, file_format, **options)
    return buffer.getvalue()


def stored_picture(photo):
    with photo.image.open() as file:
        picture = Image.open(file)
        picture.load()
        return picture


def test_the_two_pictures_of_a_telephone_give_the_first(admin_client):
    first, second = Image.new("RGB", (60, 40), "red"), Image.new("RGB", (60, 40), "blue")
    content = save_image(first, "MPO", save_all=True, append_images=[second])

    assert upload_photo(admin_client, content).status_code == 302

    picture = stored_picture(Photo.objects.get())
    assert (picture.format, picture.getpixel((5, 5))[0] > 200) == ("JPEG", True)


def test_a_heic_photo_is_taken(admin_client):
    assert (
        upload_photo(admin_client, save_image(Image.new("RGB", (64, 48), "red"), "HEIF"), "a.heic").status_code == 302
    )

    picture = stored_picture(Photo.objects.get())
    assert (picture.format, picture.size, Photo.objects.get().image.name[-4:]) == ("JPEG", (64, 48), ".jpg")


def test_sixteen_bit_grey_keeps_its_tones(admin_client):
    grey = Image.new("I;16", (60, 40), 20_000)

    assert upload_photo(admin_client, save_image(grey, "PNG"), "scan.png").status_code == 302

    assert stored_picture(Photo.objects.get()).getpixel((5, 5)) == 20_000 // 256


def make_swapped_profile():
    """An RGB profile whose red is blue: a picture without conversion would show the wrong colour."""
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


@pytest.mark.parametrize("mode", ["RGB", "CMYK"])
def test_a_picture_with_a_profile_is_stored_in_srgb_without_it(admin_client, mode):
    profile = make_swapped_profile()
    content = save_image(
        Image.new(mode, (60, 40), "red" if mode == "RGB" else (0, 255, 255, 0)), "JPEG", icc_profile=profile
    )

    assert upload_photo(admin_client, content).status_code == 302

    picture = stored_picture(Photo.objects.get())
    red, green, blue = picture.getpixel((5, 5))
    assert "icc_profile" not in picture.info
    assert (picture.mode, red > 200, max(green, blue) < 60) == ("RGB", True, True)


def test_an_animation_keeps_its_first_picture_and_says_so(admin_client):
    frames = [Image.new("RGB", (60, 40), colour) for colour in ("red", "blue")]
    content = save_image(frames[0], "WEBP", save_all=True, append_images=frames[1:])

    page = upload_photo(admin_client, content, "moving.webp")

    assert "The image is animated. Only its first picture is kept." in admin_client.get(page.url).content.decode()
    assert getattr(stored_picture(Photo.objects.get()), "n_frames", 1) == 1


def test_a_large_photo_is_decoded_small(admin_client, settings):
    settings.PHOTO_MAX_PIXELS = 3_000_000

    assert upload_photo(admin_client, make_image(size=(5000, 4000))).status_code == 302
    assert max(stored_picture(Photo.objects.get()).size) <= 4000
    assert "24 million pixels or fewer" in upload_photo(admin_client, make_image(size=(6000, 4100))).content.decode()
    assert "3 million pixels or fewer" in upload_photo(admin_client, make_image("PNG", (2000, 1600))).content.decode()


def test_size_is_checked_before_anything_is_decoded(admin_client, settings, monkeypatch):
    settings.PHOTO_MAX_BYTES = 100
    monkeypatch.setattr(Image, "open", None)

    page = upload_photo(admin_client, b"\xff\xd8\xff" + b"0" * 1000)

    assert "The file must be smaller than 0 MB." in page.content.decode()


def test_a_photo_whose_file_is_missing_can_be_changed(admin_client):
    upload_photo(admin_client, make_image())
    photo = Photo.objects.get()
    Path(photo.image.path).unlink()

    page = edit(admin_client, photo, credit="The city of Huế")

    assert page.status_code == 302
    assert Photo.objects.get().credit == "The city of Huế"
    assert "The file of this record is missing. Upload it again." in admin_client.get(page.url).content.decode()


def fill_the_disk(*args, **kwargs):
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_a_full_disk_is_a_message_and_leaves_nothing(admin_client, monkeypatch, settings):
    monkeypatch.setattr(os, "link", fill_the_disk)

    page = upload_photo(admin_client, make_image())

    text = page.content.decode()
    assert page.status_code == 200
    assert "There is no room left for files. Nothing was changed" in text
    assert "The file that you chose is not kept" in text
    assert 'value="Two mayors"' in text
    assert (Photo.objects.count(), [path for path in settings.MEDIA_ROOT.rglob("*") if path.is_file()]) == (0, [])


def test_a_refused_save_leaves_no_file(admin_client, settings):
    photo = make_photo()
    before = sorted(settings.MEDIA_ROOT.rglob("*"))
    file = SimpleUploadedFile("new.jpg", make_image(), "image/jpeg")

    page = edit(admin_client, photo, image=file, alternative_text_en="", credit="x")

    assert "It has no alternative text" in page.content.decode() or "at least one of the three" in page.content.decode()
    assert sorted(settings.MEDIA_ROOT.rglob("*")) == before


def make_package(**files):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name, content in files.items():
            package.writestr(name.replace("__", "/").replace("_DOT_", "."), content)
    return buffer.getvalue()


DOCX = make_package(word__document_DOT_xml="<w/>", Content_Types_DOT_xml="<t/>")
XLSX = make_package(xl__workbook_DOT_xml="<x/>")
ODT = make_package(mimetype="application/vnd.oasis.opendocument.text", content_DOT_xml="<o/>")


def upload_document(client, content, name):
    blank = get_form_values(client.get("/en/admin/library/document/add/"))
    file = SimpleUploadedFile(name, content, "application/octet-stream")
    return client.post("/en/admin/library/document/add/", blank | {"title_fr": "Accord", "file": file})


@pytest.mark.parametrize(
    ("content", "name", "ending"),
    [
        (PDF, "a.pdf", "pdf"),
        (PDF, "a.html", "pdf"),
        (DOCX, "a.docx", "docx"),
        (XLSX, "a.xlsx", "xlsx"),
        (ODT, "a.odt", "odt"),
        ("Điều 1".encode(), "a.txt", "txt"),
        (make_image(), "scan.jpeg", "jpg"),
    ],
)
def test_a_document_is_stored_under_the_ending_of_its_content(admin_client, client, content, name, ending):
    assert upload_document(admin_client, content, name).status_code == 302

    document = Document.objects.get()
    assert document.file.name.endswith(f".{ending}")
    Document.objects.update(publication_state=PublicationState.PUBLISHED)
    response = client.get(document.file.url)
    assert response.status_code == 200
    assert response["Content-Disposition"].startswith("attachment")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert b"".join(response.streaming_content)


SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"<html><script>alert(1)</script></html>", "a.html"),
        (b"<html><script>alert(1)</script></html>", "a.pdf"),
        (b"<html><script>alert(1)</script></html>", "a.txt"),
        (b"  <!DOCTYPE html><p>", "a.txt"),
        (SVG, "a.svg"),
        (SVG, "a.png"),
        (b"MZ\x90\x00" + b"0" * 100, "a.exe"),
        (b"MZ\x90\x00" + b"0" * 100, "a.txt"),
        (b"#!/bin/sh\nrm -rf /", "a.txt"),
        (PDF + DOCX, "a.pdf"),
        (b"%PDF-1.4 <html><script>alert(1)</script>" + PDF, "a.pdf"),
        (PDF[:20], "a.pdf"),
        (b"GIF89a" + DOCX, "a.docx"),
        (make_package(word__document_DOT_xml="<w/>", word__vbaProject_DOT_bin="x"), "a.docx"),
        (make_package(a_DOT_txt="x"), "a.zip"),
        (b"\xff\xfea\x00", "a.txt"),
        (b"", "a.txt"),
    ],
)
def test_what_is_no_document_is_refused(admin_client, content, name):
    page = upload_document(admin_client, content, name)

    assert page.status_code == 200
    assert 'class="errorlist"' in page.content.decode()
    assert not Document.objects.exists()


def test_a_document_over_the_limit_is_refused(admin_client, settings):
    settings.DOCUMENT_MAX_BYTES = 1_000_000

    page = upload_document(admin_client, PDF + b" " * 1_000_001, "a.pdf")

    assert "The file must be smaller than 1 MB." in page.content.decode()
