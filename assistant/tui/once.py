"""Leaving a screen once: two keys in the same moment never take away the screen below it."""

from typing import TypeVar

from textual.await_complete import AwaitComplete
from textual.screen import Screen

_T = TypeVar("_T")


class LeftOnce(Screen[_T]):
    """A screen that is dismissed only while it is the one on top."""

    def dismiss(self, result: _T | None = None) -> AwaitComplete:
        """Leave the screen; nothing happens where it is not on top, because it was left a moment ago."""
        if self.app.screen is not self:
            return AwaitComplete()
        return super().dismiss(result)
