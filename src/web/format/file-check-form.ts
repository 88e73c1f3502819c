import type { ActFormView } from '../kit/acts/act-form.js';
import type { RefusedAct } from '../kit/refused-values.js';
import { file } from '../kit/form/field-kinds.js';
import { defineForm } from '../kit/form/posted-form.js';

/** Which files a page looks into. */
export interface CheckableFile {
  readonly action: string;
  readonly label: string;
  readonly hint: string;
  /** For the browser's own choice of files. */
  readonly accept: string;
}

/** The form of a page that looks into one file and keeps nothing of it. */
export const checkingFile = defineForm({ file: file('Tệp', { needed: 'Chọn một tệp rồi bấm Kiểm tra.' }) });

export function fileCheckForm(refused: RefusedAct | null, { action, ...drawn }: CheckableFile): ActFormView {
  return checkingFile.draw({ id: 'tep', label: 'Chọn tệp', action, submit: 'Kiểm tra', answers: true }, refused, {
    file: drawn,
  });
}
