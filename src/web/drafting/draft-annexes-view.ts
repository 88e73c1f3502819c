import { z } from 'zod';
import { MAX_ANNEXES_BYTES, MAX_ANNEXES, type Annex } from '../../drafting/domain/annexes.js';
import type { ActFormView } from '../kit/acts/act-form.js';
import type { FileView } from '../ticket-files/files.js';
import type { DraftAnnexesView } from './draft-annexes.js';
import { count, fileSize } from '../kit/words/numbers.js';
import { draftHref, revisionHref } from '../revisions/draft-revisions.js';
import type { RefusedAct } from '../kit/refused-values.js';
import { type Control, field, files, hidden, text } from '../kit/form/field-kinds.js';
import { defineForm } from '../kit/form/posted-form.js';

interface AnnexesOfPage {
  readonly draft: { readonly id: string; readonly revision: number; readonly version: number };
  readonly annexes: readonly Annex[];
  readonly may: { readonly edit: boolean };
  readonly reason: Partial<Control>;
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

const version = hidden(z.coerce.number().int().min(1));
/** Why the letter is changed, as the page of the draft asks for it. */
const reason = text('Lý do sửa');

export const addingAnnexes = defineForm({
  version,
  files: files('Tệp PDF chưa ký số', {
    hint: `Nhiều nhất ${String(MAX_ANNEXES)} tệp, cộng lại không quá ${fileSize(MAX_ANNEXES_BYTES)}.`,
    accept: '.pdf,application/pdf',
  }),
  reason,
});

function addAct({ draft, reason: asked }: AnnexesOfPage, refused: RefusedAct | null): ActFormView {
  const frame = {
    id: 'them-phu-luc',
    label: 'Thêm phụ lục…',
    action: `${draftHref(draft.id)}/phu-luc`,
    submit: 'Thêm phụ lục',
    lead: 'Lưu bản thảo trước khi thêm; thêm phụ lục là một bản mới, phải duyệt lại.',
  };
  return addingAnnexes.draw(frame, refused, { version: draft.version, reason: asked });
}

export const removingAnnex = defineForm({
  version,
  position: field('choice', 'Phụ lục cần bỏ', z.coerce.number().int().min(1), { value: 1 }),
  reason,
});

function removeAct({ draft, annexes, reason: asked }: AnnexesOfPage, refused: RefusedAct | null): ActFormView {
  const frame = {
    id: 'bo-phu-luc',
    label: 'Bỏ phụ lục…',
    action: `${draftHref(draft.id)}/bo-phu-luc`,
    submit: 'Bỏ phụ lục',
    lead: 'Bỏ phụ lục là một bản mới, phải duyệt lại; bản trước vẫn giữ tệp.',
  };
  const options = annexes.map(({ name }, at) => ({ value: String(at + 1), label: name }));
  return removingAnnex.draw(frame, refused, { version: draft.version, position: { options }, reason: asked });
}
