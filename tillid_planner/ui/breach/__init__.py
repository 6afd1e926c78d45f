"""One breach case on the screen: its path, its steps, and the conversation."""
