import type { DraftEntity, TakenFile } from '../../drafting/index.js';
import { needsReason } from '../../drafting/domain/revision.js';
import type { ActField } from '../kit/act-form.js';
import type { DraftWordView } from './draft-word.js';
import { count } from '../kit/words/numbers.js';
import { comparisonLink, draftHref, revisionHref } from './draft-revisions.js';
import { refusedValues, type RefusedAct } from '../kit/refused-values.js';

interface WordReadingOfPage {
  readonly draft: DraftEntity;
  /** Which revision the present one was made from, where it was written in Word. */
  readonly word: { readonly basedOn: number | null } | null;
  readonly reason: ActField;
}

/** How the present revision goes to Word and comes back. */
export function draftWordView({ draft, word, reason }: WordReadingOfPage, refused: RefusedAct | null): DraftWordView {
  const { id, revision, version } = draft;
  const action = `${draftHref(id)}/nop-word`;
  const posted = refusedValues(refused, action);
  const present = `Bản ${String(revision)}`;
  return {
    about: word && aboutWord(word.basedOn),
    download: { href: `${revisionHref(id, revision)}/sua-trong-word.docx`, label: 'Tải về để sửa trong Word' },
    upload: {
      id: 'nop-word',
      label: 'Nộp bản sửa…',
      action,
      submit: 'Nộp bản sửa',
      lead: 'Không gõ đè lên chỗ trống của số, ngày, chữ ký. Trích yếu, Kính gửi, Nơi nhận, người ký để như trong biểu mẫu.',
      fields: [
        { kind: 'hidden', name: 'version', value: String(version) },
        {
          kind: 'files',
          name: 'file',
          label: 'Tệp Word (.docx) đã sửa',
          hint: 'Nhiều nhất 20 MB. Tệp được kiểm tra, so với bản tải về rồi thành một bản mới.',
          accept: '.docx',
          error: posted.error('file'),
        },
        {
          kind: 'choice',
          name: 'base',
          label: 'Tệp sửa từ',
          value: posted.value('base') ?? '',
          options: [
            { value: '', label: 'Bản ghi trong tệp (phần mềm tự nhận)' },
            { value: String(revision), label: `${present}: tệp đã có mọi thay đổi đến bản này` },
          ],
        },
        {
          ...reason,
          ...(posted.refused ? { value: posted.value('reason') ?? '', error: posted.error('reason') } : {}),
        },
      ],
      error: posted.whole('file', 'reason'),
      open: posted.refused,
      upload: true,
    },
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
