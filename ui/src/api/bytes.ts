/** The most one answer of the evidence scheme holds. */
const PIECE = 1024 * 1024;

/** Reads a kept file from the address it was given for this showing, piece by piece. */
export async function readBytes(url: string, signal: AbortSignal): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
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
  if (pieces.length === 1 && pieces[0]) return pieces[0];
  const all = new Uint8Array(at);
  let offset = 0;
  for (const piece of pieces) {
    all.set(piece, offset);
    offset += piece.length;
  }
  return all;
}
