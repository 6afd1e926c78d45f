"""Every page and dialog of the demo as a picture."""
