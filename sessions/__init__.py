"""What was said: the event log and what leaves it. Remembers ids and versions, never banks."""
