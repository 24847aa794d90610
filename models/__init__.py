"""What things are: the domain's own nouns as frozen values.

"Models" means the domain here, never trained weights. Nothing in this package reads a file, a clock or a random number,
and it imports no other package of the project.
"""
