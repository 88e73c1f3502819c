import { addressees, closing, letterhead, signatureBlock } from './letter.js';
import { paragraph, repeated, run } from './wordprocessing.js';

/** Each matter may run over several paragraphs; the first carries its number. */
function numbered(number: number, field: string): string {
  return repeated(field, paragraph('NoiDung', run(`{#doan_dau}${number}. {/doan_dau}{van_ban}`)));
}

/** The answer to one feedback of the hotline: what was asked, found, done, and is still watched. */
export function replyLetterBody(): string {
  return (
    letterhead() +
    addressees() +
    paragraph(
      'NoiDung',
      '{ten_co_quan} nhận được {loai_y_kien} của công dân do {noi_chuyen} chuyển đến ngày {ngay_chuyen} về việc {ve_viec}. ' +
        'Sau khi xác minh, {ten_co_quan} trả lời như sau:',
    ) +
    numbered(1, 'ket_qua_xac_minh') +
    numbered(2, 'bien_phap_xu_ly') +
    numbered(3, 'theo_doi') +
    closing() +
    signatureBlock()
  );
}
