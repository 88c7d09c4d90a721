import { ask } from '@/api/ask';
import type { ClaimForm, ClaimRow, ClaimView, IncidentView, OverviewView } from '@/generated/contract';

const noDate = { words: '', said_on: null };

/** A claim about which nothing is known. */
export const emptyClaim = (): ClaimForm => ({
  title: '',
  organisation: '',
  claimant: '',
  emails_held: [],
  addresses_held: [],
  jurisdiction: null,
  relationship: null,
  relationship_from: { ...noDate },
  relationship_to: { ...noDate },
  how_it_ended: '',
  reference_numbers: [],
});

/** The claim the window is in, and what stands beside its rooms. */
class ClaimState {
  all = $state.raw<ClaimRow[]>([]);
  id = $state<string | null>(null);
  overview = $state.raw<OverviewView | null>(null);
  view = $state.raw<ClaimView | null>(null);
  incidents = $state.raw<IncidentView[]>([]);

  /** Goes into the claim that was open last, or the only one; makes one in a vault that has none. */
  async enter(last: string | null, title: string): Promise<void> {
    this.all = await ask('claim_list', {});
    if (this.all.length === 0) {
      await ask('claim_save', { id: null, form: { ...emptyClaim(), title } });
      this.all = await ask('claim_list', {});
    }
    const known = this.all.find((row) => row.id === last) ?? this.all[0];
    if (known) await this.choose(known.id);
  }

  async choose(id: string): Promise<void> {
    this.id = id;
    this.view = null;
    await ask('claim_choose', { claim: id });
    await this.refresh();
  }

  /** Reads the numbers beside the rooms and the overview anew. */
  async refresh(): Promise<void> {
    if (!this.id) return;
    const claim = this.id;
    const [overview, incidents] = await Promise.all([
      ask('overview', { claim }),
      ask('incident_list', { claim }),
    ]);
    if (this.id !== claim) return;
    this.overview = overview;
    this.incidents = incidents;
  }

  /** Reads all of the claim, for the page about it. */
  async load(): Promise<ClaimView | null> {
    if (!this.id) return null;
    const claim = this.id;
    const view = await ask('claim_get', { claim });
    if (this.id !== claim) return null;
    this.view = view;
    return view;
  }

  async save(form: ClaimForm): Promise<void> {
    this.view = await ask('claim_save', { id: this.id, form });
    this.all = await ask('claim_list', {});
    await this.refresh();
  }

  /** Begins another claim in the same vault and goes into it. */
  async begin(title: string): Promise<void> {
    const made = await ask('claim_save', { id: null, form: { ...emptyClaim(), title } });
    this.all = await ask('claim_list', {});
    await this.choose(made.id);
  }

  /** Lays the sample claim into this vault, beside the person's own, and goes into it. */
  async sample(): Promise<void> {
    const row = await ask('sample_add', {});
    this.all = await ask('claim_list', {});
    await this.choose(row.id);
  }
}

export const claim = new ClaimState();
