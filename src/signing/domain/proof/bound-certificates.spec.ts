import { createHash } from 'node:crypto';
import { AGENCY_NAME, LEADER_NAME, openTestAuthority } from '../../../../test/support/test-authority/authority.js';
import { type Holder, nameOf } from '../../../../test/support/test-authority/certificates.js';
import { preparedLetter, sealAsAgency, signAsLeader } from '../../../../test/support/test-authority/letter.js';
import { civilDate } from '../../../kernel/civil-date.js';
import { verifyPdf } from '../verification/verify-pdf.js';
import { type LetterExpectation, type ProofLine, proveSignedLetter } from './letter-proof.js';

const authority = openTestAuthority();
const submitted = preparedLetter();
const sha256Of = ({ der }: Holder): string => createHash('sha256').update(der).digest('hex');
/** The same person and code, in a certificate of another day. */
const renewed = authority.signer();
const somebody = authority.signer({ name: authority.agency.name });

const leader = { userCode: 'khanh.dq', name: LEADER_NAME };
const agency = { code: 'H24.3', name: AGENCY_NAME };
const register = {
  number: '513',
  notation: 'SGDĐT-GDTrH',
  issuedDate: civilDate('2026-03-18'),
  stands: 'fields',
  onPage: 'refuse',
} as const;

function lineOf(code: ProofLine['code'], returned: Buffer, expectation: LetterExpectation): ProofLine | undefined {
  const options = { anchors: [authority.root.der], crls: [], now: new Date('2026-06-01T00:00:00Z') };
  const verification = verifyPdf(returned, options);
  return proveSignedLetter({ submitted, returned, verification, expectation }).lines.find((line) => line.code === code);
}
const signed = (signer: Holder): Buffer => signAsLeader(submitted, { signer, chain: [authority.sub] });
const sealed = (signer: Holder): Buffer => sealAsAgency(signed(authority.leader), { signer, chain: [authority.sub] });

describe('rule 53: a signer is known by the certificate, not by a name', () => {
  const known = sha256Of(authority.leader);

  it.each<[string, Holder, readonly string[], string, string]>([
    ['the certificate that is bound', authority.leader, [known], 'pass', `Đúng chứng thư đã gắn cho ${LEADER_NAME}.`],
    ['one of several, as at a renewal', renewed, [known, sha256Of(renewed)], 'pass', LEADER_NAME],
    ['a new one of the same person', renewed, [known], 'unknown', 'Chứng thư số tin cậy (/kho-tin-cay)'],
    ['one whose binding was withdrawn', authority.leader, [], 'unknown', 'Đây là chứng thư khác'],
    ['one of somebody else', somebody, [known], 'fail', `Người được trình: ${LEADER_NAME}`],
  ])('of the leader: %s', (...[, signer, certificates, result, words]) => {
    const expectation: LetterExpectation = { stage: 'leaderSigned', leader: { ...leader, certificates }, agency };
    const line = lineOf('signer', signed(signer), expectation);
    expect(line?.result).toBe(result);
    expect(line?.detail).toContain(words);
  });

  it('takes the code in the certificate only where none was ever bound', () => {
    const line = lineOf('signer', signed(renewed), { stage: 'leaderSigned', leader, agency });
    expect(line?.result).toBe('pass');
    expect(line?.detail).toContain(`chưa gắn chứng thư nào cho ${LEADER_NAME}`);
  });

  it.each<[string, Holder, string]>([
    ['the one that is bound', authority.agency, 'pass'],
    ['a new one of the same agency', authority.signer({ name: authority.agency.name }), 'unknown'],
    ['one of a person', authority.leader, 'fail'],
  ])('of the agency: %s', (_what, signer, result) => {
    const bound = { ...agency, certificates: [sha256Of(authority.agency)] };
    expect(lineOf('seal', sealed(signer), { stage: 'sealed', leader, agency: bound, register })?.result).toBe(result);
  });

  it.each<[string, string, string, string]>([
    ['the name alone', LEADER_NAME, 'unknown', `chưa gắn chứng thư nào cho ${LEADER_NAME}`],
    ['the name in other letters', 'Do Quoc Khanh', 'fail', `Người được trình: ${LEADER_NAME}`],
  ])('is no leader by %s, which others may bear', (_what, name, result, words) => {
    const line = lineOf('signer', signed(authority.signer({ name: nameOf(name) })), {
      stage: 'leaderSigned',
      leader,
      agency,
    });
    expect(line?.result).toBe(result);
    expect(line?.detail).toContain(words);
  });

  it.each<[string, Holder, string]>([
    [
      'in the certificate of somebody who works there',
      authority.signer({ name: nameOf(LEADER_NAME, { '2.5.4.10': AGENCY_NAME }) }),
      'fail',
    ],
    ['alone', authority.signer({ name: nameOf(AGENCY_NAME) }), 'unknown'],
  ])('is no seal by the name of the agency %s', (_where, signer, result) => {
    expect(lineOf('seal', sealed(signer), { stage: 'sealed', leader, agency, register })?.result).toBe(result);
  });

  it('notes a title that the directory does not bear', () => {
    const promoted = { ...leader, position: 'Giám đốc' };
    const line = lineOf('signer', signed(authority.leader), { stage: 'leaderSigned', leader: promoted, agency });
    expect([line?.result, line?.detail]).toEqual(['pass', expect.stringContaining('danh bạ ghi chức vụ “Giám đốc”')]);
  });
});
