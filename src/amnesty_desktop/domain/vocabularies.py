# SPDX-License-Identifier: GPL-3.0-or-later
"""The words a group picks from: kinds of outcome, what is feared, what a case is about, and what each kind is called.

The lists go back to the terms most used on Urgent Action sheets of 1998-2013 and to what groups report.
What is feared, what it is about and what happened are three lists: one word "torture" for all three says nothing.
"""

from dataclasses import dataclass
from enum import StrEnum

from .addressee import AddresseeRole, Allowed, Takes
from .assessment import ViolenceFinding
from .case import CaseKind, CaseStatus, ConcernList, Confidentiality
from .caution import CautionKind
from .claim import Says, Stated
from .goal import GoalSpan
from .group import Paper
from .letter import Channel, LetterKind, LetterState
from .outcome import Direction
from .own_term import TermList
from .person import Sex, SituationKind
from .reply import ReplyKind, ReplyTask
from .sheet import SheetKind
from .source import Connection, Reliability, SourceKind
from .tally import TallyKind


@dataclass(frozen=True, slots=True)
class Term:
    """One word of a list. The code travels in files and never changes; the label is what people read.

    direction is set for outcomes only.
    """

    code: str
    label: str
    direction: Direction | None = None


def _terms(text: str, direction: Direction | None = None) -> tuple[Term, ...]:
    rows = (line.partition(":") for line in text.strip().splitlines())
    return tuple(Term(code.strip(), label.strip(), direction) for code, _, label in rows)


MISSION_OUTCOMES = _terms(
    """
    torture_stopped: torture stopped
    reappeared: disappeared person back
    death_sentence_commuted: death sentence commuted
    detention_acknowledged: incommunicado detention acknowledged
    prisoner_of_conscience_released: prisoner of conscience released
    """,
    Direction.BETTER,
)
"""The five improvements the movement names first; each must be told apart from the weaker ones beside it."""

# Release on conditions, on bail and at the end of a sentence are kinds of their own: counting them as
# release would claim more than happened.
OUTCOMES = (
    *MISSION_OUTCOMES,
    *_terms(
        """
        released: released without conditions
        released_on_conditions: released on conditions
        released_on_bail: released on bail
        pardoned: pardoned or amnestied
        sentence_served: sentence served
        some_released: some of the group released
        charges_dropped: charges dropped
        acquitted: acquitted
        sentence_reduced: sentence reduced
        sentence_suspended: sentence suspended
        execution_stayed: stay of execution
        death_sentence_overturned: death sentence overturned
        new_trial_ordered: new trial ordered
        place_disclosed: place of detention made known
        moved_to_safer_place: moved to a safer place
        family_visit: family visit allowed
        lawyer_visit: seen by a lawyer
        doctor_visit: seen by a doctor
        clergy_visit: seen by a minister of religion
        medical_care: medical care given
        beatings_stopped: beatings stopped
        found_alive: found alive
        return_halted: deportation halted
        protection_given: protection given
        investigation_opened: investigation opened
        official_charged: official charged
        land_returned: land returned
        law_changed: law changed
        better_otherwise: better in another way
        """,
        Direction.BETTER,
    ),
    *_terms(
        """
        arrested_again: arrested again
        new_charge: new charge
        convicted: sentenced to prison
        sentenced_to_death: sentenced to death
        sentence_upheld: sentence upheld
        sentence_raised: sentence raised
        tortured: tortured or ill-treated
        moved_to_unknown_place: moved, place not known
        held_incommunicado: held incommunicado
        health_worse: health worse
        hunger_strike: on hunger strike
        threatened_again: new threat
        attacked: attacked
        still_missing: still missing
        returned_by_force: sent back by force
        evicted: evicted by force
        died_in_custody: died in custody
        executed: executed
        killed: killed
        worse_otherwise: worse in another way
        """,
        Direction.WORSE,
    ),
    *_terms(
        """
        no_news: no news
        trial_date_set: trial date set
        trial_postponed: trial postponed
        correction: correction of what was known
        name_added: new name added
        closed_without_news: closed without news
        unchanged_otherwise: unchanged
        """,
        Direction.UNCHANGED,
    ),
)

RISKS = _terms(
    """
    safety: fear for safety
    torture: fear of torture
    ill_treatment: fear of ill-treatment
    death_threats: death threats
    killing: fear of being killed
    execution: imminent execution
    death_sentence: fear of a death sentence
    disappearance: fear of enforced disappearance
    incommunicado_holding: fear of being held incommunicado
    health_in_danger: health in danger
    no_medical_care: medical care withheld
    forcible_return: fear of forcible return
    forced_eviction: threat of forced eviction
    unfair_trial: fear of an unfair trial
    arrest: fear of arrest
    flogging: flogging or amputation
    sexual_violence: fear of sexual violence
    harassment: harassment and intimidation
    reprisals: reprisals against family or colleagues
    recruitment: forced recruitment
    other_risk: another fear
    """
)
"""What may happen to the people of a case."""

