"""What is shared by the threads of a pane: their stories, and the replies in the making."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from carveout.review.edits import Respond

if TYPE_CHECKING:
    from carveout.gui.session import Session
    from carveout.review.annotation import Anchor
    from carveout.review.story import Happening
    from carveout.review.thread import Reply


class Threads:
    """What the cards of a pane share: the stories they tell, and the replies in the making.

    The `words` of a reply are kept by the annotation that it answers: a card may turn to another in between. Where they
    are to stand in place of a reply's that was sent, `revised` holds that one's id, by the annotation too.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self.words: dict[str, str] = {}
        self.revised: dict[str, str] = {}

    def story(self, annotation: str) -> tuple[Happening, ...]:
        """Return what was done about an annotation, the earliest first."""
        matter = self._session.matter
        return matter.story(annotation) if matter else ()

    def begun(self) -> list[Anchor]:
        """Return the words whose annotations have a reply in the making."""
        answered = (self._session.review.annotations.get(a) for a, words in self.words.items() if words.strip())
        return [annotation.anchor for annotation in answered if annotation is not None]

    def send(self, annotation: str) -> bool:
        """Save the reply to an annotation; where that fails, the writing stays."""
        words = self.words.get(annotation, "").strip()
        if words and annotation in self._session.review.annotations:
            kept, sent = self.words.pop(annotation), self._session.review.replies.get(self.revised.get(annotation, ""))
            if not (self._revise(sent, words) if sent is not None else self._session.reply(annotation, words)):
                self.words[annotation] = kept
                return False
        self.give_up(annotation)
        return True

    def give_up(self, annotation: str) -> None:
        """Forget the reply in the making."""
        self.words.pop(annotation, None)
        self.revised.pop(annotation, None)

    def withdraw(self, reply: Reply) -> None:
        """Take a reply away; undo brings it back."""
        self._session.do(Respond(reply.id, reply, None))

    def send_all(self) -> None:
        """Save every reply that was begun."""
        for annotation in tuple(self.words):
            if not self.words[annotation].strip():
                self.give_up(annotation)
            elif self._session.writable:
                self.send(annotation)

    def _revise(self, sent: Reply, words: str) -> bool:
        return words == sent.comment or self._session.do(Respond(sent.id, sent, replace(sent, comment=words)))
