import serif from '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2?url';

/** The frame's own policy: nothing runs, nothing loads but kept pictures of this mail and the window's letters. The window's policy holds as well. */
const policy =
  "default-src 'none'; img-src evidence: blob:; style-src 'none'; font-src 'self'; form-action 'none'";

/** The page for the frame, around words that were already cleaned. */
export function mailPage(html: string): string {
  return (
    '<!doctype html><html lang="en"><head><meta charset="utf-8">' +
    `<meta http-equiv="Content-Security-Policy" content="${policy}">` +
    `<meta name="referrer" content="no-referrer"></head><body>${html}</body></html>`
  );
}

const look = `
  @font-face { font-family: 'Source Serif 4 Variable'; font-weight: 200 900; src: url('${new URL(serif, document.baseURI).href}') format('woff2'); }
  html { color-scheme: only light; background: #fff; color: #20242c; }
  body { margin: 1.5rem; font: 17px/1.55 'Source Serif 4 Variable', Georgia, serif; overflow-wrap: anywhere; }
  h1 { font-size: 1.5em; }
  h2 { font-size: 1.25em; }
  h3, h4, h5, h6 { font-size: 1.05em; }
  h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 1.2em 0 0.5em; }
  body > :first-child { margin-top: 0; }
  img { max-width: 100%; height: auto; }
  table { max-width: 100%; }
  mark { background: #f6dc8c; color: inherit; }
  a { color: #23507f; text-decoration: underline; }
`;

/**
 * Gives the loaded page its look through a style object, which the policy allows where style in the page is refused, and
 * turns links into words: an address can be read, and nobody is taken there by a slip.
 */
export function dressMail(page: Document): void {
  const Sheet = page.defaultView?.CSSStyleSheet;
  if (Sheet) {
    const sheet = new Sheet();
    sheet.replaceSync(look);
    page.adoptedStyleSheets = [sheet];
  }
  for (const link of page.querySelectorAll('a[href]')) {
    const address = link.getAttribute('href') ?? '';
    link.removeAttribute('href');
    link.setAttribute('title', address);
    if (!(link.textContent ?? '').includes(address) && /^(https?:|mailto:)/.test(address)) {
      link.append(page.createTextNode(` <${address}>`));
    }
  }
}
