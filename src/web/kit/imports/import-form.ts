import type { ActFormView } from '../act-form.js';
import { refusedValues, type RefusedAct } from '../refused-values.js';

interface ChosenFile {
  readonly action: string;
  /** `Tệp Excel (.xlsx)` */
  readonly label: string;
  readonly accept: string;
  /** How many rows and bytes, and what may not stand in a cell. */
  readonly hint: string;
}

/** The form that takes a file of rows, to be looked at before anything of it is written. */
export function importForm({ action, label, accept, hint }: ChosenFile, refused: RefusedAct | null): ActFormView {
  const posted = refusedValues(refused, action);
  return {
    id: 'tep',
    label: 'Chọn tệp',
    action,
    submit: 'Xem trước',
    upload: true,
    fields: [{ kind: 'files', name: 'file', label, accept, hint, error: posted.error('file') }],
    error: posted.whole('file'),
  };
}

/** A workbook of at most so many rows. */
export function workbookForm(action: string, mostRows: string, refused: RefusedAct | null): ActFormView {
  const hint = `Nhiều nhất ${mostRows} dòng, 5 MB. Không dùng công thức trong ô.`;
  return importForm({ action, label: 'Tệp Excel (.xlsx)', accept: '.xlsx', hint }, refused);
}
