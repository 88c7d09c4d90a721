/** A picture from the clipboard as base64, with a name of its own; null when the clipboard holds none or a box is being typed in. */
export async function pastedPicture(event: ClipboardEvent): Promise<{ name: string; base64: string } | null> {
  const file = [...(event.clipboardData?.files ?? [])].find((one) => one.type.startsWith('image/'));
  if (!file) return null;
  event.preventDefault();
  const bytes = new Uint8Array(await file.arrayBuffer());
  let raw = '';
  for (let at = 0; at < bytes.length; at += 0x8000)
    raw += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  const ending = file.type.slice('image/'.length).replace('jpeg', 'jpg');
  return { name: file.name || `pasted-picture.${ending}`, base64: btoa(raw) };
}
