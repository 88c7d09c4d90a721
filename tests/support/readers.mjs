// Opens every page of a PDF with pdf.js and prints how many there are, the words on each, and whatever it complained about.
//
// node readers.mjs PDFJS BUNDLE.pdf     prints {"pages": N, "words": ["…", …], "complaints": ["…", …]}
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [pdfjs, bundle] = process.argv.slice(2);
const complaints = [];
const hear = (...words) => complaints.push(words.join(' '));
const aloud = console.log;
// What it says while it is loaded is about Node (no canvas there), not about the bundle.
for (const way of ['log', 'warn', 'error']) console[way] = () => {};
const { getDocument } = await import(pathToFileURL(pdfjs).href);
for (const way of ['log', 'warn', 'error']) console[way] = hear;
const data = new Uint8Array(readFileSync(bundle));
const beside = (folder) => `${join(pdfjs, '../../..', folder)}/`;
const document = await getDocument({
  data,
  verbosity: 1,
  disableFontFace: true,
  standardFontDataUrl: beside('standard_fonts'),
  cMapUrl: beside('cmaps'),
  wasmUrl: beside('wasm'),
  iccUrl: beside('iccs'),
}).promise;
const words = [];
for (let number = 1; number <= document.numPages; number += 1) {
  const page = await document.getPage(number);
  await page.getOperatorList();
  const { items } = await page.getTextContent();
  words.push(items.map((item) => item.str).join(' '));
  await page.getAnnotations();
}
await document.getOutline();
aloud(JSON.stringify({ pages: document.numPages, words, complaints }));
