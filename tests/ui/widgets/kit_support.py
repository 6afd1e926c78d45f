"""What the tests of the kit share."""

from PySide6.QtTest import QTest

LONG = "Såret ændrer sig, planen holder ikke, eller de pårørende spørger om noget, du ikke kan svare på. "


def type_into(field, text):
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)


class Heard(list):
    """What a signal told."""

    def __init__(self, signal):
        super().__init__()
        signal.connect(lambda *values: self.append(values[0] if values else None))
