import { addressees, closing, letterhead, numbered, signatureBlock } from './parts.js';
import { paragraph, repeated } from './wordprocessing.js';

const RECEIVED = '{ten_co_quan} nhận được {loai_y_kien} của {nguoi_gui} {nguon_den} về việc {ve_viec}.';

function letter(body: string): string {
  return letterhead() + addressees() + body + closing() + signatureBlock();
}

/** The answer to one feedback: what was asked, found, done, and is still watched. */
export function replyBody(): string {
  return letter(
    paragraph('NoiDung', `${RECEIVED} Sau khi xác minh, {ten_co_quan} trả lời như sau:`) +
      numbered(1, 'ket_qua_xac_minh') +
      numbered(2, 'bien_phap_xu_ly') +
      numbered(3, 'theo_doi'),
  );
}

/** It is another agency's matter: it gets the feedback, and the sender a copy. */
export function notCompetentBody(): string {
  return letter(
    paragraph('NoiDung', RECEIVED) +
      paragraph(
        'NoiDung',
        'Sau khi nghiên cứu, {ten_co_quan} nhận thấy nội dung nêu trên không thuộc thẩm quyền giải quyết của {ten_co_quan}, vì:',
      ) +
      repeated('ly_do', paragraph('NoiDung', '- {.}')) +
      paragraph(
        'NoiDung',
        '{ten_co_quan} chuyển {loai_y_kien} nêu trên đến {co_quan_tham_quyen} để giải quyết theo thẩm quyền và thông báo kết quả đến tổ chức, cá nhân phản ánh{qua_noi_chuyen}{cung_gui}.',
      ),
  );
}

function headed(head: string, field: string): string {
  return paragraph('DeMuc', head) + repeated(field, paragraph('NoiDung', '{.}'));
}

export function extensionBody(): string {
  return letter(
    paragraph('NoiDung', `${RECEIVED} {thoi_han_da_bao}. {ten_co_quan} thông báo về việc gia hạn trả lời như sau:`) +
      headed('1. Kết quả đã thực hiện', 'viec_da_lam') +
      headed('2. Lý do gia hạn', 'ly_do') +
      paragraph('DeMuc', '3. Hạn trả lời mới: ngày {han_moi}'),
  );
}

export function informationBody(): string {
  return letter(
    paragraph(
      'NoiDung',
      `${RECEIVED} Để có đủ căn cứ xem xét, giải quyết, {ten_co_quan} đề nghị tổ chức, cá nhân phản ánh bổ sung các thông tin sau:`,
    ) +
      repeated('can_bo_sung', paragraph('NoiDung', '- {.}')) +
      paragraph(
        'NoiDung',
        'Thông tin bổ sung gửi về {noi_tiep_nhan} trước ngày {han_bo_sung}. Quá thời hạn trên mà không nhận được thông tin bổ sung, ' +
          '{ten_co_quan} xem xét, trả lời theo những thông tin đã có.',
      ),
  );
}

/** What was written, and what stands instead. */
export function correctionBody(): string {
  return letter(
    paragraph('NoiDung', 'Qua rà soát, {ten_co_quan} đính chính một số sai sót tại {van_ban_goc} như sau:') +
      numbered(1, 'noi_dung_sai') +
      numbered(2, 'noi_dung_dung'),
  );
}