ISSUES = _terms(
    """
    death_penalty: death penalty
    arbitrary_detention: arbitrary arrest or detention
    incommunicado_detention: incommunicado detention
    enforced_disappearance: enforced disappearance
    torture_in_custody: torture in custody
    political_killing: unlawful killing
    trial_rights: fair trial and other legal concerns
    detention_without_charge: detention without charge or trial
    prison_conditions: prison conditions
    health: health and medical care
    conscience: possible prisoner of conscience
    expression: freedom of expression
    assembly: freedom of assembly and association
    religion: freedom of religion or belief
    conscientious_objection: conscientious objection
    defenders: human rights defenders
    journalists: journalists and media workers
    lawyers: lawyers and judges
    trade_unionists: trade unionists
    students: students and teachers
    women: women's rights
    children: children
    refugees: refugees and asylum seekers
    migrants: migrant workers
    minorities: ethnic or national minorities
    indigenous: Indigenous peoples
    lgbti: LGBTI people
    disability: people with disabilities
    housing: housing and forced eviction
    environment: land and environment
    business: companies and human rights
    armed_conflict: armed conflict
    impunity: impunity
    other_issue: another issue
    """
)
"""What a case is about."""

GROUNDS = _terms(
    """
    belief: beliefs
    race: race or colour
    sex: sex
    language: language
    religion: religion
    ethnic_origin: ethnic origin
    """
)
"""Why a prisoner of conscience may be held; a group can add further ones."""

CONCERNS = {ConcernList.RISK: RISKS, ConcernList.ISSUE: ISSUES}
_BY_CODE = {each.code: each for each in (*OUTCOMES, *RISKS, *ISSUES, *GROUNDS)}


def find_term(code: str) -> Term | None:
    """Return the term of any list, or None: a group may have terms of its own, and so may a newer program."""
    return _BY_CODE.get(code)


def term(code: str) -> Term:
    """Return the term of any list; raises LookupError for a code of no list."""
    found = find_term(code)
    if found is None:
        raise LookupError(f"no term {code!r} in any list")
    return found


def term_label(code: str) -> str:
    """Return what to show for a code, readable even where no list has it."""
    found = find_term(code)
    return found.label if found else code.replace("_", " ")


def outcomes_of(direction: Direction) -> tuple[Term, ...]:
    """Return the kinds of outcome of one direction, in the order of the list."""
    return tuple(each for each in OUTCOMES if each.direction is direction)


def label(value: StrEnum) -> str:
    """Return what the window calls a value of any kind of the domain; raises LookupError for other kinds.

    Kinds that stand in a sentence or a log begin small, those that stand alone begin with a capital.
    """
    try:
        return _LABELS[type(value)][value.value]
    except KeyError:
        raise LookupError(f"no label for {value!r}") from None


def short_label(kind: CaseKind) -> str:
    """Return the few letters that stand for a kind of case in a narrow column."""
    return _SHORT_LABELS[kind]


def _labels(text: str) -> dict[str, str]:
    pairs = (pair.partition(":") for pair in text.split(";"))
    return {value.strip(): " ".join(words.split()) for value, _, words in pairs}


_SHORT_LABELS = {
    CaseKind.URGENT_ACTION: "UA",
    CaseKind.EXTRA: "EX",
    CaseKind.MEDICAL_ACTION: "MA",
    CaseKind.NATIONAL_ACTION: "NSA",
    CaseKind.ACTION_FILE: "Long-term",
    CaseKind.LETTER_CAMPAIGN: "W4R",
    CaseKind.CAMPAIGN: "Campaign",
    CaseKind.OTHER: "Other",
}

