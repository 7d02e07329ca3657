"""``tutor correct``: lines in, corrections out, by the trained corrector itself."""

import json

import pytest

SAID = "El café está muy frío y yo soy muy cansado hoy."
BETTER = "El café está muy frío y yo estoy muy cansado hoy."


def rows(result):
    assert result.exit_code == 0
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_plain_lines_come_back_as_rows_in_order(invoke):
    first, second = rows(invoke("correct", "--json", input=f"{SAID}\n\nVivo en Lima.\n"))
    assert first["id"] == 1
    (row,) = first["corrections"]
    assert (row["said"], row["better"], row["kind"]) == ("soy", "estoy", "ser_estar")
    assert row["subkind"] == "estar_state"
    assert 0.5 < row["probability"] <= 1
    assert row["explanation_es"]
    assert row["explanation_en"]
    assert second["id"] == 3
    assert second["corrected"] == second["text"] == "Vivo en Lima."
    assert second["corrections"] == second["tips"] == second["doubts"] == []


def test_a_tip_is_no_correction_and_is_in_the_corrected_text(invoke):
    text = "Yo me llamo Ana. Yo vivo en Lima. Yo trabajo en un banco y yo tengo un perro."
    (row,) = rows(invoke("correct", "--json", "--strictness", "strict", input=f"{text}\n"))
    assert not row["corrections"]
    assert {tip["kind"] for tip in row["tips"]} == {"pronoun"}
    assert len(row["corrected"].split()) == len(text.split()) - len(row["tips"])


def test_json_lines_keep_their_ids(invoke, tmp_path):
    file = tmp_path / "essay.jsonl"
    lines = [{"id": "b", "text": "Vivo en Lima."}, {"id": "a", "text": SAID}]
    file.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    found = rows(invoke("correct", file, "--json"))
    assert [(row["id"], len(row["corrections"])) for row in found] == [("b", 0), ("a", 1)]


def test_people_read_the_change_and_both_reasons(invoke):
    result = invoke("correct", input=f"{SAID}\n")
    assert f"→ {BETTER}" in result.stdout
    assert "soy → estoy" in result.stdout
    assert "estado" in result.stdout
    assert "because it describes a state" in result.stdout
    assert "likely" not in result.stdout


def test_who_asks_is_told_how_sure_each_correction_is(invoke):
    result = invoke("correct", "--explain", input=f"{SAID}\n")
    assert "ser_estar · estar_state · " in result.stdout
    assert "% likely" in result.stdout


def test_the_gentler_the_fewer_corrections(invoke):
    text = "La problema es que mi amigas no tiene tiempo para a ir. Me gusta los perro.\n"
    counts = [
        len(rows(invoke("correct", "--json", "--strictness", level, input=text))[0]["corrections"])
        for level in ("gentle", "normal", "strict")
    ]
    assert counts == sorted(counts)
    assert counts[-1] > 0


def test_the_configured_strictness_is_used(invoke):
    text = f"{SAID}\n"
    alike = invoke("correct", "--json", input=text, env={"TUTOR_CORRECTIONS_STRICTNESS": "gentle"})
    assert rows(alike) == rows(invoke("correct", "--json", "--strictness", "gentle", input=text))


def test_another_strictness_is_wrong_usage(invoke):
    result = invoke("correct", "--strictness", "harsh", input=f"{SAID}\n")
    assert result.exit_code == 2
    assert "gentle, normal, strict" in result.stderr


def test_a_whole_essay_is_corrected_line_by_line(invoke):
    essay = " ".join([SAID] * 30)
    (row,) = rows(invoke("correct", "--json", input=f"{essay}\n"))
    assert len(row["corrections"]) == 30
    assert row["corrected"].count("estoy muy cansado") == 30


@pytest.mark.parametrize("line", ['{"id": 1}', "{nonsense", '{"text": 3}'])
def test_a_row_without_text_is_wrong_usage(invoke, line):
    result = invoke("correct", input=f"{line}\n")
    assert result.exit_code == 2
    assert "Line 1" in result.stderr


def test_a_file_that_is_not_there_is_wrong_usage(invoke, tmp_path):
    assert invoke("correct", tmp_path / "missing.txt").exit_code == 2


def test_bytes_that_are_not_text_are_wrong_usage(invoke, tmp_path):
    file = tmp_path / "photo.txt"
    file.write_bytes(b"\xff\xd8\xff\xe0")
    assert invoke("correct", file).exit_code == 2
