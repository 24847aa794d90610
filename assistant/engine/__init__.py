"""The engine: bank and answers in, next question with its because out. Pure: no store, no tagger, no clock."""
