import { SOUND_FILES } from '../../../../test/support/sound-files/index.js';
import { OTHER_LIST } from '../../../../test/support/sound-files/sound-structures.js';
import { byEd25519, byPssOfJava, bySha3 } from '../../../../test/support/sound-files/sound-keys.js';
import {
  testAuthority,
  NOW,
  replaced,
  REVOCATION_LISTS,
} from '../../../../test/support/signed-files/signing-authority.js';
import { isBroken, noteOf } from './signature-note.js';
import { type Verification, verifyPdf } from './verify-pdf.js';

const verify = (pdf: Buffer): Verification =>
  verifyPdf(pdf, { anchors: [testAuthority.root.der], crls: [...REVOCATION_LISTS, OTHER_LIST], now: NOW });

describe('sound files in the shapes of other tools', () => {
  it.each(SOUND_FILES.map((file) => [file.name, file] as const))('%s', (_name, { verdict, reason, make }) => {
    const pdf = make();
    const found = verify(pdf);
    const codes = found.reasons.map(({ code }) => code).filter((code) => code !== 'revocation-not-declared');
    expect([found.verdict, [...new Set(codes)]]).toEqual([verdict, reason === null ? [] : [reason]]);
    expect(isBroken(noteOf(found, pdf))).toBe(false);
  });

  it('are at least thirty', () => {
    expect(new Set(SOUND_FILES.map(({ name }) => name)).size).toBeGreaterThanOrEqual(30);
  });
});

describe('a signature by what is not on the list', () => {
  it.each([
    ['Ed25519', byEd25519],
    ['SHA-3', bySha3],
    ['RSA-PSS with a mask by SHA-1', byPssOfJava],
  ])('%s is as broken as any other when what it signed was changed', (_what, make) => {
    const pdf = replaced(make(), '25/3/2026', '25/4/2026');
    const found = verify(pdf);
    expect(found.verdict).toBe('invalid');
    expect(found.reasons.map(({ code }) => code)).toContain('digest-mismatch');
    expect(isBroken(noteOf(found, pdf))).toBe(true);
  });
});
