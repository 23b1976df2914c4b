# SPDX-License-Identifier: GPL-3.0-or-later
"""The words on sheets people sign, in the languages letters are drafted in."""

from dataclasses import dataclass
from enum import StrEnum

from .letter_words import language_of


class SignedSheet(StrEnum):
    """The sheets there is a template for."""

    SIGNATURES = "signatures"
    PETITION = "petition"
    JOIN = "join"


@dataclass(frozen=True, slots=True)
class SheetWords:
    """What is printed on one sheet; lead stands above the lines, note below them."""

    title: str
    lead: str
    name: str
    place: str
    sign: str
    note: str


_WORDS = {
    "en": {
        SignedSheet.SIGNATURES: SheetWords(
            "Signatures",
            "We have read the letter about this and sign it too.",
            "Name",
            "Town, country",
            "Signature",
            "This sheet goes to the office named above together with the letter. Please sign only for yourself.",
        ),
        SignedSheet.PETITION: SheetWords(
            "Petition",
            "We who sign below ask you:",
            "Name",
            "Town, country",
            "Signature",
            "This sheet goes to the office named above. Please sign only for yourself.",
        ),
        SignedSheet.JOIN: SheetWords(
            "Join us",
            "We write letters for people whose rights are violated. Leave your name, and we tell you when we meet.",
            "Name",
            "E-mail or telephone",
            "I would like to …",
            "Your details stay with our group. We use them to write to you and pass them on to nobody;"
            " tell us when you want to be taken off.",
        ),
    },
    "fr": {
        SignedSheet.SIGNATURES: SheetWords(
            "Signatures",
            "Nous avons lu la lettre à ce sujet et nous la signons aussi.",
            "Nom",
            "Ville, pays",
            "Signature",
            "Cette feuille est remise avec la lettre au destinataire indiqué. Veuillez ne signer que pour vous-même.",
        ),
        SignedSheet.PETITION: SheetWords(
            "Pétition",
            "Nous, soussigné·e·s, vous demandons :",
            "Nom",
            "Ville, pays",
            "Signature",
            "Cette feuille est remise au destinataire indiqué. Veuillez ne signer que pour vous-même.",
        ),
        SignedSheet.JOIN: SheetWords(
            "Rejoignez-nous",
            "Nous écrivons des lettres pour des personnes dont les droits sont bafoués. Laissez-nous votre nom :"
            " nous vous dirons quand nous nous réunissons.",
            "Nom",
            "Courriel ou téléphone",
            "J’aimerais …",
            "Vos coordonnées restent dans notre groupe. Elles servent à vous écrire et ne sont transmises à personne ;"
            " dites-le-nous si vous souhaitez être retiré·e de la liste.",
        ),
    },
    "es": {
        SignedSheet.SIGNATURES: SheetWords(
            "Firmas",
            "Hemos leído la carta sobre este asunto y también la firmamos.",
            "Nombre",
            "Ciudad, país",
            "Firma",
            "Esta hoja se entrega con la carta a la autoridad indicada. Firme solo por usted.",
        ),
        SignedSheet.PETITION: SheetWords(
            "Petición",
            "Las personas abajo firmantes le pedimos:",
            "Nombre",
            "Ciudad, país",
            "Firma",
            "Esta hoja se entrega a la autoridad indicada. Firme solo por usted.",
        ),
        SignedSheet.JOIN: SheetWords(
            "Únase a nosotros",
            "Escribimos cartas por personas cuyos derechos son violados. Déjenos su nombre y le diremos cuándo nos"
            " reunimos.",
            "Nombre",
            "Correo electrónico o teléfono",
            "Me gustaría …",
            "Sus datos quedan en nuestro grupo. Los usamos para escribirle y no los damos a nadie; díganos si quiere"
            " que los borremos.",
        ),
    },
    "de": {
        SignedSheet.SIGNATURES: SheetWords(
            "Unterschriften",
            "Wir haben den Brief dazu gelesen und unterschreiben ihn ebenfalls.",
            "Name",
            "Ort, Land",
            "Unterschrift",
            "Dieses Blatt geht mit dem Brief an die oben genannte Stelle. Bitte nur für sich selbst unterschreiben.",
        ),
        SignedSheet.PETITION: SheetWords(
            "Petition",
            "Wir, die Unterzeichnenden, bitten Sie:",
            "Name",
            "Ort, Land",
            "Unterschrift",
            "Dieses Blatt geht an die oben genannte Stelle. Bitte nur für sich selbst unterschreiben.",
        ),
        SignedSheet.JOIN: SheetWords(
            "Machen Sie mit",
            "Wir schreiben Briefe für Menschen, deren Rechte verletzt werden. Tragen Sie sich ein, und wir sagen Ihnen,"
            " wann wir uns treffen.",
            "Name",
            "E-Mail oder Telefon",
            "Ich möchte gern …",
            "Ihre Angaben bleiben in unserer Gruppe. Wir nutzen sie, um Ihnen zu schreiben, und geben sie niemandem"
            " weiter; sagen Sie uns, wenn wir Sie streichen sollen.",
        ),
    },
}


def sheet_words(sheet: SignedSheet, language: str) -> SheetWords:
    """The words of a sheet in a language; English where there are none."""
    return _WORDS[language_of(language) or "en"][sheet]
