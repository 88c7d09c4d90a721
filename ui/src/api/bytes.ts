/** The most one answer of the evidence scheme holds. */
const PIECE = 1024 * 1024;

/** Reads a kept file from the address it was given for this showing, piece by piece. */
async function readPieces(url: string, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>[]> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let at = 0;
  let total = Infinity;
  while (at < total) {
    const answer = await fetch(url, { signal, headers: { Range: `bytes=${at}-${at + PIECE - 1}` } });
    if (!answer.ok) throw new Error(`The file could not be read (${answer.status}).`);
    const piece = new Uint8Array(await answer.arrayBuffer());
    pieces.push(piece);
    at += piece.length;
    const whole = /\/(\d+)$/.exec(answer.headers.get('Content-Range') ?? '');
    // An answer that is not partial is the whole file.
    if (answer.status !== 206) break;
    total = whole ? Number(whole[1]) : piece.length < PIECE ? at : Infinity;
    if (piece.length === 0) break;
  }
  return pieces;
}

/** The whole file in one run of bytes. */
export async function readBytes(url: string, signal: AbortSignal): Promise<Uint8Array> {
  const pieces = await readPieces(url, signal);
  if (pieces.length === 1 && pieces[0]) return pieces[0];
  const all = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let offset = 0;
  for (const piece of pieces) {
    all.set(piece, offset);
    offset += piece.length;
  }
  return all;
}

/** The whole file as something the page can play: its pieces are never laid side by side in memory a second time. */
export async function readBlob(url: string, type: string, signal: AbortSignal): Promise<Blob> {
  return new Blob(await readPieces(url, signal), { type });
}
