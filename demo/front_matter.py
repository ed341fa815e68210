"""Read the fields above the text of a file, as YAML."""

import yaml


class ContentError(ValueError):
    """Raised for content that cannot be loaded; the message tells the person who wrote it what to change."""


def front_matter(source: str) -> tuple[dict, str]:
    """Split a file into its fields (YAML between two lines of three hyphens) and the Markdown below them."""
    if not source.startswith("---\n"):
        return {}, source
    fields, separator, text = source[4:].partition("\n---\n")
    if not separator:
        raise ContentError("the front matter has no end: close it with a line of three hyphens.")
    return from_yaml(fields) or {}, text.strip()


def from_yaml(source: str) -> object:
    """Parse YAML; its error names the line."""
    try:
        return yaml.safe_load(source)
    except yaml.YAMLError as error:
        raise ContentError(f"this is not YAML: {error}") from error
