"""Why a PDF can't be read back into a matter, each as one sentence for a person: what happened and what to do."""

from __future__ import annotations


class MemoReturnError(Exception):
    """Nothing can be taken from the PDF. Its text is for a person, and begins with what is called `{}`, the file."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)

    def about(self, name: str) -> str:
        """Return the sentence about a file of this name."""
        return str(self).replace("{}", f"“{name}”", 1)


class NotAMemoError(MemoReturnError):
    """No copy for programs is enclosed."""

    def __init__(self) -> None:
        super().__init__(
            "{} holds no review to bring comments back to: choose a memo that Carveout wrote, saved with its "
            "attachment and not printed anew."
        )


class AnotherDocumentError(MemoReturnError):
    """It is the memo of another document."""

    def __init__(self, deal: str) -> None:
        super().__init__(f"{{}} is the memo of another document: “{deal}”. Nothing was taken from it.")


class NewerMemoError(MemoReturnError):
    """A later version of Carveout wrote it."""

    def __init__(self) -> None:
        super().__init__("{} was made by a newer Carveout; update Carveout to bring its comments in.")


class DamagedMemoError(MemoReturnError):
    """It isn't as it was written."""

    def __init__(self) -> None:
        super().__init__("{} is damaged and can't be read; ask for another copy of it.")


class LockedMemoError(MemoReturnError):
    """It is encrypted."""

    def __init__(self) -> None:
        super().__init__("{} is locked with a password; save it without one in a PDF reader, and choose that.")


class TooMuchError(MemoReturnError):
    """It holds more comments than anybody made."""

    def __init__(self, most: int) -> None:
        super().__init__(f"{{}} holds more than {most:,} comments of others, which is no review; nothing was taken.")


class NoClausesError(MemoReturnError):
    """The agreement was read without any clause."""

    def __init__(self) -> None:
        super().__init__("The agreement has no clauses, so a comment of {} can stand on none; nothing was taken.")
