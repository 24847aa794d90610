"""Tests of the terminal application: what a person does, and what then stands on the screen and in the store."""
