# SPDX-License-Identifier: GPL-3.0-or-later
"""The steps of the schema, one module each. A released step is never edited again."""
