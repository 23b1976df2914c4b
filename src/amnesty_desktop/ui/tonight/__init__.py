# SPDX-License-Identifier: GPL-3.0-or-later
"""Write tonight: members and guests drafting at the meeting, with nothing on the screen that must stay inside."""
