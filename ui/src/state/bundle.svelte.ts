import { ask, failureOf } from '@/api/ask';
import type {
  Audience,
  BundleChange,
  BundlePreview,
  BundleSection,
  Failure,
  PreviewLeftOut,
} from '@/generated/contract';
import { w } from '@/words';
import {
  documentOf,
  follower,
  type Laid,
  laidFrom,
  type Place,
  placed,
  placeOf,
  reckoned,
  reordered,
  stepped,
} from './bundleOrder';
import { claim } from './claim.svelte';
import { toasts } from './toasts.svelte';
import { takeBack } from './undo.svelte';

/** How long nothing may have changed before the pages are counted, in milliseconds. */
const QUIET = 400;
/** Originals larger than this are not all opened only to count pages. */
const LARGEST_COUNTED = 256 * 1024 * 1024;

/** The bundle: for whom, what would go and in which order, and on which pages. */
class BundleState {
  audience = $state<Audience>('solicitor');
  preview = $state.raw<BundlePreview | null>(null);
  failure = $state.raw<Failure | null>(null);
  /** The document whose pages are in sight. */
  chosen = $state<string | null>(null);
  /** The document whose title and date are being worded. */
  worded = $state<string | null>(null);
  /** What the pages in sight are made from has changed, so they are to be made anew. */
  renewed = $state(0);
  counting = $state(false);
  #laid = $state.raw<Laid | null>(null);
  /** Of whom and for whom the list in sight is. */
  #of = '';
  #turn = 0;
  /** Changes that were not answered yet, one after the other. */
  #queue: Promise<unknown> = Promise.resolve();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #counted = 0;

