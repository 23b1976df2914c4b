# SPDX-License-Identifier: GPL-3.0-or-later
"""What every test shares: a screen nobody sees, a home of its own, and how hard the properties are tried."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

settings.register_profile("ci", max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("nightly", settings.get_profile("ci"), max_examples=1000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


@pytest.fixture(autouse=True)
def _home_of_its_own(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep every test away from the preferences and safe copies of whoever runs it."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("AMNESTY_DESKTOP_HOME", str(home))
    return home
