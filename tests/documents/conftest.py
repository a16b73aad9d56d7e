"""Helpers of the documents tests."""

import pytest

from engine.documents import read


@pytest.fixture
def read_bytes(tmp_path):
    """Write bytes to a real file and read it."""

    def write_and_read(data, name="table.txt", **options):
        path = tmp_path / name
        path.write_bytes(data)
        return read(path, **options)

    return write_and_read
