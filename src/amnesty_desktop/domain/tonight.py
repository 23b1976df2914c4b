# SPDX-License-Identifier: GPL-3.0-or-later
"""Write tonight: what of a case may lie on a table where guests sit, and whom the next letter goes to."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from .addressee import Addressee, AddresseeRole
from .asks import said_in
from .case import Ask, Case, CaseStatus, Confidentiality
from .caution import Caution
from .claim import Claim
from .compose import names_withheld, usable_facts
from .forms_of_address import is_personal
from .letter_findings import CheckMaterial, Finding, Mend, Rule
from .letter_mend import TEXT_MENDS
from .person import Person
from .please_mind import barring_caution, mind_lines, said_of
from .public_names import public_paper, public_who
from .standing import Fact

MEMBERS_ONLY = "This case is for members only, so it cannot be laid out. Its Case tab says who may see it."
MORE_TO_MIND = "There is more to mind here. Ask the secretary before you write."
_ASK = "Look at this together with the secretary."
_PLAIN = {
    Rule.NO_CONTACT: "Nobody may write here for now. Ask the secretary.",
    Rule.NAME_WITHHELD: "A name that must not be given stands in the letter.",
    Rule.MEMBERS_ONLY: "Some of these words are for members only.",
    Rule.NEWS: "Something has happened since. Ask the secretary what is new.",
    Rule.WORD_TO_AVOID: "A word stands here that could do harm. Take it out.",
    Rule.PLEASE_MIND: "There is something to mind in this case. Ask the secretary.",
    Rule.ONE_SHORT: "One fact has a single source so far. Leave it out, or ask the secretary.",
    Rule.UNVERIFIED: "One fact is not verified. Leave it out, or ask the secretary.",
    Rule.DISPUTED: "One fact is disputed. Leave it out, or ask the secretary.",
    Rule.OVERTAKEN: "One fact is no longer true. Take it out.",
    Rule.SAME_DAY: "Somebody else writes to the same office today.",
    Rule.ALIKE: "This letter is much like another one. Say it in words of your own.",
}
"""What is said instead of a sentence that may rest on what is not passed on."""
KEPT_INSIDE = frozenset({Rule.MEMBERS_ONLY, Rule.NAME_WITHHELD})
"""Findings that keep a letter somebody has begun at the desk from being opened at the table."""
_SAYABLE = frozenset(
    {
        *(Rule.GAP, Rule.PLACEHOLDER, Rule.HEDGE, Rule.NAME_MISSING, Rule.NAME_MISSPELT, Rule.NO_REQUEST),
        *(Rule.NOT_ON_SHEET, Rule.TONE, Rule.JARGON, Rule.SALUTATION, Rule.ADDRESS, Rule.SUBJECT, Rule.COPY),
        *(Rule.DEADLINE, Rule.OWN_COUNTRY, Rule.TOO_LONG),
    }
)
"""Rules whose sentences say no more than the letter, its reader and the printed sheet do."""
_MENDS = TEXT_MENDS - {Mend.USE_ADDRESS}


@dataclass(frozen=True, slots=True, kw_only=True)
class LaidOut:
    """A case as everybody at the table may read it: facts fit for letters, requests, and what to mind."""

    who: str
    paper: str = ""
    happened: tuple[Claim, ...] = ()
    asks: tuple[str, ...] = ()
    minds: tuple[str, ...] = ()


def why_not_tonight(case: Case) -> str:
    """Why a case cannot be laid out, in a sentence; empty where it can."""
    if case.confidentiality is not Confidentiality.EXTERNAL:
        return MEMBERS_ONLY
    if case.no_contact.strip():
        return "In this case nobody may write for now, so it cannot be laid out."
    if case.status is CaseStatus.CLOSED:
        return "This case is closed. Reopen it first, if there is something to write again."
    return ""


def laid_out(
    case: Case,
    people: Sequence[Person],
    facts: Iterable[Fact],
    asks: Iterable[Ask],
    cautions: Iterable[Caution],
    language: str = "en",
) -> LaidOut:
    """A case without anything internal; raises ValueError for one that cannot be laid out."""
    if reason := why_not_tonight(case):
        raise ValueError(reason)
    usable = [fact.claim for fact in usable_facts(facts, people)]
    own = [claim for claim in usable if claim.language == language]
    said = (said_in(ask, language) for ask in asks if ask.confirmed and ask.text.strip())
    minds = mind_lines(case, cautions)
    shown = [line for line in minds if not names_withheld(line, people)]
    if len(shown) < len(minds):
        shown.append(MORE_TO_MIND)
    return LaidOut(
        who=public_who(people, case),
        paper=public_paper(case),
        happened=tuple(own or usable),
        asks=tuple(" ".join(ask.text.split()) for ask in said if not names_withheld(ask.text, people)),
        minds=tuple(shown),
    )


def passed_on(material: CheckMaterial) -> CheckMaterial:
    """What of a case may stand beside a letter that is written at the table."""
    people, case = material.people, material.case
    minds = [line for line in case.please_mind.splitlines() if line.strip()]
    cautions = [caution for caution in material.cautions if not names_withheld(said_of(caution), people)]
    open_minds = [line for line in minds if not names_withheld(line, people)]
    if len(open_minds) + len(cautions) < len(minds) + len(material.cautions):
        open_minds.append(MORE_TO_MIND)
    return replace(
        material,
        case=replace(case, please_mind="\n".join(open_minds)),
        facts=usable_facts(material.facts, people),
        asks=tuple(ask for ask in material.asks if not names_withheld(ask.text, people)),
        cautions=tuple(cautions),
    )


def said_aloud(finding: Finding, people: Sequence[Person]) -> str:
    """A finding of the letter check as a sentence that everybody may read."""
    if finding.rule in _SAYABLE and not names_withheld(finding.sentence, people):
        return finding.sentence
    return _PLAIN.get(finding.rule, _ASK)


def mends_aloud(finding: Finding) -> tuple[Mend, ...]:
    """The mends that change the letter and show nothing else."""
    return tuple(mend for mend in finding.mends if mend in _MENDS)


def next_to(addressees: Iterable[Addressee], cautions: Iterable[Caution], written: Collection[str]) -> Addressee | None:
    """Whom somebody writes to next: the first office asked to act they have not written to.

    written holds the ids of those they have. Where no office is asked to act it is the first other one; prisoners and
    families are never chosen here, because their rules have to be known first.
    """
    cautions = tuple(cautions)
    fit = [one for one in addressees if not is_personal(one) and barring_caution(cautions, one) is None]
    targets = [one for one in fit if one.role is AddresseeRole.TARGET]
    return next((one for one in targets or fit if one.id not in written), None)
