"""What a script with pikepdf does in one pass: joins the files, writes an index with links, numbers the pages, adds bookmarks."""
import sys
from pikepdf import Array, Dictionary, Name, OutlineItem, Pdf

ROWS = 40
out, names = sys.argv[1], sys.argv[2:]
bundle = Pdf.new()
font = bundle.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
index_pages = -(-len(names) // ROWS)
for _ in range(index_pages):
    bundle.add_blank_page(page_size=(595, 842))

starts = []
for name in names:
    source = Pdf.open(name)
    starts.append(len(bundle.pages))
    # Not `pages.extend`: that loses the named places that links lead to.
    bundle.add_pages_from(source)

for number in range(index_pages):
    page, lines, annots = bundle.pages[number], [], Array()
    for row, name in enumerate(names[number * ROWS:(number + 1) * ROWS]):
        y, target = 780 - 18 * row, starts[number * ROWS + row]
        lines.append(f"BT /RN 11 Tf 60 {y} Td ({name.rsplit('/', 1)[-1]}   {target + 1}) Tj ET")
        annots.append(bundle.make_indirect(Dictionary(
            Type=Name.Annot, Subtype=Name.Link, Rect=[60, y - 4, 535, y + 12], Border=[0, 0, 0],
            Dest=Array([bundle.pages[target].obj, Name.Fit]))))
    page.contents_add("\n".join(lines).encode())
    page.obj.Annots = annots

for number, page in enumerate(bundle.pages, 1):
    page.contents_add(b"q\n", prepend=True)
    page.contents_add(f"Q BT /RN 10 Tf 540 14 Td ({number}) Tj ET".encode())
    # Pages may share one set of resources; a font of that name is then already in it.
    resources = page.resources
    if Name.Font not in resources:
        resources.Font = Dictionary()
    resources.Font.RN = font

with bundle.open_outline() as outline:
    for name, target in zip(names, starts):
        outline.root.append(OutlineItem(f"{name.rsplit('/', 1)[-1]} p.{target + 1}", target))
bundle.save(out)
