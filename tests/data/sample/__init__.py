"""The parts of generate.py: plans, people and matches, what staff write down, and answers."""
