"""First start: name, passphrase, recovery key; the plan opens only when the key has been confirmed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from tillid_planner.content import Words
from tillid_planner.domain.errors import InvalidInput, TillidError
from tillid_planner.services import session as sessions
from tillid_planner.services.session import Session
from tillid_planner.ui.plan_folders import folder_name, is_taken
from tillid_planner.ui.start.numbered_step import AHEAD, CURRENT, DONE
from tillid_planner.ui.start.welcome_view import WelcomeView
from tillid_planner.ui.texts import current_language, tr

if TYPE_CHECKING:
    from tillid_planner.ui.start.passphrase import PassphraseField

NAME, PASSPHRASE, KEY = 0, 1, 2


class Welcome(WelcomeView):
    """Makes a plan in three steps; until the recovery key is confirmed it can be given up without a trace."""

    #: A plan was made and its recovery key confirmed; carries the open session.
    made = Signal(object)
    #: The plan that was typed lies there already and is wanted open; carries its folder.
    open_requested = Signal(object)

    def __init__(self, words: Words, home: Path, parent: QWidget | None = None) -> None:
        """Offer *home* as the folder plans are made in."""
        super().__init__(words, parent)
        self._home = home
        self._session: Session | None = None
        self._allow_synchronised = False
        self.step = NAME
        self._passphrases: tuple[PassphraseField, ...] = ()  # none until their step is come to
        self._go(NAME)
        self._connect()
        self._show_place()
        for language, control in self.languages.items():
            current = current_language() == language
            control.set_kind("quiet" if current else "text")
            control.setEnabled(True)

    @property
    def folder(self) -> Path:
        """Where the plan will lie."""
        return self._home / folder_name(self.name.value())

    @property
    def home(self) -> Path:
        """The folder the plan's folder will lie in."""
        return self._home

    def begin_with(self, name: str, home: Path) -> None:
        """Show what was typed and chosen before."""
        self._home = home
        self.name.setText(name)
        self._show_place()

    @override
    def start(self) -> None:
        """Begin at the field of the current step."""
        if self.step == KEY:
            begin: QWidget = self.recovery.print_button
        else:
            begin = self.first.line if self.step == PASSPHRASE else self.name
        begin.setFocus(Qt.FocusReason.OtherFocusReason)

    def give_up(self) -> None:
        """Remove a plan whose recovery key was never confirmed; nothing has been put into it."""
        made, self._session = self._session, None
        if made is not None:
            self.recovery.forget()
            made.discard()

    def _connect(self) -> None:
        self.forward.clicked.connect(self._forward)
        self.back.clicked.connect(self._back)
        self.change_place.clicked.connect(self._choose_place)
        self.name.textChanged.connect(self._show_place)
        self.name.returnPressed.connect(self._forward)
        self.busy_changed.connect(lambda *_: self._show_buttons())

    @override
    def _passphrase_fields(self) -> QWidget:
        made = super()._passphrase_fields()
        self._passphrases = (self.first, self.second)
        self.first.line.textChanged.connect(self._advise)
        self.first.line.returnPressed.connect(lambda: self.second.line.setFocus())
        self.second.line.textChanged.connect(lambda: self.second.field.set_error(None))
        self.second.line.returnPressed.connect(self._forward)
        self._advise()
        return made

    @override
    def _key_fields(self) -> QWidget:
        made = super()._key_fields()
        self.recovery.confirmed_changed.connect(lambda *_: self._show_buttons())
        self.recovery.asking_changed.connect(lambda *_: self._show_buttons())
        self.recovery.answered.connect(self._forward)
        return made

    def _forward(self) -> None:
        if self.busy or not self.forward.isEnabled():
            return
        if self.step == NAME:
            self._take_name()
        elif self.step == PASSPHRASE:
            self._take_passphrase()
        elif not self.recovery.asking:
            self.recovery.ask()
        elif self.recovery.confirmed:
            self._finish()

    def _back(self) -> None:
        if self.step == KEY:
            self.recovery.show_key()
        else:
            self._go(NAME)
        self.start()

    def _take_name(self) -> None:
        self.note.clear()
        if not self.name.value():
            self.name_field.set_error(tr("Give the plan a name, for example the name of your unit."))
            self.start()
        elif is_taken(self.folder):
            self._tell_taken()
        else:
            self._go(PASSPHRASE)
            self.start()

    def _tell_taken(self) -> None:
        if not sessions.looks_like_workspace(self.folder):
            self.name_field.set_error(self.words.text("errors.folder_taken.text"))
            self.start()
            return
        folder = self.folder
        self.note.say(
            tr("You have a plan with that name"),
            tr("It lies in the same place and stays as it is. Open it, or give the new plan another name."),
            [(tr("Open it"), lambda: self.open_requested.emit(folder))],
        )

    def _take_passphrase(self) -> None:
        try:
            sessions.check_passphrase(self.first.text())
        except InvalidInput as error:
            fault = error.faults[0]
            self.first.field.set_error(self.words.text(f"faults.{fault.code}", **fault.params))
            self.first.line.setFocus()
            return
        if self.first.text() != self.second.text():
            self.second.field.set_error(tr("The two are not the same."))
            self.second.line.setFocus()
            return
        self._make()

    def _make(self) -> None:
        folder, name, passphrase, allow = (
            self.folder,
            self.name.value(),
            self.first.text(),
            self._allow_synchronised,
        )
        self.run(
            lambda: sessions.create(folder, name, passphrase, allow_synchronised=allow),
            self._show_key,
            self._not_made,
            unclaimed=lambda made: made[0].discard(),
        )

    def _show_key(self, made: tuple[Session, str]) -> None:
        self._session, key = made
        self.first.forget()
        self.second.forget()
        self._go(KEY)
        self.recovery.set_key(key, self.name.value())
        self.start()

    def _not_made(self, error: TillidError) -> None:
        ways = [(tr("Choose another place"), self._choose_place)]
        if error.code == "synchronised_folder":
            ways.append((tr("Use it all the same"), self._make_all_the_same))
        self.note.tell(error, ways)

    def _make_all_the_same(self) -> None:
        self._allow_synchronised = True
        self._make()

    def _finish(self) -> None:
        made, self._session = self._session, None
        self.recovery.forget()
        self.made.emit(made)

    def _choose_place(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        chosen = QFileDialog.getExistingDirectory(self, tr("Where should the plan lie?"), str(_nearest(self._home)))
        if chosen:
            self._home = Path(chosen)
            self._allow_synchronised = False
            self.note.clear()
            self._show_place()

    def _show_place(self) -> None:
        self.show_place(self.folder if self.name.value() else self._home)
        if self.name.value():
            self.name_field.set_error(None)

    def _advise(self) -> None:
        from tillid_planner.domain.passphrase import SHORTEST_PASSPHRASE
        from tillid_planner.ui.start.passphrase import advice

        self.first.field.set_error(None)
        self.first.field.set_help(advice(self.first.text(), self.name.value(), SHORTEST_PASSPHRASE))

    def _go(self, step: int) -> None:
        self.step = step
        result = (self.name.value() if step > NAME else "", tr("Only you know it."), "")
        for index, shown in enumerate((self.name_step, self.passphrase_step, self.key_step)):
            shown.set_state(CURRENT if index == step else DONE if index < step else AHEAD, result[index])
        self._show_buttons()

    def _show_buttons(self) -> None:
        asking = self.step == KEY and self.recovery.asking
        self.forward.setText(
            (tr("Open the plan") if asking else tr("I have it on paper")) if self.step == KEY else tr("Continue")
        )
        self.forward.updateGeometry()
        ready = self.recovery.confirmed if asking else True
        self.forward.setEnabled(ready and not self.busy)
        self.forward.setToolTip("" if ready else tr("Type the two groups from the sheet."))
        self.back.setText(tr("Show the key again") if self.step == KEY else tr("Back"))
        self.back.updateGeometry()
        self.back.setVisible(self.step == PASSPHRASE or asking)
        self.back.setEnabled(not self.busy)
        self.demo.setVisible(self.step == NAME)
        self.ways.setVisible(self.step == NAME)
        for part in self._passphrases:
            part.setEnabled(not self.busy)


def _nearest(folder: Path) -> Path:
    # The folder for plans is made with the first plan; until then the dialog opens above it.
    while not folder.is_dir() and folder != folder.parent:
        folder = folder.parent
    return folder
