import { MAX_ANNEXES_BYTES, MAX_ANNEXES, type Annex } from '../../drafting/domain/annexes.js';
import type { ActField, ActFormView } from '../kit/act-form.js';
import type { FileView } from '../ticket-files/files.js';
import type { DraftAnnexesView } from './draft-annexes.js';
import { count, fileSize } from '../kit/words/numbers.js';
import { draftHref, revisionHref } from '../revisions/draft-revisions.js';
import { refusedValues, type RefusedAct } from '../kit/refused-values.js';

interface AnnexesOfPage {
  readonly draft: { readonly id: string; readonly revision: number; readonly version: number };
  readonly annexes: readonly Annex[];
  readonly may: { readonly edit: boolean };
  readonly reason: ActField;
}

/** The annexes of a revision, each opened by its place. */
export function annexFiles(draftId: string, revision: number, annexes: readonly Annex[]): readonly FileView[] {
  return annexes.map(({ name, size }, at) => ({
    href: `${revisionHref(draftId, revision)}/phu-luc/${String(at + 1)}.pdf`,
    name,
    size: fileSize(size),
    kind: 'document',
  }));
}

/** @returns null where there is none, and this person may add none */
export function draftAnnexesView(reading: AnnexesOfPage, refused: RefusedAct | null): DraftAnnexesView | null {
  const { draft, annexes, may } = reading;
  if (annexes.length === 0 && !may.edit) return null;
  return {
    about:
      annexes.length === 0
        ? 'Chưa có. Phụ lục nằm trong tệp công văn thì không thêm ở đây.'
        : `${count(annexes.length)} tệp, duyệt và trình ký cùng công văn. Sau khi lấy số, cơ quan ký số lên từng tệp.`,
    files: annexFiles(draft.id, draft.revision, annexes),
    acts: may.edit ? [addAct(reading, refused), ...(annexes.length > 0 ? [removeAct(reading, refused)] : [])] : [],
  };
}

function addAct({ draft: { id, version }, reason }: AnnexesOfPage, refused: RefusedAct | null): ActFormView {
  const action = `${draftHref(id)}/phu-luc`;
  const posted = refusedValues(refused, action);
  return {
    id: 'them-phu-luc',
    label: 'Thêm phụ lục…',
    action,
    submit: 'Thêm phụ lục',
    lead: 'Lưu bản thảo trước khi thêm; thêm phụ lục là một bản mới, phải duyệt lại.',
    fields: [
      { kind: 'hidden', name: 'version', value: String(version) },
      {
        kind: 'files',
        name: 'files',
        label: 'Tệp PDF chưa ký số',
        hint: `Nhiều nhất ${String(MAX_ANNEXES)} tệp, cộng lại không quá ${fileSize(MAX_ANNEXES_BYTES)}.`,
        accept: '.pdf,application/pdf',
        several: true,
        error: posted.error('files'),
      },
      again(reason, posted),
    ],
    error: posted.whole('files', 'reason'),
    open: posted.refused,
    upload: true,
  };
}

function removeAct(
  { draft: { id, version }, annexes, reason }: AnnexesOfPage,
  refused: RefusedAct | null,
): ActFormView {
  const action = `${draftHref(id)}/bo-phu-luc`;
  const posted = refusedValues(refused, action);
  return {
    id: 'bo-phu-luc',
    label: 'Bỏ phụ lục…',
    action,
    submit: 'Bỏ phụ lục',
    lead: 'Bỏ phụ lục là một bản mới, phải duyệt lại; bản trước vẫn giữ tệp.',
    fields: [
      { kind: 'hidden', name: 'version', value: String(version) },
      {
        kind: 'choice',
        name: 'position',
        label: 'Phụ lục cần bỏ',
        value: posted.value('position') ?? '1',
        options: annexes.map(({ name }, at) => ({ value: String(at + 1), label: name })),
        error: posted.error('position'),
      },
      again(reason, posted),
    ],
    error: posted.whole('position', 'reason'),
    open: posted.refused,
  };
}

/** Why the letter is changed, with what was typed before it was refused. */
function again(reason: ActField, posted: ReturnType<typeof refusedValues>): ActField {
  if (reason.kind !== 'text' || !posted.refused) return reason;
  return { ...reason, value: posted.value('reason') ?? '', error: posted.error('reason') };
}
