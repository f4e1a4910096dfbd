"""Hypothesis draws the same examples in each run: a test that fails here fails everywhere."""

from hypothesis import settings

settings.register_profile("kit", derandomize=True, deadline=None)
settings.load_profile("kit")
