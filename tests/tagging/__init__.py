"""Tests of the tagging."""
