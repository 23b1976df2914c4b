# SPDX-License-Identifier: GPL-3.0-or-later
"""What the bytes of a file are, whatever it is called."""

import re
import zipfile
from dataclasses import dataclass
from io import BytesIO

from . import plain_text

_MANY_CONTROLS = 0.02
"""Share of control characters from which bytes are no text."""
_LOOKED_AT = 40_000
_HTML = re.compile(
    r"\A\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title|div|p|table|h[1-6])\b", re.I | re.S
)

_LOOKS_LIKE = re.compile(
    rb"\A(?:From |>?(?:From|To|Cc|Date|Sent|Subject|Received|Return-Path|Delivered-To|Message-ID|MIME-Version|X-[\w-]+"
    rb"|DKIM-Signature|Reply-To|Content-Type|ARC-Seal|Authentication-Results)\s*:)",
    re.IGNORECASE,
)
_SURE = re.compile(rb"^(?:Message-ID|MIME-Version|Received|Content-Type|Date|Subject|From)\s*:", re.IGNORECASE | re.M)
_ENOUGH_HEADERS = 3


@dataclass(frozen=True, slots=True)
class FileKind:
    """A kind of file: its media type, the word people use for it, the usual ends of its name.

    runs says that opening such a file can start a program.
    """

    media_type: str
    word: str
    ends: tuple[str, ...]
    runs: bool = False


