# SPDX-License-Identifier: GPL-3.0-or-later
"""What happened, and how it stands now, in a few words."""

import pytest

from amnesty_desktop.domain.dates import PartialDate
from amnesty_desktop.domain.person import Person, Situation, SituationKind
from amnesty_desktop.domain.situation_now import situation_now
from amnesty_desktop.domain.situation_words import now_words, state_words, summary, words_of
from amnesty_desktop.domain.source import Source, SourceKind
from amnesty_desktop.domain.source_words import tag, tags

K = SituationKind


def entry(kind: SituationKind, on: str | None = None, text: str = "", place: str = "") -> Situation:
    return Situation(
        case_id="case", person_id="ana", kind=kind, on=PartialDate(on) if on else None, text=text, place=place
    )


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (entry(K.HELD_AT), ("held", "")),
        (entry(K.HELD_AT, place="North Prison"), ("held at North Prison", "")),
        (entry(K.HELD_AT, text="at North Prison"), ("held at North Prison", "")),
        (
            entry(K.MOVED, place="the women’s wing", text="Without notice."),
            ("moved to the women’s wing", "Without notice."),
        ),
        (entry(K.DETAINED, place="her flat"), ("detained", "her flat")),
        (entry(K.DETAINED, place="her flat", text="by six men"), ("detained by six men", "her flat")),
        (entry(K.SENTENCED, text="to four years"), ("sentenced to four years", "")),
        (entry(K.CHARGED, text="Article 293"), ("charged", "Article 293")),
        (entry(K.CHARGED, text="Charged anew."), ("Charged anew.", "")),
        (entry(K.OTHER, text="She wrote a letter."), ("She wrote a letter.", "")),
        (entry(K.OTHER), ("other news", "")),
    ],
)
def test_an_entry_is_said_in_the_words_of_the_log(said: Situation, words: tuple[str, str]) -> None:
    assert words_of(said) == words


@pytest.mark.parametrize(
    ("log", "words"),
    [
        ([], ""),
        ([entry(K.CHARGED, "2019")], ""),
        ([entry(K.DETAINED, "2019-05-07", place="her flat")], "held since 7 May 2019"),
        ([entry(K.DETAINED)], "held"),
        (
            [entry(K.DETAINED, "2025-03-03"), entry(K.HELD_AT, "2026-08/..", place="North Prison")],
            "held at North Prison since Aug 2026, in custody since 3 Mar 2025",
        ),
        ([entry(K.DETAINED, "2025"), entry(K.MOVED, "2026")], "held since 2025"),
        ([entry(K.INCOMMUNICADO, "2019~", place="a camp")], "held incommunicado at a camp since about 2019"),
        ([entry(K.ABDUCTED, "2019/2020")], "missing, 2019 to 2020"),
        ([entry(K.HELD_AT, "2019", text="at North Prison")], "held at North Prison since 2019"),
        ([entry(K.DETAINED, "2019"), entry(K.BAILED, "2020-05")], "released on bail, May 2020"),
        ([entry(K.DETAINED, "2019"), entry(K.DEPORTED, "2020", place="Country X")], "deported to Country X, 2020"),
        ([entry(K.EXECUTED, "XXXX")], "executed"),
    ],
)
def test_how_it_stands_now_is_one_line(log: list[Situation], words: str) -> None:
    assert now_words(situation_now("ana", log)) == words


def test_a_head_says_how_it_stands_with_one_and_counts_several() -> None:
    ana, bruno = Person(id="ana", case_id="case"), Person(id="bruno", case_id="case")
    log = [entry(K.DETAINED, "2019"), entry(K.HELD_AT, "2020", place="North Prison")]
    assert summary([ana], log, []) == "held since 2019"
    freed = Situation(case_id="case", person_id="bruno", kind=K.BAILED)
    assert summary([ana, bruno], [*log, freed], []) == "1 held, 1 released on bail"
    assert summary([ana], [entry(K.DIED, "2020")], []) == "died, 2020"
    assert summary([ana], [], []) == ""
    assert summary([ana] * 200, log, []) == ""


def test_a_state_is_a_word_or_two() -> None:
    assert state_words(situation_now("ana", [entry(K.MOVED, "2019")])) == "held"
    assert state_words(situation_now("ana", [entry(K.PARDONED, "2019")])) == "pardoned"
    assert state_words(situation_now("ana", [])) == ""


def test_a_source_is_called_by_its_kind_and_day_and_never_by_a_name() -> None:
    letter = Source(
        case_id="case",
        kind=SourceKind.FAMILY_LETTER,
        title="Her aunt Rosa",
        person="Rosa",
        dated=PartialDate("2024-03"),
    )
    assert tag(letter) == "Letter from the family, Mar 2024"
    assert tag(Source(case_id="case", kind=SourceKind.SECRETARIAT, ai_index="AFR 64/0388/2022")) == "AFR 64/0388/2022"


def test_sources_called_alike_are_told_apart() -> None:
    two = [Source(id=each, case_id="case", kind=SourceKind.WITNESS) for each in ("one", "two")]
    assert tags(two) == [("one", "Witness"), ("two", "Witness (2)")]
