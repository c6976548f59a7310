"""`carveout matter`, run as the window runs it."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from typing import TYPE_CHECKING

import pytest

from carveout.store.matter import open_matter

if TYPE_CHECKING:
    from pathlib import Path

AGREEMENT = """                          SHARE PURCHASE AGREEMENT

     This Agreement is made on May 5, 2024 between Alpha Corp. ("Seller") and
Beta Inc. ("Buyer").

     1.  Sale.  The Seller sells the shares, except as set forth in Schedule 1.
"""


def made(*arguments: str | Path, fed: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-X", "utf8", "-m", "carveout", "matter", *map(str, arguments)],
        input=fed,
        capture_output=True,
        check=False,
    )


def told(done: subprocess.CompletedProcess[bytes]) -> str:
    return done.stderr.decode().removeprefix("carveout: ").rstrip("\n")


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "draft.txt"
    path.write_text(AGREEMENT, encoding="utf-8")
    return path


def test_a_matter_is_made_where_it_was_wanted(source: Path, tmp_path: Path) -> None:
    done = made(source, "-o", tmp_path / "deal.carveout", "--progress")
    assert done.stdout.decode().strip() == str(tmp_path / "deal.carveout")
    assert b"progress 1000 1000 Making the matter" in done.stderr
    with open_matter(tmp_path / "deal.carveout") as matter:
        assert matter.source() == source.read_bytes()
        assert matter.reading.source.name == "draft.txt"


def test_in_a_folder_it_is_called_as_its_document_and_made_once(source: Path, tmp_path: Path) -> None:
    (tmp_path / "draft.carveout").write_bytes(b"something else")
    for _ in range(2):
        assert made(source, "-o", tmp_path).stdout.decode().strip() == str(tmp_path / "draft 2.carveout")


@pytest.mark.parametrize(
    ("pasted", "name"),
    [
        (AGREEMENT, "SHARE PURCHASE AGREEMENT"),
        ("Dear Sir,\n\nThe goods have come.\n", "Pasted agreement"),
        (AGREEMENT.replace("SHARE PURCHASE AGREEMENT", "SHARE/ASSET PURCHASE AGREEMENT"), "SHARE ASSET"),
    ],
)
def test_what_was_pasted_is_called_as_the_agreement_in_it(tmp_path: Path, pasted: str, name: str) -> None:
    done = made("-", "-o", tmp_path, fed=pasted.encode())
    (path,) = tmp_path.glob("*.carveout")
    assert done.stdout.decode().strip() == str(path)
    assert path.stem.startswith(name)
    with open_matter(path) as matter:
        assert matter.source() == pasted.encode()
        assert matter.reading.source.name == f"{path.stem}.txt"


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["nowhere.txt", "-o", "."], "“nowhere.txt” is not there: check its name and folder."),
        (["-", "-o", "."], "What was pasted is empty: it holds no words."),
        (["draft.txt", "-o", "draft.txt"], "There is a file “draft.txt” already; choose another name."),
    ],
)
def test_a_refusal_names_the_file_alone(
    source: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], sentence: str
) -> None:
    monkeypatch.chdir(source.parent)
    done = made(*arguments)
    assert (done.returncode, told(done)) == (3, sentence)


@pytest.mark.skipif(sys.platform == "win32", reason="no such limits there")
def test_the_limits_are_those_of_the_source() -> None:
    program = (
        "import resource\nfrom carveout.cli.limits import limit\nlimit(2_500_000)\n"
        "print(resource.getrlimit(resource.RLIMIT_CPU), resource.getrlimit(resource.RLIMIT_AS)[0])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == f"(40, 45) {1 << 30}"


@pytest.mark.skipif(sys.platform == "win32", reason="no such limits there")
def test_out_of_memory_a_sentence_says_what_to_do(source: Path) -> None:
    program = (
        "import resource, sys\nfrom carveout.agreement.intake import bounds\n"
        "used = int(open('/proc/self/statm').read().split()[0]) * resource.getpagesize()\n"
        "bounds.MEMORY = used + (40 << 20)\n"
        "from carveout.cli import main\nsys.exit(main(['matter', '-', '-o', sys.argv[1], '--limits']))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(source.parent)],
        input=b"The Seller sells the shares to the Buyer.\n" * 300_000,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 3
    assert told(done).endswith(": split off the agreement and open that.")
    assert "needs more memory" in told(done)


@pytest.mark.parametrize(
    ("content", "told_of_it"),
    [
        (b"%PDF-1.7\nnothing of one", "“draft.txt” is "),
        (b"{\\rtf1 A lease}", "“draft.txt” is a rich-text document"),
        (b"PK\x03\x04nothing", "“draft.txt” is "),
    ],
)
def test_every_format_is_refused_by_the_name_of_the_file(source: Path, content: bytes, told_of_it: str) -> None:
    source.write_bytes(content)
    done = made(source, "-o", source.parent)
    assert done.returncode == 3
    assert told(done).startswith(told_of_it)
    assert len(told(done).splitlines()) == 1


def test_the_comments_of_a_word_document_are_notes_from_the_start(tmp_path: Path) -> None:
    word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    related = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": related.format(
            f'<Relationship Id="r1" Type="{kind}/officeDocument" Target="word/document.xml"/>'
        ),
        "word/_rels/document.xml.rels": related.format(
            f'<Relationship Id="r1" Type="{kind}/comments" Target="comments.xml"/>'
        ),
        "word/document.xml": f"<w:document {word}><w:body><w:p><w:r><w:t>1. The Tenant pays </w:t></w:r>"
        '<w:commentRangeStart w:id="1"/><w:r><w:t>the rent</w:t></w:r><w:commentRangeEnd w:id="1"/>'
        '<w:r><w:commentReference w:id="1"/></w:r></w:p></w:body></w:document>',
        "word/comments.xml": f'<w:comments {word}><w:comment w:id="1" w:author="A. Kim" w:date="2024-05-05T10:00:00Z">'
        "<w:p><w:r><w:t>How much?</w:t></w:r></w:p></w:comment></w:comments>",
    }
    with zipfile.ZipFile(tmp_path / "lease.docx", "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    assert made(tmp_path / "lease.docx", "-o", tmp_path).returncode == 0
    with open_matter(tmp_path / "lease.carveout") as matter:
        (note,) = matter.review.in_order()
    assert (note.author, note.comment, note.anchor.quote) == ("A. Kim", "How much?", "the rent")
    assert note.came_with_document
