"""Open a memo in poppler and in pdf.js, and compare the comments that they list with those of the review.

    python -m bench.viewers

Poppler is asked through GObject introspection by the system's own Python (Debian: python3-gi, gir1.2-poppler-0.18),
pdf.js by Node (Debian: nodejs, libjs-pdf). What isn't installed is said and passed over. Each must list every note and
reply with its author, time and contents, and every resolved note as completed; pdf.js also what each answers, which
poppler keeps to itself. Exit status 0 where one viewer at least was there and nothing differed.
"""

from __future__ import annotations

import datetime as dt
import json
import random
import subprocess
import sys
from dataclasses import replace
from typing import Any

from bench.marked import AT, notes_on
from bench.reviewer import sample
from bench.scratch import scratch

from carveout.memo.memo import heading_of, memo_of
from carveout.memo.write import write
from carveout.review.annotation import Status
from carveout.review.review import Review
from carveout.review.thread import Reply

NOTES = 60
_POPPLER = """
import json, sys
import gi
gi.require_version("Poppler", "0.18")
from gi.repository import Poppler
document = Poppler.Document.new_from_file("file://" + sys.argv[1], None)
found = {}
for number in range(document.get_n_pages()):
    for mapping in document.get_page(number).get_annot_mapping():
        one = mapping.annot
        if isinstance(one, Poppler.AnnotMarkup):
            state = one.get_state().value_nick if isinstance(one, Poppler.AnnotText) else ""
            found[one.get_name()] = [one.get_label(), one.get_modified(), one.get_contents(), None, state]
print(json.dumps({"version": Poppler.get_version(), "found": found}))
"""
_PDF_JS = """
const pdfjs = require('/usr/share/javascript/pdf/build/pdf.js');
pdfjs.GlobalWorkerOptions.workerSrc = '/usr/share/javascript/pdf/build/pdf.worker.js';
const data = new Uint8Array(require('fs').readFileSync(process.argv[2]));
(async () => {
  const memo = await pdfjs.getDocument({data, verbosity: 0}).promise;
  const all = [];
  for (let number = 1; number <= memo.numPages; number++)
    all.push(...await (await memo.getPage(number)).getAnnotations({intent: 'any'}));
  const by = Object.fromEntries(all.map(one => [one.id, one]));
  const found = all.filter(one => one.titleObj).map(one => [
    one.titleObj.str, one.modificationDate, one.contentsObj.str,
    one.replyType === 'R' && one.inReplyTo ? by[one.inReplyTo].contentsObj.str : null,
    (one.state || '').toLowerCase()]);
  console.log(JSON.stringify({version: pdfjs.version, found}));
})();
"""


def main() -> int:
    """Print a line a viewer."""
    with scratch() as folder:
        review = threads()
        reading, _ = sample()
        memo = folder / "memo.pdf"
        write(memo_of(reading, review, heading_of(reading, review, AT.date())), memo)
        script = folder / "list.cjs"
        script.write_text(_PDF_JS, encoding="utf-8")
        poppler = _asked(["/usr/bin/python3", "-c", _POPPLER, str(memo)])
        pdf_js = _asked(["node", str(script), str(memo)])
    good = [True]
    if poppler is None:
        print("poppler: not installed here")
    else:
        listed = {name: tuple(one) for name, one in poppler["found"].items() if name}
        wrong = [name for name, wanted in expected(review).items() if listed.get(name, ())[:3] != wanted[:3]]
        done = {name.removesuffix("-state") for name, one in listed.items() if one[4] == "completed"}
        good.append(not wrong and done == resolved(review))
        print(f"poppler {poppler['version']}: {len(listed)} comments, {len(wrong)} wrong, {len(done)} completed")
    if pdf_js is None:
        print("pdf.js: not installed here")
    else:
        rows = [tuple(one) for one in pdf_js["found"]]
        missing = [name for name, wanted in expected(review).items() if wanted not in [row[:4] for row in rows]]
        count = sum(row[4] == "completed" for row in rows)
        good.append(not missing and count == len(resolved(review)))
        print(f"pdf.js {pdf_js['version']}: {len(rows)} comments, {len(missing)} wrong, {count} completed")
    return 0 if all(good) and len(good) > 1 else 1


def threads() -> Review:
    """Return a review with notes, every third of them resolved, and up to three replies to each."""
    reading, _ = sample()
    at_random = random.Random(2)
    notes = notes_on(reading, NOTES, at_random)
    made = {
        name: replace(one, comment=f"{name}: <b>§ 承知</b>", status=Status.RESOLVED if at % 3 == 0 else Status.OPEN)
        for at, (name, one) in enumerate(notes.items())
    }
    replies = {}
    for name in made:
        for number in range(at_random.randrange(4)):
            id_ = f"reply-{name}-of-{number}x"
            replies[id_] = Reply(id_, name, f"{id_} ‹é›", "C. Meyer", AT + dt.timedelta(hours=number))
    return Review(made, replies=replies)


def expected(review: Review) -> dict[str, tuple[object, ...]]:
    """Return author, time, contents and what is answered, by the name of each note and reply."""
    found: dict[str, tuple[object, ...]] = {
        one.id: (one.author, _moment(one.at), one.comment, None) for one in review.annotations.values()
    }
    for reply in review.replies.values():
        answered = review.annotations[reply.annotation].comment
        found[reply.id] = (reply.author, _moment(reply.at), reply.comment, answered)
    return found


def resolved(review: Review) -> set[str]:
    """Return the ids of the resolved notes."""
    return {one.id for one in review.annotations.values() if one.status is Status.RESOLVED}


def _moment(at: dt.datetime) -> str:
    return f"D:{at:%Y%m%d%H%M%S}Z"


def _asked(command: list[str]) -> dict[str, Any] | None:
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    except OSError:
        return None
    return json.loads(done.stdout) if done.returncode == 0 and done.stdout else None


if __name__ == "__main__":
    sys.exit(main())
