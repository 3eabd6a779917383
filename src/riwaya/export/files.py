"""Output files that appear only when they are whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from riwaya.errors import RiwayaError


@contextmanager
def whole_file(output: Path) -> Iterator[BinaryIO]:
    """A file to write to, which takes the place of ``output`` at the end; nothing is left of it on error.

    Error ``output_failed``.
    """
    part = output.with_name(output.name + ".part")
    try:
        with part.open("wb") as file:
            yield file
        part.replace(output)
    except OSError as error:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise RiwayaError("output_failed", str(output), why=error.strerror or error) from error
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def write_file(output: Path, pieces: Iterable[bytes]) -> None:
    """Write the pieces to a file that appears only when it is whole; error ``output_failed``."""
    with whole_file(output) as file:
        file.writelines(pieces)


def make_folder(folder: Path) -> None:
    """Make a folder where there is none; error ``output_failed``."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise RiwayaError("output_failed", str(folder), why=error.strerror or error) from error
