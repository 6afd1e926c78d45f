"""The columns of a list as they were chosen the last time: next month's is one click."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from tillid_planner.exchange.columns import ColumnMap, list_key, recognise
from tillid_planner.exchange.days import DayOrder
from tillid_planner.exchange.headers import FIELDS
from tillid_planner.exchange.tabular import Table
from tillid_planner.storage.errors import StorageError
from tillid_planner.storage.import_records import ImportRecords, KeptColumns
from tillid_planner.storage.workspace import Workspace


class ImportColumns:
    """Remembers how lists are read, by a hash of their headers; never for a file without headers."""

    def __init__(self, workspace: Workspace, today: Callable[[], date]) -> None:
        self._records = ImportRecords(workspace.database)
        self._today = today

    def recognise(self, kind: str, table: Table) -> ColumnMap:
        """Return the columns of a table of ``staff`` or ``tasks``: as they were chosen last, else as recognised."""
        found = recognise(kind, table)
        key = list_key(kind, table)
        kept = self._records.get(key) if key is not None else None
        if kept is None:
            return found
        open_to_choice = [at for at, column in enumerate(table.columns) if not column.cpr]
        fields = {name: at for name, at in kept.fields.items() if name in FIELDS[kind] and at in open_to_choice}
        chosen = replace(
            found, fields=fields, ambiguous={}, guessed=(), full_time=kept.full_time or found.full_time, remembered=True
        )
        if not chosen.has_name:
            return found
        return chosen.with_order(DayOrder(kept.day_order)) if kept.day_order else chosen

    def remember(self, table: Table, chosen: ColumnMap) -> None:
        """Keep how a list was read, if it differs from what would be recognised; a full disk keeps nothing."""
        key = list_key(chosen.kind, table)
        if key is None:
            return
        found = recognise(chosen.kind, table)
        orders = {chosen.orders[at] for at in found.open_days if at in chosen.orders}
        kept = KeptColumns(chosen.fields, min(orders, default=None), chosen.full_time)
        with contextlib.suppress(StorageError):
            if kept == KeptColumns(found.fields, None, None) and not found.asks:
                if self._records.get(key) is not None:
                    self._records.remove(key)
            elif kept != self._records.get(key):
                self._records.put(key, kept, self._today())
