import { cpuSeconds } from '../../../../test/support/cpu-seconds.js';
import { SIGNED_FILES } from '../../../../test/support/signed-files/catalogue.js';
import { BOMBS } from '../../../../test/support/signed-files/malformed.js';
import { testAuthority, NOW, REVOCATION_LISTS } from '../../../../test/support/signed-files/signing-authority.js';
import { verifyPdf } from './verify-pdf.js';

const options = { anchors: [testAuthority.root.der], crls: REVOCATION_LISTS, now: NOW };
const NOTES: ReadonlySet<string> = new Set(['revocation-not-declared', 'no-signature', 'no-person-signed']);

describe('rule 51: one of VALID, INVALID, CHANGED, UNKNOWN or UNSIGNED, with its reason, for every file of the catalogue', () => {
  const rows = SIGNED_FILES.map((file) => [`${file.class}: ${file.name}`, file] as const);

  it.each(rows)('%s', (_name, { verdict, reason, make }) => {
    const found = verifyPdf(make(), options);
    const codes = found.reasons.map(({ code }) => code).filter((code) => !NOTES.has(code));
    expect({ verdict: found.verdict, accept: found.accept, codes }).toEqual({
      verdict,
      accept: verdict === 'valid',
      codes: reason === null ? [] : (expect.arrayContaining([reason]) as unknown),
    });
  });

  it('gives each file a name of its own', () => {
    const names = rows.map(([name]) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  it('is done in time with files made to keep a reader busy', () => {
    const files = Object.values(BOMBS).map((make) => make());
    const seconds = cpuSeconds(() => files.forEach((file) => verifyPdf(file, options)));
    expect(seconds).toBeLessThan(2);
  });
});
