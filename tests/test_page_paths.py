"""No article vanishes for its path: it is usable, or a problem says what is used in its stead."""

from __future__ import annotations

import pytest

from annotated_archive.model import Address, Certainty, Description, Found, Permalink, SavedText
from annotated_archive.pipeline import build, gather
from annotated_archive.project import Project
from annotated_archive.stages.address import assign
from annotated_archive.stages.compose import compose
from annotated_archive.stages.export import exports
from annotated_archive.text.page_paths import FOLDERS, LOCAL_ONLY, mended, same_place, why_unusable

from .project_copy import INVENTED
from .small_project import article, pages, small_project

# What cannot be used, and where the article is instead: at what was surely meant, or at its year and title.
TITLE = "2001/die-bruecke"
UNUSABLE = {
    "index": TITLE,
    "Index": TITLE,
    "2021/index": TITLE,
    "2021/INDEX": TITLE,
    "index/a": TITLE,
    "README": TITLE,
    "2020/README": TITLE,
    "_newest": TITLE,
    "_figures": TITLE,
    "2020/_a": TITLE,
    "_a/b": TITLE,
    ".a": TITLE,
    "2020/.a": TITLE,
    ".a/b": TITLE,
    "..": TITLE,
    "../a": TITLE,
    "2020/../a": TITLE,
    "./2020/a": TITLE,
    "people": TITLE,
    "people/a": TITLE,
    "People/a": TITLE,
    "outlets/a": TITLE,
    "notes/index": TITLE,
    "data/a": TITLE,
    "desk": TITLE,
    "Desk/a": TITLE,
    "2020": TITLE,
    "undated": TITLE,
    "Undated": TITLE,
    "/2020/a": "2020/a",
    "2020/a/": "2020/a",
    "2020//a": "2020/a",
    "//2020/a//": "2020/a",
    "2020\\a": "2020/a",
    "/": TITLE,
    "/people/a": TITLE,
    "2020/a.md": "2020/a",
    "2020/a.MD": "2020/a",
    "2020/a.html": "2020/a",
    "/2020/a.htm": "2020/a",
    "2020/index.md": TITLE,
    "2020/a?b": TITLE,
    "2020/a#b": TITLE,
    "2020/a%20b": TITLE,
    "2020/a:b": TITLE,
    "2020/a*": TITLE,
    '2020/"a"': TITLE,
    "2020/<a>": TITLE,
    "2020/a|b": TITLE,
    "2020/a\tb": TITLE,
    "2020/a\nb": TITLE,
    "2020/a\x00b": TITLE,
    "2020/a\u200bb": TITLE,
    "2020/a\u00a0b": TITLE,
    "2020/ a": "2020/a",
    "2020 /a": "2020/a",
    "2020/a.": TITLE,
    "2020/gro\u0308\u00dfe": "2020/gr\u00f6\u00dfe",
    "2020/con": TITLE,
    "2020/CON": TITLE,
    "con/a": TITLE,
    "2020/aux.md": TITLE,
    "2020/nul": TITLE,
    "2020/prn.tar.gz": TITLE,
    "2020/com1": TITLE,
    "2020/lpt9.txt": TITLE,
    "2020/com²": TITLE,
    "2020/conout$": TITLE,
    "2020/" + "a" * 253: TITLE,
    "2020/" + "ä" * 127: TITLE,
    "a/" * 600 + "a": TITLE,
    "“2020/a”": "2020/a",
    "„2020/a“": "2020/a",
    "»2020/a«": "2020/a",
    # The page would be withheld as a backup.
    "2020/a.bak": TITLE,
    "2020/a.BAK": TITLE,
    "2020/a.bak.2": TITLE,
    "2020/a.tmp": TITLE,
    "2020/a.orig": TITLE,
    "/2020/a.orig": TITLE,
    "2020/~$a": TITLE,
    "2020/a_BACKUP_1": TITLE,
    "2020/a_LOCAL_12": TITLE,
    "2020/a (conflicted copy)": TITLE,
    "2020/a.sync-conflict-1": TITLE,
}
USABLE = [
    "2020/a",
    "a",
    "404",
    "2020/404",
    "search",
    "assets/a",
    "sitemap",
    "2020/sitemap.xml",
    "templates/a",
    "2020/A",
    "2020/größe",
    "2020/日本",
    "2020/a b",
    "2020/a.b",
    "2020/a_b",
    "2020/a~1",
    "2020/a&b",
    "2020/(a)",
    "2020/a+b",
    "2020/readme",
    "2020/console",
    "2020/nullum",
    "2020/com10",
    "2020/indexes",
    "2020/people",
    "people-of-note/a",
    "a/b/c/d",
    "2020/" + "a" * 252,
    "2020/a.old",  # the page is a.old.md
    "2020/a~",
    "2020/references",
    "2020/„a“ und b",
]
PROBE = SavedText("a.txt", "seeds/a.txt", "", "d" * 64)
KNOWN = Description(
    title=Found("Die Brücke", None, "curated", Certainty.CURATED),
    date=Found("2001-06-05", None, "curated", Certainty.CURATED),
)


