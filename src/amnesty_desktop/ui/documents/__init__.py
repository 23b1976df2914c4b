# SPDX-License-Identifier: GPL-3.0-or-later
"""The documents of a case: scans, cuttings, sheets and mails kept inside the group's file."""
