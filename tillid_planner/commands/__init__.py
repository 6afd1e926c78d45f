"""What the program does when it is started: one module for each subcommand, and one for the window."""
