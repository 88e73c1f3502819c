import { requireGivenParts, type GivenParts } from './given-parts.js';

const PLAN = new Set(['ky_hieu', 'trich_yeu', 'mo_dau', 'muc', 'nhiem_vu', 'noi_nhan', 'nguoi_ky', 'nam']);
const row = { cong_viec: 'Tập huấn', chu_tri: 'Văn phòng', phoi_hop: '', thoi_han: 'Tháng 5/2026' };

describe('the parts that a program gives of a document', () => {
  it.each<readonly [string, GivenParts]>([
    ['a line of text', { trich_yeu: 'Tập huấn cán bộ' }],
    ['lines', { mo_dau: ['Thực hiện nhiệm vụ năm học:'], noi_nhan: ['Lưu: VT.'] }],
    ['sections with what stands under their heads', { muc: [{ tieu_de: 'Mục đích', viec: ['Nâng cao chất lượng.'] }] }],
    ['rows with all their columns', { nhiem_vu: [row] }],
  ])('are taken as %s', (_rule, given) => {
    expect(() => requireGivenParts(given, { names: PLAN, whole: true })).not.toThrow();
  });

  it.each<readonly [string, GivenParts, string]>([
    ['a part that its kind has not', { kinh_gui: ['Sở Nội vụ'] }, 'parts.kinh_gui'],
    ['the name of the signer, which follows the signer', { nguoi_ky: 'Ai đó' }, 'parts.nguoi_ky'],
    ['the year, which follows the day', { nam: '2026' }, 'parts.nam'],
    ['a name that every object has', { constructor: 'x' }, 'parts.constructor'],
    ['a list where a line stands', { trich_yeu: ['Tập huấn'] }, 'parts.trich_yeu'],
    ['a line where a list stands', { mo_dau: 'Thực hiện nhiệm vụ' }, 'parts.mo_dau'],
    ['a section without its head', { muc: [{ viec: ['Nâng cao chất lượng.'] }] }, 'parts.muc'],
    ['a row that lacks a column', { nhiem_vu: [{ cong_viec: 'Tập huấn' }] }, 'parts.nhiem_vu'],
    ['a row with a column of another table', { nhiem_vu: [{ ...row, ten: 'A' }] }, 'parts.nhiem_vu'],
    ['rows that are none', { nhiem_vu: 'Tập huấn | Văn phòng' }, 'parts.nhiem_vu'],
  ])('are refused with %s', (_rule, given, field) => {
    expect(() => requireGivenParts(given, { names: PLAN, whole: true })).toThrow(
      expect.objectContaining({
        code: 'input-invalid',
        details: expect.objectContaining({ field }) as unknown,
      }) as Error,
    );
  });

  it('are those of every letter alone, where a feature gave the others', () => {
    const report = { names: new Set(['trich_yeu', 'muc']), whole: false };
    expect(() => requireGivenParts({ trich_yeu: 'Kết quả quý I' }, report)).not.toThrow();
    expect(() => requireGivenParts({ muc: [] }, report)).toThrow(
      expect.objectContaining({ code: 'input-invalid' }) as Error,
    );
  });
});
