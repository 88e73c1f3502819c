import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

import type { Verdict } from '../../../src/signing/domain/verification/reasons.js';
import { verifyPdf } from '../../../src/signing/domain/verification/verify-pdf.js';
import { SIGNED_FILES } from './catalogue.js';
import type { SignedFileCase } from './signed-file-case.js';
import { testAuthority, NOW, REVOCATION_LISTS } from './signing-authority.js';

/** One file of the catalogue as it lies on disk, and what two programs say of it. */
export interface WrittenFile {
  readonly path: string;
  readonly file: SignedFileCase;
  readonly ours: Verdict;
  readonly pdfsig: PdfsigAnswer;
}

export interface PdfsigAnswer {
  /** There is a signature, and every one holds. */
  readonly holds: boolean;
  /** One of them also covers the whole file. */
  readonly coversAll: boolean;
}

const run = promisify(execFile);
const AT_ONCE = 2;

function pem(label: string, blocks: readonly Buffer[]): string {
  return blocks
    .map((der) => der.toString('base64').replace(/.{64}/gu, '$&\n'))
    .map((text) => `-----BEGIN ${label}-----\n${text}\n-----END ${label}-----\n`)
    .join('');
}

function fileNameOf({ class: kind, name }: SignedFileCase, at: number): string {
  const words = name
    .replace(/[^A-Za-z0-9]+/gu, '-')
    .replace(/^-|-$/gu, '')
    .slice(0, 70);
  return `${String(at + 1).padStart(3, '0')}-${kind}-${words.toLowerCase()}.pdf`;
}

/** Poppler's judgement of the signatures alone: our authority is unknown to it. */
async function askPdfsig(path: string): Promise<PdfsigAnswer> {
  const answer = run('pdfsig', ['-nocert', path], { timeout: 20_000 });
  const { stdout } = await answer.catch((error: unknown) => ({ stdout: '', ...Object(error) }) as { stdout: string });
  const verdicts = stdout.match(/Signature Validation: .*/gu) ?? [];
  const holds = verdicts.length > 0 && verdicts.every((line) => line.includes('Signature is Valid'));
  return { holds, coversAll: holds && /- Total document signed/u.test(stdout) };
}

/**
 * Writes every file of the catalogue with the authority to trust and the lists of revocations, and asks pdfsig about each.
 *
 * @returns the files in their order
 */
export async function writeSuite(directory: string): Promise<readonly WrittenFile[]> {
  await mkdir(directory, { recursive: true });
  await writeFile(join(directory, 'trust.pem'), pem('CERTIFICATE', [testAuthority.root.der]));
  await writeFile(join(directory, 'crl.pem'), pem('X509 CRL', REVOCATION_LISTS));
  const options = { anchors: [testAuthority.root.der], crls: REVOCATION_LISTS, now: NOW };
  const written: WrittenFile[] = [];
  const queue = [...SIGNED_FILES.entries()];
  const work = async (): Promise<void> => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const [at, file] = next;
      const path = join(directory, fileNameOf(file, at));
      const pdf = file.make();
      await writeFile(path, pdf);
      written[at] = { path, file, ours: verifyPdf(pdf, options).verdict, pdfsig: await askPdfsig(path) };
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return written;
}

const HEAD = ['class', 'files', 'must be accepted', 'accepted by ours', 'pdfsig: all hold', 'pdfsig: and cover all'];

/** One line a class, in Markdown, and one for all. */
export function tableOf(written: readonly WrittenFile[]): string {
  const classes = [...new Set(written.map(({ file }) => file.class))];
  const row = (name: string, files: readonly WrittenFile[]): string => {
    const count = (is: (one: WrittenFile) => boolean): number => files.filter(is).length;
    const cells = [
      name,
      files.length,
      count(({ file }) => file.verdict === 'valid'),
      count(({ ours }) => ours === 'valid'),
      count(({ pdfsig }) => pdfsig.holds),
      count(({ pdfsig }) => pdfsig.coversAll),
    ];
    return `| ${cells.join(' | ')} |`;
  };
  return [
    `| ${HEAD.join(' | ')} |`,
    `| ${HEAD.map((_, at) => (at === 0 ? '---' : '--:')).join(' | ')} |`,
    ...classes.map((one) =>
      row(
        one,
        written.filter(({ file }) => file.class === one),
      ),
    ),
    row(
      'all but good',
      written.filter(({ file }) => file.class !== 'good'),
    ),
    row('all', written),
  ].join('\n');
}

/** Every file on a line: what must be said, what is said, and what pdfsig says. */
export function indexOf(written: readonly WrittenFile[]): string {
  return JSON.stringify(
    written.map(({ path, file: { class: kind, name, verdict, reason }, ours, pdfsig }) => {
      return { file: path, class: kind, name, verdict, reason, ours, pdfsig };
    }),
    null,
    1,
  );
}
