import { ask } from '@/api/ask';
import type {
  DateSource,
  EvidenceRow,
  IncidentSave,
  IncidentView,
  PartyForm,
  PartyView,
  Telling,
} from '@/generated/contract';
import { w } from '@/words';
import { claim } from './claim.svelte';

/** The dates of a breach that people mix up, in the order in which they can come. */
export const incidentDates = [
  'occurred',
  'discovered',
  'controller_told',
  'regulator_told',
  'public_told',
  'claimant_told',
] as const;

/** One of them. */
export type IncidentDate = (typeof incidentDates)[number];

/** Everybody with a part in the story, the breaches, and who told whom when. */
class PeopleState {
  parties = $state.raw<PartyView[]>([]);
  tellings = $state.raw<Telling[]>([]);
  /** What a date can rest on. */
  evidence = $state.raw<EvidenceRow[]>([]);
  loaded = $state<string | null>(null);

  async load(): Promise<void> {
    const id = claim.id;
    if (!id) return;
    const [view, filed, waiting] = await Promise.all([
      ask('people', { claim: id }),
      ask('evidence_list', { claim: id }),
      ask('inbox_list', { claim: id }),
    ]);
    if (claim.id !== id) return;
    this.parties = view.parties;
    this.tellings = view.tellings;
    this.evidence = [...filed, ...waiting];
    claim.incidents = view.incidents;
    this.loaded = id;
  }

  async saveParty(id: string | null, form: PartyForm): Promise<PartyView | null> {
    if (!claim.id) return null;
    const saved = await ask('party_save', { claim: claim.id, id, form });
    await this.load();
    return saved;
  }

  async saveIncident(incident: Omit<IncidentSave, 'claim'>): Promise<void> {
    if (!claim.id) return;
    await ask('incident_save', { ...incident, claim: claim.id });
    await this.load();
  }
}

export const people = new PeopleState();

/** What a date of a breach rests on, in words; empty where nobody has said. */
export function sourceOf(incident: IncidentView, field: IncidentDate): string {
  const source: DateSource | undefined = incident.sources.find((one) => one.field === field);
  if (!source?.basis) return '';
  const bases: Partial<Record<string, string>> = w.dateSource.short;
  const item = people.evidence.find((row) => row.id === source.evidence);
  return item ? w.dateSource.from(item.reference, item.title) : (bases[source.basis] ?? '');
}
