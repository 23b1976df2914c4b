# SPDX-License-Identifier: GPL-3.0-or-later
"""The case that letters are written for, as in the tests of the desk."""

from tests.ui.letters.conftest import letter, scene, view

__all__ = ["letter", "scene", "view"]
