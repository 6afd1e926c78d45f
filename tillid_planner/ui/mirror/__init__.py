"""The mirror: the page, how trust is given across people, and the leader's own use of the scale."""
