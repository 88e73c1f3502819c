import {
  AGENCY_NAME,
  LEADER_NAME,
  openTestAuthority,
  type TestAuthority,
} from '../../../../test/support/test-authority/authority.js';
import {
  crlAt,
  keyUsage,
  nameOf,
  purposes,
  revocationList,
} from '../../../../test/support/test-authority/certificates.js';
import { timestampToken } from '../../../../test/support/test-authority/cms.js';
import {
  filledEntry,
  leaderField,
  type LetterSigning,
  preparedLetter,
  sealAsAgency,
  signAsLeader,
} from '../../../../test/support/test-authority/letter.js';
import { save, streamText } from '../../../../test/support/test-authority/pdf-writer.js';
import { civilDate } from '../../../kernel/civil-date.js';
import { verifyPdf } from '../verification/verify-pdf.js';
import { isOnlyShortOfEvidence } from './proof-override.js';
import { type LetterExpectation, type LetterProof, type ProofCode, proveSignedLetter } from './letter-proof.js';

let authority: TestAuthority;
beforeAll(() => {
  authority = openTestAuthority();
});

const submitted = preparedLetter();
const leader = { userCode: 'khanh.dq', name: LEADER_NAME };
const agency = { code: 'H24.3', name: AGENCY_NAME };
const register = {
  number: '513',
  notation: 'SGDĐT-GDTrH',
  issuedDate: civilDate('2026-03-18'),
  stands: 'fields' as const,
  onPage: 'refuse' as const,
};
const LEADER_SIGNED: LetterExpectation = { stage: 'leaderSigned', leader, agency };
const SEALED: LetterExpectation = { stage: 'sealed', leader, agency, register };

const signed = (wish: Partial<LetterSigning> = {}, prepared = submitted): Buffer =>
  signAsLeader(prepared, { signer: authority.leader, chain: [authority.sub], ...wish });
const sealed = (letter: Buffer, wish: Partial<LetterSigning> = {}): Buffer =>
  sealAsAgency(letter, { signer: authority.agency, chain: [authority.sub], ...wish });

/** What draws the number, in a font whose codes are its own. */
const entryLook = (content: string): string =>
  streamText(
    content,
    '/Subtype /Form /BBox [0 0 40 16] /Resources << /Font << /F9 << /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H ' +
      '/DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>] >> >> >>',
  );

function prove(returned: Buffer, expectation: LetterExpectation): LetterProof {
  const verification = verifyPdf(returned, {
    anchors: [authority.root.der],
    crls: [],
    now: new Date('2026-06-01T00:00:00Z'),
  });
  return proveSignedLetter({ submitted, returned, verification, expectation });
}
const results = ({ lines }: LetterProof): Record<string, string> =>
  Object.fromEntries(lines.map(({ code, result }) => [code, result]));

describe('the proof of a letter that came back right', () => {
  it('passes after the leader signed, with number and seal still to come', () => {
    const proof = prove(signed(), LEADER_SIGNED);

    expect(proof.passed).toBe(true);
    expect(results(proof)).toEqual({
      submittedFile: 'pass',
      coverage: 'pass',
      unchanged: 'pass',
      signer: 'pass',
      validity: 'pass',
      revocation: 'pass',
      algorithm: 'pass',
      register: 'notChecked',
      seal: 'notChecked',
    });
  });

  it('passes whole after the seal, in words for clerks', () => {
    const proof = prove(sealed(signed()), SEALED);

    expect(proof.passed).toBe(true);
    expect(proof.lines.map(({ title }) => title)).toEqual([
      'Đúng tệp đã gửi ký',
      'Chữ ký phủ hết tệp',
      'Không đổi sau khi ký',
      'Đúng người được trình',
      'Chứng thư còn hiệu lực lúc ký',
      'Chứng thư không bị thu hồi',
      'Thuật toán đủ mạnh',
      'Số và ngày khớp sổ',
      'Dấu của cơ quan',
    ]);
    const details = proof.lines.map(({ detail }) => detail).join('\n');
    expect(details).toContain('Đỗ Quốc Khánh, Phó Giám đốc. Chứng thư số ');
    expect(details).toContain('ECDSA P-256, SHA-256.');
    expect(details).toContain('Ký 09:26:41, 18/03/2026 theo giờ ghi trong chữ ký; chứng thư đến 01/01/2030');
    expect(details).toContain('chữ ký mức PAdES B-B.');
    expect(details).toContain('Số 513/SGDĐT-GDTrH, ngày 18 tháng 3.');
  });

  it('takes 05 and 5 for one number', () => {
    const fifth = { ...SEALED, register: { ...register, number: '5', issuedDate: civilDate('2026-03-05') } };
    expect(prove(sealed(signed(), { objects: filledEntry('05', '05', '3') }), fifth).passed).toBe(true);
  });
});

