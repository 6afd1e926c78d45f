"""``python -m tests.bench``: every measurement, one after the other."""

from __future__ import annotations

from tests.bench import (
    backup_bench,
    board_bench,
    dosing_bench,
    edit_bench,
    export_bench,
    matrix_bench,
    person_bench,
    start_bench,
)


def main() -> None:
    """Run all benchmarks and print their lines."""
    for bench in (
        start_bench,
        edit_bench,
        backup_bench,
        dosing_bench,
        person_bench,
        board_bench,
        matrix_bench,
        export_bench,
    ):
        bench.main()


if __name__ == "__main__":
    main()
