"""What the answers about a task mean for it, and the way to a better net."""

import pytest

from tillid_planner.domain.task import Task
from tillid_planner.ui.task_meaning import Net, meaning_of


class TestMeaning:
    @pytest.mark.parametrize(
        ("consequence", "reversal", "detection", "net"),
        [
            (3, 3, 2, Net(3, 1)),
            (3, 3, 3, Net(3, 1)),
            (3, 2, 3, Net(2, 2)),
            (3, 2, 2, Net(1, 1)),
            (2, 2, 3, Net(2, 2)),
        ],
    )
    def test_the_way_up_names_the_smallest_better_net(self, consequence, reversal, detection, net):
        task = Task(name="x", consequence=consequence, reversal=reversal, detection=detection, clarity=3)
        meaning = meaning_of(task)
        assert meaning.net == net
        better = Task(name="x", consequence=consequence, reversal=net.reversal, detection=net.detection, clarity=3)
        assert meaning_of(better).highest == meaning.way_up

    def test_no_way_up_leads_past_the_law(self):
        meaning = meaning_of(Task(name="x", consequence=3, reversal=3, detection=3, clarity=1, legal_ceiling=2))
        assert (meaning.highest, meaning.by_law, meaning.way_up) == (2, True, None)

    def test_what_each_way_up_asks_for_suffices(self):
        for c in (1, 2, 3):
            for r in (1, 2, 3):
                for d in (1, 2, 3):
                    for k in (1, 2, 3):
                        meaning = meaning_of(Task(name="x", consequence=c, reversal=r, detection=d, clarity=k))
                        if meaning.way_up is None:
                            assert meaning.highest == 5
                            continue
                        net = meaning.net or Net(r, d)
                        after = meaning_of(
                            Task(
                                name="x",
                                consequence=c,
                                reversal=net.reversal,
                                detection=net.detection,
                                clarity=meaning.clarity or k,
                            )
                        )
                        assert after.highest >= meaning.way_up
