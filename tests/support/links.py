"""Counts, page by page, the links of PDFs that lead to a page of the same file.

links.py A.pdf B.pdf …     prints {"A.pdf": [0, 2, …], …}; null for a file that pikepdf cannot open
"""

import json
import sys

import pikepdf


def names(pdf):
    """The named destinations of a file, of both kinds (ISO 32000-1, 12.3.2.3)."""
    found = {}
    for name, destination in pdf.Root.get("/Dests", pikepdf.Dictionary()).items():
        found[name.encode()] = destination
    tree = pdf.Root.get("/Names", pikepdf.Dictionary()).get("/Dests")
    stack, seen = [tree] if tree is not None else [], set()
    while stack:
        node = stack.pop()
        if node.is_indirect and node.objgen in seen:
            continue
        seen.add(node.objgen)
        stack.extend(node.get("/Kids", []))
        pairs = list(node.get("/Names", []))
        for name, destination in zip(pairs[::2], pairs[1::2]):
            found[bytes(name)] = destination
    return found


def leads_to_a_page(link, pages, named):
    destination = link.get("/Dest")
    action = link.get("/A")
    if destination is None and isinstance(action, pikepdf.Dictionary) and action.get("/S") == "/GoTo":
        destination = action.get("/D")
    if isinstance(destination, pikepdf.String):
        destination = named.get(bytes(destination))
    elif isinstance(destination, pikepdf.Name):
        destination = named.get(str(destination).encode())
    if isinstance(destination, pikepdf.Dictionary):
        destination = destination.get("/D")
    if not isinstance(destination, pikepdf.Array) or len(destination) == 0:
        return False
    if isinstance(destination[0], int):
        return 0 <= destination[0] < len(pages)
    return isinstance(destination[0], pikepdf.Dictionary) and destination[0].objgen in pages


def counts(path):
    try:
        with pikepdf.open(path) as pdf:
            pages = {page.obj.objgen for page in pdf.pages}
            named = names(pdf)
            return [
                sum(
                    isinstance(link, pikepdf.Dictionary) and link.get("/Subtype") == "/Link" and leads_to_a_page(link, pages, named)
                    for link in page.get("/Annots", [])
                )
                for page in pdf.pages
            ]
    except (pikepdf.PdfError, pikepdf.PasswordError, TypeError, ValueError, AttributeError, KeyError):
        return None


print(json.dumps({path: counts(path) for path in sys.argv[1:]}))
