import {
  countersigned,
  testAuthority,
  NOW,
  REVOCATION_LISTS,
  sealed,
  signed,
  withDocumentTimestamp,
} from '../../../../test/support/signed-files/signing-authority.js';
import { AGENCY_NAME, LEADER_NAME } from '../../../../test/support/test-authority/authority.js';
import { SEALED_AT } from '../../../../test/support/test-authority/letter.js';
import { cmsContents } from '../../../../test/support/test-authority/signing.js';
import type { CivilDate } from '../../../kernel/civil-date.js';
import { verifyPdf } from '../verification/verify-pdf.js';
import { proveReleasedLetter } from './released-letter.js';

const LINE = { number: 513, year: 2026, notation: 'GDTrH', issuedDate: '2026-03-18' as CivilDate };

/** What the lines about signer and seal come to, with the words of those that fail. */
function found(pdf: Buffer): readonly string[] {
  const verification = verifyPdf(pdf, { anchors: [testAuthority.root.der], crls: REVOCATION_LISTS, now: NOW });
  const agency = { code: 'H24.3', name: AGENCY_NAME };
  const { lines } = proveReleasedLetter({ pdf, verification, agency, line: LINE });
  return lines
    .filter(({ code }) => code === 'signer' || code === 'seal')
    .map(({ code, result, detail }) => [code, result, ...(result === 'pass' ? [] : [detail])].join(' '));
}

const byStranger = cmsContents({ signer: testAuthority.signer({}), chain: [testAuthority.sub] });

describe('a letter that left before a restore', () => {
  it.each<[string, () => Buffer]>([
    ['the leader signed and the agency sealed', () => sealed()],
    ['a timestamp of the document stands behind the seal', () => withDocumentTimestamp(sealed())],
  ])('has signer and seal where %s', (_what, make) => {
    expect(found(make())).toEqual(['signer pass', 'seal pass']);
  });

  it.each<[string, readonly string[], () => Buffer]>([
    [
      'the agency sealed before the leader signed',
      ['signer pass', `seal fail ${AGENCY_NAME}. Sau dấu của cơ quan còn có chữ ký khác.`],
      () => sealed(signed(undefined, { signer: testAuthority.agency }), { signer: testAuthority.leader }),
    ],
    [
      'a stranger signed between them',
      ['signer fail Có chữ ký ngoài dự kiến ở trường Them.', 'seal pass'],
      () => sealed(countersigned(signed(), { at: SEALED_AT, contents: byStranger })),
    ],
    [
      'a stranger signed behind the seal',
      [
        'signer fail Có chữ ký ngoài dự kiến ở trường Them.',
        `seal fail ${AGENCY_NAME}. Sau dấu của cơ quan còn có chữ ký khác.`,
      ],
      () => countersigned(sealed(), { at: SEALED_AT, contents: byStranger }),
    ],
    [
      'the agency sealed twice',
      ['signer fail Có chữ ký ngoài dự kiến ở trường DauCoQuan.', 'seal pass'],
      () => countersigned(sealed(), { at: SEALED_AT }),
    ],
    ['nobody sealed', ['signer pass', `seal fail Chưa có chữ ký số của ${AGENCY_NAME}.`], () => signed()],
    [
      'the agency alone signed',
      ['signer fail Chưa có chữ ký của người có thẩm quyền.', 'seal pass'],
      () => signed(undefined, { signer: testAuthority.agency }),
    ],
  ])('is refused where %s', (_what, lines, make) => {
    expect(found(make())).toEqual(lines);
  });

  it('names its signer', () => {
    const pdf = sealed();
    const verification = verifyPdf(pdf, { anchors: [testAuthority.root.der], crls: REVOCATION_LISTS, now: NOW });
    const agency = { code: 'H24.3', name: AGENCY_NAME };
    expect(proveReleasedLetter({ pdf, verification, agency, line: LINE }).signerName).toBe(LEADER_NAME);
  });
});
