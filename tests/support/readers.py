"""Opens every page of a PDF with PDFium and prints how many there are and the words on each.

readers.py BUNDLE.pdf     prints {"pages": N, "words": ["…", …]}
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
print(json.dumps({"pages": len(pdf), "words": words}))
