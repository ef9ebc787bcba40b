"""Problems are printed once each, in order, on one line whatever they quote."""

import io

from annotated_archive.problems import Problem, print_problems


def problem(line: int | None, finding: str = "Finding.") -> Problem:
    return Problem("seeds/a.txt", line, "R001", finding, "Remedy.")


def test_those_of_a_whole_file_come_first_and_each_once():
    stream = io.StringIO()
    assert print_problems([problem(7), problem(None), problem(7), problem(3)], stream) == 3
    assert stream.getvalue().splitlines() == [
        "seeds/a.txt: R001 Finding. Remedy.",
        "seeds/a.txt:3: R001 Finding. Remedy.",
        "seeds/a.txt:7: R001 Finding. Remedy.",
    ]


def test_what_would_command_a_terminal_is_shown_instead():
    assert str(problem(1, "\x1b[31mred\n\u202etxt.")) == "seeds/a.txt:1: R001 �[31mred��txt. Remedy."
