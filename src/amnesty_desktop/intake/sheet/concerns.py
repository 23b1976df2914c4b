# SPDX-License-Identifier: GPL-3.0-or-later
"""The words a sheet prints for its concerns, and the terms of our lists they mean: what is feared, what it is about."""

import re

from ...domain.case import ConcernList
from .draft import DraftConcern
from .text import folded

_RISK, _ISSUE = ConcernList.RISK, ConcernList.ISSUE
# Only what the words say: "torture" alone is an issue, "fear of torture" a fear.
_TERMS: tuple[tuple[str, ConcernList, str], ...] = (
    (
        r"fear(?:s)? (?:for|of) (?:their |his |her )?safety|temor por la seguridad|craintes? pour la securite"
        r"|obawa o bezpieczenstwo",
        _RISK,
        "safety",
    ),
    (
        r"fear of (?:further )?(?:torture|.{0,20}torture)|drohende folter|craintes? de tortures?"
        r"|temor de tortura|obawa (?:o|przed) tortur",
        _RISK,
        "torture",
    ),
    (r"ill[- ]?treatment|mauvais traitements|malos tratos|misshandlung", _RISK, "ill_treatment"),
    (r"death threats?|amenazas de muerte|menaces de mort|morddrohung|todesdrohung", _RISK, "death_threats"),
    (r"imminent execution|execution imminente|ejecucion inminente|drohende hinrichtung", _RISK, "execution"),
    (r"death penalty|peine de mort|pena de muerte|todesstrafe|kara smierci", _ISSUE, "death_penalty"),
    (r"forcible return|refoulement|renvoi force|devolucion|drohende abschiebung|deportation", _RISK, "forcible_return"),
    (r"forced eviction|expulsions? forcees?|desalojo forzoso", _RISK, "forced_eviction"),
    (r"incommunicado|detention au secret|incomunicad[oa]", _ISSUE, "incommunicado_detention"),
    (r"arbitrary (?:arrest|detention)|detention arbitraire|detencion arbitraria", _ISSUE, "arbitrary_detention"),
    (r"disappearance|disparition|desaparicion|verschwinden", _ISSUE, "enforced_disappearance"),
    (r"legal concern|unfair trial|proces inequitable|juicio injusto", _ISSUE, "trial_rights"),
    (r"health|medical concern|sante|salud|gesundheit|zdrowie", _RISK, "health_in_danger"),
    (
        r"prisoners? of conscience|prisonniers? d.opinion|presos? de conciencia|wiezien sumienia|gewaltlose",
        _ISSUE,
        "conscience",
    ),
    (r"detention without (?:charge|trial)", _ISSUE, "detention_without_charge"),
    (r"extrajudicial|unlawful killing|political killing|ejecucion extrajudicial", _ISSUE, "political_killing"),
    (r"flogging|amputation|flagellation", _RISK, "flogging"),
    (r"harassment|intimidation|harcelement|hostigamiento", _RISK, "harassment"),
)
_COMPILED = tuple((re.compile(rf"\b(?:{pattern})"), part, term) for pattern, part, term in _TERMS)


def concerns(words: tuple[str, ...]) -> tuple[DraftConcern, ...]:
    """Return each printed concern with the terms it means; words that mean no term keep standing alone."""
    return tuple(DraftConcern(word, _terms(folded(word))) for word in words)


def _terms(small: str) -> tuple[tuple[ConcernList, str], ...]:
    return tuple((part, term) for pattern, part, term in _COMPILED if pattern.search(small))
