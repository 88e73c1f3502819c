import { slipHead } from './parts.js';
import { boldRun, paragraph, repeated, run } from './wordprocessing.js';

/** Three blocks, each with the day on which it was said (Nghị định 30/2020/NĐ-CP, Phụ lục IV). */
export function routingSlipBody(): string {
  const fact = (label: string, value: string): string => paragraph('NoiDung', boldRun(`${label}: `) + run(value));
  const handed = (what: string, list: string): string =>
    paragraph('NoiDung', what) +
    repeated(list, paragraph('NoiDung', '+ {don_vi}{#co_thoi_han}, thời hạn: {thoi_han}{/co_thoi_han};'));
  return (
    slipHead('PHIẾU GIẢI QUYẾT VĂN BẢN ĐẾN') +
    paragraph('MucPhieu', 'Số đến: {so_den}, ngày đến: {ngay_den}') +
    fact('Văn bản đến', '{van_ban_den}') +
    paragraph('MucPhieu', '1. Ý kiến của lãnh đạo cơ quan') +
    handed('- Giao đơn vị, cá nhân chủ trì:', 'chu_tri') +
    handed('- Giao đơn vị, cá nhân phối hợp:', 'phoi_hop') +
    paragraph('NoiDung', '- Ý kiến chỉ đạo: {y_kien_lanh_dao}') +
    paragraph('NoiDung', '- Ngày cho ý kiến: {ngay_lanh_dao}') +
    paragraph('MucPhieu', '2. Ý kiến của lãnh đạo đơn vị') +
    handed('- Giao cá nhân:', 'giao_ca_nhan') +
    paragraph('NoiDung', '- Ý kiến chỉ đạo: {y_kien_don_vi}') +
    paragraph('NoiDung', '- Ngày cho ý kiến: {ngay_don_vi}') +
    paragraph('MucPhieu', '3. Ý kiến đề xuất của người giải quyết') +
    paragraph('NoiDung', '- Đề xuất: {de_xuat}') +
    paragraph('NoiDung', '- Ngày đề xuất: {ngay_de_xuat}')
  );
}
