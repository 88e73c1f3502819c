import { civilDate } from '../../kernel/civil-date.js';
import { authorityFlaws, endFlaws, type AuthorityDraft, type Candidate } from './authority-flaws.js';
import type { SigningAuthority } from './signing-authority.js';

const today = civilDate('2026-03-18');
const LETTER = 'cong-van-tra-loi';
const SLIP = 'phieu-chuyen';

const candidate = (id: string, position: string, change: Partial<Candidate> = {}): Candidate => ({
  id,
  fullName: id,
  position,
  unitId: 'van-phong',
  isUnitHead: false,
  isLeader: false,
  isInside: true,
  ...change,
});
const people = [
  candidate('phuc', 'Giám đốc', { isLeader: true, isInside: false }),
  candidate('khanh', 'Phó Giám đốc', { isLeader: true, isInside: false }),
  candidate('thuy', 'Chánh Văn phòng', { isUnitHead: true }),
  candidate('lan', 'Phó Chánh Văn phòng'),
  candidate('son', 'Phó Trưởng phòng', { unitId: 'gdtrh' }),
  candidate('mai', 'Phó Hiệu trưởng', { unitId: 'truong', isInside: false }),
  candidate('hieu', 'Hiệu trưởng', { isUnitHead: true, isInside: false }),
];

const line = (personId: string, change: Partial<SigningAuthority>): SigningAuthority => ({
  id: `${personId}-1`,
  ...{
    personId,
    form: 'KT',
    position: null,
    academicTitle: null,
    collective: null,
    sourceId: null,
    kinds: [],
    field: null,
  },
  validFrom: civilDate('2024-01-01'),
  validTo: null,
  endedFrom: null,
  ...change,
});
const byOrder = line('thuy', { form: 'TL', position: 'Chánh Văn phòng', kinds: [SLIP] });
const delegated = line('hieu', { form: 'TUQ', position: 'Hiệu trưởng', kinds: [SLIP] });

const deputy: AuthorityDraft = {
  personId: 'khanh',
  form: 'KT',
  position: '',
  academicTitle: '',
  collective: '',
  sourceId: '',
  kinds: [],
  field: 'Giáo dục trung học',
  validFrom: '2026-04-01',
  validTo: '',
  hasFile: false,
  basis: '125/QĐ-SGDĐT',
  basisDate: '2026-03-16',
};
const TL = { personId: 'thuy', form: 'TL', position: 'Chánh Văn phòng', kinds: [SLIP] };
const TUQ = {
  personId: 'thuy',
  form: 'TUQ',
  position: 'Chánh Văn phòng',
  kinds: [LETTER],
  field: 'Trả lời phản ánh về tuyển sinh',
  validTo: '2026-06-30',
  hasFile: true,
};

