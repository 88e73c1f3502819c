import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const locked = z
  .object({
    packages: z.record(
      z.string(),
      z.object({
        version: z.string().optional(),
        resolved: z.string().optional(),
        integrity: z.string().optional(),
        link: z.boolean().optional(),
      }),
    ),
  })
  .parse(JSON.parse(readFileSync(join(import.meta.dirname, '../../package-lock.json'), 'utf8')));

/** Where npm looks when the lock names no other place. */
const PUBLIC = 'https://registry.npmjs.org/';

const PACKAGES = Object.entries(locked.packages)
  .filter(([path]) => path !== '')
  .map(([path, facts]) => ({ name: path.split('node_modules/').at(-1) ?? path, path, ...facts }));

/** From which version on a package has no hole that we know of; several lines of a package each have their own. */
const FLOORS: Readonly<Record<string, readonly string[]>> = {
  // GHSA-fvcv-3m26-pcqx
  axios: ['1.15.0'],
  soap: ['1.9.0'],
  // CVE-2025-29774, CVE-2025-29775
  'xml-crypto': ['6.0.1'],
  // CVE-2026-34601, CVE-2026-41672, CVE-2026-41675
  '@xmldom/xmldom': ['0.8.13', '0.9.10'],
  // CVE-2026-25896, CVE-2026-26278, CVE-2026-33036, CVE-2026-33349
  'fast-xml-parser': ['5.5.7'],
  docxtemplater: ['3.68.7'],
  // CVE-2025-60542
  typeorm: ['1.0.0'],
  // CVE-2024-29409
  '@nestjs/common': ['11.0.16'],
  // CVE-2025-47935 to CVE-2026-5079
  multer: ['2.2.0'],
  // CVE-2025-12816, CVE-2025-66030, CVE-2026-33891 and others
  'node-forge': ['1.4.0'],
};

/** What must not come in at all: unmaintained, or with a hole that nobody closes. */
const BARRED = ['xlsx', 'exceljs', 'request', 'angular-expressions', '@nestjs/devtools-integration'];

describe('the packages that are installed', () => {
  it.each(PACKAGES.filter(({ name }) => name in FLOORS).map(({ path, name, version = '' }) => [path, name, version]))(
    '%s: each package stands at or above the version without known holes',
    (_path, name, version) => {
      expect((FLOORS[name] ?? []).some((floor) => isAtLeast(version, floor))).toBe(true);
    },
  );

  it('hold none that is barred', () => {
    expect(PACKAGES.length).toBeGreaterThan(400);
    expect(PACKAGES.filter(({ name }) => BARRED.includes(name)).map(({ path }) => path)).toEqual([]);
  });

  it('are locked: each comes from the public registry, with the hash of its content', () => {
    const isStrange = ({ link, resolved = PUBLIC, integrity = '' }: (typeof PACKAGES)[number]): boolean =>
      link !== true && !(resolved.startsWith(PUBLIC) && integrity.startsWith('sha512-'));
    expect(PACKAGES.filter(isStrange).map(({ path }) => path)).toEqual([]);
  });
});

/** Versions of one line only: 0.9.9 is not above 0.8.13 where 0.9 has a floor of its own. */
function isAtLeast(version: string, floor: string): boolean {
  const [have, want] = [version, floor].map((text) => text.split('-')[0]?.split('.').map(Number) ?? []);
  const inLine = floor.startsWith('0.') ? have?.[1] === want?.[1] : true;
  const [at = 0] = [0, 1, 2].filter((place) => have?.[place] !== want?.[place]);
  return inLine && (have?.[at] ?? 0) >= (want?.[at] ?? 0);
}
