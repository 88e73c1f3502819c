import { addressees, closing, letterhead, opening, sections, signatureBlock } from './parts.js';
import { dataTable, paragraph, repeated } from './wordprocessing.js';

/** A letter that hands down a decision: why, then one numbered head a body, its duties with dashes. */
export function implementingBody(): string {
  return letterhead() + addressees() + opening() + sections('- ') + closing() + signatureBlock();
}

export function reminderBody(): string {
  const table = dataTable('phieu', [
    { width: 11, head: 'TT', cell: [['BangSo', '{stt}']] },
    {
      width: 65,
      head: 'Mã, nội dung phản ánh',
      cell: [
        ['BangChu', '{ma_phieu}'],
        ['BangChu', '{ve_viec}'],
      ],
    },
    { width: 36, head: 'Đơn vị', cell: [['BangChu', '{don_vi}']] },
    { width: 23, head: 'Thời hạn', cell: [['BangSo', '{han}']] },
    { width: 25, head: 'Tình trạng', cell: [['BangSo', '{tinh_trang}']] },
  ]);
  return (
    letterhead() +
    addressees() +
    opening() +
    table +
    paragraph('SauBang', '') +
    repeated('yeu_cau', paragraph('NoiDung', '{.}')) +
    closing() +
    signatureBlock()
  );
}

export function officerChangeBody(): string {
  const table = dataTable('thay_doi', [
    { width: 11, head: 'TT', cell: [['BangSo', '{stt}']] },
    { width: 36, head: 'Đơn vị', cell: [['BangChu', '{don_vi}']] },
    { width: 28, head: 'Cán bộ đầu mối cũ', cell: [['BangChu', '{nguoi_cu}']] },
    {
      width: 61,
      head: 'Cán bộ đầu mối mới',
      cell: [
        ['BangChu', '{nguoi_moi}'],
        ['BangChu', '{chuc_vu}'],
        ['BangChu', '{dien_thoai}'],
        ['BangChu', '{thu_dien_tu}'],
      ],
    },
    { width: 24, head: 'Từ ngày', cell: [['BangSo', '{tu_ngay}']] },
  ]);
  return letterhead() + addressees() + opening() + table + paragraph('SauBang', '') + closing() + signatureBlock();
}
