"""Measurements that a person runs again with one command: ./rotative bench. Start reading at __main__.py."""
import os

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
ROTATIVE = os.path.join(ROOT, "rotative")
