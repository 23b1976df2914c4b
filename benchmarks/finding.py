# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether people are found by what somebody types, among 100,000 cases, and how long each search takes.

Adds one case for each name to a copy of the large file, types the words beside it, and says which were not found.
Time of the processor in ms.
"""

import shutil
import tempfile
import time
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.large_file import CASES, large_file
from benchmarks.timing import row

from amnesty_desktop.domain.case import Case
from amnesty_desktop.domain.person import Person
from amnesty_desktop.store.case_file import CaseFile
from amnesty_desktop.store.cases import CaseFilter, case_keys
from amnesty_desktop.store.recorder import Transaction

# Invented people: as their name is written, and as somebody may type it.
TYPED = (
    ("José Quintanilla", "jose"),
    ("Шестаков Андрей", "shestakov"),
    ("Øyvind Brattli", "oyvind"),
    ("Łukasz Wrzesień", "lukasz"),
    ("Máire O’Brien", "obrien"),
    ("王芳", "芳"),
    ("al-Husayn Zaytawi", "al husayn"),
    ("الحسين الزيتاوي", "al husayn"),
    ("Al Hussein Karimi", "al husayn"),
    ("El-Houssein Trabelsi", "al husayn"),
    ("Müller Jürgen", "mueller"),
    ("Müller Jürgen", "muller"),
    ("Nguyễn Thị Đào", "nguyen thi dao"),
    ("İlkay Şahinbaş", "ilkay sahinbas"),
    ("Ångström Åke", "angstrom"),
    ("Straße Weiß", "strasse"),
    ("Ægir Þórsson", "aegir"),
    ("Đorđe Šimić", "dorde simic"),
    ("Петрова Мария", "petrova"),
    ("Щербаков Пётр", "shcherbakov"),
    ("Хачатурян Арам", "khachaturyan"),
    ("Γιώργος Παπαδόπουλος", "papadopoulos"),
    ("محمد عبدالله", "muhammad abdullah"),
    ("Gonçalves Antônio", "goncalves antonio"),
    ("Škvorecký Zdeněk", "skvorecky zdenek"),
    ("Tõnu Õunapuu", "tonu ounapuu"),
    ("Čapková Ľudmila", "capkova ludmila"),
    ("Ñusta Quispe", "nusta quispe"),
    ("Chông Myŏng-su", "chong myong su"),
    ("Fərid Əliyev", "ferid eliyev"),
    ("D’Angelo Niccolò", "dangelo niccolo"),
    ("Şêx Saîd", "sex said"),
    ("Táncsics Mihály", "tancsics mihaly"),
    ("Żółkiewski Stanisław", "zolkiewski stanislaw"),
    ("Yousef al-Khatib", "yusuf al khateeb"),
    ("Håkon Sæther", "hakon saether"),
    ("Bjørnstjerne", "bjornstjerne"),
    ("李娜", "李娜"),
    ("Zeynep Güneş", "gunes"),
    ("Kovačević Žarko", "kovacevic zarko"),
)


def _add(write: Transaction) -> list[str]:
    made = []
    for name, _ in TYPED:
        case = Case(country="HN")
        write.save(case)
        write.save(Person(case_id=case.id, name=name))
        made.append(case.id)
    return made


def main(cases: int = CASES) -> None:
    """Print a line for each search, and how many did not find their person."""
    with closing(large_file(Path("build") / "bench", cases)) as large:
        path = large.path
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / path.name
        shutil.copy(path, copy)
        opened = CaseFile.open(copy, device="b" * 12, who="", now=lambda: datetime.now(UTC))
        with closing(opened) as file:
            missed = _search(file, file.edit("Add cases", _add).result)
    print(f"{len(TYPED)} searches, {missed} did not find their person")


def _search(file: CaseFile, made: list[str]) -> int:
    missed = 0
    for (name, typed), case_id in zip(TYPED, made, strict=True):
        begin = time.thread_time()
        keys = case_keys(file.engine, CaseFilter(query=typed))
        spent = (time.thread_time() - begin) * 1000
        is_found = file.key_of(Case, case_id) in set(keys)
        missed += not is_found
        row(name, typed, f"{spent:.1f}", "found" if is_found else "NOT FOUND")
    return missed
