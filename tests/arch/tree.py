"""tree — the files of the project, and the layer each belongs to."""

import os
import re
import subprocess

SKIPPED = {".git", "build", "out", "node_modules", "__pycache__"}


def _tracked(root):
    """What git tracks or would track; None where there is no repository."""
    if not os.path.exists(os.path.join(root, ".git")):
        return None
    command = ["git", "-c", "safe.directory=*", "-C", root, "ls-files", "-z", "-co", "--exclude-standard"]
    try:
        output = subprocess.run(command, capture_output=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return None
    return [os.fsdecode(name) for name in output.split(b"\0") if name]


def _walked(root):
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(set(folders) - SKIPPED)
        for name in names:
            yield os.path.relpath(os.path.join(folder, name), root)


class File:
    def __init__(self, root, path):
        self.path = path
        self.name = os.path.basename(path)
        with open(os.path.join(root, path), "rb") as file:
            self.bytes = file.read()
        self.text = self.bytes.decode("utf-8", "replace")
        self.is_c = path.endswith((".c", ".h"))
        self.is_public = path.startswith("include/")
        self.is_test = path.startswith("tests/")
        match = re.match(r"src/(\w+)/", path) or re.match(r"tests/unit/(\w+)/", path)
        self.layer = match.group(1) if match else None
        if self.is_public and self.is_c:
            tag = re.search(r"\[(\w+)\]", self.text[:1000])
            self.layer = tag.group(1) if tag else None


def files(root):
    """Every file of the project, sorted by path."""
    names = _tracked(root)
    if names is None:
        names = _walked(root)
    paths = sorted(name for name in names if os.path.isfile(os.path.join(root, name)))
    return [File(root, path) for path in paths if not os.path.islink(os.path.join(root, path))]
