import { readFile } from 'node:fs/promises';

import { isoInVietnam } from '../../kernel/civil-date.js';
import type { Clock } from '../../kernel/clock.js';
import { FileMemory } from '../../platform/files/file-memory.js';
import { readCertificate } from '../../signing/domain/certificates/certificate.js';
import { readRevocationList } from '../../signing/domain/certificates/revocation-list.js';
import { DerMalformed } from '../../signing/domain/der/der.js';
import {
  type SignatureVerdict,
  type Verification,
  type VerificationOptions,
  verifyPdf,
} from '../../signing/domain/verification/verify-pdf.js';
import { vietnameseTime } from '../../signing/domain/verification/vietnamese-time.js';
import { UnusableArguments } from '../unusable-arguments.js';
import { readVerifyArguments, type VerifyQuestion } from './verify-arguments.js';

/** What the command leaves behind: its status, what goes to stdout, and Vietnamese sentences for stderr. */
export interface VerifyRun {
  readonly exitCode: 0 | 1 | 2 | 3;
  readonly lines: string[];
  readonly messages: string[];
}

type Report = Pick<Verification, 'accept' | 'signatures'> & {
  readonly file: string;
  readonly verdict: string;
  readonly reasons: readonly { readonly code: string; readonly message: string }[];
};

/**
 * `hoi-am verify`: each file judged by itself, one JSON object a line or a few lines to read.
 *
 * Status 0 when every file is acceptable, 1 when one is not, 3 when one cannot be read, 2 when trust, list or time
 * given cannot be used.
 */
export async function runVerify(args: readonly string[], clock: Clock): Promise<VerifyRun> {
  try {
    const question = readVerifyArguments(args);
    const options = await optionsOf(question, clock);
    return judgeAll(question, options);
  } catch (error) {
    if (!(error instanceof UnusableArguments)) throw error;
    return { exitCode: 2, lines: [], messages: error.message.split('\n') };
  }
}

function judgeAll(question: VerifyQuestion, options: VerificationOptions): VerifyRun {
  const lines: string[] = [];
  const messages: string[] = [];
  const accepted: boolean[] = [];
  const memory = new FileMemory();
  for (const file of question.files) {
    const pdf = memory.tryRead(file);
    const report = pdf ? { file, ...verifyPdf(pdf, options) } : unreadable(file);
    if (!pdf) messages.push(`Không đọc được tệp "${file}": xem lại đường dẫn và quyền đọc.`);
    accepted.push(report.accept);
    lines.push(...(question.json ? [asJson(report)] : asText(report)));
  }
  if (messages.length > 0) return { exitCode: 3, lines, messages };
  return { exitCode: accepted.every((accept) => accept) ? 0 : 1, lines, messages };
}

async function bytesOf(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path);
  } catch {
    return null;
  }
}

function unreadable(file: string): Report {
  const reasons = [{ code: 'file-unreadable', message: 'Không đọc được tệp.' }];
  return { file, accept: false, verdict: 'unknown', reasons, signatures: [] };
}

async function optionsOf(question: VerifyQuestion, clock: Clock): Promise<VerificationOptions> {
  const { at, integrityOnly } = question;
  return {
    anchors: await blocksOf(question.trust, 'CERTIFICATE', readCertificate),
    crls: await blocksOf(question.crls, 'X509 CRL', (der) => readRevocationList(der).revoked),
    now: clock.now(),
    integrityOnly,
    ...(at ? { at } : {}),
  };
}

/** The structures in some files, each file PEM (any number) or DER (one). @throws UnusableArguments */
async function blocksOf(paths: readonly string[], label: string, read: (der: Buffer) => unknown): Promise<Buffer[]> {
  const blocks: Buffer[] = [];
  for (const path of paths) {
    const bytes = await bytesOf(path);
    if (!bytes) throw new UnusableArguments(`Không đọc được tệp "${path}": xem lại đường dẫn và quyền đọc.`);
    const found = blocksIn(bytes, label);
    if (found.length === 0 || !found.every((der) => isReadable(der, read))) {
      throw new UnusableArguments(`Tệp "${path}" không chứa ${label} đọc được.`);
    }
    blocks.push(...found);
  }
  return blocks;
}

function blocksIn(bytes: Buffer, label: string): Buffer[] {
  const text = bytes.toString('latin1');
  if (!text.includes('-----BEGIN')) return [bytes];
  const pattern = new RegExp(`-----BEGIN ${label}-----([A-Za-z0-9+/=\\s]+)-----END ${label}-----`, 'gu');
  return [...text.matchAll(pattern)].map(([, base64 = '']) => Buffer.from(base64, 'base64'));
}

function isReadable(der: Buffer, read: (der: Buffer) => unknown): boolean {
  try {
    read(der);
    return true;
  } catch (error) {
    if (error instanceof DerMalformed) return false;
    throw error;
  }
}

function asJson({ file, accept, verdict, reasons, signatures }: Report): string {
  const shown = signatures.map((signature) => ({
    field: signature.field,
    signer: signature.signer,
    signedAt: signature.signedAt ? isoInVietnam(signature.signedAt) : null,
    verdict: signature.verdict,
    reasons: signature.reasons,
  }));
  return JSON.stringify({ file, accept, verdict, reasons, signatures: shown });
}

/** The verdict words for clerks. */
const WORDS: Readonly<Record<string, string>> = {
  valid: 'Hợp lệ',
  invalid: 'Không hợp lệ',
  changedAfterSigning: 'Có thay đổi sau khi ký',
  unknown: 'Chưa đủ căn cứ',
  unsigned: 'Chưa ký',
};

function asText({ file, verdict, reasons, signatures }: Report): string[] {
  return [
    `${file}: ${WORDS[verdict] ?? verdict}`,
    ...signatures.map((signature) => signatureWords(signature)),
    ...reasons.map(({ message }) => `  - ${message}`),
  ];
}

function signatureWords({ field, signer, signedAt, verdict, level }: SignatureVerdict): string {
  const who = signer === '' ? 'không rõ người ký' : signer;
  const profile = level === null ? '' : `, mức PAdES ${level}`;
  return `  ${field}: ${who}, ${vietnameseTime(signedAt)}: ${WORDS[verdict] ?? verdict}${profile}`;
}
