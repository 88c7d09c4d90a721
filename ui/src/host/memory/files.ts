import type { FileView } from '@/generated/contract';

let made = 0;

/** A kept file of the invented vault. */
export function paper(
  item: { id: string; reference: string },
  name: string,
  type: string,
  size: number,
  given: Partial<FileView> = {},
): FileView {
  made += 1;
  return {
    id: `file-${made}`,
    evidence: item.id,
    evidence_reference: item.reference,
    name,
    media_type: type,
    size,
    sha256: made.toString(16).padStart(4, '0').repeat(16),
    added_at: '2026-11-21T10:04:00Z',
    file_modified: '2021-11-03T17:05:12Z',
    taken_at: null,
    pages: type === 'application/pdf' ? 1 : null,
    seconds: null,
    rotation: 0,
    machine: type.startsWith('image/') ? 'nothing_found' : 'not_needed',
    problem: type === 'application/x-broken' ? 'It ends in the middle.' : null,
    ...given,
  };
}
