"""What can go wrong with a matter file, each as one sentence for a person: what happened and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class MatterError(Exception):
    """Something about a matter file that the person at the desk must know. Holds no word of its contents."""


class NotAMatterError(MatterError):
    """The file is something else."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"“{path.name}” is not a matter; choose a .carveout file, or open it as an agreement.")


class NewerMatterError(MatterError):
    """A later version of Carveout wrote the file. It was not touched."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"“{path.name}” was made by a newer Carveout; update Carveout to open it.")


class OlderMatterError(MatterError):
    """An earlier version of Carveout wrote the file, and it can't be brought up to date where it is."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"“{path.name}” was made by an older Carveout and can't be brought up to date where it is read-only; "
            "copy it to a folder of your own and open the copy."
        )


class DamagedMatterError(MatterError):
    """The file doesn't hold what was sealed in it. `backup` is the newest good backup, None where there is none."""

    def __init__(self, path: Path, backup: Path | None = None) -> None:
        way_on = f"open the backup “{backup.name}” instead" if backup else "open another copy of it"
        super().__init__(f"“{path.name}” is damaged and was left as it is; {way_on}.")
        self.backup = backup


class UnreadableMatterError(MatterError):
    """The file can't be read: it isn't there, or the system or the disk doesn't give it."""


class ReadOnlyMatterError(MatterError):
    """The matter was opened for reading only, or its file or folder can't be written to."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"“{path.name}” can't be written to where it is; keep it, or a copy, in a folder of your own.")


class MatterExistsError(MatterError):
    """A new matter would take the place of a file."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"There is a file “{path.name}” already; choose another name.")


class MatterBusyError(MatterError):
    """Somebody else is writing to the file just now. Nothing was saved; the same call may be made again."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"“{path.name}” is in use by another program, and this change was not saved; try it again.")


class ChangedElsewhereError(MatterError):
    """The file is no longer the one that was opened: somebody else wrote to it, or moved or replaced it."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"“{path.name}” was changed, moved or replaced by another program, and this change was not saved; "
            "open it again."
        )


class PassphraseNeededError(MatterError):
    """The matter is protected, and no key was given."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"“{path.name}” is protected by a passphrase; open it in the window to be asked for it.")


class WrongPassphraseError(MatterError):
    """The passphrase is another one. The file is as it was."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"This is not the passphrase of “{path.name}”; mind capitals and the keyboard's language.")


class NoProtectionError(MatterError):
    """SQLCipher isn't installed."""

    def __init__(self) -> None:
        super().__init__("A passphrase takes SQLCipher, which is not installed here; install the package sqlcipher3.")


class DiskFullError(MatterError):
    """There is no space left to write to. All that was saved before is still there."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"The disk is full, so this was not saved in “{path.name}”; make space and try it again.")


class DiskFailedError(MatterError):
    """The disk or the network drive refused a write. All that was saved before is still there."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"The disk failed, so this was not saved in “{path.name}”; check the disk or the network drive, "
            "and try it again."
        )
