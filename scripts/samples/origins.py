"""Authors, licences and sources of gcompris-qt-data's pictures, from the README beside each group of them.

The Debian copyright file of 3.1-2 still describes the pictures of an older release; these READMEs describe the ones
that are in the package.
"""

import re

FREE = re.compile(r"(public domain|CC0-1\.0|CC-BY(-SA)?[ -]\d\.\d)", re.IGNORECASE)


def _entry(paragraph):
    """({field: text}, [files]) of one paragraph; files follow 'Files:' on its own line or on the next ones."""
    fields, files, listing = {}, [], False
    for line in paragraph.splitlines():
        key, found, value = line.partition(": ") if not line.endswith(":") else (line[:-1], ":", "")
        if found and key in ("Copyright", "Source", "License", "Comment", "Comments", "Files"):
            listing = key == "Files"
            fields[key.removesuffix("s") if key == "Comments" else key] = value.strip()
            files += [value.strip()] if listing and value.strip() else []
        elif listing and line.strip():
            files.append(line.strip())
    return fields, files


def read_origins(readme):
    """{file as the README names it: {author, licence, source, changes}}; only pictures with a free licence."""
    origins = {}
    for paragraph in re.split(r"\n\s*\n", readme):
        fields, files = _entry(paragraph)
        if not FREE.fullmatch(fields.get("License", "")):
            continue
        licence = fields["License"].replace("Public Domain", "Public domain")
        origin = {
            "author": fields["Copyright"],
            "licence": re.sub(r"(CC-BY(?:-SA)?) ", r"\1-", licence),
            "source": fields.get("Source", ""),
            "changes": fields.get("Comment", ""),
        }
        origins.update({file: origin for file in files})
    return origins
