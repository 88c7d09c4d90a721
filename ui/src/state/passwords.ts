const given = new Map<string, string>();

/** Passwords of documents that were given in this sitting: in memory only, and gone when the vault is locked. */
export const passwords = {
  of: (file: string): string | null => given.get(file) ?? null,
  keep: (file: string, password: string): void => void given.set(file, password),
  forget: (): void => given.clear(),
};
