import { readSettings } from '../src/config/settings.js';
import { civilDate } from '../src/kernel/civil-date.js';
import { hasAuthorityForm } from '../src/drafting/domain/letter/authority.js';
import { hasSymbolForm } from '../src/drafting/domain/letter/symbol.js';
import { KINDS, sampleOf } from './catalogue.js';
import { knownFields, type Drafting } from './known-fields.js';

const drafting: Drafting = {
  facts: { ...readSettings({}).agencyProfile, unitSymbols: { gdtrh: 'GDPT' } },
  unit: { id: 'gdtrh', symbol: 'GDTrH' },
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
    expect(known['ky_hieu']).toBe(kind.type === null ? 'SGDĐT-GDPT' : `${kind.type}-SGDĐT`);
    expect(hasSymbolForm(String(known['ky_hieu']))).toBe(true);
    expect(hasAuthorityForm(known['tham_quyen_ky'] as string[])).toBe(true);
    expect(known).toMatchObject({ nam: '2026', tham_quyen_ky: ['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC'] });
  });

  it('cites what the agency cites', () => {
    const extension = KINDS.find(({ name }) => name === 'cong-van-gia-han')!;
    expect(knownFields(extension, drafting)['can_cu_thoi_han']).toBe(drafting.facts.citations.regulation);
    const decision = KINDS.find(({ name }) => name === 'quyet-dinh-khen-thuong')!;
    expect(knownFields(decision, drafting)['tham_quyen_ban_hanh']).toBe('GIÁM ĐỐC SỞ GIÁO DỤC VÀ ĐÀO TẠO');
  });
});
