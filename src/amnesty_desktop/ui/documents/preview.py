# SPDX-License-Identifier: GPL-3.0-or-later
"""What a document looks like, small: the first page of a PDF, a picture scaled down, or the first lines of its text."""

from collections import OrderedDict
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QImageReader, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ...domain.attachment import Attachment
from ...intake import isolated, kinds
from ...intake.page_text import Unreadable
from ...store import attachments
from ...store.errors import CaseFileError
from ..desk import Desk
from ..jobs import Step
from ..look import Look
from ..theme import Role, Use

_WIDTH, _HEIGHT = 200, 260
_PIXELS = 480
"""Width of the pictures that are kept, enough for twice the usual text size."""
_MOST_MEGABYTES = 256
"""What Qt may allocate for one picture; one that unfolds to more is not shown."""
_MOST_KEPT = 24
_LINES = 14
_PICTURES = frozenset({kinds.PNG, kinds.JPEG, kinds.GIF, kinds.WEBP, kinds.BMP, kinds.TIFF})


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture, or else some lines of text, or else a sentence."""

    digest: str
    image: QImage | None = None
    lines: tuple[str, ...] = ()
    sentence: str = ""


class Previews(QObject):
    """Makes previews in the background and keeps the last ones. Signal: made(Shown)."""

    made = Signal(object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._kept: OrderedDict[str, Shown] = OrderedDict()

    def ask(self, document: Attachment) -> None:
        """Let made come with the preview of a document, at once where it is there already."""
        if document.digest in self._kept:
            self.made.emit(self._kept[document.digest])
            return
        kind, engine = kinds.kind_named(document.media_type), self._desk.session.file.engine
        if kind is not kinds.PDF and kind not in _PICTURES:
            self.made.emit(self._words(document))
            return

        def work(step: Step) -> Shown:
            content = attachments.content_of(engine, document)
            if kind is not kinds.PDF:
                return picture(document.digest, content)
            return _first_page(document, content, step)

        self._desk.jobs.start("Drawing the document", work, done=self._on_made, failed=self._on_failed)

    def _words(self, document: Attachment) -> Shown:
        kept = attachments.text_of(self._desk.session.file.engine, document.digest)
        if kept is None:
            return Shown(document.digest, sentence="Its words are being read.")
        lines = tuple(line for line in kept.text.splitlines() if line.strip())[:_LINES]
        return Shown(document.digest, lines=lines, sentence="" if lines else "No preview")

    def _on_made(self, shown: Shown) -> None:
        self._kept[shown.digest] = shown
        while len(self._kept) > _MOST_KEPT:
            self._kept.popitem(last=False)
        self.made.emit(shown)

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, CaseFileError):
            raise error
        self._desk.session.trouble.emit(error)


def picture(digest: str, content: bytes) -> Shown:
    """A picture scaled down while it is read; one that is broken or unfolds to too much says so."""
    QImageReader.setAllocationLimit(_MOST_MEGABYTES)
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid() and size.width() > _PIXELS:
        reader.setScaledSize(QSize(_PIXELS, max(1, round(size.height() * _PIXELS / size.width()))))
    image = reader.read()
    if image.isNull():
        return Shown(digest, sentence="This picture cannot be shown here.")
    return Shown(digest, image)


def _first_page(document: Attachment, content: bytes, step: Step) -> Shown:
    try:
        png = isolated.picture_of(document.name, content, _PIXELS, wait=lambda: step(0, 1))
    except Unreadable as trouble:
        return Shown(document.digest, sentence=trouble.sentence)
    return picture(document.digest, png)


class Preview(QWidget):
    """Paints one preview, like a sheet of paper lying there."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._shown = Shown("")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._restyle)
        self._restyle()

    @property
    def shown(self) -> Shown:
        """What is shown."""
        return self._shown

    def show_preview(self, shown: Shown, name: str) -> None:
        """Show a preview of the document of this name."""
        self._shown = shown
        said = " ".join(shown.lines) or shown.sentence or "as a picture"
        self.setAccessibleName(f"Preview of {name}: {said}"[:300])
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        frame = self._frame()
        if self._shown.image is not None:
            painter.drawImage(frame, self._shown.image)
        else:
            painter.fillRect(frame, self._look.color(Role.SUB))
            self._paint_words(painter, frame)
        painter.setPen(QPen(self._look.color(Role.EDGE), 1))
        painter.drawRect(frame.adjusted(0.5, 0.5, -0.5, -0.5))

    def _frame(self) -> QRectF:
        whole = QRectF(self.rect())
        image = self._shown.image
        if image is None:
            return whole
        size = image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        left = whole.width() - size.width() if self.layoutDirection() is Qt.LayoutDirection.RightToLeft else 0.0
        return QRectF(left, 0, size.width(), size.height())

    def _paint_words(self, painter: QPainter, frame: QRectF) -> None:
        side = self._look.px(10)
        painter.setFont(self._look.font(Use.CAPTION))
        painter.setPen(self._look.color(Role.SECONDARY))
        inside = frame.adjusted(side, side, -side, -side)
        painter.setClipRect(inside)
        painter.drawText(inside, int(Qt.TextFlag.TextWordWrap), "\n".join(self._shown.lines) or self._shown.sentence)

    def _restyle(self) -> None:
        self.setFixedSize(self._look.px(_WIDTH), self._look.px(_HEIGHT))
        self.update()
