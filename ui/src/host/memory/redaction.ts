import type { BlackArea, RedactionQuestion, RedactionView } from '@/generated/contract';
import type { Handlers } from './handlers';
import { beside, type World } from './world';

const key = ({ claim, audience, document }: RedactionQuestion) => `${claim} ${audience} ${document}`;

/** A page of invented writing as SVG, with areas painted over. */
function page(number: number, areas: readonly BlackArea[]): string {
  const lines = Array.from(
    { length: 14 },
    (_, at) =>
      `<rect x="70" y="${150 + at * 40}" width="${200 + ((at * 67 + number * 31) % 240)}" height="9" fill="#4a4f58"/>`,
  );
  const black = areas
    .filter((area) => area.page === number)
    .map(
      ({ left, top, width, height }) =>
        `<rect x="${left * 0.06}" y="${top * 0.08}" width="${width * 0.06}" height="${height * 0.08}"/>`,
    );
  const inside = `<rect width="600" height="800" fill="#fff"/>${lines.join('')}${black.join('')}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="800">${inside}</svg>`;
}

/** Areas blacked out for a reader. */
export function redaction(world: World) {
  const kept = beside(world, new Map<string, BlackArea[]>());
  const view = (question: RedactionQuestion): RedactionView => {
    const thing = world.things.find((one) => one.id === question.document);
    return {
      question,
      reference: thing?.reference ?? 'E-001',
      title: thing?.reference ?? 'A document',
      pages: 2,
      areas: kept.get(key(question)) ?? [],
      changed: false,
      elsewhere: [],
    };
  };
  return {
    redaction_open: view,
    redaction_page: ({ page: number, areas }) => ({
      media_type: 'image/svg+xml',
      width: 600,
      height: 800,
      base64: btoa(page(number, areas)),
    }),
    redaction_save: ({ question, areas }) => {
      kept.set(key(question), areas);
      return view(question);
    },
  } satisfies Partial<Handlers>;
}
