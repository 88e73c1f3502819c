import { z } from 'zod';
import type { DraftEntity, TakenFile } from '../../drafting/index.js';
import { needsReason } from '../../drafting/domain/revision.js';
import type { DraftWordView } from './draft-word.js';
import { count } from '../kit/words/numbers.js';
import { comparisonLink, draftHref, revisionHref } from './draft-revisions.js';
import type { RefusedAct } from '../kit/refused-values.js';
import { type Control, field, file, hidden, text } from '../kit/form/field-kinds.js';
import { defineForm } from '../kit/form/posted-form.js';

interface WordReadingOfPage {
  readonly draft: DraftEntity;
  /** Which revision the present one was made from, where it was written in Word. */
  readonly word: { readonly basedOn: number | null } | null;
  readonly reason: Partial<Control>;
}

export const bringingWord = defineForm({
  version: hidden(z.coerce.number().int().min(1)),
  file: file('Tệp Word (.docx) đã sửa', {
    needed: 'Chọn tệp .docx đã sửa rồi bấm Nộp bản sửa.',
    hint: 'Nhiều nhất 20 MB. Tệp được kiểm tra, so với bản tải về rồi thành một bản mới.',
    accept: '.docx',
  }),
  base: field('choice', 'Tệp sửa từ', revisionOrNone(), { blank: 'Bản ghi trong tệp (phần mềm tự nhận)' }),
  reason: text('Lý do sửa'),
});

function revisionOrNone(): z.ZodType<number | null> {
  return z
    .string()
    .regex(/^[1-9]\d{0,5}$/u)
    .transform(Number)
    .nullable()
    .catch(null);
}

/** How the present revision goes to Word and comes back. */
export function draftWordView({ draft, word, reason }: WordReadingOfPage, refused: RefusedAct | null): DraftWordView {
  const { id, revision, version } = draft;
  const frame = {
    id: 'nop-word',
    label: 'Nộp bản sửa…',
    action: `${draftHref(id)}/nop-word`,
    submit: 'Nộp bản sửa',
    lead: 'Không gõ đè lên chỗ trống của số, ngày, chữ ký. Trích yếu, Kính gửi, Nơi nhận, người ký để như trong biểu mẫu.',
  };
  const label = `Bản ${String(revision)}: tệp đã có mọi thay đổi đến bản này`;
  return {
    about: word && aboutWord(word.basedOn),
    download: { href: `${revisionHref(id, revision)}/sua-trong-word.docx`, label: 'Tải về để sửa trong Word' },
    upload: bringingWord.draw(frame, refused, {
      version,
      base: { options: [{ value: String(revision), label }] },
      reason,
    }),
    leave: word && {
      action: `${draftHref(id)}/bo-word`,
      version: String(version),
      mustSayWhy: needsReason(draft),
    },
  };
}

function aboutWord(basedOn: number | null): string {
  const from = basedOn === null ? '' : ` từ bản ${String(basedOn)}`;
  return `Bản này được sửa trong Word${from}: nội dung ở trong tệp, trang in bên cạnh là của tệp. Sửa tiếp thì tải tệp về; muốn sửa bằng biểu mẫu thì bỏ bản sửa trong Word.`;
}

/** Where to redirect after an upload, and the message there. */
export function takenFile(
  id: string,
  taken: TakenFile,
): { readonly url: string; readonly notice: 'done' | 'refused'; readonly words: string } {
  if (taken.kind === 'movedOn') {
    const { base, present } = taken;
    const words = `Chưa lưu tệp: tệp sửa từ bản ${base}, nay bản thảo đã là bản ${present}; chỗ khác nhau ở dưới đây. Đưa các thay đổi ấy vào tệp rồi nộp lại, chọn “Bản ${present}” ở ô “Tệp sửa từ”.`;
    return { url: comparisonLink(id, base, present).href, notice: 'refused', words };
  }
  const { revision, errors } = taken;
  const left = errors === 0 ? '' : ` Còn ${count(errors)} lỗi thể thức phải sửa trước khi trình.`;
  return { url: draftHref(id), notice: 'done', words: `Đã lưu bản ${revision} từ tệp Word.${left}` };
}
