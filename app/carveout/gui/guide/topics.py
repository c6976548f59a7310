"""Which page of the guide is about what is in front."""

from __future__ import annotations

from carveout.gui.workspaces import Workspace

FIRST = "index.md"
_PAGES = {
    None: "guide/getting-started.md",
    Workspace.READ: "guide/reading.md",
    Workspace.CARVEOUTS: "guide/carve-outs.md",
    Workspace.REMEDIES: "guide/remedies.md",
    Workspace.PROOFREAD: "guide/proofreading.md",
    Workspace.ISSUES: "guide/issues.md",
}


def page_about(workspace: Workspace | None) -> str:
    """Return the file of the page about a workspace, None being the start page."""
    return _PAGES.get(workspace, FIRST)
