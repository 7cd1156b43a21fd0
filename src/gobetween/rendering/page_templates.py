"""What pages are made from: templates, and style sheets with the policy that allows nothing beside them."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinja2 import Template
    from markupsafe import Markup


def as_markup(text: str) -> Markup:
    """Text that goes into a page as it stands: our own style sheet, or SVG whose every text and attribute `element` has escaped."""
    from markupsafe import Markup

    return Markup(text)  # noqa: S704 - see above


@cache
def style_sheet(*names: str) -> str:
    """The style sheets of these names, one after the other."""
    templates = resources.files("gobetween.rendering") / "templates"
    return "\n" + "\n".join((templates / name).read_text("utf-8") for name in names)


def content_policy(css: str, *others: str) -> str:
    """What a page may load: this style sheet, the `others`, and nothing else."""
    digest = base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()
    return "; ".join(("default-src 'none'", f"style-src 'sha256-{digest}'", *others, "base-uri 'none'", "form-action 'none'"))


@cache
def page_template(name: str) -> Template:
    """The template of that name; every text that it is given is escaped."""
    import jinja2

    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("gobetween.rendering", "templates"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template(name)
