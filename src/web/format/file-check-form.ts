import type { ActFormView } from '../kit/act-form.js';
import { refusedValues, type RefusedAct } from '../kit/refused-values.js';

/** Which files a page looks into. */
export interface CheckableFile {
  readonly action: string;
  readonly label: string;
  readonly hint: string;
  /** For the browser's own choice of files. */
  readonly accept: string;
}

/** The form of a page that looks into one file and keeps nothing of it. */
export function fileCheckForm(refused: RefusedAct | null, { action, label, hint, accept }: CheckableFile): ActFormView {
  const posted = refusedValues(refused, action);
  return {
    id: 'tep',
    label: 'Chọn tệp',
    action,
    submit: 'Kiểm tra',
    fields: [{ kind: 'files', name: 'file', label, hint, accept, error: posted.error('file') }],
    error: posted.whole('file'),
    upload: true,
  };
}
