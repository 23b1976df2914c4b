# SPDX-License-Identifier: GPL-3.0-or-later
"""From values of the domain to the bytes of a Word document."""
