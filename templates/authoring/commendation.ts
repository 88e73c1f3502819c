import { addressees, closing, contentInitials, opening, signatureBlock, typedHead, UNIT_LINE_WIDTH } from './parts.js';
import { withAnnex } from './sections.js';
import { boldRun, dataTable, paragraph, repeated, run } from './wordprocessing.js';

function list(): string {
  return dataTable('khen_thuong', [
    { width: 11, head: 'TT', cell: [['BangSo', '{stt}']] },
    { width: 38, head: 'Tên tập thể, cá nhân', cell: [['BangChu', '{ten}']] },
    { width: 36, head: 'Đơn vị', cell: [['BangChu', '{don_vi}']] },
    { width: 50, head: 'Thành tích', cell: [['BangChu', '{thanh_tich}']] },
    { width: 25, head: 'Hình thức', cell: [['BangSo', '{hinh_thuc}']] },
  ]);
}

export function commendationProposalBody(): string {
  return withAnnex(
    typedHead('TỜ TRÌNH', UNIT_LINE_WIDTH) + addressees() + opening() + closing() + signatureBlock(),
    'Tờ trình',
    list(),
  );
}

/** Legal bases in italics, then the articles; the last one closes the decision. */
export function commendationDecisionBody(): string {
  const article = (number: string, text: string): string => boldRun(`Điều ${number}. `) + run(text);
  return withAnnex(
    typedHead('QUYẾT ĐỊNH') +
      paragraph('ThamQuyenBanHanh', '{tham_quyen_ban_hanh}') +
      repeated('can_cu', paragraph('CanCu', '{.}')) +
      paragraph('ThamQuyenBanHanh', 'QUYẾT ĐỊNH:') +
      repeated('dieu', paragraph('NoiDung', article('{so_dieu}', '{noi_dung}'))) +
      paragraph('LoiKet', article('{dieu_cuoi}', '{loi_ket}') + contentInitials()) +
      signatureBlock(),
    'Quyết định',
    list(),
  );
}
