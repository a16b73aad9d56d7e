"""The same input, rules and date give the same bytes, wherever and however the process runs; nothing is left behind."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = ROOT / "examples" / "midyear.txt"
WORLDS = {
    "one": {"PYTHONHASHSEED": "1", "LANG": "C", "LC_ALL": "C", "TZ": "UTC", "COLUMNS": "60"},
    "other": {"PYTHONHASHSEED": "2", "LANG": "zh_CN.GB18030", "LC_ALL": "", "TZ": "Asia/Shanghai", "COLUMNS": "200"},
}


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def runs(tmp_path_factory):
    """The example assessed in two worlds: what was printed, and the folders that a careless program writes to."""
    told = {}
    table = tmp_path_factory.mktemp("tables") / "midyear.txt"
    table.write_bytes(EXAMPLE.read_bytes())
    for world, settings in WORLDS.items():
        folder = tmp_path_factory.mktemp(world)
        for name in ("temp", "home", "here"):
            (folder / name).mkdir()
        places = {"TMPDIR": str(folder / "temp"), "HOME": str(folder / "home"), "PYTHONDONTWRITEBYTECODE": "1"}
        done = subprocess.run(
            [sys.executable, "-m", "engine", "assess", str(table), "--format", "json"],
            cwd=folder / "here",
            env={**os.environ, **settings, **places, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            timeout=60,
        )
        told[world] = (done, contents(folder), table)
    return told


def test_hash_seed_locale_time_zone_and_folder_change_no_byte(runs):
    (one, _, _), (other, _, _) = runs.values()
    assert one.returncode == other.returncode == 0
    assert one.stdout == other.stdout
    assert len(json.loads(one.stdout)["tasks"]) == 45
    assert one.stderr == other.stderr == b""


def test_nothing_is_written_anywhere(runs):
    for _, left_behind, table in runs.values():
        assert left_behind == {}
        assert contents(table.parent) == {"midyear.txt": EXAMPLE.read_bytes()}
