import { addressees, closing, letterhead, signatureBlock, typedHead } from './parts.js';
import { boldRun, paragraph, repeated, run } from './wordprocessing.js';

/** A letter that hands feedback on; the code stands for the citizen. */
export function referralBody(): string {
  return (
    letterhead() +
    addressees() +
    paragraph(
      'NoiDung',
      '{ten_co_quan} nhận được {loai_y_kien} của tổ chức, cá nhân (mã số {ma_phieu}) ngày {ngay_chuyen} về việc {ve_viec}.',
    ) +
    repeated('de_nghi', paragraph('NoiDung', '{.}')) +
    paragraph(
      'NoiDung',
      'Kết quả giải quyết gửi về {ten_co_quan} trước ngày {han_tra_loi} để trả lời tổ chức, cá nhân phản ánh.',
    ) +
    repeated('kem_theo', paragraph('NoiDung', 'Gửi kèm: {.}.')) +
    closing() +
    signatureBlock()
  );
}

/** The facts of a feedback, line by line. */
export function forwardingSlipBody(): string {
  const fact = (label: string, value: string): string => paragraph('NoiDung', boldRun(`${label}: `) + run(`${value}.`));
  return (
    typedHead('PHIẾU CHUYỂN') +
    paragraph('NoiDung', '{ten_co_quan} chuyển {loai_y_kien} của tổ chức, cá nhân đến:') +
    repeated('noi_giai_quyet', paragraph('NoiDung', '- {.}')) +
    fact('Mã số', '{ma_phieu}') +
    fact('Ngày nhận', '{ngay_chuyen}') +
    fact('Nội dung', '{ve_viec}') +
    fact('Hạn trả lời', '{han_tra_loi}') +
    repeated('kem_theo', fact('Tài liệu kèm theo', '{.}')) +
    closing() +
    signatureBlock()
  );
}
