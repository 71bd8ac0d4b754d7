"""Makes resources/samples from the Debian package gcompris-qt-data: the photos, byte for byte as they are in it, and
their attributions.

    python3 scripts/samples/make.py [--deb FILE]

Needs Python 3.9, dpkg-deb, and apt-get unless the package is given. The same package gives the same files.
"""

import argparse
import hashlib
import posixpath
import shutil
import subprocess
import tempfile
from pathlib import Path

from origins import read_origins
from plan import CLASSES, MISSPELT, UNLABELLED
from rcc import ResourceFile

TARGET = Path(__file__).resolve().parent.parent.parent / "resources/samples"
PACKAGE = "gcompris-qt-data=3.1-2"
DEB_SHA256 = "e9cf06ab2105529068df73085784e835d2ff03f870d2a8091f09125d40abac9f"
INSIDE = "gcompris/src/activities/"
LIMIT_BYTES = 6_000_000

HEADER = """# The sample photos

All photos come from the Debian package `gcompris-qt-data` 3.1-2 (GCompris, the educational suite), byte for byte, and
were taken from Wikimedia Commons and similar places by its authors, who scaled them and saved them as WebP; what else
they changed is in the last column. Made by `scripts/samples/make.py`.

CC0-1.0: <https://creativecommons.org/publicdomain/zero/1.0/>. CC-BY-SA-4.0: <https://creativecommons.org/licenses/by-sa/4.0/>.

| file | author | licence | source | changes |
| --- | --- | --- | --- | --- |
"""


def unpack(deb, folder):
    found = hashlib.sha256(deb.read_bytes()).hexdigest()
    if found != DEB_SHA256:
        raise SystemExit(f"{deb} has SHA-256 {found}, expected {DEB_SHA256} ({PACKAGE})")
    subprocess.run(["dpkg-deb", "--extract", deb, folder], check=True)
    return Path(folder) / "usr/share/gcompris-qt/rcc"


def download(folder):
    subprocess.run(["apt-get", "download", "--quiet", PACKAGE], cwd=folder, check=True)
    return next(Path(folder).glob("*.deb"))


def planned():
    """(path in the package, path below photos/), in the order of the attributions."""
    for label, paths in CLASSES.items():
        yield from ((path, f"{label}/{posixpath.basename(path)}") for path in paths)
    yield from ((path, posixpath.basename(path)) for path in UNLABELLED)


def read_pictures(rcc_folder):
    """{path below the activities: bytes} of every resource file that the plan needs."""
    files = {}
    for activity in sorted({path.partition("/")[0] for path, _ in planned()}):
        resource = ResourceFile((rcc_folder / f"{activity}.rcc").read_bytes())
        files.update({path.removeprefix(INSIDE): data for path, data in resource.files()})
    return files


def origin_of(path, files):
    """The README that speaks of a picture lies beside it or one folder up, where it names the subfolder too."""
    folder, name = posixpath.split(path)
    parent, subfolder = posixpath.split(folder)
    listed = MISSPELT.get(name, name)
    for readme, key in ((f"{folder}/README", listed), (f"{parent}/README", f"{subfolder}/{listed}")):
        origin = read_origins(files[readme].decode("utf-8")).get(key) if readme in files else None
        if origin:
            return origin
    raise SystemExit(f"{path} has no origin with a free licence")


def row(place, origin):
    cells = [place, origin["author"], origin["licence"], f"<{origin['source']}>", origin["changes"]]
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |\n"


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--deb", type=Path, help="the downloaded package; without it apt-get downloads it")
    deb = options.parse_args().deb
    with tempfile.TemporaryDirectory() as folder:
        files = read_pictures(unpack(deb or download(folder), folder))
    photos, rows, total = TARGET / "photos", [], 0
    shutil.rmtree(photos, ignore_errors=True)
    for path, place in planned():
        rows.append(row(place, origin_of(path, files)))
        target = photos / place
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(files[path])
        total += len(files[path])
    if total > LIMIT_BYTES:
        raise SystemExit(f"the photos take {total} bytes, more than {LIMIT_BYTES}")
    (TARGET / "ATTRIBUTION.md").write_text(HEADER + "".join(rows), "utf-8")
    print(f"{len(rows)} photos, {total} bytes -> {photos}")


if __name__ == "__main__":
    main()
