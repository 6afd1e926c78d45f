"""The rule, the vocabulary and the invariants; standard library only."""
