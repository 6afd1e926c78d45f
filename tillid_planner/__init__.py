"""Tillid Planner: a leader's tool for dosing trust, task by task and person by person."""

__version__ = "0.2.0"
