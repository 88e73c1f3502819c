import fc from 'fast-check';
import { CITIZENS } from '../../../../src/documents/domain/correspondent.js';
import { civilDate } from '../../../../src/kernel/civil-date.js';
import { composeSubmission, type LetterToSubmit } from '../../../../src/signing/application/compose-submission.js';
import { clientRequestId } from '../../../../src/signing/domain/signature-request.js';
import { KINDS } from '../../../../templates/catalogue.js';
import { letterFields } from '../../../../templates/document-fields.js';
import { E_OFFICE_CONTRACT } from '../e-office-contract.js';
import { writeRequest } from './request.js';
import { submissionRequest } from './soap-signing-desk.adapter.js';
import { TEST_SEED } from '../../../../test/support/chance.js';
import { checkProperty } from '../../../../test/support/check-property.js';

/** Whatever an incoming register may hold as its sender: agencies of both generations, citizens, nothing, and what no contract knows. */
const senderCode = fc.oneof(
  fc.constantFrom(CITIZENS, '', 'H24.7', '000.00.22.H24', 'H24.UBND-X', 'a..b', ' '),
  fc.string({ maxLength: 60 }),
);
const written = (field: 'trich_yeu' | 'ky_hieu'): fc.Arbitrary<string> =>
  fc.string({ minLength: 1, maxLength: 600, unit: 'binary' }).chain((text) => {
    const read = letterFields[field].safeParse(text);
    return fc.constant(read.success ? read.data : 'trả lời phản ánh');
  });
/** An account code as staff and routes may hold it: none, an empty one, or a real one. */
const personCode = fc.constantFrom(null, '', ' ', 'nguyenvana', 'SGDDT\\thang.vd');
const desk = fc.record({
  position: fc.integer({ min: 1, max: 20 }),
  personCode,
  personName: fc.constantFrom('Vũ Đức Thắng', 'Đỗ Quốc Khánh'),
  insteadOf: fc.constantFrom(null, 'KT. GIÁM ĐỐC', 'thay Vũ Đức Thắng'),
  action: fc.constantFrom('initial' as const, 'sign' as const, 'seal' as const),
});
const LEADER = { leaderCode: 'khanh', leaderName: 'Đỗ Quốc Khánh' };
/** Nobody submits without a leader who has an account: `SubmitForSignature` refuses before. */
const leader = {
  position: 1,
  personCode: 'khanh',
  personName: 'Đỗ Quốc Khánh',
  insteadOf: null,
  action: 'sign' as const,
};
const answered = fc.option(
  fc.record({
    senderCode,
    priority: fc.integer({ min: 0, max: 4 }),
    eOfficeId: fc.constantFrom(null, '', 'IN-2026-1'),
  }),
);

const letter: fc.Arbitrary<LetterToSubmit> = fc.record({
  request: fc.record({
    clientRequestId: fc
      .tuple(fc.constantFrom('PAKN.20260312.0042', 'bao-cao', 'don-doc'), fc.uuid(), fc.integer({ min: 1, max: 40 }))
      .map(([about, id, revision]) => clientRequestId(about, { id, revision }, revision)),
    subject: written('trich_yeu'),
    notation: written('ky_hieu'),
    submittedById: fc.uuid(),
    leaderCode: fc.constant(LEADER.leaderCode),
    leaderName: fc.constant(LEADER.leaderName),
  }),
  documentTypeCode: fc.constantFrom(...KINDS.map(({ type }) => type ?? 'CV')),
  route: fc.oneof(
    fc.constant([]),
    fc.array(desk, { maxLength: 6 }).map((desks) => [leader, ...desks]),
  ),
  answered,
  content: fc.constant(Buffer.from('%PDF-1.7')),
  entry: fc.constantFrom(undefined, { number: '513', issuedDate: civilDate('2026-03-18') }),
});

describe('any letter that is submitted', () => {
  it('passes the contract of the e-office for every receiver and every signer', () => {
    checkProperty(
      fc.property(letter, (one) => {
        writeRequest(E_OFFICE_CONTRACT, 'SubmitForSignature', submissionRequest(composeSubmission(one)));
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['names the agency that is answered', '000.00.22.H24', ['000.00.22.H24']],
    ['names no receiver where a citizen is answered', CITIZENS, []],
    ['names no receiver where the sender has no code', '', []],
    ['names no receiver where the contract knows no such code', 'H24.UBND-X', []],
  ])('%s', (_rule, code, recipients) => {
    const [any] = fc.sample(letter, { seed: TEST_SEED, numRuns: 1 });
    const one = { ...any, answered: { senderCode: code, priority: 0, eOfficeId: null } } as LetterToSubmit;
    expect(composeSubmission(one).recipients).toEqual(recipients);
  });
});
