import { openTestAuthority, type TestAuthority } from '../../../../test/support/test-authority/authority.js';
import {
  preparedLetter,
  sealAsAgency,
  sealField,
  signAsLeader,
} from '../../../../test/support/test-authority/letter.js';
import { type Verification, verifyPdf } from './verify-pdf.js';

const NOW = new Date('2026-06-01T00:00:00Z');
let authority: TestAuthority;
beforeAll(() => {
  authority = openTestAuthority();
});

const verify = (pdf: Buffer): Verification => verifyPdf(pdf, { anchors: [authority.root.der], crls: [], now: NOW });
const grave = ({ verdict, reasons }: Verification): unknown => [
  verdict,
  reasons.map(({ code }) => code).filter((code) => code !== 'revocation-not-declared'),
];
const signed = (): Buffer => signAsLeader(preparedLetter(), { signer: authority.leader, chain: [authority.sub] });
const sealedAt = (place: string): Buffer =>
  sealAsAgency(signed(), {
    signer: authority.agency,
    chain: [authority.sub],
    objects: { 11: sealField('/V 60 0 R').replace(/\/Rect \[[^\]]*\]/u, `/Rect [${place}]`) },
  });

describe('what other tools write', () => {
  it('lets a tool give up the place of the field that it signs', () => {
    expect(grave(verify(sealedAt('0 0 0 0')))).toEqual(['valid', []]);
  });

  it('does not let it take another place', () => {
    expect(verify(sealedAt('80 590 180 610')).verdict).toBe('changedAfterSigning');
  });

  it.each([
    ['to the end of the line before the table', (at: number) => at - 1, 'valid'],
    ['into the line before', (at: number) => at - 2, 'invalid'],
    ['into the table', (at: number) => at + 1, 'invalid'],
  ])('reads a save whose tool counted %s', (_rule, saidStart, verdict) => {
    const pdf = signAsLeader(preparedLetter(), {
      signer: authority.leader,
      chain: [authority.sub],
      save: { saidStart },
    });
    expect(verify(pdf).verdict).toBe(verdict);
  });
});
