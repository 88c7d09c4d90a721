"""Holds a bundle against the court's guidance (rules B01 to B08) with readers that nobody here wrote: qpdf, pikepdf, poppler, mupdf.

court.py BUNDLE.pdf REPORT.json     prints {"counts": {...}, "problems": [...]}

REPORT.json is what `recourse export --json` printed, or the build report.
"""

import collections
import json
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

import pikepdf

HTML = "{http://www.w3.org/1999/xhtml}"
NUMBERED = re.compile(r" p\.(\d+)$")


def said_by(*words):
    answer = subprocess.run(words, capture_output=True, text=True, errors="replace", check=False)
    return answer.returncode, answer.stdout, answer.stderr


class Bundle:
    """A bundle, what was said of it, and what is wrong with it."""

    def __init__(self, path, report):
        self.path = path
        self.documents = report["documents"]
        self.problems = []
        self.counts = collections.Counter()
        self.pdf = pikepdf.open(path)
        self.pages = list(self.pdf.pages)
        self.number_of = {page.obj.objgen: number for number, page in enumerate(self.pages, 1)}
        self.words = self.words_by_poppler()

    def wrong(self, rule, sentence):
        self.problems.append(f"{rule}: {sentence}")

    def words_by_poppler(self):
        """The words of each page: text, left, top, right, bottom, with the size of the page."""
        _, out, _ = said_by("pdftotext", "-bbox", self.path, "-")
        out = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f]", "", out)
        pages = []
        for page in ElementTree.fromstring(out).iter(HTML + "page"):
            size = float(page.get("width")), float(page.get("height"))
            places = ("xMin", "yMin", "xMax", "yMax")
            words = [(word.text or "", *(float(word.get(place)) for place in places)) for word in page.iter(HTML + "word")]
            pages.append((size, words))
        return pages

    def target(self, destination):
        """The number of the page that a destination leads to."""
        if isinstance(destination, pikepdf.Array) and len(destination) > 0:
            return self.number_of.get(destination[0].objgen)
        return None

    def b01_is_a_sound_pdf(self):
        with open(self.path, "rb") as file:
            if file.read(5) != b"%PDF-":
                self.wrong("B01", "it does not begin as a PDF")
        code, out, err = said_by("qpdf", "--check", self.path)
        if code != 0 or "WARNING" in out + err:
            self.wrong("B01", f"qpdf complains: {out}{err}")
        code, _, err = said_by("pdftoppm", "-r", "10", self.path)
        if code != 0 or err:
            self.wrong("B01", f"poppler complains: {err}")

    def b02_numbers(self):
        if len(self.words) != len(self.pages):
            self.wrong("B02", f"poppler counts {len(self.words)} pages, qpdf {len(self.pages)}")
        for number, (page, ((_, height), words)) in enumerate(zip(self.pages, self.words), 1):
            if page.label != str(number):
                self.wrong("B02", f"page {number} is labelled {page.label}")
            edge = max(60.0, height * 0.1)
            printed = [word for word, _, top, _, bottom in words if word == str(number) and (bottom > height - edge or top < edge)]
            if not printed:
                self.wrong("B02", f"page {number} does not print its number")
            self.counts["numbered"] += 1

    def outline(self):
        """Bookmarks of sections and documents with the page they lead to; those inside a document are its own."""
        with self.pdf.open_outline() as outline:
            return [(mark.title, self.target(mark.destination), depth) for top in outline.root
                    for mark, depth in [(top, 0), *((inner, 1) for inner in top.children)]]

    def b03_index(self):
        marks = sorted({page for _, page, _ in self.outline() if page})
        first = next((page for title, page, _ in self.outline() if title.startswith("Index p.")), None)
        if first is None:
            return self.wrong("B03", "there is no index")
        index = [page for title, page, _ in self.outline() if re.match(r"Index(, continued)? p\.", title)]
        last = min([page for page in marks if page > max(index)], default=len(self.pages) + 1)
        reached, without = set(), []
        for number in range(first, last):
            (_, height), words = self.words[number - 1]
            for link in self.pages[number - 1].get("/Annots", []):
                if link.get("/Subtype") != "/Link":
                    continue
                page = self.target(link.get("/Dest"))
                left, low, right, high = (float(side) for side in link.Rect)
                top, bottom = height - high, height - low
                row = [word for word in words if top - 2 < (word[2] + word[4]) / 2 < bottom + 2 and word[3] > left - 2]
                numbers = [word for word in row if word[0].isdigit()]
                beside = max(numbers, key=lambda word: word[3], default=None)
                if page is None:
                    self.wrong("B03", f"a link on page {number} leads nowhere")
                elif beside is None:
                    without.append((number, page))
                elif int(beside[0]) != page:
                    self.wrong("B03", f"beside a link on page {number} to page {page} stands {beside[0]}")
                else:
                    reached.add(page)
                self.counts["index links"] += 1
        # The heading of a section leads to its first document, whose number stands below.
        for number, page in without:
            if page not in reached:
                self.wrong("B03", f"a link on page {number} leads to page {page}, which the index does not print")
        for document in self.documents:
            if document["first_page"] not in reached:
                self.wrong("B03", f"no link of the index leads to {document['reference']}")

    def b04_bookmarks(self):
        outline = self.outline()
        for title, page, _ in outline:
            said = NUMBERED.search(title)
            if not said or int(said[1]) != page:
                self.wrong("B04", f"the bookmark “{title}” leads to page {page}")
            self.counts["bookmarks"] += 1
        for document in self.documents:
            named = any(title.startswith(document["reference"]) and page == document["first_page"] for title, page, _ in outline)
            if not named:
                self.wrong("B04", f"{document['reference']} has no bookmark")
        for section in {document["section"] for document in self.documents if document.get("section")}:
            if not any(depth == 0 and title.startswith(section) for title, _, depth in outline):
                self.wrong("B04", f"the section “{section}” has no bookmark")

    def b05_words(self):
        """The pages with nothing on them but their number, for the caller to judge."""
        return [number for number, (_, words) in enumerate(self.words, 1) if all(word[0] == str(number) for word in words)]

    def b06_upright(self):
        _, out, _ = said_by("mutool", "draw", "-q", "-F", "stext", "-o", "-", self.path)
        out = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f]|&#x(?:[0-8bcef]|1[0-9a-f]);", "", out)
        for number, page in enumerate(ElementTree.fromstring(out).iter("page"), 1):
            ways = collections.Counter(line.get("dir") for line in page.iter("line"))
            if ways and ways.most_common(1)[0][0] != "1 0":
                self.wrong("B06", f"the lines of page {number} run {dict(ways)}")
            self.counts["upright"] += 1

    def b07_opens_at_full_size(self):
        action = self.pdf.Root.get("/OpenAction")
        if not isinstance(action, pikepdf.Array) or self.target(action) != 1 or action[1] != "/XYZ" or float(action[4]) != 1:
            self.wrong("B07", f"it opens with {action}")

    def b08_pictures(self):
        ours = set(range(1, len(self.pages) + 1))
        for document in self.documents:
            if document["way"] not in ("generated", "slip-sheet"):
                ours -= set(range(document["first_page"], document["first_page"] + document["pages"]))
        _, out, _ = said_by("pdfimages", "-list", self.path)
        for line in out.splitlines()[2:]:
            fields = line.split()
            page, across, down = int(fields[0]), float(fields[12]), float(fields[13])
            if page in ours:
                self.counts["pictures"] += 1
                if max(across, down) > 300.5:
                    self.wrong("B08", f"a picture on page {page} has {across} by {down} dots an inch")

    def every_link_lands(self):
        for number, page in enumerate(self.pages, 1):
            for link in page.get("/Annots", []):
                if link.get("/Subtype") == "/Link":
                    self.counts["links"] += 1
                    if self.target(link.get("/Dest")) is None:
                        self.wrong("links", f"a link on page {number} leads nowhere: {link.get('/A')}")


def main():
    with open(sys.argv[2], encoding="utf-8") as file:
        bundle = Bundle(sys.argv[1], json.load(file))
    bundle.b01_is_a_sound_pdf()
    bundle.b02_numbers()
    bundle.b03_index()
    bundle.b04_bookmarks()
    bundle.b06_upright()
    bundle.b07_opens_at_full_size()
    bundle.b08_pictures()
    bundle.every_link_lands()
    sizes = [size for size, _ in bundle.words]
    print(json.dumps({"counts": bundle.counts, "problems": bundle.problems, "without_words": bundle.b05_words(), "sizes": sizes}))


main()
