"""Measurements: what is promised of speed and quality, printed as figures."""
