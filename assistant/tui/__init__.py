"""The terminal application: screens over the conductor. Textual is known here and nowhere else."""
