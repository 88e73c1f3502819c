import { readSettings } from '../../config/settings.js';
import { civilDate } from '../../kernel/civil-date.js';
import {
  agencyProfileFlaws,
  agencyProfileInForce,
  mayEditAgencyProfile,
  unitSymbol,
  wasBookOfEOffice,
  type AgencyProfile,
  type AgencyProfileVersion,
} from './agency-profile.js';
import { publicationFlaws } from './publication.js';

const facts = readSettings({}).agencyProfile;

const fieldsOf = (change: Partial<AgencyProfile>): readonly string[] =>
  agencyProfileFlaws({ ...facts, ...change }).map(({ field }) => field);

describe('what documents say of the agency', () => {
  const version = (number: number, validFrom: string): AgencyProfileVersion => ({
    version: number,
    validFrom: civilDate(validFrom),
    facts,
  });
  const versions = [
    version(1, '2020-03-05'),
    version(2, '2026-07-01'),
    version(3, '2026-05-01'),
    version(4, '2026-05-01'),
  ];

  it.each([
    ['before all: the first', '2019-01-01', 1],
    ['up to the day before a change: what was', '2026-04-30', 1],
    ['two of one day: the later', '2026-05-01', 4],
    ['an earlier version that begins later', '2026-07-01', 2],
  ])('%s', (_rule, day, expected) => {
    expect(agencyProfileInForce(versions, civilDate(day)).version).toBe(expected);
  });

  it.each<[string, Partial<AgencyProfile>, readonly string[]]>([
    ['the shipped facts', {}, []],
    ['no name', { name: ' ' }, ['name']],
    ['a name of a page', { name: 'a'.repeat(201) }, ['name']],
    ['a symbol that is too long and in small letters: one sentence', { symbol: 'a'.repeat(21) }, ['symbol']],
    ['a symbol with a hyphen', { symbol: 'SGD-ĐT' }, ['symbol']],
    ['a symbol in small letters', { symbol: 'sgdđt' }, ['symbol']],
    ['no symbol', { symbol: '' }, ['symbol']],
    ['a letterhead in small letters', { letterhead: 'Sở Giáo dục' }, ['letterhead']],
    ['a parent in small letters', { parent: 'UBND thành phố' }, ['parent']],
    ['a unit’s symbol with a space', { unitSymbols: { gdtrh: 'GD TrH', vp: 'VP' } }, ['unit.gdtrh']],
    ['five lines of address', { contact: ['1', '2', '3', '4', '5'] }, ['contact']],
    ['a title left out', { titles: { head: '', deputy: 'Phó Giám đốc' } }, ['head']],
    ['numbers from the e-office', { outgoingBookOwner: 'eOffice' }, []],
    [
      'numbers from the e-office before the leader signs',
      { outgoingBookOwner: 'eOffice', actOrder: 'numberThenSign' },
      ['outgoingBookOwner'],
    ],
    ['no regulation', { citations: { regulation: '' } }, ['regulation']],
  ])('%s', (_rule, change, expected) => {
    expect(fieldsOf(change)).toEqual(expected);
  });

  it.each([
    ['a reason of a word', { reason: 'đổi' }, ['reason']],
    ['a first day that is over', { validFrom: '2026-03-17' }, ['validFrom']],
    ['a first day that is none', { validFrom: '2026-02-30' }, ['validFrom']],
    ['today', { validFrom: '2026-03-18' }, []],
  ])('published with %s', (_rule, change, expected) => {
    const publication = { facts, validFrom: '2026-04-01', reason: 'Theo Nghị quyết của Hội đồng nhân dân.', ...change };
    expect(publicationFlaws(publication, civilDate('2026-03-18')).map(({ field }) => field)).toEqual(expected);
  });

  it.each([
    ['was ours before the e-office had it', 2025, false],
    ['was the e-office’s in the year in which it began', 2026, true],
    ['was the e-office’s where it changed hands later in the year', 2027, true],
    ['is ours afterwards', 2028, false],
    ['is not the e-office’s before the day on which it becomes so', 2029, false],
  ])('knows whose book of a year it was: it %s', (_when, year, expected) => {
    const ownedFrom = (number: number, validFrom: string, outgoingBookOwner: 'here' | 'eOffice') => ({
      ...version(number, validFrom),
      facts: { ...facts, outgoingBookOwner },
    });
    const history = [
      ownedFrom(1, '2020-03-05', 'here'),
      ownedFrom(2, '2026-03-18', 'eOffice'),
      ownedFrom(3, '2027-02-01', 'here'),
      ownedFrom(4, '2029-07-01', 'eOffice'),
    ];
    expect(wasBookOfEOffice(history, 'outgoing', { year, until: civilDate('2029-06-30') })).toBe(expected);
  });

  it('is written down by the Office and the administrator', () => {
    const may = (role: 'administrator' | 'formatChecker' | 'leader'): boolean =>
      mayEditAgencyProfile({ id: 'a', name: 'A', unitId: null, roles: [role] });
    expect([may('administrator'), may('formatChecker'), may('leader')]).toEqual([true, true, false]);
  });

  it('takes a unit’s symbol from the facts, and else from the directory', () => {
    const changed = { ...facts, unitSymbols: { gdtrh: 'GDPT' } };
    expect(unitSymbol(changed, { id: 'gdtrh', symbol: 'GDTrH' })).toBe('GDPT');
    expect(unitSymbol(changed, { id: 'vp', symbol: 'VP' })).toBe('VP');
  });
});
