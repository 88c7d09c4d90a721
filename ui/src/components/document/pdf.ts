/**
 * The door to pdf.js. Its legacy build runs in WebKitGTK; the worker is an asset of our own; fonts, character maps and
 * decoders come as modules of the program, because the window's policy lets nothing be fetched.
 */
import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';

pdfjs.GlobalWorkerOptions.workerSrc = workerUrl;

type Asset = () => Promise<string>;
const fonts = import.meta.glob<string>('/node_modules/pdfjs-dist/standard_fonts/*.{pfb,ttf}', {
  query: '?bytes',
  import: 'default',
});
const maps = import.meta.glob<string>('/node_modules/pdfjs-dist/cmaps/*.bcmap', {
  query: '?bytes',
  import: 'default',
});
const decoders = import.meta.glob<string>('/node_modules/pdfjs-dist/wasm/{jbig2,openjpeg}.wasm', {
  query: '?bytes',
  import: 'default',
});
const assets: Record<string, Asset> = {};
for (const [path, load] of Object.entries({ ...fonts, ...maps, ...decoders })) {
  assets[path.slice(path.lastIndexOf('/') + 1)] = load;
}

/** Hands pdf.js the part it asks for by name, out of the program's own modules. */
class BuiltInParts {
  async fetch({ filename }: { kind: string; filename: string }): Promise<Uint8Array> {
    const load = assets[filename];
    if (!load) throw new Error(`There is no part named ${filename}.`);
    const raw = atob(await load());
    return Uint8Array.from(raw, (character) => character.charCodeAt(0));
  }
}

/** An opened PDF; `destroy` lets go of its memory. */
export type Pdf = { document: pdfjs.PDFDocumentProxy; destroy: () => void };

/** Opens a PDF from its bytes, with its password where one is known. Refuses with pdf.js's own errors; `PasswordException` by name for a locked one. */
export async function openPdf(bytes: Uint8Array, password: string | null): Promise<Pdf> {
  const task = pdfjs.getDocument({
    data: bytes,
    password: password ?? undefined,
    cMapUrl: 'cmaps/',
    cMapPacked: true,
    standardFontDataUrl: 'fonts/',
    wasmUrl: 'wasm/',
    BinaryDataFactory: BuiltInParts,
    useWorkerFetch: false,
    // The program's own fonts, so that a page looks the same on every computer.
    useSystemFonts: false,
    // No script of a document ever runs, and nothing it names is fetched.
    enableXfa: false,
    isEvalSupported: false,
    stopAtErrors: false,
  } as Parameters<typeof pdfjs.getDocument>[0]);
  const document = await task.promise;
  return { document, destroy: () => void task.destroy() };
}

/** What drawing one page gives back: a way to stop, and at the end whether everything on the page could be drawn. */
export type Drawing = { stop: () => void; done: Promise<boolean> };

/** pdf.js measures letters on a canvas of its own at the end of the page; it is nothing to be read out. */
function hideScratch(): void {
  for (const scratch of document.querySelectorAll('.hiddenCanvasElement'))
    scratch.setAttribute('aria-hidden', 'true');
}

/** Whether no picture of the page is missing. One that cannot be decoded, or is too large, is left out by pdf.js without a word. */
function isWhole(page: pdfjs.PDFPageProxy): boolean {
  const parts = [
    ...(page.objs as Iterable<[string, unknown]>),
    ...(page.commonObjs as Iterable<[string, unknown]>),
  ];
  return parts.every(([, part]) => part !== null);
}

/** Draws a page on a canvas `width` CSS pixels wide and lays its words over it, so that they can be read and selected. */
export function drawPage(
  page: pdfjs.PDFPageProxy,
  canvas: HTMLCanvasElement,
  words: HTMLElement,
  width: number,
): Drawing {
  const unscaled = page.getViewport({ scale: 1 });
  const viewport = page.getViewport({ scale: width / unscaled.width });
  // A drawing surface over 16 million points fails on some machines.
  const most = Math.sqrt(16_000_000 / (viewport.width * viewport.height));
  const density = Math.min(window.devicePixelRatio || 1, most);
  canvas.width = Math.floor(viewport.width * density);
  canvas.height = Math.floor(viewport.height * density);
  const drawing = page.render({
    canvas,
    viewport,
    transform: density === 1 ? undefined : [density, 0, 0, density, 0, 0],
  });
  words.replaceChildren();
  words.style.setProperty('--total-scale-factor', String(viewport.scale));
  // `getTextContent` fails in WebKitGTK 2.50; the stream underneath it does not.
  const layer = new pdfjs.TextLayer({
    textContentSource: page.streamTextContent({ includeMarkedContent: false }),
    container: words,
    viewport,
  });
  return {
    stop: () => {
      drawing.cancel();
      layer.cancel();
    },
    done: Promise.all([drawing.promise, layer.render()]).then(() => {
      hideScratch();
      return isWhole(page);
    }),
  };
}
