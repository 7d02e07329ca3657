"""The bench that holds our kinds against the annotators'."""

import json
import subprocess
import sys
from pathlib import Path

BENCH = Path(__file__).parents[1] / "bench" / "kind_agreement.py"


def marked(sentence, start, said, better, kind):
    return {
        "sentence": sentence, "start": start, "end": start + len(said), "said": said,
        "better": better, "kind": kind,
    }  # fmt: skip


def test_agreement_is_counted_for_each_name_and_where_a_mark_is_a_little_astray(tmp_path):
    rows = [
        marked("Yo soy cansado y soy alto.", 19, "soy", "era", "verb_tense"),
        marked("Yo soy cansado.", 2, "soy", "estoy", "ser_estar"),
        marked("Tengo perro negro.", 6, "", "un", "article_missing"),
        marked("Es una roja casa.", 7, "roja casa", "casa roja", "verb_mood"),
        marked("Sin nada que cambiar.", 4, "nada", "nada", "gender"),
    ]
    file = tmp_path / "kinds.jsonl"
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, BENCH, "--kinds", file],
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    assert [line.split() for line in done.stdout.splitlines()[1:]] == [
        ["verb_tense", "1", "100.0%"],
        ["ser_estar", "1", "100.0%"],
        ["article_missing", "1", "100.0%"],
        ["verb_mood", "1", "0.0%", "adjective_position", "1"],
        ["all", "4", "75.0%"],
    ]
