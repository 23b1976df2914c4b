# SPDX-License-Identifier: GPL-3.0-or-later
"""What can be done with a fact and with its sources: the edits, and the small menus that offer them."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu

from ...domain.claim import Claim, Says, Support
from ...domain.dates import PartialDate
from ...domain.source import Source
from ...edits import claims
from ..cases.kept_form import put_into_bin
from ..desk import Desk
from .fact_row import Act
from .fact_words import ShownFact, ShownSource

if TYPE_CHECKING:
    from .facts_tab import FactsTab

_LONGEST = 40


class FactActs(QObject):
    """Does what is asked of a fact of one tab."""

    def __init__(self, tab: "FactsTab", desk: Desk) -> None:
        super().__init__(tab)
        self._tab = tab
        self._desk = desk
        self._by_act: dict[Act, Callable[[str, str], object]] = {
            Act.TURN: lambda claim_id, _: tab.facts.turn(claim_id),
            Act.CHANGE: lambda claim_id, _: tab.change(self._claim(claim_id)),
            Act.BIN: lambda claim_id, _: self.bin(claim_id),
            Act.ADD_SOURCE: lambda claim_id, _: tab.add_source(claim_id),
            Act.SAY_ORIGIN: lambda claim_id, _: self._say_origin(claim_id),
            Act.DECIDE: lambda claim_id, _: self._offer(self.decide_menu(claim_id), claim_id),
            Act.MORE: lambda claim_id, _: self._offer(self.more_menu(claim_id), claim_id),
            Act.CHANGE_SOURCE: tab.change_source,
            Act.TAKE_AWAY: self.take_away,
            Act.SOURCE_MORE: lambda claim_id, support: self._offer(self.source_menu(claim_id, support), claim_id),
            Act.UP: lambda claim_id, _: tab.facts.go(claim_id, -1),
            Act.DOWN: lambda claim_id, _: tab.facts.go(claim_id, 1),
        }

    def do(self, act: Act, claim_id: str, support_id: str = "") -> None:
        """Do one thing; support_id names the source where it is about one."""
        self._by_act[act](claim_id, support_id)

    # -- edits

    def bin(self, claim_id: str) -> None:
        """Put a fact into the bin."""
        self._tab.leave()
        claim = self._claim(claim_id)
        sentence = f"“{_short(claim.text)}” is in the bin."
        put_into_bin(self._desk, claim, "Put the fact into the bin", sentence)

    def take_away(self, claim_id: str, support_id: str) -> None:
        """Take a source away from a fact; it stays in the case."""
        self._tab.leave()
        edit = partial(claims.take_away, support_id=support_id)
        if self._desk.session.edit("Take the source away", edit) is not None:
            self._desk.wishes.told.emit("The source no longer stands under this fact.", True)

    def turn_source(self, claim_id: str, support_id: str) -> None:
        """Let a source say otherwise, or say so again."""
        self._tab.leave()
        file = self._desk.session.file
        support = file.get(Support, support_id)
        says = Says.CONTRADICTS if support.says is Says.SUPPORTS else Says.SUPPORTS
        source = file.get(Source, support.source_id)
        turned = replace(support, says=says, set_aside_on=None, set_aside_by="", set_aside_why="")
        edit = partial(claims.save_source, source=source, supports=(turned,))
        self._desk.session.edit("Change what the source says", edit)

    def withdraw(self, claim_id: str, support_id: str) -> None:
        """A source counts for nothing from today on; the form then takes the day as it is known, and why."""
        self._tab.leave()
        file = self._desk.session.file
        source = file.get(Source, file.get(Support, support_id).source_id)
        if source.withdrawn_on is None:
            source = replace(source, withdrawn_on=PartialDate.of(self._desk.session.today()))
            edit = partial(claims.save_source, source=source)
            if self._desk.session.edit("Withdraw the source", edit) is None:
                return
        self._tab.say_withdrawn(claim_id, source)

    def let_stand(self, support_id: str) -> None:
        """A source that was withdrawn stands again."""
        self._tab.leave()
        file = self._desk.session.file
        source = file.get(Source, file.get(Support, support_id).source_id)
        source = replace(source, withdrawn_on=None, withdrawn_why="")
        self._desk.session.edit("Let the source stand again", partial(claims.save_source, source=source))

    def set_aside(self, support_id: str) -> None:
        """Decide against a source that says otherwise; it stays to be seen, with who decided and why."""
        self._tab.leave()
        session = self._desk.session
        support = session.file.get(Support, support_id)
        if support.set_aside_on is None:
            today = PartialDate.of(session.today())
            support = replace(support, set_aside_on=today, set_aside_by=session.file.who)
            if session.edit("Decide what is true", partial(claims.save_support, support=support)) is None:
                return
        self._tab.say_decided(support)

    def count_again(self, support_id: str) -> None:
        """Take back a decision: the source speaks against the fact again."""
        self._tab.leave()
        support = self._desk.session.file.get(Support, support_id)
        support = replace(support, set_aside_on=None, set_aside_by="", set_aside_why="")
        self._desk.session.edit("Take the decision back", partial(claims.save_support, support=support))

    def overtake(self, claim_id: str) -> None:
        """Mark a fact as no longer true from today on; the form then takes the day as it is known."""
        self._tab.leave()
        claim = self._claim(claim_id)
        if claim.overtaken_on is None:
            on = PartialDate.of(self._desk.session.today())
            edit = partial(claims.save, claim=replace(claim, overtaken_on=on))
            if self._desk.session.edit("Mark as no longer true", edit) is None:
                return
        self._tab.say_overtaken(self._claim(claim_id))

    def restore(self, claim_id: str) -> None:
        """Mark a fact as true again."""
        self._tab.leave()
        claim = replace(self._claim(claim_id), overtaken_on=None, overtaken_why="")
        self._desk.session.edit("Mark as true again", partial(claims.save, claim=claim))

    # -- menus

    def more_menu(self, claim_id: str) -> QMenu:
        """Everything that can be done with a fact."""
        menu, shown = self._menu(), self._tab.shown(claim_id)
        menu.addAction("&Change", lambda: self.do(Act.CHANGE, claim_id))
        menu.addAction("Add a &source", lambda: self.do(Act.ADD_SOURCE, claim_id))
        menu.addSeparator()
        if shown.fact.claim.overtaken_on is None:
            menu.addAction("&No longer true …", lambda: self.overtake(claim_id))
        else:
            menu.addAction("&Since when …", lambda: self.overtake(claim_id))
            menu.addAction("True &again", lambda: self.restore(claim_id))
        menu.addAction("Put into the &bin", lambda: self.bin(claim_id))
        return menu

    def decide_menu(self, claim_id: str) -> QMenu:
        """The ways out where sources contradict each other."""
        menu = self._menu()
        for source in self._tab.shown(claim_id).sources:
            if source.is_against:
                words = f"It is true: set “{_plain(source.name)}” aside …"
                menu.addAction(words, partial(self.set_aside, source.support_id))
        menu.addAction("It is no longer true …", lambda: self.overtake(claim_id))
        menu.addAction("It was never true: put it into the bin", lambda: self.bin(claim_id))
        return menu

    def source_menu(self, claim_id: str, support_id: str) -> QMenu:
        """What can be done with one source of a fact."""
        menu, source = self._menu(), self._source(claim_id, support_id)
        turned = "It says &so" if source.is_contradiction else "It says &otherwise"
        menu.addAction("&Change the source", lambda: self.do(Act.CHANGE_SOURCE, claim_id, support_id))
        menu.addAction(turned, lambda: self.turn_source(claim_id, support_id))
        if source.is_against:
            menu.addAction("Set it &aside …", lambda: self.set_aside(support_id))
        elif source.decided:
            menu.addAction("&Why it was set aside …", lambda: self.set_aside(support_id))
            menu.addAction("Let it &count again", lambda: self.count_again(support_id))
        menu.addSeparator()
        if source.is_withdrawn:
            menu.addAction("Since &when it is withdrawn …", lambda: self.withdraw(claim_id, support_id))
            menu.addAction("It stands a&gain", lambda: self.let_stand(support_id))
        else:
            menu.addAction("It was with&drawn …", lambda: self.withdraw(claim_id, support_id))
        menu.addAction("&Take it away from this fact", lambda: self.take_away(claim_id, support_id))
        return menu

    def _menu(self) -> QMenu:
        menu = QMenu(self._tab)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _offer(self, menu: QMenu, claim_id: str) -> None:
        at: QPoint = self._tab.facts.rows[claim_id].menu_corner()
        menu.popup(at)

    def _say_origin(self, claim_id: str) -> None:
        lacking = next(source for source in self._tab.shown(claim_id).sources if source.lacks_origin)
        self._tab.change_source(claim_id, lacking.support_id)

    def _claim(self, claim_id: str) -> Claim:
        return self._desk.session.file.get(Claim, claim_id)

    def _source(self, claim_id: str, support_id: str) -> ShownSource:
        shown: ShownFact = self._tab.shown(claim_id)
        return next(source for source in shown.sources if source.support_id == support_id)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()} …"


def _plain(text: str) -> str:
    return _short(text).replace("&", "&&")
