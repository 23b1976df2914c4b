# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the documents of the sample group that are no text: a sworn statement as PDF and a scan of a receipt.

Run by hand when they should look otherwise; everybody in them is invented, and the Qt they are drawn with is ours.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QMarginsF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QImage, QPageSize, QPainter, QPdfWriter

FOLDER = Path(__file__).resolve().parents[1] / "resources" / "sample" / "documents"
STATEMENT = (
    "ACTA NOTARIAL\n\n"
    "Ante mí, notaria de San Bartolo el Roble, comparece una vecina de la calle del Mercado, cuyo nombre queda en el"
    " protocolo, y declara bajo juramento:\n\n"
    "Que vive frente a la casa de Candelaria Ixcoy Tzunún. Que la noche en que la siguieron estaba en su puerta y vio"
    " llegar despacio una camioneta gris, sin placas. Que se detuvo dos casas más abajo, con el motor encendido, hasta"
    " que Candelaria cerró la puerta. Que reconoció a uno de los hombres, pero que no dirá su nombre mientras nadie"
    " la proteja.\n\n"
    "Leída el acta, la ratifica y firma.\n\n"
    "(Muestra. Todas las personas son inventadas.)"
)
RECEIPT = (
    "POLICÍA NACIONAL\nPuesto San Bartolo el Roble\n\nRECIBO DE DENUNCIA\n\nSra. Ixcoy Tzunún\nAmenazas\n\nArchivado."
)


def main() -> int:
    """Write both files; returns the exit status."""
    application = QGuiApplication(["documents", "-platform", "offscreen"])
    application.setApplicationName("amnesty-desktop")
    FOLDER.mkdir(exist_ok=True)
    _statement(FOLDER / "sworn-statement.pdf")
    _receipt(FOLDER / "receipt-of-complaint.png")
    return 0


def _statement(path: Path) -> None:
    writer = QPdfWriter(str(path))
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(25, 25, 25, 25))
    writer.setCreator("Amnesty Desktop")
    writer.setTitle("Sample")
    painter = QPainter(writer)
    painter.setFont(QFont("DejaVu Serif", 12))
    page = QRectF(0, 0, writer.width(), writer.height())
    painter.drawText(page, int(Qt.TextFlag.TextWordWrap), STATEMENT)
    painter.end()


def _receipt(path: Path) -> None:
    image = QImage(620, 480, QImage.Format.Format_Grayscale8)
    image.fill(QColor("#E6E6E6"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.rotate(-1.2)
    painter.fillRect(QRectF(24, 40, 560, 410), QColor("#FAFAFA"))
    painter.setPen(QColor("#333333"))
    font = QFont("DejaVu Sans Mono")
    font.setPixelSize(24)
    painter.setFont(font)
    painter.drawText(QRectF(56, 70, 500, 370), int(Qt.TextFlag.TextWordWrap), RECEIPT)
    painter.setPen(QColor("#777777"))
    painter.drawEllipse(QRectF(410, 300, 130, 130))
    painter.end()
    image.save(str(path))


if __name__ == "__main__":
    sys.exit(main())
