# SPDX-License-Identifier: GPL-3.0-or-later
"""What a column of a spreadsheet can be, and what people call it in English, French, German and Spanish."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from ..domain.names import sort_form


class RowsAre(StrEnum):
    """What each row of a spreadsheet is."""

    CASES = "cases"
    ADDRESSES = "addresses"


@dataclass(frozen=True, slots=True)
class ColumnField:
    """One thing a column can be: its name in the code, its words on the screen, and what headers call it.

    several says that more than one column may be it, such as the lines of an address.
    """

    name: str
    label: str
    headers: tuple[str, ...]
    several: bool = False


def _fields(text: str) -> tuple[ColumnField, ...]:
    """Entries of name* | label | header, header, …; the star marks what several columns may be."""
    found = []
    for entry in re.split(r"\n {4}(?=\S)", text.strip()):
        name, label, headers = (part.strip() for part in entry.split("|"))
        words = tuple(dict.fromkeys(plain(word) for word in (label, *headers.split(","))))
        found.append(ColumnField(name.rstrip("*"), label, words, name.endswith("*")))
    return tuple(found)


@lru_cache(maxsize=4096)
def plain(header: str) -> str:
    """The words of a header without accents, signs and figures, so that "E-Mail:" is "e mail"."""
    return " ".join("".join(sign if sign.isalpha() else " " for sign in sort_form(header)).split())


CASE_FIELDS = _fields(
    """
    who* | Who | name, names, full name, person, people, prisoner, victim, individual, nom, noms, personne,
        prisonnier, prisonniere, prénom et nom, qui, wer, personen, gefangener, gefangene, nombre, nombres, persona,
        personas, quien, preso, presa, prisionero, nombre y apellidos, first name, given name, surname, last name,
        family name, prénom, nom de famille, vorname, nachname, familienname, apellido, apellidos
    own_script | Name in its own script | original script, native name, in arabic, original name, écriture originale,
        originalschrift, escritura original
    sex | Woman or man | sex, gender, m f, f m, sexe, genre, geschlecht, sexo, genero
    age | Age | âge, alter, edad
    work | Work | occupation, profession, job, beruf, tätigkeit, métier, profesion, ocupacion
    country | Country | state, nation, pays, état, land, staat, pais, where
    reference | Paper | reference, ref, ref no, number, no, action number, ua, ua number, ua no, case number, case no,
        ua nr, ua nummer, référence, numéro, aktennummer, nummer, nr, aktion, fallnummer, fall nr, referencia, numero,
        número de acción, au, numéro au
    ai_index | AI Index | index, ai index number, doc index, document index, index ai, ai ref, index number
    kind | Kind of case | kind, type, case type, type of action, action type, genre d action, type d action, art, art
        der aktion, fallart, tipo, tipo de accion, tipo de caso
    title | Title | subject, headline, heading, titre, objet, titel, betreff, überschrift, titulo, asunto
    situation | What happened | situation, summary, details, story, description, case summary, facts, résumé, faits,
        détails, lage, sachverhalt, beschreibung, was geschah, zusammenfassung, situacion, resumen, hechos,
        descripcion, detalles
    background | Background | context, contexte, arrière plan, hintergrund, antecedentes, contexto, informacion
        adicional, background information
    risk | What is feared | fear, fears, risk, risks, danger, crainte, craintes, risque, befürchtung, befürchtungen,
        gefahr, temor, temores, riesgo
    issue | What it is about | concern, concerns, issue, issues, theme, topic, human rights concern, préoccupation,
        préoccupations, thème, sujet, thema, anliegen, themen, menschenrechtsverletzung, preocupacion, preocupaciones,
        tema, motivo
    asks* | What we ask for | recommended action, recommended actions, action, actions, demands, request, requests,
        ask, asks, action recommandée, actions recommandées, demandes, forderung, forderungen, empfohlene aktionen,
        acciones recomendadas, peticiones
    write_to* | Write to | appeals to, addressee, target, authority, send to, destinataire, appels à, écrire à,
        adressat, appelle an, schreiben an, destinatario, llamamientos a, escribir a
    issued | Issued | date, issue date, date issued, date of issue, issued on, published, date d émission, date de
        publication, émis le, datum, ausgabedatum, ausgestellt, ausgestellt am, vom, fecha, fecha de emision, emitido,
        emitida
    appeal_by | Appeal by | deadline, appeal date, write by, send by, appeals by, until, due, due date, end date,
        expires, date limite, avant le, échéance, frist, bis, schreiben bis, einsendeschluss, ablaufdatum, fecha
        limite, plazo, antes de, hasta
    taken_up | Taken up | taken up on, started, start, begun, since, adopted, since when, pris en charge, début,
        depuis, übernommen, begonnen, seit, adoptado, inicio, desde
    event_on | Day of what is feared | execution date, trial date, hearing date, event date, date of execution, date
        du procès, date d exécution, hinrichtungstermin, prozesstermin, fecha de ejecucion, fecha del juicio
    status | Open or closed | status, state of case, open, open closed, active, statut, état du dossier, stand,
        estado, situacion del caso, abierto
    closed_on | Closed on | closed, date closed, closing date, clos le, date de clôture, geschlossen am,
        abgeschlossen, cerrado el, fecha de cierre
    owner | Looked after by | owner, member, responsible, contact, group member, who looks after, assigned to,
        coordinator in group, responsable, membre, suivi par, verantwortlich, zuständig, mitglied, betreut von,
        encargado, encargada, miembro, a cargo de
    no_contact | Why nobody may write | do not write, do not contact, no contact, stop, ne pas écrire, nicht
        schreiben, no escribir
    please_mind | Please mind | notes, note, remarks, remark, comments, comment, please note, remarques, commentaires,
        notiz, notizen, bemerkung, bemerkungen, anmerkung, anmerkungen, kommentar, notas, observaciones, comentarios
    next_step | Next step | next, next steps, to do, todo, prochaine étape, à faire, nächster schritt, zu tun,
        siguiente paso, por hacer
    coordinator | Country coordinator | coordinator, country coordination, coordinateur, coordination,
        länderkoordination, kogruppe, koordinationsgruppe, coordinador, coordinadora, coordinacion
    """
)

ADDRESS_FIELDS = _fields(
    """
    name* | Name line | name, first name, given name, surname, last name, family name, prénom, nom de famille, vorname,
        nachname, familienname, apellido, apellidos, full name, recipient, person, contact, contact name, nom,
        destinataire, personne, empfänger, person name, nombre, destinatario
    office | Office | position, title, post, function, organisation, organization, institution, ministry, authority,
        company, job title, fonction, poste, organisme, institution, ministère, amt, funktion, behörde, ministerium,
        institution, firma, cargo, puesto, institucion, ministerio, organizacion, entidad
    role | Why we write to them | role, type, kind, category, rôle, catégorie, rolle, art, kategorie, tipo, rol,
        categoria, group
    address* | Address | address, addresses, address line, street, street address, town, city, postcode, postal code,
        zip, zip code, po box, post box, place, region, state, province, county, adresse, ligne d adresse, rue, ville,
        code postal, boîte postale, anschrift, straße, strasse, ort, stadt, plz, postleitzahl, postfach, adresszeile,
        direccion, calle, ciudad, codigo postal, provincia, domicilio, apartado postal, linea de direccion
    country | Country | nation, pays, land, pais
    email | E-mail | email, mail, e mail address, email address, courriel, courrier électronique, mél, e mail adresse,
        correo, correo electronico
    fax | Fax | fax number, fax no, télécopie, numéro de fax, faxnummer, telefax, numero de fax
    phone | Telephone | phone, tel, telephone number, phone number, téléphone, tél, telefon, telefonnummer, telefono
    salutation | Salutation | dear, form of address, greeting, opening, appel, formule d appel, anrede, tratamiento,
        saludo, encabezamiento
    close | Close | closing, ending, sign off, formule de politesse, grußformel, schlussformel, despedida
    language | Language of letters | language, langue, sprache, idioma, lengua, language of letter
    languages | Languages they read | languages, reads, langues, langues lues, sprachen, idiomas
    checked_on | Address checked | checked, checked on, last checked, date checked, updated, last updated, verified,
        vérifié, vérifié le, mis à jour, geprüft, geprüft am, aktualisiert, stand, comprobado, verificado, actualizado
    """
)

FIELDS = {RowsAre.CASES: CASE_FIELDS, RowsAre.ADDRESSES: ADDRESS_FIELDS}
DATE_FIELDS = frozenset({"issued", "appeal_by", "taken_up", "event_on", "closed_on", "checked_on"})


SURNAMES = frozenset(
    map(
        plain,
        ("surname", "last name", "family name", "nom de famille", "nachname", "familienname", "apellido", "apellidos"),
    )
)
"""Headers of columns that are put behind the column with the first names."""
GIVEN_NAMES = frozenset(map(plain, ("first name", "given name", "prénom", "vorname")))


def field_of(rows_are: RowsAre, name: str) -> ColumnField:
    """The thing a column can be, by its name."""
    return next(field for field in FIELDS[rows_are] if field.name == name)