describe('the line that fails', () => {
  const otherLetter = (): Buffer => preparedLetter({ 5: streamText('BT /F1 13 Tf 85 600 Td (khac) Tj ET') });
  const stranger = (): LetterSigning['signer'] =>
    authority.signer({ name: nameOf('Nguyễn Văn Giả', { '2.5.4.5': 'gia.nv' }) });
  const rows: readonly (readonly [string, ProofCode, LetterExpectation, () => Buffer])[] = [
    ['another letter was signed', 'submittedFile', LEADER_SIGNED, () => signed({}, otherLetter())],
    ['the letter came back unsigned', 'submittedFile', LEADER_SIGNED, () => submitted],
    [
      'the letter was changed before it was signed',
      'submittedFile',
      LEADER_SIGNED,
      () => signed({}, save(submitted, { 5: streamText('BT /F1 13 Tf 85 600 Td (khac) Tj ET') })),
    ],
    [
      'the leader filled number and date himself',
      'submittedFile',
      LEADER_SIGNED,
      () => signed({ objects: filledEntry() }),
    ],
    [
      'the content was changed after signing',
      'unchanged',
      LEADER_SIGNED,
      () => save(signed(), { 5: streamText('BT /F1 13 Tf 85 600 Td (khac) Tj ET') }),
    ],
    [
      'number and date were changed after the seal',
      'unchanged',
      SEALED,
      () => save(sealed(signed()), { 7: filledEntry('9999')[7]! }),
    ],
    ['bytes were appended', 'coverage', LEADER_SIGNED, () => Buffer.concat([signed(), Buffer.from('more')])],
    ['somebody else signed', 'signer', LEADER_SIGNED, () => signed({ signer: stranger() })],
    [
      'a namesake with another code signed',
      'signer',
      LEADER_SIGNED,
      () => signed({ signer: authority.signer({ name: nameOf(LEADER_NAME, { '2.5.4.5': 'khanh.khac' }) }) }),
    ],
    ['a stranger signed beside the leader', 'signer', LEADER_SIGNED, () => sealed(signed(), { signer: stranger() })],
    [
      'the certificate had expired',
      'validity',
      LEADER_SIGNED,
      () => signed({ signer: authority.signer({ notAfter: new Date('2026-01-01T00:00:00Z') }) }),
    ],
    [
      'the leader states a time before he was asked',
      'validity',
      { ...LEADER_SIGNED, submittedAt: new Date('2026-03-18T03:00:00Z') },
      () => signed(),
    ],
    ['a time to come is stated', 'validity', LEADER_SIGNED, () => signed({ at: new Date('2026-06-02T00:00:00Z') })],
    [
      'the agency states a time before the leader signed',
      'validity',
      SEALED,
      () => sealed(signed(), { at: new Date('2026-03-18T01:00:00Z') }),
    ],
    ['the algorithm is weak', 'algorithm', LEADER_SIGNED, () => signed({ cms: { digest: 'sha1' } })],
    ['the number is another one', 'register', SEALED, () => sealed(signed(), { objects: filledEntry('514') })],
    ['the day is another one', 'register', SEALED, () => sealed(signed(), { objects: filledEntry('513', '19') })],
    [
      'the number is drawn as lines that nobody can read',
      'register',
      SEALED,
      () => sealed(signed(), { objects: { ...filledEntry(), 61: entryLook('1 w 3 3 m 3 12 l S') } }),
    ],
    [
      'the number is drawn in a font that does not say its signs',
      'register',
      SEALED,
      () =>
        sealed(signed(), { objects: { ...filledEntry(), 61: entryLook('BT /F9 13 Tf 2 3 Td <000100020003> Tj ET') } }),
    ],
    ['the seal is missing', 'seal', SEALED, () => signed()],
    [
      "the seal is another agency's",
      'seal',
      SEALED,
      () => sealed(signed(), { signer: authority.signer({ name: nameOf('Sở khác', { '2.5.4.5': 'H99.1' }) }) }),
    ],
  ];
  it.each(rows)('%s', (_rule, code, expectation, make) => {
    const proof = prove(make(), expectation);
    expect(results(proof)[code]).toBe('fail');
    expect(proof.passed).toBe(false);
  });

  it('bears with a clock that is some minutes off', () => {
    expect(prove(signed(), { ...LEADER_SIGNED, submittedAt: new Date('2026-03-18T02:35:00Z') }).passed).toBe(true);
  });

  it('is unknown, and blocks, while revocation cannot be told', () => {
    const signer = authority.signer({ extensions: [keyUsage('digitalSignature'), crlAt('http://ca.example/crl')] });
    const proof = prove(signed({ signer }), LEADER_SIGNED);
    expect(results(proof).revocation).toBe('unknown');
    expect(proof.passed).toBe(false);
  });

  it('speaks of the seal, not of the leader, when the certificate of the seal may not sign', () => {
    const signer = authority.signer({
      name: nameOf(AGENCY_NAME, { '2.5.4.5': agency.code }),
      extensions: [keyUsage('keyCertSign')],
    });
    const proof = prove(sealed(signed(), { signer }), SEALED);
    expect(results(proof)).toMatchObject({ signer: 'pass', seal: 'fail' });
    const seal = proof.lines.find(({ code }) => code === 'seal');
    expect(seal?.detail).toContain('Chứng thư không được dùng để ký văn bản.');
    expect(proof.passed).toBe(false);
  });

  it('says of a letter without number and date that it has none', () => {
    const register = prove(signed(), SEALED).lines.find(({ code }) => code === 'register');
    expect(register?.detail).toMatch(/^Trong tệp chưa có số và ngày\. Theo sổ: Số 513\//u);
  });

  it('fails, so that nobody may answer for it, when the certificate of the seal leads to nobody trusted', () => {
    const proof = prove(sealed(signed(), { chain: [] }), SEALED);
    const seal = proof.lines.find(({ code }) => code === 'seal');
    expect(seal?.detail).toContain('Chứng thư không do tổ chức chứng thực nào được tin cậy cấp.');
    expect(results(proof)).toMatchObject({ signer: 'pass', revocation: 'pass', seal: 'fail' });
    expect(isOnlyShortOfEvidence(proof)).toBe(false);
  });

  it('does not pass a picture of a signature for one', () => {
    const proof = prove(
      save(submitted, { 10: leaderField('/AP << /N 51 0 R >>'), 51: streamText('', '/Subtype /Form') }),
      LEADER_SIGNED,
    );
    expect(proof.passed).toBe(false);
  });

  it('is let on by nobody for a timestamp of no use, which no authority will ever vouch for', () => {
    const REVOKED_BY = 'http://ca.example/stamps.crl';
    const stamper = authority.signer({
      extensions: [keyUsage('digitalSignature'), purposes(true, '1.3.6.1.5.5.7.3.8'), crlAt(REVOKED_BY)],
    });
    const at = new Date('2026-03-18T02:30:00Z');
    const cms = {
      timestamp: (bytes: Buffer) => timestampToken(bytes, { authority: stamper, chain: [authority.sub], at }),
    };
    const list = revocationList(authority.sub, { revoked: [{ serial: stamper.serial, at, reason: 1 }] });
    const returned = signed({ cms });
    const options = { anchors: [authority.root.der], now: new Date('2026-06-01T00:00:00Z') };
    const proof = (crls: readonly Buffer[]): LetterProof => {
      const verification = verifyPdf(returned, { ...options, crls });
      return proveSignedLetter({ submitted, returned, verification, expectation: LEADER_SIGNED });
    };
    expect([proof([]).passed, isOnlyShortOfEvidence(proof([]))]).toEqual([false, true]);
    expect([proof([list]).passed, isOnlyShortOfEvidence(proof([list]))]).toEqual([false, false]);
  });
});
