"""``render``: every page and dialog of the demo as PNG, without a display."""

from __future__ import annotations

import argparse
import os
import re
import sys
from pathlib import Path

from tillid_planner.commands import speaking
from tillid_planner.content import words
from tillid_planner.languages import CODES, FIRST

_THEMES = ("light", "dark", "contrast")


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the program's."""
    parser = commands.add_parser(
        "render", help="draw every page of the demo as PNG", description="Draw every page of the demo as PNG."
    )
    parser.add_argument("folder", help="where to put the pictures")
    parser.add_argument("--lang", choices=CODES, default=FIRST)
    parser.add_argument("--theme", choices=_THEMES, default="light")
    parser.add_argument("--size", type=_size, default=(1366, 768), metavar="WxH", help="default 1366x768")
    parser.add_argument("--scale", type=_scale, default=1.0, metavar="S", help="device scale, 0.5–4 (default 1)")
    parser.add_argument("--text-scale", type=float, choices=(1.0, 1.15, 1.3), default=1.0)
    parser.add_argument("--only", default="*", metavar="NAME", help="draw these alone, as «week*»")
    parser.set_defaults(run=_render)


def _render(arguments: argparse.Namespace) -> int:
    from tillid_planner import display

    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["QT_SCALE_FACTOR"] = str(arguments.scale)
    missing = display.missing_library() if sys.platform.startswith("linux") else ""
    if missing:
        print(words(arguments.lang).text("display.missing_library", library=missing), file=sys.stderr)
        return speaking.NOTHING_DONE
    from tillid_planner.gallery.render import render

    folder = Path(arguments.folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        names = render(
            folder,
            language=arguments.lang,
            theme=arguments.theme,
            size=arguments.size,
            text_scale=arguments.text_scale,
            only=arguments.only,
        )
    except OSError as error:
        print(f"{arguments.folder}: {error.strerror}", file=sys.stderr)
        return speaking.NOTHING_DONE
    for name in names:
        print(folder / name)
    return speaking.DONE


def _size(text: str) -> tuple[int, int]:
    match = re.fullmatch(r"(\d{2,5})x(\d{2,5})", text)
    if match is None:
        message = "WxH, as 1366x768"
        raise argparse.ArgumentTypeError(message)
    return int(match[1]), int(match[2])


def _scale(text: str) -> float:
    value = float(text)
    if not 0.5 <= value <= 4:
        message = "a scale from 0.5 to 4"
        raise argparse.ArgumentTypeError(message)
    return value
