"""Of a folder that people fill, only what lies in it is opened; the rest is named, and all else is read."""

from pathlib import Path

import pytest

from annotated_archive.disk.folder import look
from annotated_archive.stages.read import read_folder

from .systems import listening_socket, make_link, make_pipe

OUT = (
    "F001 This link leads out of seeds/ and is not followed. "
    "Put a copy of what it points to in its place, or delete the link."
)
BACK = "F004 This link leads back to a folder that it lies in, and is not followed. Delete the link."
NO_FILE = "F003 This is neither a file nor a folder and is not opened. Move it out of seeds/."
GONE = "R006 The file cannot be read: No such file or directory. Check its permissions."
ROUND = "R006 The file cannot be read: Too many levels of symbolic links. Check its permissions."
PLAIN = ["2021/b.txt", "a.txt"]

# name: (links to make, below seeds/, with their targets; texts read besides PLAIN; problems)
LINKS = {
    "a relative link out": ({"x.txt": "../private/p.txt"}, [], {"x.txt": OUT}),
    "an absolute link out": ({"x.txt": "{root}/private/p.txt"}, [], {"x.txt": OUT}),
    "from a sub-folder": ({"2021/x.txt": "../../private/p.txt"}, [], {"2021/x.txt": OUT}),
    "a folder outside": ({"more": "../private"}, [], {"more": OUT}),
    "the folder around": ({"up": ".."}, [], {"up": OUT}),
    "the whole disk": ({"disk": "/"}, [], {"disk": OUT}),
    "a chain that ends outside": (
        {"x.txt": "y.txt", "y.txt": "z.txt", "z.txt": "../private/p.txt"},
        [],
        {"x.txt": OUT, "y.txt": OUT, "z.txt": OUT},
    ),
    "through a folder that leads out": (
        {"more": "../private", "x.txt": "more/p.txt"},
        [],
        {"more": OUT, "x.txt": OUT},
    ),
    "a neighbour with the same beginning": ({"x.txt": "../seeds-private/p.txt"}, [], {"x.txt": OUT}),
    "a device": ({"x.txt": "/dev/zero"}, [], {"x.txt": OUT}),
    "a file of the system": ({"x.txt": "/etc/passwd"}, [], {"x.txt": OUT}),
    "gone, outside": ({"x.txt": "../private/gone.txt"}, [], {"x.txt": OUT}),
    "gone, inside": ({"x.txt": "gone.txt"}, [], {"x.txt": GONE}),
    "to itself": ({"x.txt": "x.txt"}, [], {"x.txt": ROUND}),
    "to each other": ({"x.txt": "y.txt", "y.txt": "x.txt"}, [], {"x.txt": ROUND, "y.txt": ROUND}),
    "to its own folder": ({"2021/loop": "."}, [], {"2021/loop": BACK}),
    "to a folder above": ({"2021/loop": ".."}, [], {"2021/loop": BACK}),
    "many that lead back": (
        {f"2021/loop{n}": ".." for n in range(6)},
        [],
        {f"2021/loop{n}": BACK for n in range(6)},
    ),
    "hidden": ({".x.txt": "../private/p.txt", ".more": "../private"}, [], {}),
    "to a hidden file inside": ({"x.txt": ".hidden.txt"}, ["x.txt"], {}),
    "out and in again": ({"x.txt": "../seeds/.hidden.txt"}, ["x.txt"], {}),
    "to a hidden folder inside": ({"x": ".folder"}, ["x/c.txt"], {}),
}


def seeds(root: Path) -> Path:
    for name, text in {
        "seeds/a.txt": "A",
        "seeds/2021/b.txt": "B",
        "seeds/.hidden.txt": "H",
        "seeds/.folder/c.txt": "C",
        "private/p.txt": "PRIVATE",
        "seeds-private/p.txt": "PRIVATE",
    }.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)
    return root / "seeds"


@pytest.mark.parametrize("name", LINKS)
def test_a_link_that_leads_out_or_nowhere_is_one_problem(name, tmp_path):
    links, more, problems = LINKS[name]
    folder = seeds(tmp_path)
    for link, target in links.items():
        make_link(folder / link, target.format(root=tmp_path))
    texts, found = read_folder(folder, "seeds")
    assert [text.name for text in texts] == sorted([*PLAIN, *more])
    assert "PRIVATE" not in {text.text for text in texts}
    assert [str(problem) for problem in found] == [f"seeds/{file}: {what}" for file, what in problems.items()]


@pytest.mark.parametrize("linked", ["relative", "absolute", "chain"])
def test_the_folder_itself_may_be_a_link(linked, tmp_path):
    real = seeds(tmp_path / "disk")
    make_link(real / "x.txt", "../private/p.txt")
    make_link(real / "y.txt", ".hidden.txt")
    target = {"relative": Path("disk/seeds"), "absolute": real, "chain": Path("step")}[linked]
    make_link(tmp_path / "step", "disk/seeds")
    make_link(tmp_path / "seeds", target)
    texts, problems = read_folder(tmp_path / "seeds", "seeds")
    assert [text.name for text in texts] == [*PLAIN, "y.txt"]
    assert [str(problem) for problem in problems] == [f"seeds/x.txt: {OUT}"]


@pytest.mark.parametrize("kind", ["pipe", "socket", "device"])
def test_what_is_no_file_is_never_opened(kind, tmp_path):
    folder = seeds(tmp_path)
    if kind == "pipe":
        make_pipe(folder / "x.txt")
    elif kind == "socket":
        listening_socket(folder / "x.txt")
    else:
        make_link(folder / "x.txt", "/dev/tty")
    expected = OUT if kind == "device" else NO_FILE
    texts, problems = read_folder(folder, "seeds")
    assert [text.name for text in texts] == PLAIN
    assert [str(problem) for problem in problems] == [f"seeds/x.txt: {expected}"]


@pytest.mark.parametrize("what", ["a link to nowhere", "a file"])
def test_a_folder_that_is_none_is_not_an_empty_one(what, tmp_path):
    if what == "a file":
        (tmp_path / "seeds").write_text("A")
        reason = "Not a directory"
    else:
        make_link(tmp_path / "seeds", "not-mounted")
        reason = "No such file or directory"
    assert [str(problem) for problem in look(tmp_path / "seeds").problems("seeds")] == [
        f"seeds: F002 The folder cannot be read: {reason}. Whatever lies in it is missing. "
        "Check its permissions, and whether its disk is there."
    ]


def test_links_out_may_be_allowed_and_still_come_to_an_end(tmp_path):
    folder = seeds(tmp_path)
    make_link(folder / "more", "../private")
    make_link(tmp_path / "private" / "back", "../seeds")
    listing = look(folder, follow_out=True)
    assert list(listing.files) == ["2021/b.txt", "a.txt", "more/p.txt"]
    assert [refused.path for refused in listing.refused] == ["more/back"]