def assigned(*given: Permalink):
    result = assign([(PROBE, (), KNOWN)], {}, given, "p.yml")
    return (
        result.addresses["a"],
        result.new,
        [f"{p.line}: {p.code} {p.finding} {p.remedy}" for p in result.problems],
    )


@pytest.mark.parametrize("path", UNUSABLE)
def test_an_unusable_path_is_a_problem_and_costs_neither_page_nor_citekey(path):
    address, new, (problem,) = assigned(Permalink("a", Address(path, "k"), line=3))
    assert (address.path, address.citekey, new) == (UNUSABLE[path], "k", ())
    assert why_unusable(address.path) is None
    assert problem.startswith(f'3: A004 The path "{path}" cannot be used: ')
    assert problem.endswith(
        f"Until that is corrected, {address.path} is used. Write `path: {address.path}`, or another one."
    )


@pytest.mark.parametrize("path", USABLE)
def test_a_usable_path_is_used(path):
    assert assigned(Permalink("a", Address(path, "k"))) == (Address(path, "k"), (), [])
    assert mended(path) == path


@pytest.mark.parametrize("path", [path for path in UNUSABLE if path != "/"])
def test_a_former_path_that_is_unusable_costs_no_other(path):
    address, _, (problem,) = assigned(
        Permalink("a", Address("2001/a", "k", ("2000/a", path, "1999/a")), line=3)
    )
    assert address.formerly == ("2000/a", "1999/a")
    assert problem.startswith(f'3: A004 The path "{path}" cannot be used: ')
    assert "Nothing leads on from there. Correct it under `formerly`, or remove it." in problem


# An entry of which a part cannot be used or is another's: path and key of the seed `a`, and the codes.
OTHER = Permalink("b", Address("2001/b", "bk", ("2000/b",)), line=1)
PARTLY = {
    "no path": (Permalink("a", Address("", "k")), (TITLE, "k"), ["A005"]),
    "no citation key": (Permalink("a", Address("2001/a", "")), ("2001/a", "anonymous2001bruecke"), ["A005"]),
    "another's path": (Permalink("a", Address("2001/b", "k")), (TITLE, "k"), ["A001"]),
    "another's path in capitals": (Permalink("a", Address("2001/B", "k")), (TITLE, "k"), ["A001"]),
    "another's former path": (Permalink("a", Address("2000/b", "k")), ("2000/b", "k"), ["A001"]),
    "another's citation key": (
        Permalink("a", Address("2001/a", "bk")),
        ("2001/a", "anonymous2001bruecke"),
        ["A001"],
    ),
    "both another's": (
        Permalink("a", Address("2001/b", "bk")),
        (TITLE, "anonymous2001bruecke"),
        ["A001"] * 2,
    ),
    "what was meant is another's": (Permalink("a", Address("/2001/b", "k")), (TITLE, "k"), ["A004"]),
    "a path that is another's key": (Permalink("a", Address("bk", "k")), ("bk", "k"), []),
}


@pytest.mark.parametrize("case", PARTLY)
def test_a_part_that_cannot_be_used_costs_only_itself(case):
    entry, expected, codes = PARTLY[case]
    address, new, problems = assigned(OTHER, entry)
    problems = [problem for problem in problems if "A002" not in problem]
    assert ((address.path, address.citekey), new) == (expected, ())
    assert [problem.split()[1] for problem in problems] == codes


def test_an_entry_without_its_seed_is_found_by_its_checksum_and_is_nobody_elses():
    saved = SavedText("a.txt", "seeds/a.txt", "", "c" * 64)
    entry = Permalink("", Address(TITLE, "k"), "c" * 64)
    assert assign([(saved, (), KNOWN)], {}, [entry], "p.yml").addresses["a"] == Address(TITLE, "k")
    address, new, _ = assigned(Permalink("", Address(TITLE, "anonymous2001bruecke")))
    assert address == Address(f"{TITLE}-2", "anonymous2001brueckeb")
    assert [entry.seed for entry in new] == ["a"]


