# SPDX-License-Identifier: GPL-3.0-or-later
"""The Universal Declaration of Human Rights (United Nations, 10 December 1948), article by article in our own words.

These are reminders for whoever writes, not quotations: a letter that quotes takes the official text.
"""

ARTICLES = {
    1: "Everyone is born free, and equal in dignity and rights",
    2: "These rights are for everyone, without distinction of any kind",
    3: "Life, liberty and safety",
    4: "Nobody may be a slave",
    5: "Nobody may be tortured, or treated or punished cruelly",
    6: "Everyone counts as a person before the law, everywhere",
    7: "The law is the same for all and protects all",
    8: "Courts must help those whose rights are violated",
    9: "Nobody may be arrested, held or exiled without good reason",
    10: "A fair and public hearing by an independent court",
    11: "Innocent until proved guilty, and no punishment for what was no crime at the time",
    12: "Private life, family, home, letters and good name",
    13: "Moving about freely, leaving one's country and coming back",
    14: "Asylum from persecution",
    15: "A nationality, and the right to change it",
    16: "Marrying freely and founding a family, with equal rights for both",
    17: "Owning property, and not losing it without good reason",
    18: "Thought, conscience and religion, and changing them",
    19: "Holding opinions, and seeking and sharing information",
    20: "Meeting peacefully and forming associations, and not being forced into one",
    21: "Taking part in government, and free and honest elections",
    22: "Social security",
    23: "Work, fair pay and joining trade unions",
    24: "Rest, leisure and paid holidays",
    25: "A decent standard of living, with care for health, mothers and children",
    26: "Education",
    27: "Culture, art and science, and what one has created",
    28: "An order in the world in which these rights come true",
    29: "Duties to others, and limits only by law for the rights of others",
    30: "Nobody may use one right to destroy another",
}


def article(number: int) -> str:
    """Return in a few words what an article says; raises LookupError outside 1 to 30."""
    if number not in ARTICLES:
        raise LookupError(f"the declaration has articles 1 to {len(ARTICLES)}, not {number}")
    return ARTICLES[number]
