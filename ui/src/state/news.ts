import type { Kept } from '@/generated/contract';
import { w } from '@/words';

/** What became of one file, or of several with one and the same reason. */
export interface NewsLine {
  name: string;
  reference: string | null;
  evidence: string | null;
  kept: Kept;
}

const nameOf = (path: string) => path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);

/** How many files with one reason are still told one by one. */
const TOGETHER = 3;

/** The lines to show: what was not kept first, then what needs a look, then the rest. */
export function linesOf(news: readonly Kept[]): NewsLine[] {
  const line = (kept: Kept, name = nameOf(kept.path)): NewsLine => ({
    name,
    reference: kept.duplicate_of ?? kept.ref,
    evidence: kept.evidence,
    kept,
  });
  const refused = news.filter((one) => !one.kept);
  const whys = [...new Set(refused.map((one) => one.problem))];
  // Many files with one reason are one line: a long list that was stopped is not told name by name.
  const lost = whys.flatMap((why) => {
    const same = refused.filter((one) => one.problem === why);
    const [first] = same;
    return same.length > TOGETHER && first
      ? [line(first, w.drop.notKeptMany(same.length))]
      : same.map((one) => line(one));
  });
  const rank = (one: Kept) =>
    one.problem !== null ? 0 : one.duplicate_of !== null ? 1 : one.twins.length > 0 ? 2 : 3;
  const safe = news.filter((one) => one.kept).sort((a, b) => rank(a) - rank(b));
  return [...lost, ...safe.map((one) => line(one))];
}

/** What became of it, in words. */
export function fateOf({ kept }: NewsLine): { words: string; tone: 'plain' | 'warn' | 'stop' } {
  const why = kept.problem ?? '';
  if (!kept.kept) return { words: w.drop.notKeptShort(why), tone: 'stop' };
  if (kept.duplicate_of !== null) return { words: w.drop.here(kept.duplicate_of), tone: 'plain' };
  if (kept.problem !== null) return { words: w.drop.unreadable(why), tone: 'warn' };
  const parts = [
    kept.ref ? w.drop.keptAs(kept.ref) : w.drop.keptBeside,
    ...(kept.twins.length > 0 ? [w.drop.looksLike(kept.twins.join(', '))] : []),
    ...(kept.attachments.length > 0 ? [w.drop.brought(kept.attachments.join(', '))] : []),
  ];
  return { words: parts.join(', '), tone: kept.twins.length > 0 ? 'warn' : 'plain' };
}
