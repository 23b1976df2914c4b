# SPDX-License-Identifier: GPL-3.0-or-later
"""Outcomes: what became of the people, across all cases, and how often things got better."""
