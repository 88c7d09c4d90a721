"""Pages of each PDF as PDFium counts them, one a line; - where it cannot open one."""
import sys
import pypdfium2

for name in sys.argv[1:]:
    try:
        print(len(pypdfium2.PdfDocument(name)))
    except Exception:
        print("-")
