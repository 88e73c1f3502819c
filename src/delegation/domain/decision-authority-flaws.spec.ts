import { civilDate } from '../../kernel/civil-date.js';
import type { DecisionAuthority } from './decision-authority.js';
import { decisionAuthorityFlaws, mattersOf, type DecisionAuthorityDraft } from './decision-authority-flaws.js';

const today = civilDate('2026-03-18');
const OFFICE: DecisionAuthorityDraft = {
  holder: 'registryClerk',
  matters: ['return'],
  scope: '',
  validFrom: '2026-03-18',
  validTo: '',
  basis: '15/QĐ-SGDĐT',
  basisDate: '2026-03-18',
  hasFile: false,
};
const PERSON = {
  holder: 'tam',
  matters: ['return'],
  scope: 'Phản ánh thuộc ngành khác.',
  validTo: '2026-06-30',
  hasFile: true,
};
const people = [
  { id: 'tam', fullName: 'Nguyễn Minh Tâm', roles: ['formatChecker' as const] },
  { id: 'khanh', fullName: 'Đỗ Quốc Khánh', roles: ['leader' as const] },
  { id: 'ngoc', fullName: 'Nguyễn Thị Hồng Ngọc', roles: ['contactOfficer' as const] },
];
const IN_FORCE: DecisionAuthority = {
  id: 'line',
  personId: null,
  office: 'registryClerk',
  matters: ['return'],
  basis: '12/QĐ-SGDĐT',
  validFrom: civilDate('2026-01-01'),
  validTo: null,
  endedFrom: null,
};

const flawsOf = (change: Partial<DecisionAuthorityDraft>, table: readonly DecisionAuthority[] = []) =>
  decisionAuthorityFlaws({ ...OFFICE, ...change }, { table, people, today });

describe('rule 70: what may come into the table of who decides', () => {
  it.each<[string, Partial<DecisionAuthorityDraft>, readonly string[]]>([
    ['an office, for what is in its hands', {}, []],
    ['an office, with words of the scope', { scope: 'Phản ánh gửi nhầm ngành.' }, []],
    ['no more words of it than are kept', { scope: 'a'.repeat(501) }, ['scope']],
    ['an office not for what others do', { matters: ['return', 'extend'] }, ['matters']],
    ['no line without a matter', { matters: [] }, ['matters']],
    ['no matter that there is not', { ...PERSON, matters: ['sign'] }, ['matters']],
    ['a person in writing, with scope and last day', PERSON, []],
    ['a person not without', { ...PERSON, scope: '', validTo: '', hasFile: false }, ['scope', 'validTo', 'file']],
    ['nor with more words than are kept', { ...PERSON, scope: 'a'.repeat(501) }, ['scope']],
    ['no leader, who decides anyway', { ...PERSON, holder: 'khanh' }, ['holder']],
    ['nobody who sees one unit alone', { ...PERSON, holder: 'ngoc' }, ['holder']],
    ['nobody unknown', { holder: 'nobody' }, ['holder']],
  ])('%s', (_rule, change, fields) => {
    expect(flawsOf(change).map(({ field }) => field)).toEqual(fields);
  });

  it('a matter once on a day', () => {
    expect(flawsOf({}, [IN_FORCE]).map(({ field }) => field)).toEqual(['holder']);
    expect(flawsOf({ matters: ['reject'] }, [IN_FORCE])).toEqual([]);
  });

  it('says nothing of signing where somebody decides', () => {
    const wrong = { basis: '', basisDate: '', validFrom: '', validTo: 'x' };
    for (const { sentence } of [...flawsOf(wrong), ...flawsOf({ basisDate: '2026-03-19' })])
      expect(sentence).not.toMatch(/(?:giao|bắt đầu|không) ký/u);
  });

  it('keeps each matter once', () => {
    expect(mattersOf({ matters: ['return', 'reject', 'return'] })).toEqual(['reject', 'return']);
  });
});
