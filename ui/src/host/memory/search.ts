import type { SearchHit, SnippetPart } from '@/generated/contract';
import type { Handlers } from './handlers';
import type { Shown } from './shown';
import type { Thing, World } from './world';

const kinds: Record<string, Thing['kind']> = {
  notice: 'notice',
  letter: 'correspondence',
  evidence: 'evidence',
};

/** Words around the first place, the place itself marked. */
function snippetOf(text: string, asked: string): SnippetPart[] {
  const at = text.toLowerCase().indexOf(asked.toLowerCase());
  if (at < 0 || asked === '') return text ? [{ text: text.slice(0, 120), found: false }] : [];
  const end = at + asked.length;
  return [
    { text: text.slice(Math.max(0, at - 50), at), found: false },
    { text: text.slice(at, end), found: true },
    { text: text.slice(end, end + 70), found: false },
  ].filter((part) => part.text !== '');
}

/** Finding by words in the invented vault: plain words, and the filter `kind:`. */
export function search(world: World, { link, titleOf }: Shown) {
  return {
    search: ({ words, claim }) => {
      const kind = /\bkind:(\w+)/.exec(words)?.[1];
      const asked = words
        .replace(/\b\w+:\S*/g, '')
        .replaceAll('"', '')
        .trim();
      const has = (text: string) => text.toLowerCase().includes(asked.toLowerCase());
      const here = world.things.filter(
        (thing) =>
          (!claim || thing.claim === claim) &&
          !thing.archived &&
          (!kind || thing.kind === (kinds[kind] ?? kind)),
      );
      const hits = here.flatMap((thing): SearchHit[] => {
        const text = thing.notice?.text ?? thing.letter?.text ?? '';
        const date = (thing.notice?.received ?? thing.letter?.sent ?? thing.item?.date)?.words ?? '';
        const base = {
          record: link(thing),
          date,
          file: null,
          file_name: null,
          page: null,
          by_machine: false,
        };
        const own = has(text) || has(titleOf(thing)) ? [{ ...base, snippet: snippetOf(text, asked) }] : [];
        const inside = thing.files.flatMap((file) =>
          (world.words.get(file.id) ?? [])
            .filter((page) => has(page.text))
            .map((page) => ({
              ...base,
              snippet: snippetOf(page.text, asked),
              file: file.id,
              file_name: file.name,
              page: page.page,
              by_machine: page.from === 'machine',
            })),
        );
        return [...own, ...inside];
      });
      return {
        hits: hits.slice(0, 20),
        more: hits.length > 20,
        filters: kind ? [`kind: ${kind}`] : [],
        problem: /\bbefore:(\D|$)/.test(words)
          ? 'The day after “before:” was not understood. Write it as 3 Nov 2021.'
          : null,
      };
    },
  } satisfies Partial<Handlers>;
}