PDF = FileKind("application/pdf", "a PDF", ("pdf",))
WORD = FileKind("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "a Word document", ("docx",))
EXCEL = FileKind("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "a spreadsheet", ("xlsx",))
SLIDES = FileKind("application/vnd.openxmlformats-officedocument.presentationml.presentation", "slides", ("pptx",))
OPEN_TEXT = FileKind("application/vnd.oasis.opendocument.text", "a LibreOffice text", ("odt",))
OPEN_TABLE = FileKind("application/vnd.oasis.opendocument.spreadsheet", "a LibreOffice spreadsheet", ("ods",))
MACROS = FileKind("application/vnd.ms-word.document.macroEnabled.12", "a document with macros", ("docm", "xlsm"), True)
ZIP = FileKind("application/zip", "a packed file", ("zip",))
OLD_OFFICE = FileKind("application/x-ole-storage", "an old Office file", ("doc", "xls", "ppt", "dot"))
OUTLOOK = FileKind("application/vnd.ms-outlook", "a mail of Outlook", ("msg",))
RICH_TEXT = FileKind("application/rtf", "a rich text file", ("rtf", "doc"))
MAIL = FileKind("message/rfc822", "a mail", ("eml", "txt", "mht", "mhtml"))
HTML = FileKind("text/html", "a web page", ("html", "htm", "xhtml"), True)
TEXT = FileKind("text/plain", "a text", ("txt", "md", "csv", "text", "log", "tsv", "ics", "vcf", "json", "xml", "srt"))
SCRIPT = FileKind("text/x-script", "a program", ("sh", "py", "pl"), True)
PNG = FileKind("image/png", "a picture", ("png",))
JPEG = FileKind("image/jpeg", "a picture", ("jpg", "jpeg", "jfif"))
GIF = FileKind("image/gif", "a picture", ("gif",))
TIFF = FileKind("image/tiff", "a scan", ("tif", "tiff"))
WEBP = FileKind("image/webp", "a picture", ("webp",))
BMP = FileKind("image/bmp", "a picture", ("bmp",))
HEIC = FileKind("image/heic", "a picture", ("heic", "heif"))
SVG = FileKind("image/svg+xml", "a drawing", ("svg",), True)
SOUND = FileKind("audio/mpeg", "a sound", ("mp3", "wav", "ogg", "m4a", "oga", "opus"))
FILM = FileKind("video/mp4", "a film", ("mp4", "mov", "avi", "mkv", "webm", "m4v", "m4a", "3gp"))
PROGRAM = FileKind("application/x-executable", "a program", ("exe", "dll", "com", "scr", "so", "bin", "msi"), True)
OTHER = FileKind("application/octet-stream", "a file of a kind the program does not know", (), True)

KINDS = tuple(kind for kind in vars().copy().values() if isinstance(kind, FileKind))
_STARTS = (
    (b"%PDF-", PDF),
    (b"\x89PNG\r\n\x1a\n", PNG),
    (b"\xff\xd8\xff", JPEG),
    (b"GIF87a", GIF),
    (b"GIF89a", GIF),
    (b"II*\0", TIFF),
    (b"MM\0*", TIFF),
    (b"{\\rtf", RICH_TEXT),
    (b"MZ", PROGRAM),
    (b"\x7fELF", PROGRAM),
    (b"\xcf\xfa\xed\xfe", PROGRAM),
    (b"\xca\xfe\xba\xbe", PROGRAM),
    (b"#!", SCRIPT),
    (b"ID3", SOUND),
    (b"OggS", SOUND),
    (b"\xff\xfb", SOUND),
)
_PARTS = (
    ("word/vbaproject.bin", MACROS),
    ("xl/vbaproject.bin", MACROS),
    ("word/document.xml", WORD),
    ("xl/workbook.xml", EXCEL),
    ("ppt/presentation.xml", SLIDES),
)
_LATE_PDF = 1_024


def kind_of(content: bytes) -> FileKind:
    """What these bytes are; cheap, and never raises."""
    for start, kind in _STARTS:
        if content.startswith(start) and not (start == b"MZ" and is_text(content)):
            return kind
    if content.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _packed_kind(content)
    if content.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return OUTLOOK if "__substg1.0_".encode("utf-16-le") in content else OLD_OFFICE
    if found := _media_kind(content[:12]):
        return found
    if b"%PDF-" in content[:_LATE_PDF]:
        return PDF
    return _text_kind(content) if is_text(content) else OTHER


def kind_named(media_type: str) -> FileKind:
    """The kind with this media type."""
    return next((kind for kind in KINDS if kind.media_type == media_type), OTHER)


def name_fits(name: str, kind: FileKind) -> bool:
    """Whether a file of this kind may be called so; a name without an end fits anything."""
    end = end_of(name)
    return not end or end in kind.ends or (kind is OTHER and not any(end in other.ends for other in KINDS))


def end_of(name: str) -> str:
    """The end of a file's name behind its last point, in small letters."""
    stem, point, end = name.rpartition(".")
    return end.strip().lower() if point and stem else ""


def is_mail(content: bytes) -> bool:
    """Whether bytes begin as a mail does: headers first, three of the usual ones among them."""
    start = content.lstrip(b"\xef\xbb\xbf\r\n \t")[:8_000]
    head = re.split(rb"\r?\n\r?\n", start, maxsplit=1)[0]
    return bool(_LOOKS_LIKE.match(start)) and len({one.lower() for one in _SURE.findall(head)}) >= _ENOUGH_HEADERS


def is_text(content: bytes) -> bool:
    """Whether bytes are text in some encoding."""
    text = plain_text.decoded(content[:_LOOKED_AT])
    # Where the bytes were cut, half a letter may be left.
    controls = sum(letter < " " and letter not in "\t\r\n\v\f\x1a\x1b" for letter in text)
    return controls + text[:-4].count("\ufffd") <= max(1, _MANY_CONTROLS * len(text))


def _text_kind(content: bytes) -> FileKind:
    if is_mail(content):
        return MAIL
    start = plain_text.decoded(content[:4_000])
    if _HTML.match(start.lstrip("\ufeff")):
        return HTML
    return SVG if "<svg" in start[:1_000] and start.lstrip("\ufeff \r\n\t").startswith("<") else TEXT


def _packed_kind(content: bytes) -> FileKind:
    # A list of 100,000 entries would take a second; no document has so many.
    if content.rfind(b"PK\x05\x06") < 0 or content.count(b"PK\x01\x02") > 5_000:
        return ZIP
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            names = {entry.filename.lower(): entry for entry in archive.infolist()}
    except Exception:  # A broken list, whatever it is that is broken in it: the reader says so in its sentence.
        names = {}
    for part, kind in _PARTS:
        if part in names:
            return kind
    start = content[30:120]
    if b"mimetypeapplication/vnd.oasis.opendocument.text" in start:
        return OPEN_TEXT
    if b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet" in start:
        return OPEN_TABLE
    if b"word/" in content[:4_000] and not names:
        return WORD
    return ZIP


def _media_kind(start: bytes) -> FileKind | None:
    if start[4:8] == b"ftyp":
        return HEIC if start[8:12] in (b"heic", b"heix", b"mif1", b"msf1", b"hevc") else FILM
    if start[:4] == b"RIFF":
        return {b"WEBP": WEBP, b"WAVE": SOUND, b"AVI ": FILM}.get(start[8:12])
    if start[:4] == b"\x1aE\xdf\xa3":
        return FILM
    return BMP if start[:2] == b"BM" and start[6:10] == b"\0\0\0\0" else None
