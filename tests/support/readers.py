"""Opens every page of a PDF with PDFium and prints how many there are and the words on each.

readers.py BUNDLE.pdf     prints {"pages": N, "words": ["…", …], "labels": ["1", …]}
"""

import json
import sys

import pypdfium2

pdf = pypdfium2.PdfDocument(sys.argv[1])
words = []
for page in pdf:
    picture = page.render(scale=0.2)
    assert picture.width > 0 and picture.height > 0
    words.append(page.get_textpage().get_text_bounded())
labels = [pdf.get_page_label(number) for number in range(len(pdf))]
print(json.dumps({"pages": len(pdf), "words": words, "labels": labels}))
