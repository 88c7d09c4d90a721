/** Rows of a list that were picked together, in the order of the list. */
class Picks {
  ids = $state.raw<readonly string[]>([]);

  set(ids: readonly string[]): void {
    this.ids = ids;
  }

  clear(): void {
    this.ids = [];
  }
}

export const picks = new Picks();