describe('rule 38: what may come into the table of who signs', () => {
  const fieldsOf = (change: Partial<AuthorityDraft>, table: readonly SigningAuthority[] = []): readonly string[] =>
    authorityFlaws(
      { ...deputy, ...change },
      { table, people, kinds: [LETTER, SLIP], byOrderKinds: [SLIP], titlesAllowed: false, today },
    ).map(({ field }) => field);

  it.each<[string, Partial<AuthorityDraft>, readonly string[]]>([
    ['a deputy for the head', {}, []],
    ['not with more words of the field than are kept', { field: 'a'.repeat(501) }, ['field']],
    ['nor where no field is asked for', { ...TL, field: 'a'.repeat(501) }, ['field']],
    ['a deputy without his field of work', { field: '' }, ['field']],
    ['a head of a unit as a deputy', { personId: 'thuy' }, ['form']],
    ['a deputy of a unit for the head of the agency', { personId: 'lan' }, ['sourceId']],
    ['a deputy of a school for the head of the agency', { personId: 'mai' }, ['sourceId']],
    ['as the head, somebody who leads no more than a unit', { personId: 'thuy', form: 'head' }, ['form']],
    ['for the head for a while, such a one too', { personId: 'hieu', form: 'Q' }, ['form']],
    ['a position that no line holds', { position: 'Phó Giám đốc '.repeat(9) }, ['position']],
    ['nobody', { personId: 'x' }, ['personId']],
    ['a form that there is not', { form: 'TK' }, ['form']],
    ['the head', { personId: 'phuc', form: 'head', field: '' }, []],
    ['a head of a unit by order', { ...TL, field: '' }, []],
    ['by order, a kind that the work regulation does not allow', { ...TL, kinds: [LETTER] }, ['kinds']],
    ['by order, whatever it be', { ...TL, kinds: [] }, ['kinds']],
    ['by order, a head of a school', { ...TL, personId: 'hieu' }, ['form']],
    ['by order, a deputy', { ...TL, personId: 'khanh' }, ['form']],
    ['by delegation, in writing', TUQ, []],
    ['by delegation, a head of a school', { ...TUQ, personId: 'hieu' }, []],
    ['by delegation without its file', { ...TUQ, hasFile: false }, ['file']],
    ['by delegation for ever', { ...TUQ, validTo: '' }, ['validTo']],
    ['by delegation without its matter', { ...TUQ, field: 'mọi việc' }, ['field']],
    ['by delegation for every kind', { ...TUQ, kinds: [] }, ['kinds']],
    ['by delegation, somebody who heads no unit', { ...TUQ, personId: 'lan' }, ['form']],
    ['for a collective without its name', { form: 'TM', position: 'Chủ tịch' }, ['collective']],
    ['from a day that is over', { validFrom: '2026-03-17' }, ['validFrom']],
    ['until a day before it begins', { validTo: '2026-03-31' }, ['validTo']],
    ['decided after it begins', { basisDate: '2026-04-02' }, ['basisDate']],
    ['without a decision', { basis: '', basisDate: '' }, ['basis', 'basisDate']],
    ['with a title where the agency allows none', { academicTitle: 'TS.' }, ['academicTitle']],
    ['a kind that there is not', { kinds: ['thu'] }, ['kinds']],
  ])('%s', (_rule, change, expected) => {
    expect(fieldsOf(change)).toEqual(expected);
  });

  it.each<[string, Partial<AuthorityDraft>, readonly SigningAuthority[], readonly string[]]>([
    [
      'the deputy of one who signs by order',
      { personId: 'lan', sourceId: byOrder.id, position: 'Phó Chánh Văn phòng', kinds: [SLIP] },
      [byOrder],
      [],
    ],
    [
      'the deputy of another unit than his who signs by order',
      { personId: 'son', sourceId: byOrder.id, position: 'Phó Trưởng phòng', kinds: [SLIP] },
      [byOrder],
      ['sourceId'],
    ],
    [
      'more kinds than the one whose deputy he is',
      { personId: 'lan', sourceId: byOrder.id, position: 'Phó Chánh Văn phòng', kinds: [SLIP, LETTER] },
      [byOrder],
      ['kinds'],
    ],
    ['what was delegated, passed on', { personId: 'lan', sourceId: delegated.id }, [delegated], ['sourceId']],
    ['a delegation in the place of another than the head', { ...TUQ, sourceId: byOrder.id }, [byOrder], ['sourceId']],
    ['the same deputy twice', {}, [line('khanh', {})], ['personId']],
    [
      'the same deputy after the line before has ended',
      {},
      [line('khanh', { endedFrom: civilDate('2026-04-01') })],
      [],
    ],
    [
      'a second head',
      { personId: 'phuc', form: 'Q' },
      [line('khanh', { form: 'head', validTo: civilDate('2026-04-01') })],
      ['form'],
    ],
    [
      'a head after the one before',
      { personId: 'phuc', form: 'head' },
      [line('khanh', { form: 'head', validTo: civilDate('2026-03-31') })],
      [],
    ],
  ])('%s', (_rule, change, table, expected) => {
    expect(fieldsOf(change, table)).toEqual(expected);
  });

  it('never lets a delegation be passed on, and says so', () => {
    const [flaw] = authorityFlaws(
      { ...deputy, personId: 'lan', sourceId: delegated.id },
      { table: [delegated], people, kinds: [LETTER, SLIP], byOrderKinds: [SLIP], titlesAllowed: false, today },
    );
    expect(flaw?.sentence).toBe('Người được ký thừa ủy quyền không được ủy quyền lại cho người khác ký.');
  });

  it.each([
    ['with a reason, from today', '2026-03-18', 'Nghỉ hưu theo Quyết định số 8', []],
    ['for the past', '2026-03-17', 'Nghỉ hưu theo Quyết định số 8', ['endedFrom']],
    ['without a reason', '2026-03-18', '', ['reason']],
  ])('a line is ended %s', (_rule, endedFrom, reason, expected) => {
    expect(endFlaws({ endedFrom, reason }, today).map(({ field }) => field)).toEqual(expected);
  });
});
