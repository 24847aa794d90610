"""Tests: true sentences about what the program does."""