_LABELS = {
    CaseKind: _labels(
        """
        urgent_action: Urgent Action; extra: Extra Urgent Action; medical_action: Medical Action;
        national_action: National action; action_file: Long-term case; letter_campaign: Write for Rights;
        campaign: Campaign; other: Other work
        """
    ),
    CaseStatus: _labels("open: open; closed: closed"),
    Confidentiality: _labels("internal: members only; external: may be passed on"),
    ConcernList: _labels("risk: What is feared; issue: What it is about"),
    AddresseeRole: _labels(
        """
        target: To act; copy: Copy; embassy: Embassy; prisoner: Prisoner; family: Family;
        intergovernmental: UN or similar body; prison: Prison; company: Company; newspaper: Newspaper
        """
    ),
    Allowed: _labels("unknown: Not known; yes: Yes; no: No"),
    Takes: _labels("unknown: Not known; letters: Letters only; cards: Cards only; both: Letters and cards"),
    Stated: _labels("confirmed: confirmed; witnessed: seen by a witness; reported: reported; feared: feared"),
    Says: _labels("supports: says so; contradicts: says otherwise"),
    SourceKind: _labels(
        """
        witness: Witness; newspaper: Newspaper or broadcast; journal: Journal or report;
        prisoner_letter: Letter from the prisoner; family_letter: Letter from the family;
        mission: Visit on the spot; secretariat: Amnesty’s research; other: Other source
        """
    ),
    Sex: _labels("f: woman; m: man; group: group"),
    SituationKind: _labels(
        """
        threatened: threatened; attacked: attacked; summoned: summoned; hiding: went into hiding; detained: detained;
        abducted: abducted; disappeared: disappeared; held_at: held; incommunicado: held incommunicado;
        acknowledged: detention acknowledged; charged: charged; charges_dropped: charges dropped;
        hearing: court hearing; tried: tried; acquitted: acquitted; sentenced: sentenced;
        sentenced_to_death: sentenced to death; appealed: appeal heard; sentence_changed: sentence changed;
        execution_set: execution date set; execution_stayed: execution stayed; moved: moved; visited: visited;
        visited_by_family: visited by family; visited_by_lawyer: seen by a lawyer; visited_by_doctor: seen by a doctor;
        ill: ill; treated: medical care given; hunger_strike: on hunger strike; ill_treated: ill-treated;
        released: released; bailed: released on bail; released_on_conditions: released on conditions;
        pardoned: pardoned; sentence_served: sentence served; rearrested: arrested again; seen_alive: seen alive;
        deported: deported; executed: executed; killed: killed; died: died; other: other news
        """
    ),
    LetterKind: _labels(
        """
        appeal: Appeal; follow_up: Follow-up; thanks: Thanks; card: Card of support;
        representation: Letter to the UN or a similar body; reply: Answer to a reply; embassy: Letter to an embassy;
        editor: Letter to the editor
        """
    ),
    LetterState: _labels(
        "draft: Draft; ready: Ready; exported: Exported; sent: Sent; answered: Answered; returned: Came back"
    ),
    Channel: _labels("post: Post; airmail: Airmail; email: E-mail; fax: Fax; by_hand: By hand; web_form: Web form"),
    ReplyKind: _labels(
        """
        favourable: Favourable; commitment: Promises something; acknowledgement: Only confirms receipt;
        form_reply: Form letter; denial: Denies it; asks_for_more: Asks for more; returned: Undeliverable;
        refused: Refused; none_expected: No answer expected; other: Other answer
        """
    ),
    ReplyTask: _labels("answer: Answer it; forward: Pass it on; nothing: Nothing to do"),
    Direction: _labels("better: Better; worse: Worse; unchanged: Unchanged"),
    SheetKind: _labels(
        "first: First sheet; update: Update; correction: Correction; closing: Last update; other: Other"
    ),
    ViolenceFinding: _labels(
        """
        neither: neither used nor advocated violence; used: used or advocated violence;
        not_established: not established
        """
    ),
    GoalSpan: _labels("short: For now; long: In the end"),
    CautionKind: _labels(
        """
        not_to_prison: Do not write to the prison; not_to_family: Do not write to the family;
        wording: Words to avoid; note: Please mind
        """
    ),
    Reliability: _labels(
        """
        very_reliable: very reliable; probably_reliable: probably reliable; unsure: unsure;
        probably_unreliable: probably unreliable; very_unreliable: very unreliable; unknown: not known
        """
    ),
    Connection: _labels(
        """
        victim: it happened to them; witness: saw or heard it; perpetrator: did it or helped to do it;
        relative: family; colleague: friend or colleague; fellow_member: member of the same organisation;
        near_perpetrator: close to those who did it; authority: an authority; reporter: reporter; lawyer: lawyer;
        medical: doctor or nurse; rights_organisation: human rights organisation; organisation: other organisation;
        other: somebody else who passes it on; unknown: not known
        """
    ),
    TermList: _labels(
        "risk: What is feared; issue: What it is about; outcome: What became of it; ground: Why they are held"
    ),
    TallyKind: _labels("letters: Letters; signatures: Signatures; cards: Cards"),
    Paper: _labels("a4: A4; letter: US Letter"),
}
