import type { BroughtFile } from '../../signing/domain/by-hand.js';
import type { ActFormView } from '../components/act-form.js';
import { refusedValues, type RefusedAct } from './refused-values.js';

const WORDS: Readonly<
  Record<BroughtFile, { readonly label: string; readonly submit: string; readonly lead: string; readonly file: string }>
> = {
  signed: {
    label: 'Đưa bản đã ký lên',
    submit: 'Đưa bản đã ký lên',
    lead: 'E-office này không nhận trình ký qua kết nối. Tải bản trình, trình lãnh đạo ký trên e-office, rồi đưa tệp đã ký lên đây; tệp được kiểm tra như tệp lấy từ e-office.',
    file: 'Tệp PDF lãnh đạo đã ký',
  },
  sealed: {
    label: 'Đưa bản đã đóng dấu lên',
    submit: 'Đưa bản đã đóng dấu lên',
    lead: 'E-office này không đóng dấu qua kết nối. Tải bản lãnh đạo đã ký, ký số của cơ quan trên e-office với đúng số, ngày trong sổ đi, rồi đưa tệp lên đây; đạt kiểm tra thì công văn tự phát hành.',
    file: 'Tệp PDF đã có chữ ký số của cơ quan',
  },
};

/** Where the file of a step by hand is fetched. */
export function fileToSign(id: string, awaited: BroughtFile): { readonly href: string; readonly label: string } {
  return awaited === 'signed'
    ? { href: `/tep/trinh-ky/${id}/ban-trinh.pdf`, label: 'Tải bản trình' }
    : { href: `/tep/trinh-ky/${id}/ban-ky.pdf`, label: 'Tải bản lãnh đạo đã ký' };
}

/** Bringing a file that was signed by hand. @param id of its request */
export function broughtFileForm(id: string, awaited: BroughtFile, refused: RefusedAct | null): ActFormView {
  const { label, submit, lead, file } = WORDS[awaited];
  const action = `/trinh-ky/${id}/dua-len`;
  const posted = refusedValues(refused, action);
  return {
    id: 'dua-len',
    label: `${label}…`,
    action,
    submit,
    lead,
    fields: [
      {
        kind: 'files',
        name: 'file',
        label: file,
        hint: 'Nhiều nhất 20 MB.',
        accept: '.pdf',
        error: posted.error('file'),
      },
    ],
    error: posted.whole('file'),
    open: true,
    upload: true,
  };
}
