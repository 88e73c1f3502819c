import { addressees, closing, minutesSignatures, opening, sections, signatureBlock, typedHead } from './parts.js';
import { withAnnex } from './sections.js';
import { boldRun, dataTable, paragraph, repeated, run } from './wordprocessing.js';

export function reportBody(): string {
  const count = (head: string, tag: string): Parameters<typeof dataTable>[1][number] => ({
    width: 17,
    head,
    cell: [['BangSo', `{${tag}}`]],
  });
  const table = dataTable('so_lieu', [
    { width: 11, head: 'TT', cell: [['BangSo', '{stt}']] },
    { width: 47, head: 'Đơn vị', cell: [['BangChu', '{don_vi}']] },
    count('Tồn kỳ trước', 'ton_ky_truoc'),
    count('Tiếp nhận', 'tiep_nhan'),
    count('Đã trả lời', 'da_tra_loi'),
    count('Trả lời đúng hạn', 'dung_han'),
    count('Trả lời quá hạn', 'qua_han'),
    count('Chưa trả lời, đã quá hạn', 'con_qua_han'),
  ]);
  return (
    typedHead('BÁO CÁO') +
    addressees() +
    opening() +
    paragraph('BangTieuDe', 'Số liệu tiếp nhận, xử lý theo đơn vị') +
    table +
    paragraph('SauBang', '') +
    sections() +
    closing() +
    signatureBlock()
  );
}

export function submissionBody(): string {
  return typedHead('TỜ TRÌNH') + addressees() + opening() + sections() + closing() + signatureBlock();
}

export function announcementBody(): string {
  return typedHead('THÔNG BÁO') + opening() + sections() + closing() + signatureBlock();
}

export function planBody(): string {
  const table = dataTable('nhiem_vu', [
    { width: 11, head: 'TT', cell: [['BangSo', '{stt}']] },
    { width: 63, head: 'Công việc', cell: [['BangChu', '{cong_viec}']] },
    { width: 30, head: 'Chủ trì', cell: [['BangChu', '{chu_tri}']] },
    { width: 32, head: 'Phối hợp', cell: [['BangChu', '{phoi_hop}']] },
    { width: 24, head: 'Thời hạn', cell: [['BangSo', '{thoi_han}']] },
  ]);
  return withAnnex(typedHead('KẾ HOẠCH') + opening() + sections() + closing() + signatureBlock(), 'Kế hoạch', table);
}

/** The order of Nghị định 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.9. */
export function minutesBody(): string {
  const fact = (label: string, value: string): string => paragraph('NoiDung', boldRun(`${label}: `) + run(`${value}.`));
  return (
    typedHead('BIÊN BẢN') +
    fact('Thời gian bắt đầu', '{bat_dau}') +
    fact('Địa điểm', '{dia_diem}') +
    paragraph('NoiDung', boldRun('Thành phần tham dự:')) +
    repeated('thanh_phan', paragraph('NoiDung', '- {.}')) +
    fact('Chủ trì', '{chu_tri}') +
    fact('Thư ký', '{thu_ky}') +
    paragraph('NoiDung', boldRun('Nội dung:')) +
    sections() +
    paragraph('NoiDung', boldRun('Kết luận:')) +
    repeated('ket_luan', paragraph('NoiDung', '- {.}')) +
    closing() +
    minutesSignatures()
  );
}
