# SPDX-License-Identifier: GPL-3.0-or-later
"""What several tests need: invented values, files to try things on, and a small merge to measure the frame by."""
