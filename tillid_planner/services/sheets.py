"""What is handed over on paper: headings and lines, the same for the screen, the printer and a file."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape


@dataclass(frozen=True, slots=True)
class Entry:
    """One paragraph, with a short lead before it if there is one; typed text keeps its lines."""

    text: str
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it."""

    title: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A whole document: its title, a line under it, and its sections; empty ones are left out before."""

    title: str
    subtitle: str
    sections: tuple[Section, ...]
    foot: str = ""
    signatures: tuple[str, ...] = ()

    def plain(self) -> str:
        """Return the document as plain text."""
        blocks = [self.title, *([self.subtitle] if self.subtitle else [])]
        for section in self.sections:
            blocks += [f"\n{section.title.upper()}"] if section.title else [""]
            blocks += [f"{entry.lead}: {entry.text}" if entry.lead else entry.text for entry in section.entries]
        blocks += [f"\n{name}: {'_' * 40}" for name in self.signatures]
        return "\n".join([*blocks, *([f"\n{self.foot}"] if self.foot else [])]) + "\n"

    def html(self) -> str:
        """Return the document as HTML without style sheets; whatever was typed is text and never markup."""
        parts = [f"<h1>{escape(self.title)}</h1>"]
        if self.subtitle:
            parts.append(f"<p>{escape(self.subtitle)}</p>")
        for section in self.sections:
            if section.title:
                parts.append(f"<h2>{escape(section.title)}</h2>")
            for entry in section.entries:
                lead = f"<b>{escape(entry.lead)}</b><br>" if entry.lead else ""
                parts.append(f"<p>{lead}{'<br>'.join(escape(line) for line in entry.text.splitlines())}</p>")
        parts += [f"<p>{escape(name)}: {'_' * 40}</p>" for name in self.signatures]
        if self.foot:
            parts.append(f"<p>{escape(self.foot)}</p>")
        return "".join(parts)
