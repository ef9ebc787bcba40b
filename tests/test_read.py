"""Bytes become text once, and every file that cannot be read is named."""

import hashlib
from pathlib import Path

import pytest

from annotated_archive.stages.read import read_folder

from .systems import make_link


def read(folder: Path, files: dict[str, bytes], **encodings: str):
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    texts, problems = read_folder(folder, "seeds", encodings)
    return {text.name: text for text in texts}, [str(problem) for problem in problems]


def test_line_ends_become_line_feeds_and_the_checksum_is_of_the_bytes(tmp_path):
    content = b"\xef\xbb\xbfEins\r\nzwei\rdrei\n"
    texts, problems = read(tmp_path, {"a.txt": content})
    assert texts["a.txt"].text == "Eins\nzwei\ndrei\n"
    assert texts["a.txt"].sha256 == hashlib.sha256(content).hexdigest()
    assert problems == []


def test_sub_folders_are_read_and_hidden_files_are_not(tmp_path):
    texts, problems = read(tmp_path, {"1914/juli/a.txt": b"A", ".DS_Store": b"\0", "b.TXT": b"B"})
    assert list(texts) == ["1914/juli/a.txt", "b.TXT"]
    assert texts["1914/juli/a.txt"].key == "1914/juli/a"
    assert problems == []


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("a.txt", b"", "seeds/a.txt: R001 The file is empty. Save the article again, or remove the file."),
        (
            "a.txt",
            b" \n\r\n\t",
            "seeds/a.txt: R001 The file is empty. Save the article again, or remove the file.",
        ),
        (
            "a.txt",
            b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
            "seeds/a.txt: R002 The file is not text, whatever its name says. "
            "Save the article as plain text, or remove the file.",
        ),
        (
            "a.txt",
            b"fast \x81\x8d Text",
            "seeds/a.txt: R002 The file cannot be decoded. "
            "Save it as UTF-8, or name its `encoding` in its curation file.",
        ),
        (
            "a.odt",
            b"<p>",
            "seeds/a.odt: R004 A file of this type (.odt) cannot be read yet. "
            "Save the article as plain text (.txt), or move the file out of the seeds.",
        ),
        (
            "README",
            b"x",
            "seeds/README: R004 A file of this type (no suffix) cannot be read yet. "
            "Save the article as plain text (.txt), or move the file out of the seeds.",
        ),
    ],
)
def test_a_file_that_cannot_be_read_is_one_problem(tmp_path, name, content, problem):
    texts, problems = read(tmp_path, {name: content, "good.txt": b"Gut."})
    assert list(texts) == ["good.txt"]
    assert problems == [problem]


def test_windows_1252_is_read_and_said_so_until_a_person_confirms_it(tmp_path):
    content = "Jäger & Söhne – „gut“".encode("windows-1252")
    texts, problems = read(tmp_path, {"a.txt": content})
    assert texts["a.txt"].text == "Jäger & Söhne – „gut“"
    assert problems == [
        "seeds/a.txt: R003 The file is not UTF-8; it was read as windows-1252. "
        "If its umlauts look right, confirm it: `encoding: windows-1252` in its curation file."
    ]
    texts, problems = read(tmp_path, {}, a="windows-1252")
    assert texts["a.txt"].encoding == "windows-1252"
    assert problems == []


def test_utf_16_is_recognised_by_its_mark(tmp_path):
    texts, problems = read(tmp_path, {"a.txt": "Grüße".encode("utf-16")})
    assert texts["a.txt"].text == "Grüße"
    assert "read as utf-16" in problems[0]


def test_an_encoding_that_does_not_fit_is_a_problem(tmp_path):
    texts, problems = read(tmp_path, {"a.txt": "Grüße".encode("latin-1")}, a="utf-8")
    assert not texts
    assert problems == [
        "seeds/a.txt: R002 The file cannot be decoded as utf-8. "
        "Save it as UTF-8, or name its `encoding` in its curation file."
    ]


def test_the_second_of_two_equal_files_gets_no_page(tmp_path):
    texts, problems = read(tmp_path, {"a.txt": b"Gleich.", "b.txt": b"Gleich."})
    assert list(texts) == ["a.txt"]
    assert problems == [
        "seeds/b.txt: R005 The file has the same content as seeds/a.txt and gets no page. "
        "Remove one of the two."
    ]


