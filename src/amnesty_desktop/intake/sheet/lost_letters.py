# SPDX-License-Identifier: GPL-3.0-or-later
"""Words of old files in which letters with accents became "_", for understanding labels and dates.

What is kept of a sheet stays as it is printed: names keep their lost letters.
"""

import re
from functools import lru_cache

from .words import word_set

# Without accents and in small letters, as labels and dates are looked up.
_WORDS = word_set(
    """fevrier aout decembre marz recommandee recommandees generale generales complementaire complementaires complement
    telecopie telecopies telegramme telegrammes telex telephone francais espagnol apres priere verifiez aupres
    immediatement secretariat modele electronique electroniques courriel representants diplomatique president
    republique ministere interieur interieure exterieur exterieures etrangeres defense general procureur prefet
    desirez ecrivez ecrire preferee privilegier depeche informations information publie disparition execution executions
    prisonnier securite etre ete risque arrete detenu detenus craintes torture mort
    accion acciones informacion indice espanol publico telefono republica desaparicion despues llamamientos direccion
    anos ano jefe departamento region ejercito rectoria jiron camara medico abogacia
    telegrama telegramas politica policia organizacion comision ministerio gobernacion mexico
    fur konnen prasident prasidentin moglichst franzosisch turkisch auswartiges burger bundeskanzler forderungen
    empfohlene offentlich grunde botschaft exzellenz hintergrundinformationen konigreich"""
)
_LETTERS = re.compile(r"[^\W\d]+")


def restored(small: str) -> str:
    """A text in small letters without accents in which known words have their lost letters again, one for one."""
    return _LETTERS.sub(lambda found: _word(found[0]) if "_" in found[0] else found[0], small)


@lru_cache(maxsize=4096)
def _word(lost: str) -> str:
    if lost == "_":
        return "a"  # The French preposition, the one word that is nothing but an accented letter.
    if not any(sign.isalpha() for sign in lost):
        return lost
    pattern = re.compile(lost.replace("_", "[a-z]"))
    fitting = {word for word in _WORDS if len(word) == len(lost) and pattern.fullmatch(word)}
    return fitting.pop() if len(fitting) == 1 else lost
