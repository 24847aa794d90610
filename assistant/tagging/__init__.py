"""Reads free text: which tags its words show, in which direction, and how far it goes from what to why."""
