# SPDX-License-Identifier: GPL-3.0-or-later
"""The facts of a case: what is known, who says so, how firmly it stands, and what would make it stand."""
