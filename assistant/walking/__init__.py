"""Random walks through a bank: seeded sessions of made-up answers, which show that everything ends and what is reached."""
