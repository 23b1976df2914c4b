# SPDX-License-Identifier: GPL-3.0-or-later
"""Which articles of the Universal Declaration each concern touches, and what may be asked because of it.

The table is this project's own reading, kept on the careful side: an article stands here where its words
name the matter, a request where any authority can grant it. "release" is proposed only where the rule about
prisoners of conscience allows it.
"""

from dataclasses import dataclass

_TABLE = """
safety: 3 | protection
torture: 5 | no_torture lawyer family
ill_treatment: 5 | no_torture lawyer family
death_threats: 3 | protection investigation
killing: 3 | protection investigation
execution: 3 5 | no_execution
death_sentence: 3 10 | no_death_sentence fair_trial
disappearance: 3 6 9 | acknowledge lawyer family
incommunicado_holding: 9 10 | acknowledge lawyer family
health_in_danger: 3 25 | medical
no_medical_care: 5 25 | medical
forcible_return: 5 14 | no_return
forced_eviction: 12 25 | no_eviction
unfair_trial: 10 11 | fair_trial lawyer
arrest: 9 | no_arrest
flogging: 5 | no_flogging
sexual_violence: 3 5 | protection
harassment: 12 | protection
reprisals: 3 12 | protection
recruitment: 3 4 | no_recruitment
other_risk: |
death_penalty: 3 5 | no_execution
arbitrary_detention: 9 | judge lawyer
incommunicado_detention: 9 10 | acknowledge lawyer family
enforced_disappearance: 3 6 9 | fate investigation
torture_in_custody: 5 | no_torture investigation medical
political_killing: 3 8 | investigation
trial_rights: 10 11 | fair_trial lawyer
detention_without_charge: 9 11 | judge lawyer
prison_conditions: 5 | conditions
health: 25 | medical
conscience: 9 18 19 | release judge lawyer
expression: 19 | expression
assembly: 20 | expression
religion: 18 | religion
conscientious_objection: 18 | objection
defenders: 19 20 | protection expression
journalists: 19 | expression protection
lawyers: 10 | protection
trade_unionists: 20 23 | expression
students: 19 26 | expression
women: 2 7 | equal
children: 25 26 | equal
refugees: 14 | no_return
migrants: 2 23 | equal
minorities: 2 7 | equal
indigenous: 2 17 27 | consult equal
lgbti: 1 2 | equal
disability: 1 2 25 | equal
housing: 12 25 | no_eviction
environment: 17 25 | consult
business: 8 | investigation
armed_conflict: 3 | civilians
impunity: 8 | investigation
other_issue: |
"""


@dataclass(frozen=True, slots=True)
class Matter:
    """What a shipped concern brings with it: numbers of articles, and short names of requests (ask_texts)."""

    articles: tuple[int, ...] = ()
    asks: tuple[str, ...] = ()


def _read(line: str) -> tuple[str, Matter]:
    code, _, rest = line.partition(":")
    articles, _, asks = rest.partition("|")
    return code.strip(), Matter(tuple(map(int, articles.split())), tuple(asks.split()))


MATTERS: dict[str, Matter] = dict(map(_read, _TABLE.strip().splitlines()))
"""By the code of a risk or an issue."""
