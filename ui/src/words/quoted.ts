/** Words in quotation marks; those that are themselves a quotation have them already. */
export const quoted = (words: string) => (/^[“"‘]/.test(words.trim()) ? words.trim() : `“${words.trim()}”`);