@pytest.mark.parametrize(
    "written",
    ["a.txt", "a.TXT", "seeds/a.txt", "seeds/a", "./seeds/a.txt", ".\\seeds\\a.txt", "“a”", "„a.txt“"],
)
def test_an_entry_that_names_its_seed_as_a_file_keeps_the_address(written):
    assert assigned(Permalink(written, Address("2001/x", "k"))) == (Address("2001/x", "k"), (), [])


@pytest.mark.parametrize("written", ["a.b", "a.txt/b", "b/a", "seeds", "a.txt.txt"])
def test_an_entry_of_another_seed_is_not_taken_for_it(written):
    address, new, _ = assigned(Permalink(written, Address("2001/x", "k")))
    assert address.path == TITLE
    assert [entry.seed for entry in new] == ["a"]


def test_a_second_entry_gives_what_the_first_lacks():
    address, new, _ = assigned(Permalink("a", Address("index", "k")), Permalink("a", Address("2001/x", "l")))
    assert (address, new) == (Address("2001/x", "k"), ())


@pytest.mark.parametrize(
    "title",
    ["Con", "AUX", "nul", "Prn", "COM1", "Lpt9", "Index", "index", "README", "_", ".", "…", "404", "People"],
)
def test_any_title_gives_an_address_that_can_be_used(title):
    known = Description(title=Found(title, None, "curated", Certainty.CURATED), date=KNOWN.date)
    (address,) = assign([(PROBE, (), known)], {}, (), "p.yml").addresses.values()
    assert why_unusable(address.path) is None
    assert address.path.startswith("2001/")


def test_paths_that_some_systems_cannot_tell_apart_are_one_place():
    assert same_place("2001/Gr\u00d6\u00dfe") == same_place("2001/gro\u0308sse")
    assert same_place("2001/a") != same_place("2001/b")


@pytest.mark.parametrize("edition", ["local", "public"])
def test_no_article_can_stand_where_the_build_puts_another_page(edition):
    """Else an address could hide a list, or the list the article; the desk is such a page as well."""
    archive = gather(Project(INVENTED, INVENTED / "docs", "de")).archive
    made = compose(archive, edition, "de", exports=exports(archive, None), questions=())
    others = {
        page.path.removesuffix(".md")
        for page in made
        if page.path.endswith(".md")
        and "\ncitekey:" not in page.markdown
        and "kind: moved" not in page.markdown
    }
    assert {"index", "2020/index", "_figures"} <= others
    assert [path for path in others if why_unusable(path) is None] == []
    folders = {page.path.split("/")[0] for page in made if "/" in page.path} - {"2020", "2021", "undated"}
    assert folders == (FOLDERS if edition == "local" else FOLDERS - LOCAL_ONLY)
    assert {folder.own_page.removesuffix(".md") for folder in FOLDERS if folder in folders} <= others


def test_two_files_of_one_name_are_a_problem_and_the_one_with_the_address_keeps_it(tmp_path):
    project = small_project(tmp_path, a=article("Die Brücke", "Holz"))
    build(project, "local")
    first = pages(project)
    assert "2001/die-bruecke.md" in first
    (project.seeds / "a.TXT").write_text(article("Der Steg", "Stein"))
    for kept, other in (("a.txt", "a.TXT"), ("a.Txt", "a.TXT")):
        if kept != "a.txt":
            (project.seeds / "a.txt").rename(project.seeds / kept)
        _, problems = build(project, "local")
        assert [str(p) for p in problems if p.code == "A007"] == [
            f'seeds/{other}: A007 The file has the same name ("a") as seeds/{kept}, so it gets no page. '
            "Rename one of the two; their endings do not tell them apart."
        ]
        assert set(pages(project)) == set(first)


@pytest.mark.parametrize("apart", ["seed", "curation"])
def test_names_meet_in_either_unicode_form(tmp_path, apart):
    """A file from a Mac may have its accents apart (NFD), what is typed elsewhere has them in one (NFC)."""
    one, two = "Gr\u00f6\u00dfe", "Gro\u0308\u00dfe"
    seed, decided = (two, one) if apart == "seed" else (one, two)
    project = small_project(tmp_path, **{seed: article("Die Brücke", "Holz")})
    (project.curation / "articles" / f"{decided}.yml").write_text(
        "title: Der Steg\nbecause: {title: Darum.}\n"
    )
    (project.curation / "permalinks.yml").write_text(
        f"- {{seed: {decided}, path: 1999/x, citekey: k}}\n", "utf-8"
    )
    _, problems = build(project, "local")
    assert "Der Steg" in pages(project)["1999/x.md"]
    assert [p for p in problems if p.code in ("C004", "A002", "A003")] == []
