import {
  entriesForDocuments,
  entryForDocuments,
  fileNotation,
  planFlaws,
  planToBeginWith,
  type DraftedEntry,
  type DraftedPlan,
  type FilePlan,
  type FilePlanEntry,
} from './file-plan.js';

const [PAKN] = planToBeginWith(2026).entries as [DraftedEntry];
const REASON = 'Quyết định ban hành danh mục hồ sơ năm 2026.';

const fieldsOf = (plan: Partial<DraftedPlan>, notations: readonly string[] = []): readonly string[] =>
  planFlaws({ year: 2026, entries: [PAKN], reason: REASON, ...plan }, { year: 2026, notations }, 2026).map(
    ({ field }) => field,
  );

describe('a file plan', () => {
  it('may be used as it begins', () => {
    expect(fieldsOf({})).toEqual([]);
  });

  it.each<[string, Partial<DraftedPlan>, string]>([
    ['a year that is over', { year: 2025 }, 'year'],
    ['a year far ahead', { year: 2028 }, 'year'],
    ['no heading', { entries: [] }, 'entries'],
    ['no heading for tickets', { entries: [{ ...PAKN, forTickets: false }] }, 'forTickets'],
    ['two headings for tickets', { entries: [PAKN, { ...PAKN, notation: 'KN' }] }, 'forTickets'],
    ['a blank in a notation', { entries: [{ ...PAKN, notation: 'PA KN' }] }, 'notation.0'],
    ['no room for the number of a file', { entries: [{ ...PAKN, notation: 'A'.repeat(15) }] }, 'notation.0'],
    [
      'no room for the number of a file of documents',
      { entries: [PAKN, { ...PAKN, notation: 'A'.repeat(15), forTickets: false }] },
      'notation.1',
    ],
    [
      'the same notation twice, whatever its case',
      { entries: [PAKN, { ...PAKN, notation: 'pakn', forTickets: false }] },
      'notation.1',
    ],
    ['a title longer than 500', { entries: [{ ...PAKN, title: 'a'.repeat(501) }] }, 'title.0'],
    ['a level that the table does not have', { entries: [{ ...PAKN, retention: '07' }] }, 'retention.0'],
    ['no reason', { reason: 'ngắn' }, 'reason'],
  ])('is refused with %s', (_case, plan, field) => {
    expect(fieldsOf(plan)).toContain(field);
  });

  it('keeps the headings under which files were opened', () => {
    expect(fieldsOf({}, ['PAKN', '01.VP'])).toEqual(['entries']);
  });

  it('numbers files with four digits and never beyond the 20 characters of Annex VI', () => {
    expect([fileNotation('PAKN', 7), fileNotation('A'.repeat(14), 99_999).length]).toEqual(['PAKN.0007', 20]);
    expect(() => fileNotation('A'.repeat(14), 100_000)).toThrow(RangeError);
  });

  describe('for documents without a ticket', () => {
    const [tickets, documents] = planToBeginWith(2026).entries as [FilePlanEntry, FilePlanEntry];
    const own: FilePlanEntry = { ...documents, notation: '03.GDTrH', unitId: 'gdtrh' };
    const other: FilePlanEntry = { ...documents, notation: '04.NV', unitId: 'nui-voi' };
    const long: FilePlanEntry = { ...own, notation: 'A'.repeat(15) };
    const planOf = (...entries: FilePlanEntry[]): FilePlan => ({ year: 2026, version: 1, entries });

    it.each<[string, FilePlanEntry[], string]>([
      ['the heading of their unit', [tickets, documents, other, own], '03.GDTrH'],
      ['one that is no unit’s own, where theirs has none', [tickets, other, documents], 'VB'],
      ['the one that a year begins with, where the plan has none', [tickets, other], 'VB'],
      ['another, where that of their unit leaves no room for a number', [tickets, long, documents], 'VB'],
    ])('takes %s', (_rule, entries, notation) => {
      expect(entryForDocuments(planOf(...entries), 'gdtrh').notation).toBe(notation);
    });

    it('offers the headings of their unit and those that are no unit’s own', () => {
      const notations = entriesForDocuments(planOf(tickets, documents, other, own), 'gdtrh').map((one) => one.notation);
      expect(notations).toEqual(['03.GDTrH', 'VB']);
    });
  });
});
