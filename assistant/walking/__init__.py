"""Random walks through a bank: seeded sessions of made-up answers that show what is reached, and that all ends."""
