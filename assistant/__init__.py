"""How it is done: the engine, the tagger, the conductor and the front ends. Kept light, for the command starts here."""
