/** A fact where there is something to say; `more` stands underneath it. */
export const said = (name: string, value: string, more: string | null = null) =>
  value.trim() ? [{ name, value, more }] : [];
