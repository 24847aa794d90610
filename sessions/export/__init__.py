"""What leaves a workspace: one document of a review, and one table of the formats it is written in."""
