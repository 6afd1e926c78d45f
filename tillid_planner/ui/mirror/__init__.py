"""The mirror: how trust is given across people, and the leader's own use of the scale."""
