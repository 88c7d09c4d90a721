import { ask, failureOf } from '@/api/ask';
import type { BlackArea, Failure, RedactionQuestion, RedactionView } from '@/generated/contract';
import { w } from '@/words';
import { bundle } from './bundle.svelte';
import { claim } from './claim.svelte';
import { toasts } from './toasts.svelte';
import { takeBack } from './undo.svelte';

/** Places on a page are counted in so many parts of its width or height. */
export const PARTS = 10_000;
/** The smallest side of an area: smaller ones are slips of the hand. */
const SMALLEST = 50;

/** Where an area lies on its page. */
export type Spot = Pick<BlackArea, 'left' | 'top' | 'width' | 'height'>;

/** Keeps a spot on the page, and large enough to be seen. */
export function within({ left, top, width, height }: Spot): Spot {
  const size = (long: number) => Math.round(Math.min(Math.max(long, SMALLEST), PARTS));
  const [wide, high] = [size(width), size(height)];
  const place = (at: number, long: number) => Math.round(Math.min(Math.max(at, 0), PARTS - long));
  return { left: place(left, wide), top: place(top, high), width: wide, height: high };
}

/** The areas of one document that are being set, and the page in sight. */
class RedactionState {
  view = $state.raw<RedactionView | null>(null);
  areas = $state<BlackArea[]>([]);
  page = $state(1);
  /** The area that is being worked on, by its place among all. */
  picked = $state<number | null>(null);
  /** The page is shown as the bundle will hold it. */
  seeing = $state(false);
  /** The picture of the page in sight. */
  picture = $state<string | null>(null);
  failure = $state.raw<Failure | null>(null);
  saving = $state(false);
  saved = $state(false);
  /** What is said to those who do not see it. */
  said = $state('');
  shown = $state(false);
  #turn = 0;

  /** The areas of the page in sight, with their places among all. */
  readonly here = $derived(
    this.areas.map((area, index) => ({ area, index })).filter(({ area }) => area.page === this.page),
  );
  readonly lacksReason = $derived(this.areas.some((area) => area.why.trim() === ''));

  async begin(document: string): Promise<void> {
    if (!claim.id) return;
    this.close();
    const question: RedactionQuestion = { claim: claim.id, audience: bundle.audience, document };
    try {
      this.#take(await ask('redaction_open', question));
      this.shown = true;
      await this.look(this.areas[0]?.page ?? 1);
    } catch (reason) {
      bundle.failure = failureOf(reason);
    }
  }

  /** Goes to a page and shows it. */
  async look(page: number): Promise<void> {
    if (!this.view) return;
    const turn = ++this.#turn;
    this.page = Math.min(Math.max(page, 1), this.view.pages);
    this.failure = null;
    this.#drop();
    try {
      const areas = this.seeing ? $state.snapshot(this.areas) : [];
      const { question } = this.view;
      const { base64, media_type } = await ask('redaction_page', { question, page: this.page, areas });
      if (turn !== this.#turn) return;
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      this.picture = URL.createObjectURL(new Blob([bytes], { type: media_type }));
    } catch (reason) {
      if (turn === this.#turn) this.failure = failureOf(reason);
    }
  }

  async see(seeing: boolean): Promise<void> {
    this.seeing = seeing;
    this.picked = null;
    await this.look(this.page);
  }

  /** Adds an area to the page in sight; it takes the reason of the one before. */
  add(spot: Spot = { left: 3000, top: 4000, width: 4000, height: 600 }): number {
    const why = this.areas.at(-1)?.why ?? w.redaction.whyFirst;
    this.areas.push({ page: this.page, ...within(spot), why });
    this.picked = this.areas.length - 1;
    this.saved = false;
    this.said = w.redaction.added(this.areas.length);
    return this.picked;
  }

  /** Puts an area elsewhere on its page. */
  put(index: number, spot: Spot, tell = true): void {
    const area = this.areas[index];
    if (!area) return;
    Object.assign(area, within(spot));
    this.saved = false;
    if (tell) this.said = w.redaction.stands(index + 1, area.left, area.top, area.width, area.height);
  }

  remove(index: number): void {
    this.areas.splice(index, 1);
    this.picked = null;
    this.saved = false;
    this.said = w.redaction.removed(index + 1);
  }

  /** Saves, and offers to take it back. Stays open where other records say the same words. */
  async save(): Promise<void> {
    const before = this.view;
    if (!before || this.lacksReason) return;
    this.saving = true;
    this.failure = null;
    const { question } = before;
    try {
      const view = await ask('redaction_save', { question, areas: $state.snapshot(this.areas) });
      this.#renew();
      toasts.say(w.redaction.saved(view.reference, view.areas.length), takeBack);
      if (view.elsewhere.length === 0) this.close();
      else {
        this.#take(view);
        this.saved = true;
      }
    } catch (reason) {
      this.failure = failureOf(reason);
    } finally {
      this.saving = false;
    }
  }

  close(): void {
    this.#turn += 1;
    this.#drop();
    this.shown = false;
    this.view = null;
    this.areas = [];
    this.picked = null;
    this.seeing = false;
    this.saved = false;
    this.failure = null;
    this.said = '';
    this.page = 1;
  }

  #take(view: RedactionView): void {
    this.view = view;
    this.areas = view.areas.map((area) => ({ ...area }));
    this.picked = null;
  }

  #renew(): void {
    bundle.renewed += 1;
    void bundle.look();
  }

  #drop(): void {
    if (this.picture) URL.revokeObjectURL(this.picture);
    this.picture = null;
  }
}

export const redaction = new RedactionState();
