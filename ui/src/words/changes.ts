/** What the room of the history says. */
export const changes = {
  title: 'History',
} as const;
