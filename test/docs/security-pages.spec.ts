import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** Programs of their own: they are no part of the app at work. */
const OTHER_PROGRAMS =
  /^(?:integrations\/e-office\/(?:simulator|conformance)|src\/cli\/demo)\/|\.(?:spec|fixture)\.tsx?$/u;

const SOURCES = ['src', 'integrations'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name}`)
    .filter((name) => /\.tsx?$/u.test(name) && !OTHER_PROGRAMS.test(name)),
);

/** Encrypting, signing, keys, and every hash but SHA-256. */
const CRYPTOGRAPHY =
  /\bimport [^;]*\b(?:create(?:Cipheriv|Decipheriv|Hmac|Sign|Verify|PrivateKey|PublicKey)|hkdfSync|scryptSync|pbkdf2Sync|publicEncrypt|generateKeyPair\w*)\b[^;]*'node:crypto'|from '(?:@node-rs\/argon2|pkijs|xml-crypto)'|import\('age-encryption'\)|'(?:md5|sha1|sha384|sha512)'/u;

const listedIn = (page: string): readonly string[] =>
  [...read(page).matchAll(/^\| `(?<name>[^`]+)`/gmu)].map(({ groups }) => groups?.['name'] ?? '');

describe('the page of keys', () => {
  it('names every source that encrypts, signs, or hashes by more than SHA-256, and none that does not', () => {
    const using = SOURCES.filter((path) => CRYPTOGRAPHY.test(withoutTypes(read(path))));
    expect(using.length).toBeGreaterThan(10);
    expect(listedIn('docs/security/keys.md').toSorted()).toEqual(using.toSorted());
  });
});

describe('the page of logs', () => {
  const code = SOURCES.map(read).join('\n');

  it.each(listedIn('docs/operations/logs.md'))('tells of %s, which there is', (event) => {
    expect(code).toContain(`'${event}'`);
  });

  it.each(['journal_entry', 'refused_call', 'outbox_attempt', 'sign_in_attempt', 'directory_run'])(
    'names the table %s, which there is',
    (table) => {
      expect(read('docs/operations/logs.md')).toContain(`\`${table}\``);
      expect(code).toContain(`@Entity('${table}'`);
    },
  );
});

/** Types of algorithms compute nothing. */
function withoutTypes(source: string): string {
  return source.replaceAll(/^(?:export )?(?:type|import type) [^;]*;/gmu, '');
}
