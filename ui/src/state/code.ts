/** How many letters a group of the recovery code has, and how many groups there are. */
const GROUP = 4;
export const GROUPS = 9;

/** Letters that a code never has: U, and everything that is neither a letter nor a figure. */
const NEVER = /[^0-9A-HJKMNP-TV-Z]/g;

/** A recovery code as typed, as it will be understood: its groups, and what can be in no code. */
export function understood(typed: string): { groups: string[]; never: string; tooMany: boolean } {
  const plain = typed
    .toUpperCase()
    .replace(/[\s.\-\u2010-\u2015]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  const never = [...new Set(plain.match(NEVER) ?? [])].join(' ');
  const letters = plain.replace(NEVER, '');
  const groups = letters.match(new RegExp(`.{1,${GROUP}}`, 'g')) ?? [];
  return { groups: groups.slice(0, GROUPS), never, tooMany: letters.length > GROUP * GROUPS };
}

/** How many groups are whole. */
export const whole = (groups: readonly string[]): number =>
  groups.filter((group) => group.length === GROUP).length;
