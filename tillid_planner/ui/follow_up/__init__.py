"""Follow-ups and planned talks: their words and dialogs."""
