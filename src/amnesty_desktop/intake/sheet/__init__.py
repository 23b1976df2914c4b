# SPDX-License-Identifier: GPL-3.0-or-later
"""What the lines of an Urgent Action sheet say: one small module for each thing that is read of it."""
