"""The book without Jupyter Book: what Sphinx has to be told, read from the same _config.yml.

    PYTHONPATH=. sphinx-build -c tests/plain_sphinx book _build/plain
"""

import sys
from pathlib import Path

import yaml

ROOT = Path(__file__).parent.parent.parent
SETTINGS = yaml.safe_load((ROOT / "_config.yml").read_text(encoding="utf-8"))

sys.path += [str(ROOT / path) for path in SETTINGS["sphinx"]["local_extensions"].values()]
globals().update(SETTINGS["sphinx"]["config"])
extensions = [name for name in SETTINGS["sphinx"]["config"]["extensions"] if name not in {"jupyter_book", "sphinx_comments"}]
extensions.append("sphinx_multitoc_numbering")

project = html_title = SETTINGS["title"]
author, copyright = SETTINGS["author"], SETTINGS["copyright"]
html_theme, html_baseurl, html_sourcelink_suffix = "sphinx_book_theme", SETTINGS["html"]["baseurl"], ""
html_static_path, html_css_files, html_js_files = [str(ROOT / "book/_static")], ["course.css"], ["quiz.js"]
external_toc_path, external_toc_exclude_missing = str(ROOT / "book/_toc.yml"), SETTINGS["only_build_toc_files"]
bibtex_bibfiles = [str(ROOT / "book" / name) for name in SETTINGS["bibtex_bibfiles"]]
myst_enable_extensions = SETTINGS["parse"]["myst_enable_extensions"]
nb_execution_mode, nb_execution_timeout = SETTINGS["execute"]["execute_notebooks"], SETTINGS["execute"]["timeout"]
nb_execution_cache_path = str(ROOT / "_build/.jupyter_cache")
numfig = True
