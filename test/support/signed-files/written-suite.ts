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
const MUCH = 64 * 1024 * 1024;
const NO_ANSWER: PdfsigAnswer = { holds: false, coversAll: false };

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

/** One shell for many files: to fork a process that runs tests takes longer than the program itself. */
const ASK_EACH = String.raw`for file; do timeout 20 pdfsig -nocert "$file" 2> /dev/null; printf '\0'; done`;

/** Poppler's judgement of the signatures alone: our authority is unknown to it. */
async function askPdfsig(paths: readonly string[]): Promise<readonly PdfsigAnswer[]> {
  const half = Math.ceil(paths.length / 2);
  const said = await Promise.all(
    [paths.slice(0, half), paths.slice(half)].map((some) =>
      run('sh', ['-c', ASK_EACH, 'sh', ...some], { maxBuffer: MUCH }),
    ),
  );
  return said.flatMap(({ stdout }) => stdout.split('\0').slice(0, -1)).map(answerOf);
}

function answerOf(said: string): PdfsigAnswer {
  const verdicts = said.match(/Signature Validation: .*/gu) ?? [];
  const holds = verdicts.length > 0 && verdicts.every((line) => line.includes('Signature is Valid'));
  return { holds, coversAll: holds && /- Total document signed/u.test(said) };
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
  const made: Omit<WrittenFile, 'pdfsig'>[] = [];
  for (const [at, file] of SIGNED_FILES.entries()) {
    const path = join(directory, fileNameOf(file, at));
    const pdf = file.make();
    await writeFile(path, pdf);
    made.push({ path, file, ours: verifyPdf(pdf, options).verdict });
  }
  const answers = await askPdfsig(made.map(({ path }) => path));
  return made.map((one, at) => ({ ...one, pdfsig: answers[at] ?? NO_ANSWER }));
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
