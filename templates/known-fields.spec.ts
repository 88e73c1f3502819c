import { readSettings } from '../src/config/settings.js';
import { civilDate } from '../src/kernel/civil-date.js';
import { hasAuthorityForm } from '../src/drafting/domain/letter/authority.js';
import { hasSymbolForm } from '../src/drafting/domain/letter/symbol.js';
import { KINDS, sampleOf } from './catalogue.js';
import { knownFields, type Drafting } from './known-fields.js';

const drafting: Drafting = {
  facts: { ...readSettings({}).agencyProfile, unitSymbols: { gdtrh: 'GDPT' } },
  unit: { id: 'gdtrh', name: 'Phòng Giáo dục Trung học', symbol: 'GDTrH' },
  signer: { fullName: 'Đỗ Quốc Khánh', lines: ['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC'] },
  today: civilDate('2026-03-18'),
};

describe('what the agency knows of a document before anybody writes', () => {
  it.each(KINDS.map((kind) => [kind.name, kind] as const))('%s', (name, kind) => {
    const known = knownFields(kind, drafting);
    expect(Object.keys(known).filter((field) => !(field in kind.labels))).toEqual([]);
    expect(kind.fill({ ...(sampleOf(name) as object), ...known })).toMatchObject({ ok: true });
    if (!kind.isSigned) return;
    // Rule 33, rule 38.
    const issuer = kind.issuer === 'unit' ? 'GDPT' : 'SGDĐT';
    expect(known['ky_hieu']).toBe(kind.type === null ? 'SGDĐT-GDPT' : `${kind.type}-${issuer}`);
    expect(hasSymbolForm(String(known['ky_hieu']))).toBe(true);
    expect(hasAuthorityForm(known['tham_quyen_ky'] as string[])).toBe(true);
    expect(known).toMatchObject({ nam: '2026', tham_quyen_ky: ['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC'] });
  });

  it('puts the unit under the agency where a unit writes to the head of its own agency', () => {
    const proposal = KINDS.find(({ name }) => name === 'to-trinh-khen-thuong')!;
    expect(knownFields(proposal, drafting)).toMatchObject({
      ...{ co_quan_chu_quan: 'SỞ GIÁO DỤC VÀ ĐÀO TẠO', co_quan_ban_hanh: 'PHÒNG GIÁO DỤC TRUNG HỌC' },
      ...{ ten_co_quan: 'Phòng Giáo dục Trung học Sở Giáo dục và Đào tạo', ky_hieu: 'TTr-GDPT' },
    });
    expect(KINDS.filter(({ issuer }) => issuer === 'unit').map(({ name }) => name)).toEqual(['to-trinh-khen-thuong']);
  });

  it('leaves the rule behind a time to who has read it', () => {
    const extension = KINDS.find(({ name }) => name === 'cong-van-gia-han')!;
    expect(knownFields(extension, drafting)).not.toHaveProperty('can_cu_thoi_han');
    const decision = KINDS.find(({ name }) => name === 'quyet-dinh-khen-thuong')!;
    expect(knownFields(decision, drafting)).toMatchObject({
      ...{ tham_quyen_ban_hanh: 'GIÁM ĐỐC SỞ GIÁO DỤC VÀ ĐÀO TẠO', ten_co_quan: 'Giám đốc Sở Giáo dục và Đào tạo' },
      co_quan_ban_hanh: 'SỞ GIÁO DỤC VÀ ĐÀO TẠO',
    });
  });
});
