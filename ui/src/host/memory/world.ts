import type {
  ChangeView,
  ClaimForm,
  ContactForm,
  DiaryForm,
  DiaryWording,
  Draft,
  EvidenceForm,
  FileView,
  Filing,
  IncidentView,
  LetterForm,
  LossForm,
  MarksForm,
  NoticeForm,
  PageWords,
  PartyView,
  RecordKind,
  StepForm,
  TimeForm,
  TwinReason,
} from '@/generated/contract';
import { words } from './dates';
import { paper } from './files';

/** One record of the invented vault, whatever its kind. */
export interface Thing {
  id: string;
  kind: RecordKind;
  reference: string;
  claim: string;
  created_at: string;
  archived: boolean;
  binned?: boolean;
  deleted?: boolean;
  marks: MarksForm;
  incidents: { incident: string; certainty: 'sure' | 'unsure' }[];
  evidence: string[];
  files: FileView[];
  waiting: boolean;
  guess: Filing | null;
  /** The mail it came attached to. */
  cameWith: string | null;
  notice?: NoticeForm;
  letter?: LetterForm;
  item?: EvidenceForm;
  contact?: ContactForm;
  effect?: LossForm | TimeForm | StepForm | DiaryForm;
  /** One line to recognise an effect by. */
  effectTitle?: string;
  /** The words a diary entry had before. */
  wordings?: DiaryWording[];
  changes: ChangeView[];
}

/** The whole invented vault. */
export interface World {
  claims: { id: string; reference: string; form: ClaimForm }[];
  parties: (PartyView & { claim: string })[];
  incidents: (IncidentView & { claim: string })[];
  things: Thing[];
  drafts: Map<string, Draft>;
  /** Words found in a file, page by page, by the file. */
  words: Map<string, PageWords[]>;
  twins: Twin[];
  /** Files whose password was given. */
  unlocked: Set<string>;
  seq: number;
  /** What the rooms hold besides, so that Undo finds it. */
  beside: (Map<string, unknown> | unknown[])[];
}

/** Two files that hold the same mail, or a picture that looks the same. */
export interface Twin {
  files: [string, string];
  reason: TwinReason;
  same: boolean | null;
}

export const emptyNotice = (): NoticeForm => ({
  from: '',
  channel: 'email',
  addressed: 'to-me',
  on_document: words(''),
  received: words(''),
  first_seen: words(''),
  subject: '',
  text: '',
  their_reference: '',
  asked_not_to_comment: false,
  offer: '',
  offer_until: words(''),
  what_i_did_next: '',
});

export const emptyLetter = (): LetterForm => ({
  direction: 'received',
  from: '',
  to: '',
  cc: '',
  channel: 'email',
  sent: words(''),
  received: words(''),
  subject: '',
  text: '',
  address_used: '',
  came_back: 'unknown',
  their_reference: '',
  answers: null,
  call_minutes: null,
  call_who: '',
  note_written: words(''),
  promises: [],
});

export const emptyContact = (): ContactForm => ({
  happened: words(''),
  channel: 'email',
  sender_shown: '',
  subject: '',
  text: '',
  knew: '',
  asked_for: '',
  kept_copy: true,
  reported_to: '',
  acted_on: '',
});

export const emptyItem = (): EvidenceForm => ({
  title: '',
  kind: 'document',
  date: words(''),
  how_obtained: '',
  obtained_from: '',
  obtained_by: '',
  original_or_copy: 'unknown',
  where_original: '',
  third_party_data: false,
  transcription: '',
});

const prefixes: Partial<Record<RecordKind, string>> = {
  notice: 'N',
  correspondence: 'C',
  evidence: 'E',
  'suspicious-contact': 'X',
  question: 'Q',
  'data-assertion': 'D',
  statement: 'S',
  loss: 'L',
  'time-spent': 'T',
  'diary-entry': 'Y',
  'protective-step': 'A',
  request: 'R',
};

/** Adds a record and gives it its number. */
export function add(world: World, claim: string, kind: RecordKind, given: Partial<Thing>): Thing {
  const number = world.things.filter((thing) => thing.kind === kind).length + 1;
  world.seq += 1;
  const thing: Thing = {
    id: `${kind}-${number}`,
    kind,
    reference: `${prefixes[kind] ?? 'K'}-${String(number).padStart(3, '0')}`,
    claim,
    created_at: '2026-11-21T10:04:00Z',
    archived: false,
    marks: { note: '', tags: [], privileged: false, include_in_bundle: true },
    incidents: [],
    evidence: [],
    files: [],
    waiting: false,
    guess: null,
    cameWith: null,
    changes: [],
    ...given,
  };
  thing.changes = [
    {
      seq: world.seq,
      at: thing.created_at,
      what: 'It was added.',
      record: null,
      fields: [],
      erased_at: null,
      lasting: false,
    },
  ];
  world.things.push(thing);
  return thing;
}

/** Adds a kept file as an evidence item. */
export function keep(
  world: World,
  claim: string,
  name: string,
  type: string,
  size: number,
  given: Partial<Thing> = {},
  file: Partial<FileView> = {},
) {
  const thing = add(world, claim, 'evidence', { item: { ...emptyItem(), title: name }, ...given });
  thing.files = [paper(thing, name, type, size, file)];
  return thing;
}

export const emptyWorld = (): World => ({
  claims: [],
  parties: [],
  incidents: [],
  things: [],
  drafts: new Map(),
  words: new Map(),
  twins: [],
  unlocked: new Set(),
  seq: 0,
  beside: [],
});

/** What a room holds besides the records. */
export function beside<T extends Map<string, unknown> | unknown[]>(world: World, held: T): T {
  world.beside.push(held);
  return held;
}
