import { civilDate } from '../../kernel/civil-date.js';
import { numberGivenThere, type OwnEntry, type EOfficeEntry } from './number-there.js';

const THERE: EOfficeEntry = { number: '05', notation: 'SGDĐT-VP', issuedDate: civilDate('2026-03-18') };
const HERE: OwnEntry = { number: 5, notation: 'SGDĐT-VP' };

describe('a number that the e-office gave by itself', () => {
  it.each<[string, EOfficeEntry | undefined, OwnEntry | null, string | null]>([
    ['is none where it has none', undefined, null, null],
    ['is none where it has none of ours yet', undefined, HERE, null],
    ['is any while our register has given none', THERE, null, '05/SGDĐT-VP, 18/03/2026'],
    ['is none where it is ours', THERE, HERE, null],
    ['is none where it is ours without its symbol', { ...THERE, notation: '' }, HERE, null],
    ['is another number', { ...THERE, number: '06' }, HERE, '06/SGDĐT-VP, 18/03/2026'],
    ['is ours with another symbol', { ...THERE, notation: 'SGDĐT-GDTrH' }, HERE, '05/SGDĐT-GDTrH, 18/03/2026'],
    ['is told without a day that is not known', { ...THERE, issuedDate: null, notation: '' }, null, '05'],
  ])('%s', (_rule, there, here, expected) => expect(numberGivenThere(there, here)).toBe(expected));
});
