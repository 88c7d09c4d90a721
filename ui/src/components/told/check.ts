import type { NoticeCheckSave, ToldCell } from '@/generated/contract';

/** What is settled in a cell now, as it would be saved. */
export const savedCheck = (notice: string, item: string, cell: ToldCell): NoticeCheckSave => ({
  notice,
  item,
  finding: cell.finding,
  quote: cell.quote,
  statement: cell.statement?.id ?? null,
  note: cell.note,
});
