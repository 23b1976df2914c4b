# SPDX-License-Identifier: GPL-3.0-or-later
"""What a sheet is about in its own words: its headline, and the concerns beside its number."""

import re
from collections.abc import Sequence

from .concerns import concerns
from .countries import code_of, leading_countries
from .dates import MONTHS, dates_in, first_date
from .draft import Found, Sureness
from .heading import EXTERNAL, INTERNAL, MINUTES, heading_lines, is_mail_header
from .labels import Part
from .layout import is_wrapped
from .lists import is_country_led, starts_marked
from .names import is_name
from .parts import SheetPart, of_kind
from .reference import indexes_in, is_later, namings_in
from .text import SheetLine, folded, is_sentence
from .words import word_set


def title_of(head: Sequence[SheetLine], parts: Sequence[SheetPart], preface: Sequence[SheetLine] = ()) -> Found[str]:
    """Return the headline of a sheet, or the line of its concern where it has none."""
    for part in of_kind(parts, Part.FIELD):
        if part.label and folded(part.label.text).startswith("urgent action title"):
            headline = part.rest or next((line.text for line in part.lines if line.text), "")
            return Found(headline, Sureness.SURE, (part.label.place,))
    lines = heading_lines(head)
    shown = [line for line in head[:60] if line.text]
    named = next((line for line in [*preface, *shown[:12]] if _is_led_by_country(line.text)), None)
    if named is not None:
        return Found(_bare_title(named.text), Sureness.SURE, (named.place,))
    for at, line in enumerate(shown):
        if re.fullmatch(r"urgent action|action urgente|accion urgente|pilna akcja", folded(line.text)):
            following = next(
                (
                    each
                    for number, each in enumerate(shown[at + 1 :])
                    if _is_headline(each.text) or _may_be_title(each, shown[at + number])
                ),
                None,
            )
            if following is not None:
                return Found(following.text, Sureness.SURE, (following.place,))
    minutes = next((line for line in lines[:6] if MINUTES.search(folded(line.text))), None)
    if minutes is not None:
        return Found(minutes.text, Sureness.UNSURE, (minutes.place,))
    for at, line in enumerate(lines[:_MOST_LINES]):
        numbered = re.fullmatch(
            r"(?:(?:urgent )?action ?: ?)?(.{20,160}?)\s*\(([^()]{4,40})\)", line.text, re.IGNORECASE
        )
        if numbered and namings_in(numbered[2]) and not namings_in(numbered[1]):
            return Found(numbered[1], Sureness.UNSURE, (line.place,))
        web = re.match(r"urgent action ?: ?", folded(line.text))
        if web and len(line.text) > 40:
            text = re.sub(r"\s*\([^()]{2,60}:[^()]*\)\s*$", "", line.text[web.end() :])
            return Found(text, Sureness.SURE, (line.place,))
        is_said = not is_mail_header(line.text) and len(line.text) > 12 and not is_name(line.text)
        if is_said and _may_be_title(line, lines[at - 1] if at else None):
            return Found(_bare_title(line.text), Sureness.UNSURE, (line.place,))
    return Found("")


_MOST_LINES = 14
"""Lines of the heading in which a headline is looked for."""


def _bare_title(text: str) -> str:
    return re.sub(r"^(?:Document|Urgent Action|Écrire)\s?[-:–]?\s+", "", text)


def _may_be_title(line: SheetLine, before: SheetLine | None) -> bool:
    """Whether a line may be a headline: no part of a sentence, of the menu of a page, or a technical line."""
    if _is_technical(line.text) or _is_body(line.text) or _is_page(line.text) or line.is_bullet:
        return False
    goes_on = before is not None and len(before.text) > 40 and (line.text[:1].islower() or is_wrapped(before.text))
    return not goes_on


def _is_led_by_country(text: str) -> bool:
    """A headline that begins with the country in small letters: "Viet Nam: blogger faces 20 years in jail"."""
    text = _bare_title(text)
    codes, end = leading_countries(text)
    if not codes or not 20 < len(text) < 160 or text[:end].upper() == text[:end] or _is_page(text) or namings_in(text):
        return False
    led = re.match(r"\s?[:–]\s+|\s-\s|\.?\s+(?=[A-ZÀ-Þ])", text[end:])
    rest = text[end + led.end() :] if led and (led[0].strip() or text[end - 1] == ".") else ""
    if is_later(rest) or re.match(r"(?:he|she|his|her|they|their|it|its|the|il|elle|ils|el|la|sie|er)\b", folded(rest)):
        return False  # A sentence ended with the country, and the next one begins.
    return sum(word[0].islower() for word in rest.split()) >= 2 and not starts_marked(rest) and not rest.endswith(".")


