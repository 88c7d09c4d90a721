/** What came from the clipboard: a file with its bytes in base64, or words. */
export type PastedThing = { kind: 'file'; name: string; base64: string } | { kind: 'words'; text: string };

const editable = 'input:not([type=checkbox]):not([type=radio]), textarea, [contenteditable=true]';

/** Bytes in base64 (RFC 4648). */
export function base64Of(bytes: Uint8Array): string {
  let raw = '';
  for (let at = 0; at < bytes.length; at += 0x8000)
    raw += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(raw);
}

/** A picture from anywhere, or words pasted outside a box. Words inside a box are the box's own: null. */
export async function pasted(event: ClipboardEvent): Promise<PastedThing | null> {
  const file = [...(event.clipboardData?.files ?? [])].find((one) => one.type.startsWith('image/'));
  if (file) {
    event.preventDefault();
    const ending = file.type.slice('image/'.length).replace('jpeg', 'jpg');
    const base64 = base64Of(new Uint8Array(await file.arrayBuffer()));
    return { kind: 'file', name: file.name || `pasted-picture.${ending}`, base64 };
  }
  const typing = event.target instanceof Element && event.target.closest(editable) !== null;
  const text = event.clipboardData?.getData('text/plain') ?? '';
  if (typing || text.trim() === '') return null;
  event.preventDefault();
  return { kind: 'words', text };
}
