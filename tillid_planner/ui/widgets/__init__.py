"""Building blocks used on several pages.

Each is imported when it is first asked for: the first window needs a few of them and must not wait for all.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tillid_planner.ui.widgets.badge import RungBadge
    from tillid_planner.ui.widgets.buttons import (
        Button,
        DangerButton,
        IconButton,
        PrimaryButton,
        SecondaryButton,
        TextButton,
        button,
    )
    from tillid_planner.ui.widgets.cards import (
        Card,
        Plate,
        SunkenNote,
        Tag,
    )
    from tillid_planner.ui.widgets.choices import CheckBox, RadioButton, Segmented
    from tillid_planner.ui.widgets.date_field import (
        DateField,
        TimeField,
        read_date,
        read_time,
    )
    from tillid_planner.ui.widgets.dialog import Dialog, ask
    from tillid_planner.ui.widgets.fields import ComboBox, Field, FreeLine, LineField
    from tillid_planner.ui.widgets.flow import FlowLayout
    from tillid_planner.ui.widgets.focus import FocusFrame, install_focus_frame
    from tillid_planner.ui.widgets.growing_text import GrowingText
    from tillid_planner.ui.widgets.labels import (
        ElidedLabel,
        Hairline,
        IconLabel,
        Monogram,
        TextLabel,
        plain_tooltip,
    )
    from tillid_planner.ui.widgets.load_bar import LoadBar
    from tillid_planner.ui.widgets.menu import Menu
    from tillid_planner.ui.widgets.navigation import Navigation
    from tillid_planner.ui.widgets.number_field import HoursField, NumberField, format_number
    from tillid_planner.ui.widgets.page_parts import EmptyState, PageHeader, ScrollPage
    from tillid_planner.ui.widgets.radio_cards import RadioCard, RadioCardGroup
    from tillid_planner.ui.widgets.row_delegate import Cell, RowDelegate
    from tillid_planner.ui.widgets.sensitive_data_hint import SensitiveDataHint
    from tillid_planner.ui.widgets.steps import StepPath
    from tillid_planner.ui.widgets.table import HeaderView, TableView
    from tillid_planner.ui.widgets.tabs import Tabs
    from tillid_planner.ui.widgets.text_block import TextBlock
    from tillid_planner.ui.widgets.toast import Toast
    from tillid_planner.ui.widgets.top_bar import SearchButton, TopBar

_HOME = {
    "Button": "buttons",
    "Card": "cards",
    "Cell": "row_delegate",
    "CheckBox": "choices",
    "ComboBox": "fields",
    "DangerButton": "buttons",
    "DateField": "date_field",
    "Dialog": "dialog",
    "ElidedLabel": "labels",
    "EmptyState": "page_parts",
    "Field": "fields",
    "FlowLayout": "flow",
    "FocusFrame": "focus",
    "FreeLine": "fields",
    "GrowingText": "growing_text",
    "Hairline": "labels",
    "HoursField": "number_field",
    "HeaderView": "table",
    "IconButton": "buttons",
    "IconLabel": "labels",
    "LineField": "fields",
    "LoadBar": "load_bar",
    "Menu": "menu",
    "Monogram": "labels",
    "Navigation": "navigation",
    "NumberField": "number_field",
    "PageHeader": "page_parts",
    "Plate": "cards",
    "PrimaryButton": "buttons",
    "SensitiveDataHint": "sensitive_data_hint",
    "RadioButton": "choices",
    "RadioCard": "radio_cards",
    "RadioCardGroup": "radio_cards",
    "RowDelegate": "row_delegate",
    "RungBadge": "badge",
    "ScrollPage": "page_parts",
    "SearchButton": "top_bar",
    "SecondaryButton": "buttons",
    "Segmented": "choices",
    "StepPath": "steps",
    "SunkenNote": "cards",
    "TableView": "table",
    "Tabs": "tabs",
    "Tag": "cards",
    "TextBlock": "text_block",
    "TextButton": "buttons",
    "TextLabel": "labels",
    "TimeField": "date_field",
    "Toast": "toast",
    "TopBar": "top_bar",
    "ask": "dialog",
    "button": "buttons",
    "format_number": "number_field",
    "install_focus_frame": "focus",
    "plain_tooltip": "labels",
    "read_date": "date_field",
    "read_time": "date_field",
}

__all__ = [
    "Button",
    "Card",
    "Cell",
    "CheckBox",
    "ComboBox",
    "DangerButton",
    "DateField",
    "Dialog",
    "ElidedLabel",
    "EmptyState",
    "Field",
    "FlowLayout",
    "FocusFrame",
    "FreeLine",
    "GrowingText",
    "Hairline",
    "HeaderView",
    "HoursField",
    "IconButton",
    "IconLabel",
    "LineField",
    "LoadBar",
    "Menu",
    "Monogram",
    "Navigation",
    "NumberField",
    "PageHeader",
    "Plate",
    "PrimaryButton",
    "RadioButton",
    "RadioCard",
    "RadioCardGroup",
    "RowDelegate",
    "RungBadge",
    "ScrollPage",
    "SearchButton",
    "SecondaryButton",
    "Segmented",
    "SensitiveDataHint",
    "StepPath",
    "SunkenNote",
    "TableView",
    "Tabs",
    "Tag",
    "TextBlock",
    "TextButton",
    "TextLabel",
    "TimeField",
    "Toast",
    "TopBar",
    "ask",
    "button",
    "format_number",
    "install_focus_frame",
    "plain_tooltip",
    "read_date",
    "read_time",
]


def __getattr__(name: str) -> Any:
    """Return a building block, imported now; AttributeError if there is none of that name."""
    if name not in _HOME:
        raise AttributeError(name)
    found = getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
    globals()[name] = found
    return found
