/** Words in quotation marks; those that are themselves a quotation have them already. */
export function quoted(words: string): string {
  const text = `${words}`.trim();
  return /^[“"‘]/.test(text) ? text : `“${text}”`;
}
