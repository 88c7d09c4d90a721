/** What the room of the vault says: opening it, backups, whether it is whole. */
export const safety = {
  title: 'This vault',
  pages: 'Pages about this vault',
  page: {
    opening: 'Opening it',
    backup: 'Backup',
    whole: 'Is it whole?',
  },
} as const;
