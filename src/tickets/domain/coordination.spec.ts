import { DomainError } from '../../kernel/domain-error.js';
import { coordinationStanding, isSilent, MAX_COORDINATING_UNITS, requireAsks } from './coordination.js';

const END = new Date('2026-03-23T16:59:59.999Z');
const QUESTION = 'Đề nghị cung cấp sổ thu.';
const among = { leadUnitId: 'lead', asked: ['busy'] };
const asks = (...units: string[]) => units.map((unitId) => ({ unitId, question: ` ${QUESTION} ` }));

/** Beside which field a refusal stands. */
function refusedField(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    if (error instanceof DomainError) return error.details['field'];
    throw error;
  }
  return null;
}

describe('whom to ask for an opinion', () => {
  it('rule 8: several units, each with its question', () => {
    expect(requireAsks(asks('a', 'b'), among)).toEqual(['a', 'b'].map((unitId) => ({ unitId, question: QUESTION })));
    expect(requireAsks([], among)).toEqual([]);
  });

  it.each([
    ['the lead unit', asks('a', 'lead'), 'coordinators'],
    ['a unit twice', asks('a', 'a'), 'coordinators'],
    ['a unit that still owes a reply', asks('busy'), 'coordinators'],
    ['too many', asks(...Array.from({ length: MAX_COORDINATING_UNITS + 1 }, (_, at) => `u${at}`)), 'coordinators'],
    ['a unit without a question', [{ unitId: 'a', question: '   ' }], 'question'],
  ])('rule 8: not %s', (_whom, wanted, field) => {
    expect(refusedField(() => requireAsks(wanted, among))).toBe(field);
  });
});

describe('a request', () => {
  it.each([
    ['is owed while it has not ended', null, null, 'owed'],
    ['was replied to by somebody', END, 'luc', 'replied'],
    ['ended in silence where nobody replied', END, null, 'silent'],
  ])('%s', (_rule, endedAt, repliedById, expected) => {
    expect(coordinationStanding({ endedAt, repliedById })).toBe(expected);
  });

  it.each([
    ['not before the last day is over', END, null, false],
    ['the moment after', new Date(END.getTime() + 1), null, true],
    ['not when it has ended', new Date(END.getTime() + 1), END, false],
  ])('is taken for silence: %s', (_rule, now, endedAt, expected) => {
    expect(isSilent({ endedAt, legalEndAt: END }, now)).toBe(expected);
  });
});