def test_of_two_equal_files_the_known_one_keeps_its_page(tmp_path):
    (tmp_path / "a.txt").write_text("Gleich.")
    (tmp_path / "b.txt").write_text("Gleich.")
    texts, problems = read_folder(tmp_path, "seeds", known={"b"})
    assert [text.name for text in texts] == ["b.txt"]
    assert [problem.file for problem in problems] == ["seeds/a.txt"]


def test_a_dangling_link_is_a_problem_of_its_own(tmp_path):
    make_link(tmp_path / "a.txt", tmp_path / "nowhere.txt")
    texts, problems = read(tmp_path, {"b.txt": b"Gut."})
    assert list(texts) == ["b.txt"]
    assert problems == [
        "seeds/a.txt: R006 The file cannot be read: No such file or directory. Check its permissions."
    ]


def test_an_empty_or_missing_folder_says_what_to_do(tmp_path: Path):
    (tmp_path / "empty").mkdir()
    for folder, finding in ("none", "missing"), ("empty", "No saved article"):
        texts, problems = read_folder(tmp_path / folder, "seeds")
        assert texts == ()
        assert [p.code for p in problems] == ["R012"]
        assert finding in problems[0].finding


def test_a_file_beyond_the_limit_is_refused_before_it_is_read(tmp_path: Path):
    with (tmp_path / "a.txt").open("wb") as file:
        file.truncate(31_000_000)
    (problem,) = read_folder(tmp_path, "seeds")[1]
    assert problem.code == "R011"
    assert "31 MB, more than the 20 MB" in problem.finding
    assert [p.code for p in read_folder(tmp_path, "seeds", largest=32)[1]] == [
        "R002"
    ]  # it has zero bytes only


def test_what_a_browser_saves_beside_a_page_is_no_seed(tmp_path):
    files = {
        "a.html": b"<p>Ein Text.",
        "a_files/x.js": b"x",
        "a_files/y/z.png": b"\x89",
        "b_files/n.txt": b"N",
    }
    texts, problems = read(tmp_path, files)
    assert list(texts) == ["a.html", "b_files/n.txt"]
    assert problems == []


SAME = "Alter Kran wird saniert\n\nVon Ulla Kersting\n\nDie Stadt will ihren Kran sanieren.\n"


@pytest.mark.parametrize(
    "other",
    [
        SAME.replace("\n", "\r\n").encode(),
        SAME.replace("\n", "\r").encode(),
        b"\xef\xbb\xbf" + SAME.encode(),
        SAME.encode("utf-16"),
        SAME.replace("\n\n", "\n").encode(),
        SAME.replace("\n\n", "\n \n\t\n\n").encode(),
        SAME.rstrip().encode(),
        b"\n\n" + SAME.encode() + b"\n\n",
        SAME.replace("\n", "  \n").encode(),
    ],
)
def test_the_same_text_with_other_line_ends_is_one_article(tmp_path, other):
    texts, problems = read(tmp_path, {"a.txt": SAME.encode(), "b.txt": other})
    assert list(texts) == ["a.txt"]
    assert [p for p in problems if "R003" not in p] == [
        "seeds/b.txt: R005 The file has the same text as seeds/a.txt, but for line ends and blank lines, and "
        "gets no page. Remove one of the two."
    ]


def test_the_same_text_stays_where_both_have_an_address(tmp_path):
    for name, content in {"a.txt": SAME, "b.txt": SAME + "\n"}.items():
        (tmp_path / name).write_text(content, "utf-8")
    texts, problems = read_folder(tmp_path, "seeds", known={"a", "b"})
    assert [text.name for text in texts] == ["a.txt", "b.txt"]
    assert [(p.code, "both have a page" in p.finding) for p in problems] == [("R005", True)]


def test_another_text_is_another_article(tmp_path):
    texts, problems = read(tmp_path, {"a.txt": SAME.encode(), "b.txt": SAME.replace("Kran", "Turm").encode()})
    assert (len(texts), problems) == (2, [])