_PAGE = re.compile(
    r"skip to|jump to|menu\b|navigation|aller au|saltar al|zum inhalt|direkt zum|share\b|compartir|partager|teilen"
    r"|podziel|podpisal|published|posted|publie\b|publicado|print\b|home\b|startseite|inicio\b|accueil|strona glowna"
    r"|you are here|library\b|log ?in\b|search\b|amnesty international\b|newsletter|distrib|(?:to|from|date) ?:"
    r"|\d+[.)] "
    r"|medical (?:letter[- ]writing )?action|worldwide appeals?|write for rights|action file|further information$"
    r"|briefe gegen das vergessen|urgent actions?$|case \d|actions? urgentes?$|international secretariat"
    r"|\(pour |\(for |\(para |present ?:|donate\b|renew\b"
    r"|issues\b.*\bdonate|uber urgent|aktuelle ua|about us|no\. ?\d|note ?:|keywords?\b|summary\b"
)


def _is_page(text: str) -> bool:
    # A gap behind a colon is a list of people: "Stay of execution:   Jon Doe".
    return bool(_PAGE.match(folded(text)) or re.search(r":\s{2,}", text)) or any(
        sign in text for sign in (" > ", " » ", " | ", " · ", "›")
    )


def _is_headline(text: str) -> bool:
    """A line in capitals of some length without a number: "HONDURAS: ACTIVISTS AT RISK"."""
    return text.upper() == text and len(text) > 25 and not namings_in(text) and not indexes_in(text)


def _is_body(text: str) -> bool:
    """Whether a line is a sentence or a greeting rather than a headline."""
    return (
        (is_sentence(text) and len(text) > 80)
        or (is_wrapped(text) and len(text) > 60)
        or bool(re.match(r"(?:dear|note ?:|go to|please|urgent action (?:appeal|follow))\b", folded(text)))
        or text.endswith(":")
        or (len(text) > 60 and _reads_as_body(text))
    )


def _reads_as_body(text: str) -> bool:
    """Whether a long line has a day, a second sentence or a beginning that no headline has."""
    begins = re.match(r"(?:selon|according to|amnesty)\b", folded(text))
    ends_within = re.search(r"[a-zà-ÿ]{3}\. [A-ZÀ-Þ]|: (?:This|The) [a-z0-9]", text)
    return bool(dates_in(text) or begins or ends_within)


def _is_technical(text: str) -> bool:
    small = folded(text)
    return bool(
        indexes_in(text)
        or namings_in(text)
        or EXTERNAL.match(small)
        or INTERNAL.match(small)
        or small.startswith(("distr:", "http", "- from", "for a print", "efai", "+ "))
        or code_of(text)
        or is_country_led(text)
        or starts_marked(text)
        or (first_date(text) and len(text) < 30)
    )


def concern_words(lines: Sequence[SheetLine]) -> Found[tuple[str, ...]]:
    """Return the concerns printed beside the number, such as "Legal Concern" and "Fear of Torture", or right below."""
    for at, line in enumerate(lines):
        if is_mail_header(line.text) or not (named := namings_in(line.text)):
            continue
        stretch = [line.text[named[-1].end :]]
        while _is_open(" ".join(stretch)) and at + len(stretch) < len(lines) and len(stretch) < 6:
            stretch.append(lines[at + len(stretch)].text)
        words = _concerns_in(" ".join(stretch))
        if words:
            return Found(words, Sureness.SURE, (line.place,))
        for below in lines[at + len(stretch) : at + len(stretch) + 3]:
            is_headline = below.text.upper() == below.text and len(below.text.split()) > 3
            words = () if is_headline else _concerns_in(below.text)
            if words and any(concern.terms for concern in concerns(words)):
                return Found(words, Sureness.SURE, (below.place,))
    return Found(())


def _is_open(text: str) -> bool:
    """Whether brackets or a list of days goes on in the next line."""
    small = folded(text).rstrip()
    is_cut = small.endswith((" and", "follow-up", "follow-ups", " re-", "issued")) or bool(_CUT_DAY.search(small))
    is_cut = is_cut or bool(_CUT_CONCERN.search(small))
    return text.count("(") > text.count(")") or is_cut


