import type { LetterAnnexEntity } from '../../signing/index.js';
import type { BroughtFile } from '../../signing/domain/by-hand.js';
import type { ActFormView } from '../kit/acts/act-form.js';
import type { RefusedAct } from '../kit/refused-values.js';
import { field, file, postedFiles } from '../kit/form/field-kinds.js';
import { defineForm } from '../kit/form/posted-form.js';

interface Words {
  readonly path: string;
  readonly submit: string;
  readonly lead: string;
  readonly file: string;
}

const WORDS: Readonly<Record<BroughtFile, Words>> = {
  signed: {
    path: 'dua-len',
    submit: 'Đưa bản đã ký lên',
    lead: 'Hệ thống quản lý văn bản này không nhận trình ký qua kết nối. Tải bản trình, trình lãnh đạo ký trên hệ thống đó, rồi đưa tệp đã ký lên đây; tệp được kiểm tra như tệp lấy qua kết nối.',
    file: 'Tệp PDF lãnh đạo đã ký',
  },
  sealed: {
    path: 'dua-len',
    submit: 'Đưa bản đã đóng dấu lên',
    lead: 'Hệ thống quản lý văn bản này không đóng dấu qua kết nối. Tải bản lãnh đạo đã ký, ký số của cơ quan trên hệ thống đó với đúng số, ngày trong sổ đi, rồi đưa tệp lên đây; đạt kiểm tra thì công văn tự phát hành.',
    file: 'Tệp PDF đã có chữ ký số của cơ quan',
  },
  annexes: {
    path: 'dua-phu-luc',
    submit: 'Đưa phụ lục đã ký lên',
    lead: 'Hệ thống quản lý văn bản này không ký phụ lục qua kết nối; công văn đã đóng dấu, chờ phụ lục rồi mới phát hành. Tải từng phụ lục, ký số của cơ quan: góc trên bên phải trang 1 ghi “Số: …” đúng số, ký hiệu của công văn và thời gian ký, cỡ chữ 10, không hiện hình ảnh dấu. Đưa từng tệp hoặc mọi tệp cùng lúc.',
    file: 'Tệp PDF phụ lục đã có chữ ký số của cơ quan',
  },
};

type Annex = Pick<LetterAnnexEntity, 'position' | 'name' | 'sealedSha256'>;

/** Where the files of a step by hand are fetched: the letter, or each annex that lacks the agency's signature. */
export function filesToSign(
  id: string,
  awaited: BroughtFile,
  annexes: readonly Annex[],
): readonly { readonly href: string; readonly label: string }[] {
  if (awaited === 'signed') return [{ href: `/tep/trinh-ky/${id}/ban-trinh.pdf`, label: 'Tải bản trình' }];
  if (awaited === 'sealed') return [{ href: `/tep/trinh-ky/${id}/ban-ky.pdf`, label: 'Tải bản lãnh đạo đã ký' }];
  return annexes
    .filter(({ sealedSha256 }) => sealedSha256 === null)
    .map(({ position, name }) => ({
      href: `/tep/trinh-ky/${id}/phu-luc/${String(position)}.pdf`,
      label: `Tải phụ lục ${String(position)}: ${name}`,
    }));
}

const PDF = { hint: 'Nhiều nhất 20 MB.', accept: '.pdf' };

export const bringingFile = defineForm({
  file: file('Tệp PDF', { needed: 'Chọn tệp PDF đã ký rồi bấm nút đưa lên.', ...PDF }),
});

export const bringingAnnexes = defineForm({
  files: field(
    'files',
    'Các tệp PDF',
    postedFiles().refine((given) => given.length > 0, 'Chọn các tệp phụ lục đã ký rồi bấm nút đưa lên.'),
    { several: true, ...PDF },
  ),
});

/** Bringing what was signed by hand. @param id of its request */
export function broughtFileForm(id: string, awaited: BroughtFile, refused: RefusedAct | null): ActFormView {
  const { path, submit, lead, file: label } = WORDS[awaited];
  const frame = { id: path, label: `${submit}…`, action: `/trinh-ky/${id}/${path}`, submit, lead, open: true };
  return awaited === 'annexes'
    ? bringingAnnexes.draw(frame, refused, { files: { label } })
    : bringingFile.draw(frame, refused, { file: { label } });
}
