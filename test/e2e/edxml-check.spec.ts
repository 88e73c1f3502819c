import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { GOOD } from '../support/edxml-messages/good.js';
import { HOSTILE } from '../support/edxml-messages/hostile.js';
import { ODD } from '../support/edxml-messages/odd.js';
import type { EdxmlCase } from '../support/edxml-messages/written-message.js';

const run = promisify(execFile);

const CASES: readonly EdxmlCase[] = [...GOOD, ...ODD, ...HOSTILE];
/** Of JavaScript's own memory, for all of them together: the largest message alone has fifty megabytes. */
const HEAP_MIB = 96;
const SECONDS = 20;

const finding = z.strictObject({ code: z.string(), path: z.string().optional(), message: z.string() });
const judged = z.strictObject({
  file: z.string(),
  accept: z.boolean(),
  kind: z.enum(['document', 'status']).nullable(),
  errors: z.array(finding),
  warnings: z.array(finding),
});

describe('hoi-am edxml check, as it is installed', () => {
  let directory: string;
  let answers: ReadonlyMap<string, z.output<typeof judged>>;

  const fileOf = ({ name }: EdxmlCase): string => join(directory, `${name.replaceAll(/\W+/gu, '-')}.edxml`);

  beforeAll(
    async () => {
      directory = await mkdtemp(join(tmpdir(), 'edxml-suite-'));
      for (const one of CASES) await writeFile(fileOf(one), one.bytes);
      const limits = [`--max-old-space-size=${String(HEAP_MIB)}`, '--disable-warning=ExperimentalWarning'];
      const command = [...limits, 'dist/src/cli.js', 'edxml', 'check', '--json', ...CASES.map(fileOf)];
      const options = { timeout: SECONDS * 1000, maxBuffer: 2 ** 26 };
      const ended = await run(process.execPath, command, options).then(
        ({ stdout }) => ({ code: 0, stdout }),
        (error: unknown) => error as { code: number; stdout: string },
      );
      expect(ended.code).toBe(1);
      const lines = ended.stdout
        .trim()
        .split('\n')
        .map((line) => judged.parse(JSON.parse(line)));
      answers = new Map(lines.map((line) => [line.file, line]));
    },
    2 * SECONDS * 1000,
  );
  afterAll(() => rm(directory, { recursive: true }));

  it('tells enough messages apart', () => {
    expect(new Set(CASES.map(fileOf)).size).toBe(CASES.length);
    expect(CASES.length).toBeGreaterThanOrEqual(60);
  });

  it.each(CASES.map((one) => [one.name, one] as const))('%s', (_name, one) => {
    const { errors, warnings, ...answer } = answers.get(fileOf(one)) ?? {};
    expect({ ...answer, errors: codesOf(errors), warnings: one.errors ? undefined : codesOf(warnings) }).toEqual({
      file: fileOf(one),
      accept: one.errors === undefined,
      kind: one.kind,
      errors: [...(one.errors ?? [])].sort(),
      warnings: one.errors ? undefined : [...(one.warnings ?? [])].sort(),
    });
    expect([...(errors ?? []), ...(warnings ?? [])].every(({ message }) => /^\p{Lu}.*\.$/u.test(message))).toBe(true);
  });
});

function codesOf(findings: readonly { readonly code: string }[] = []): readonly string[] {
  return [...new Set(findings.map(({ code }) => code))].sort();
}