_CUT_CONCERN = re.compile(
    r"\b(?:fear|of|for|possible|enforced|legal|imminent|extrajudicial|forced|medical|health|craintes?|temor|por|de)$|/$"
)
_CUT_DAY = re.compile(rf"\bissued\b.*(?:\b\d{{1,2}}|\b(?:{MONTHS}))$")


def _concerns_in(printed: str) -> tuple[str, ...]:
    """The concerns of a stretch that may quote other papers and days as well."""
    rest = re.sub(r"\([^()]*\)", " ", printed)
    if indexes_in(rest) or (is_country_led(rest.strip(" -–:,;")) and not re.search(r": ?\S", rest)):
        return ()
    for each in reversed(dates_in(rest)):
        rest = rest[: each.begin] + "  " + rest[each.end :]
    rest = re.sub(r"\b(?:AI )?Index\b.*", "", rest).strip(" -–:,;")
    if re.match(r"(?:and|on|issued|de|re-issued|follow|et|oraz|y|und|i|con|e)\b", folded(rest)) or ")" in rest:
        behind = re.split(r"\s[-–]\s+", rest)
        rest = behind[-1] if len(behind) > 1 else ""
    led = is_country_led(rest)
    rest = led[1].split(":")[0] if led and led[1] else rest
    if starts_marked(rest) or len(rest) >= 120 or len(rest) < 4:
        return ()
    return tuple(_unquoted(word) for word in re.split(r"\s?/\s?|;|, ", rest) if any(sign.isalpha() for sign in word))


def _unquoted(word: str) -> str:
    """A concern without the quotation marks around all of it; those around a word of it stay."""
    word = word.strip()
    if len(word) > 2 and word[0] in "\"“'‘«" and word[-1] in "\"”'’»" and not any(sign in word[1:-1] for sign in '"“”'):
        return word[1:-1].strip()
    return word


def in_sentence_case(title: str, text: str, language: str) -> str:
    """A title that is printed in capitals as a sentence: each word as the text itself writes it elsewhere.

    What the text never writes in small letters stays as it is where it may be a name or an abbreviation.
    """
    if title.upper() != title or len(title.split()) < 2:
        return title
    written = _as_written("\n".join(line for line in text.splitlines() if line.upper() != line))
    if language == "de" and not all(word.strip(".,:!?").lower() in written for word in title.split()):
        return title  # Which words are nouns is not known.
    done: list[str] = []
    for at, word in enumerate(title.split()):
        bare = word.strip("‘’“”\"'.,:;!?()")
        small = bare.lower()
        own = bare.removesuffix("’S").removesuffix("'S").lower()
        new = written.get(small) or written.get(own, own) + small[len(own) :]
        if (
            new == small
            and small not in written
            and (_is_month(small, language) or (done and done[-1] in {"in", "near"} and small not in _NO_PLACES))
        ):
            new = small[:1].upper() + small[1:]
        is_first = not at or done[-1].endswith((":", ".", "?", "!"))
        done.append(word.replace(bare, new[:1].upper() + new[1:] if is_first and bare else new) if bare else word)
    return _with_countries(" ".join(done))


_NO_PLACES = word_set(
    """jail prison prisons court custody detention hospital exile hiding danger secret solitary isolation camp camps
    protest poor appeal connection military police"""
)


def _is_month(word: str, language: str) -> bool:
    return language == "en" and any(word == month for month in MONTHS.split("|")) and word not in {"may", "mar"}


def _as_written(text: str) -> dict[str, str]:
    """How the text writes each word within its sentences, the spelling with small letters first."""
    found: dict[str, str] = {}
    for each in re.finditer(r"(?<=[a-z,;] )[^\W\d_][\w'’-]*", text):
        word = each[0].removesuffix("’s").removesuffix("'s")
        small = word.lower()
        if small not in found or word == small:
            found[small] = word
    return found


def _with_countries(title: str) -> str:
    """A sentence with the names of countries, of which each word has a capital, put right."""
    words = title.split(" ")
    for count in (3, 2, 1):
        for at in range(len(words) - count + 1):
            name = " ".join(words[at : at + count])
            if code_of(name.strip(",.:;").removesuffix("’s").removesuffix("'s").title()):
                words[at : at + count] = [
                    word if word in {"of", "the", "and"} else word[:1].upper() + word[1:] for word in name.split(" ")
                ]
    return " ".join(words)
