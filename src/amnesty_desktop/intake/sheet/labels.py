# SPDX-License-Identifier: GPL-3.0-or-later
"""The labels of sheets since 1990, in English, French, German, Spanish and Polish, and what part each begins.

Patterns are tried at the beginning of a line in small letters without accents. They have no nested repeats, so that
no text makes them slow.
"""

import re
from enum import StrEnum

from .text import folded


class Part(StrEnum):
    """What a stretch of a sheet is for."""

    HEAD = "head"
    ACTION = "action"
    TARGETS = "targets"
    COPIES = "copies"
    DIPLOMATS = "diplomats"
    CONTACTS = "contacts"
    DEADLINE = "deadline"
    BACKGROUND = "background"
    LETTER = "letter"
    USE_LETTER = "use_letter"
    PEOPLE = "people"
    SEX = "sex"
    LANGUAGES = "languages"
    EARLIER = "earlier"
    SUMMARY = "summary"
    FIELD = "field"
    ASIDE = "aside"


_LABELS: tuple[tuple[Part, str], ...] = (
    (
        Part.USE_LETTER,
        r"take action: ?write an appeal|napisz(?:cie)? apel.{0,60}(?:wzor|list)|(?:escriban?"
        r"|redacten?) (?:un llamamiento"
        r"|una carta).{0,60}(?:carta modelo|modelo de carta)"
        r"|(?:passez a l.action|agissez) ?:.{0,140}(?:modele|lettre)"
        r"|(?:actuen?) ?: ?(?:escriban?|redacten?).{0,80}(?:modelo|carta)"
        r"|(?:werden sie aktiv|jetzt aktiv werden).{0,80}(?:musterbrief|modellbrief)",
    ),
    (
        Part.DIPLOMATS,
        r"(?:please )?(?:also )?send (?:also )?copies (?:also )?to (?:the )?diplomatic|(?:and"
        r"|as well as)(?:,? if possible,)? (?:copies )?to (?:the )?diplomatic"
        r"|and to the diplomatic|copies to(?: the)? diplomatic|(?:ainsi qu.|et )aux? (?:ambassades|representant)"
        r"|veuillez (?:egalement|aussi) (?:adresser|envoyer)(?: des| une)? copies?|(?:y|e) a (?:los|las) representa"
        r"|envien? (?:tambien|asimismo) copias? a (?:la|las|los)"
        r"|(?:oraz|a takze) do przedstawiciel|prosimy (?:takze|rowniez) o? ?(?:wysylanie|przesylanie) kopii",
    ),
    (
        Part.DEADLINE,
        r"(?:please )?check with (?:the|your)|je(?:[zs]eli|sli) (?:chc|zamierz|pisz)|se inviate|verificate con"
        r"|si prega di (?:verificare|inviare)|(?:please )?send appeals? (?:immediately|to arrive)|appeal deadline"
        r"|act by ?:|please take action (?:as soon as possible )?(?:until|before|by)\b|take action (?:until"
        r"|before|by)\b"
        r"|priere d.intervenir|apres le \d|verifiez aupres|veuillez agir (?:des|avant)|merci d.agir"
        r"|envien? (?:sus )?llamamientos (?:inmediatamente|lo antes posible)|consult[ea]n? con"
        r"|actuen? (?:lo antes posible )?(?:antes|hasta)"
        r"|por favor,? actuen|bitte schreiben sie ihre appelle"
        r"|schreiben sie (?:bitte )?in gutem(?!.{0,80}\ban ?:$)|bitte (?:nach|vor) dem"
        r"|da informationen in urgent|setzen sie sich bitte|bitte setzen sie sich"
        r"|prosimy o niewysylanie|prosimy nie wysylac|apele prosimy wysylac (?:przed|do \d)(?!.*\bdo ?:$)"
        r"|this bulletin expires"
        r"|(?:prosimy o )?(?:dzialanie|podjecie dzialan).{0,40}do \d|this urgent action expires|deadline ?:"
        r"|termin(?: akcji)? ?:|(?:fecha|date) limite ?:",
    ),
    (
        Part.TARGETS,
        r"(?:please )?send (?:your )?(?:appeals|letters|e-?mails|telegrams|faxes|messages)\b[^.]{0,90}\bto ?(?::|$)"
        r"|please send (?:your )?(?:polite )?appeals before|appeals? to ?(?::|$)|appeals before .{4,40}\bto ?:"
        r"|target.?s? contact details|(?:please )?write (?:now )?to ?(?::|$)|contact (?:these|this"
        r"|the following)\b.{0,70}"
        r"|(?:addresses|write polite letters to|send letters to) ?(?::|$)|telegrams to ?:|and(?: also)? to ?:$|to ?:$"
        r"|(?:ecrivez|escriban?|schreiben sie|pisz(?:cie)?|write)\b.{0,90}\b(?:a|an|to|do) ?:$|ecrivez (?:au"
        r"|aux|a la|a l.)\b.{0,60}$|appels? a ?(?::"
        r"|$)|envoyez (?:vos |les )?appels avant|(?:envoyez|adressez) vos (?:appels|lettres) a"
        r"|appell(?:e)? an\b|(?:bitte )?schreiben sie (?:bitte )?(?:bis|vor)\b.{0,40}\ban ?:?$|appelle bitte an"
        r"|richten sie ihre appelle|schreiben sie (?:bitte )?an ?(?::|$)"
        r"|llamamientos a ?(?::|$)|envien? (?:sus )?llamamientos,? (?:antes|a ?:)|escriban a ?:|dirijan (?:sus|los)"
        r"|apele prosimy wysylac (?:przed|do \d).{4,40}\bdo ?:$"
        r"|apele prosimy (?:wysylac|kierowac) (?:do|na)|prosimy (?:wysylac|kierowac|o wysylanie) apeli?.{0,50}\bdo ?:"
        r"|apele\b.{0,70}\bdo ?:$|appelli a ?(?::|$)|inviate (?:gli )?appelli a ?(?::|$)|apele (?:do|nalezy"
        r"|wysylaj).{0,40}:|adresaci ?:|adres(?:y|aci)? apeli",
    ),
    (
        Part.COPIES,
        r"(?:and |please |also |and also )?(?:send )?(?:a )?cop(?:ies|y)(?: always)?(?: of your (?:appeals"
        r"|letters))?(?: also)? to\b"
        r"|and,? if possible,? (?:to|to the following)|(?:please )?(?:also )?send cop(?:ies|y) to"
        r"|and cop(?:y|ies) ?:|if possible,? send copies|copies of (?:your )?(?:letters|appeals)\b[^.]{0,40}:$"
        r"|(?:et )?copies? a\b|(?:y )?(?:con )?copias? a\b|kopien? an\b|kopien? bitte an"
        r"|(?:bitte )?sende[nt]? (?:sie )?(?:bitte )?eine kopie(?: ihres schreibens)? an"
        r"|(?:oraz )?kopie (?:apeli )?(?:prosimy.{0,20})?do\b"
        r"|z kopia do|copie a ?(?::|$)|e,? se possibile,? a ?:|cc ?:|(?:kopie|kopia|copias?|copies?|kopien"
        r"|copy) ?(?::|$)",
    ),
    (
        Part.CONTACTS,
        r"contact information ?:?$|contact details ?:?$|addresses? and contact",
    ),
    (
        Part.ACTION,
        r"(?:further )?recommended actions? ?(?:[:.-]|$)|please write (?:immediately|urgently|now|a letter"
        r"|letters|as soon|polite)|please (?:send|fax|e-?mail|telephone)"
        r"|please (?:continue|keep)|please urge|1[.)] take action\b|write a letter, send an e-?mail"
        r"|in your (?:letters?|appeals?)\b"
        r"|take action ?:?$|what you can do ?:?$|actions? recommandees?|dans les appels|dans vos (?:appels"
        r"|lettres)|passez a l.action"
        r"|acci.n(?:es)? recomendadas?|escriban? inmediatamente|en sus (?:cartas|llamamientos)|actuen ?:?$"
        r"|envien? llamamientos para"
        r"|amnesty fordert ?:?$|empfohlene aktion|schreiben sie bitte|bitte schreiben sie (?!ihre appelle)"
        r"|fordern sie|forderungen ?:?$"
        r"|prosimy o (?:niezwloczne|natychmiastowe|jak najszybsze|pilne|pisanie|wysylanie)|(?:zalecane"
        r"|rekomendowane) dzialani"
        r"|prosimy,? (?:napisac|pisac|pilnie|napisz|pisz|wyslij)|(?:na)?pisz(?:cie)? (?:natychmiast"
        r"|jak najszybciej|teraz|apel\w* (?:w jezyku|po \w+))\b"
        r"|azion[ei] raccomandat[ae]|per favore,? (?:inviate|scrivete)|sugerowane dzialani|co mozesz zrobic",
    ),
    (
        Part.LETTER,
        r"(?:sample|model|template) letter ?:?(?: \(.{0,40}\))?(?:$|\s+(?=dear |your (?:excellency|majesty"
        r"|royal|honou?r)|honou?rable|mr |h\.e\.))"
        r"|urgent action letter ?:|modele de lettre ?:?"
        r"|lettre type ?:?$"
        r"|(?:carta modelo|modelo de carta|carta tipo) ?:?$|musterbrief ?:?$|briefentwurf ?:?$|modellbrief ?:?$"
        r"|briefvorschlag ?:?$"
        r"|(?:wzor|przykladowy tekst|tresc) (?:listu|apelu) ?:?$|przykladowy list ?:?$|(?:suggested|draft) letter ?:?$",
    ),
    (
        Part.BACKGROUND,
        r"(?:general )?background(?: information)?(?: \(.{0,40}\))? ?(?::|$)|additional information ?(?::|$)"
        r"|background information\b"
        r"|further background|(?:more |supplementary )information ?:?$|informations? (?:generales?"
        r"|complementaires?|de fond)(?: ?:|$)"
        r"|complement d.information|contexte ?:?$|informaci.n (?:general|complementaria|adicional|de contexto)"
        r"|antecedentes ?:?$|informazioni (?:generali|supplementari|di base)|about (?!us|the|this|our"
        r"|amnesty)\w+(?: [\w'-]+){0,3}$"
        r"|hintergrundinformation|hintergrund ?:?$|weitere informationen ?:?$"
        r"|(?:dodatkowe )?informacje (?:dodatkowe|ogolne)? ?:?$"
        r"|dodatkowe informacje ?:?$|tlo (?:sprawy|wydarzen)|kontekst ?:?$",
    ),
    (
        Part.PEOPLE,
        r"name(?:s|\(s\))? and (?:\w+ )?pronouns?(?:\(s\))? ?:|names?(?:\(s\))? ?:"
        r"|noms? et pronoms?.{0,30}? ?:|prenoms?,? (?:et )?noms?.{0,40}? ?:|noms?(?:\(s\))? ?:"
        r"|nombres?(?: y .{0,40}?)? ?:"
        r"|namen?(?: und (?:bevorzugtes )?pronomen)? ?:|(?:imie|imiona) i nazwisk[oa].{0,30}? ?:|nazwisk[oa] ?:",
    ),
    (
        Part.SEX,
        r"gender(?: ?\(?m ?/ ?f\)?)? ?:|sex(?: ?\(?m ?/ ?f\)?)? ?:|genre(?: ?\(?\w ?/ ?\w\)?)? ?:"
        r"|sexe(?: ?\(?\w ?/ ?\w\)?)? ?:|hommes?(?: ?/ ?femmes?)? ?(?::|$)|femmes? ?(?::|$)"
        r"|sexo ?(?:\(?\w ?/ ?\w\)?)? ?:|hombres?(?: ?/ ?mujer(?:es)?)? ?(?::|$)|mujer(?:es)? ?(?::|$)"
        r"|geschlecht.{0,10}:|genere ?:|plec.{0,10}:",
    ),
    (
        Part.LANGUAGES,
        r"preferred languages?\b.{0,40}?:|langues?(?:\(s\))? (?:a privilegier|preferee|preferees|a utiliser).{0,50}?:"
        r"|(?:puede[ns]? )?escribir (?:llamamientos )?en ?:|idiomas? (?:preferentes?|preferidos?)\b.{0,60}?:"
        r"|bevorzugte sprachen?.{0,40}?:|preferowan[ey] jezyk.{0,40}?:",
    ),
    (
        Part.EARLIER,
        r"link to previous|(?:liens? vers|enlaces? a) (?:l|la|las)?.{0,20}(?:au|ua)\b"
        r"|this is the (?:\w+ )?(?:update|and final)|previous ua"
        r"|ceci est la|il s.agit de la .{0,20}mise a jour|esta es la .{0,20}actualizacion"
        r"|weitere informationen zu (?:ua|urgent|eil)"
        r"|weiterfuhrende informationen|to jest \w+ aktualizacja",
    ),
    (
        Part.SUMMARY,
        r"urgent action summary ?:?|summary ?(?::|$)"
        r"|sachlage ?:?$|sachverhalt ?:?$|resume ?:|resumen ?:|streszczenie ?:",
    ),
    (
        Part.FIELD,
        r"issue date ?:|urgent action title ?:|publication date ?:|urgent action type and number ?:|index number ?:"
        r"|country ?:|date of update ?:",
    ),
    (
        Part.ASIDE,
        r"downloads?$|contact with relatives|show solidarity|(?:solidarity (?:message|action|card)s?)"
        r"|report (?:back|your)"
        r"|thank you for taking|contact ?: ?\S+@|share this|you can also write in your own"
        r"|please (?:share|report|let us know|insert|tell us)|click here|let us know|name,?\s+address 1"
        r"|nom\(?s?\)?,?\s+adresse|keep in touch\b"
        r"|nombre direcci|inserten|continuaci"
        r"|-{2,}|_{3,}|to unsubscribe|unsubscribe|the urgent action network|urgent action network\b.{0,40}$",
    ),
)
_COMPILED = tuple((part, re.compile(pattern)) for part, pattern in _LABELS)
# Whatever begins a line that may be a label; most lines of a long text are passed over by their first words.
_OPENING = re.compile(r"[\s\[(\"'“¿¡0-9.)]{0,6}")


def label_of(text: str) -> tuple[Part, int] | None:
    """Return which part a line begins and how many characters its label takes, or None."""
    small = folded(text[:240])
    opening = _OPENING.match(small)
    starts = {0, opening.end() if opening else 0}
    for part, pattern in _COMPILED:
        for start in sorted(starts):
            found = pattern.match(small, start)
            if found:
                return part, found.end()
    return None
