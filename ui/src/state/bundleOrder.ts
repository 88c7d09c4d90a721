import type { BundlePages, BundleSection, PreviewDocument, PreviewSection } from '@/generated/contract';

/** A place in a bundle: a section, and how many of its documents stand before it. */
export interface Place {
  section: BundleSection;
  at: number;
}

/** The pages of one document in the bundle. */
export interface Span {
  first: number;
  last: number;
  /** Whether it was reckoned from what is known so far, not laid out. */
  about: boolean;
}

/** What laying the bundle out has told: pages before the documents and behind them, and of each document. */
export interface Laid {
  before: number;
  after: number;
  counts: ReadonlyMap<string, number>;
  /** Documents in the order that was laid out. */
  order: readonly string[];
  pdfBytes: number;
}

/** Pages of cover, summary, index and lists until the bundle has been laid out. */
const USUALLY_BEFORE = 5;

/** A document that has been found. */
export function documentOf(sections: readonly PreviewSection[], id: string): PreviewDocument | undefined {
  return sections.flatMap((section) => section.documents).find((one) => one.id === id);
}

/** Where a document stands. */
export function placeOf(sections: readonly PreviewSection[], id: string): Place | null {
  for (const section of sections) {
    const at = section.documents.findIndex((one) => one.id === id);
    if (at >= 0) return { section: section.key, at };
  }
  return null;
}

/** The same sections with a document in another place. A section that is left empty stays for as long as something is being moved. */
export function placed(sections: readonly PreviewSection[], id: string, to: Place): PreviewSection[] {
  const one = documentOf(sections, id);
  if (!one) return [...sections];
  return sections.map((section) => {
    const others = section.documents.filter((other) => other.id !== id);
    return {
      ...section,
      documents: section.key === to.section ? others.toSpliced(to.at, 0, one) : others,
    };
  });
}

/** The document before which a place is, once the moved one is taken out; none at the end. */
export function follower(sections: readonly PreviewSection[], id: string, to: Place): string | null {
  const section = sections.find((one) => one.key === to.section);
  return section?.documents.filter((one) => one.id !== id)[to.at]?.id ?? null;
}

/** One step up or down, over into the neighbouring section at an end; null where there is no further. */
export function stepped(sections: readonly PreviewSection[], id: string, by: 1 | -1): Place | null {
  const from = placeOf(sections, id);
  if (!from) return null;
  const here = sections.findIndex((section) => section.key === from.section);
  const last = (sections[here]?.documents.length ?? 0) - 1;
  const at = from.at + by;
  if (at >= 0 && at <= last) return { section: from.section, at };
  const next = sections[here + by];
  return next ? { section: next.key, at: by > 0 ? 0 : next.documents.length } : null;
}

/** The same sections in another order. */
export function reordered(
  sections: readonly PreviewSection[],
  key: BundleSection,
  to: number,
): PreviewSection[] {
  const one = sections.find((section) => section.key === key);
  const others = sections.filter((section) => section.key !== key);
  return one ? others.toSpliced(to, 0, one) : others;
}

/** What an answer of the other side tells for later reckoning. */
export function laidFrom(pages: BundlePages): Laid {
  const counts = new Map(pages.documents.map((one) => [one.id, one.pages]));
  const before = (pages.documents[0]?.first_page ?? 1) - 1;
  const inDocuments = [...counts.values()].reduce((sum, n) => sum + n, 0);
  return {
    before,
    after: pages.pages - before - inDocuments,
    counts,
    order: pages.documents.map((one) => one.id),
    pdfBytes: pages.pdf_bytes,
  };
}

/** Where each document stands, and how long the whole is. */
export interface Reckoned {
  spans: ReadonlyMap<string, Span>;
  pages: number;
  about: boolean;
}

/** Reckons page numbers: for good where the bundle was laid out in this order, else from what is known. */
export function reckoned(sections: readonly PreviewSection[], laid: Laid | null): Reckoned {
  const documents = sections.flatMap((section) => section.documents);
  const asLaid =
    laid !== null &&
    laid.order.length === documents.length &&
    documents.every((one, at) => laid.order[at] === one.id);
  const spans = new Map<string, Span>();
  let next = (laid?.before ?? USUALLY_BEFORE) + 1;
  for (const one of documents) {
    // A document whose pages nobody has counted yet makes one at least.
    const pages = Math.max(1, laid?.counts.get(one.id) ?? one.pages ?? 1);
    spans.set(one.id, { first: next, last: next + pages - 1, about: !asLaid });
    next += pages;
  }
  return { spans, pages: next - 1 + (laid?.after ?? 0), about: !asLaid };
}

/** Seconds that are left at the pace so far; null where there is no telling yet. */
export function secondsLeft(done: number, total: number, milliseconds: number): number | null {
  if (done <= 0 || total <= done || milliseconds < 2_000) return null;
  return ((total - done) * milliseconds) / done / 1_000;
}
