"""The parts of rows.py."""