  readonly sections = $derived(this.preview?.sections ?? []);
  readonly reckoned = $derived(reckoned(this.sections, this.#laid));
  readonly count = $derived(this.sections.reduce((sum, section) => sum + section.documents.length, 0));
  readonly document = $derived(this.chosen ? documentOf(this.sections, this.chosen) : undefined);
  /** Bytes of the PDF and of the ZIP, nearly; the originals are the guide until the pages were counted. */
  readonly sizes = $derived.by(() => {
    const originals = this.preview?.original_bytes ?? 0;
    const pdf = this.#laid?.pdfBytes ?? originals;
    return { pdf, zip: pdf + originals };
  });

  /** Pages of a document in words. */
  span(id: string): string {
    const span = this.reckoned.spans.get(id);
    return span ? w.bundle.span(span.first, span.last, span.about) : '';
  }

  async look(): Promise<void> {
    if (!claim.id) return;
    const turn = ++this.#turn;
    try {
      const preview = await ask('bundle_preview', { claim: claim.id, audience: this.audience });
      if (turn === this.#turn) this.#take(preview);
    } catch (reason) {
      if (turn === this.#turn) this.failure = failureOf(reason);
    }
  }

  /** Comes into the room. Another reader gets another bundle; what was there for the first says nothing of it. */
  enter(): Promise<void> {
    const of = `${claim.id} ${this.audience}`;
    if (this.#of !== of) this.#forget();
    this.#of = of;
    return this.look();
  }

  #forget(): void {
    this.#turn += 1;
    this.#counted += 1;
    clearTimeout(this.#timer);
    this.preview = null;
    this.#laid = null;
    this.failure = null;
    this.chosen = null;
    this.worded = null;
    this.counting = false;
  }

  #take(preview: BundlePreview): void {
    this.preview = preview;
    this.failure = null;
    this.renewed += 1;
    // What was counted before is a guide until it is counted again.
    if (this.#laid) this.#laid = { ...this.#laid, order: [] };
    if (this.chosen && !documentOf(preview.sections, this.chosen)) this.chosen = null;
    this.#countSoon();
  }

  #countSoon(): void {
    clearTimeout(this.#timer);
    const turn = ++this.#counted;
    if (this.count === 0 || (this.preview?.original_bytes ?? 0) > LARGEST_COUNTED) return;
    this.#timer = setTimeout(() => void this.#countNow(turn), QUIET);
  }

  async #countNow(turn: number): Promise<void> {
    if (!claim.id) return;
    this.counting = true;
    try {
      const pages = await ask('bundle_pages', { claim: claim.id, audience: this.audience });
      if (turn === this.#counted) this.#laid = laidFrom(pages);
    } catch {
      // What is in the way of counting is said when the bundle is made; until then the numbers stay as reckoned.
    } finally {
      if (turn === this.#counted) this.counting = false;
    }
  }

  /** Makes one change after those before it, says what was done and offers to take it back. */
  #change(change: BundleChange, said: () => string): Promise<boolean> {
    const [asked, reader, turn] = [claim.id, this.audience, ++this.#turn];
    if (!asked) return Promise.resolve(false);
    const done = this.#queue.then(async () => {
      try {
        const preview = await ask('bundle_arrange', { claim: asked, audience: reader, change });
        // Only the answer to the last of several changes shows them all.
        if (turn === this.#turn) this.#take(preview);
        toasts.say(said(), takeBack);
        return true;
      } catch (reason) {
        await this.look();
        this.failure = failureOf(reason);
        return false;
      }
    });
    this.#queue = done;
    return done;
  }

  /** Shows the new order at once; the answer confirms it. */
  #show(sections: BundlePreview['sections']): void {
    if (this.preview) this.preview = { ...this.preview, sections: sections.filter(filled) };
  }

  /** Puts a document into a place. */
  move(id: string, to: Place): Promise<boolean> {
    const before = follower(this.sections, id, to);
    this.#show(placed(this.sectionsWith(to.section), id, to));
    return this.#change({ what: 'move', document: id, section: to.section, before }, () => {
      const [place, one] = [placeOf(this.sections, id), documentOf(this.sections, id)];
      const section = this.sections.find((other) => other.key === place?.section);
      const of = section?.documents.length ?? 0;
      return w.bundle.moved(
        one?.reference ?? '',
        (place?.at ?? 0) + 1,
        of,
        section?.title ?? '',
        this.span(id),
      );
    });
  }

  /** One step up or down; nothing where there is no further. */
  step(id: string, by: 1 | -1): Promise<boolean> {
    const to = stepped(this.sections, id, by);
    return to ? this.move(id, to) : Promise.resolve(false);
  }

  /** Puts a section into a place among those in sight. */
  moveSection(key: BundleSection, to: number): Promise<boolean> {
    const others = this.sections.filter((section) => section.key !== key);
    if (to < 0 || to > others.length) return Promise.resolve(false);
    const change: BundleChange = { what: 'move_section', section: key, before: others[to]?.key ?? null };
    this.#show(reordered(this.sections, key, to));
    const said = w.bundle.sectionMoved(w.bundle.sections[key], to + 1, this.sections.length);
    return this.#change(change, () => said);
  }

  leaveOut(id: string): Promise<boolean> {
    const name = documentOf(this.sections, id)?.reference ?? '';
    return this.#change({ what: 'leave_out', record: id }, () => w.bundle.leftOut(name));
  }

  /** Puts in what stays out; `sure` once the person was asked where that is needed. */
  putIn(left: PreviewLeftOut, sure = false): Promise<boolean> {
    return this.#change({ what: 'put_in', record: left.id, sure }, () => w.bundle.isIn(left.reference));
  }

  async word(id: string, title: string, date: string): Promise<boolean> {
    const name = documentOf(this.sections, id)?.reference ?? '';
    const done = await this.#change({ what: 'word', document: id, title, date }, () => w.bundle.worded(name));
    if (done && this.worded === id) this.worded = null;
    return done;
  }

  reset(): Promise<boolean> {
    return this.#change({ what: 'reset' }, () => w.bundle.resetDone);
  }

  /** The sections in sight, with one more where a document is to go into a section that has none yet. */
  sectionsWith(key: BundleSection): BundlePreview['sections'] {
    const there = this.sections.some((section) => section.key === key);
    return there ? this.sections : [...this.sections, { key, title: w.bundle.sections[key], documents: [] }];
  }
}

const filled = (section: { documents: readonly unknown[] }) => section.documents.length > 0;

export const bundle = new BundleState();
