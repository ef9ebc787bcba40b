"""Problems are printed once each, in order, on one line whatever they quote."""

import io

import pytest

from annotated_archive.problems import NOTICES, Problem, Tally, print_problems


def problem(line: int | None, finding: str = "Finding.") -> Problem:
    return Problem("seeds/a.txt", line, "R001", finding, "Remedy.")


def test_those_of_a_whole_file_come_first_and_each_once():
    stream = io.StringIO()
    assert print_problems([problem(7), problem(None), problem(7), problem(3)], stream) == Tally(3, 0)
    assert stream.getvalue().splitlines() == [
        "seeds/a.txt: R001 Finding. Remedy.",
        "seeds/a.txt:3: R001 Finding. Remedy.",
        "seeds/a.txt:7: R001 Finding. Remedy.",
    ]


def test_what_would_command_a_terminal_is_shown_instead():
    assert str(problem(1, "\x1b[31mred\n\u202etxt.")) == "seeds/a.txt:1: R001 �[31mred��txt. Remedy."


@pytest.mark.parametrize(
    ("errors", "notices", "words"),
    [
        (1, 0, "1 problem"),
        (2, 0, "2 problems"),
        (0, 1, "1 notice"),
        (0, 2, "2 notices"),
        (1, 2, "1 problem, 2 notices"),
        (0, 0, ""),
    ],
)
def test_errors_and_notices_are_counted_apart(errors: int, notices: int, words: str):
    assert str(Tally(errors, notices)) == words


def test_notices_follow_the_errors_under_a_heading():
    stream = io.StringIO()
    notice = Problem("seeds/a.txt", 1, "S002", "Cut.", "Look.")
    assert print_problems([notice, problem(3)], stream) == Tally(1, 1)
    assert stream.getvalue().splitlines() == [
        "seeds/a.txt:3: R001 Finding. Remedy.",
        NOTICES,
        "seeds/a.txt:1: S002 Cut. Look.",
    ]
