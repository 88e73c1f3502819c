import type { ActFormView } from '../acts/act-form.js';
import type { RefusedAct } from '../refused-values.js';
import { file } from '../form/field-kinds.js';
import { defineForm } from '../form/posted-form.js';

interface ChosenFile {
  readonly action: string;
  /** `Tệp Excel (.xlsx)` */
  readonly label: string;
  readonly accept: string;
  /** How many rows and bytes, and what may not stand in a cell. */
  readonly hint: string;
}

/** The form that takes a file of rows, to be looked at before anything of it is written. */
export const bringingRows = defineForm({ file: file('Tệp', { needed: 'Chọn một tệp rồi bấm Xem trước.' }) });

export function importForm({ action, ...drawn }: ChosenFile, refused: RefusedAct | null): ActFormView {
  return bringingRows.draw({ id: 'tep', label: 'Chọn tệp', action, submit: 'Xem trước' }, refused, { file: drawn });
}

/** A workbook of at most so many rows. */
export function workbookForm(action: string, mostRows: string, refused: RefusedAct | null): ActFormView {
  const hint = `Nhiều nhất ${mostRows} dòng, 5 MB. Không dùng công thức trong ô.`;
  return importForm({ action, label: 'Tệp Excel (.xlsx)', accept: '.xlsx', hint }, refused);
}
