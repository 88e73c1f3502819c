import type { FileSignature } from '../../documents/domain/file-signature.js';

export const VERDICT_WORDS: Readonly<Record<FileSignature['verdict'], string>> = {
  valid: 'Hợp lệ',
  invalid: 'Không hợp lệ',
  changedAfterSigning: 'Có thay đổi sau khi ký',
  unknown: 'Chưa đủ căn cứ',
  unsigned: 'Chưa ký',
};

export type SignatureTone = 'ok' | 'bad' | 'open';

const TONES: Readonly<Record<FileSignature['verdict'], SignatureTone>> = {
  valid: 'ok',
  invalid: 'bad',
  changedAfterSigning: 'bad',
  unknown: 'open',
  unsigned: 'open',
};

export interface SignatureWords {
  readonly tone: SignatureTone;
  /** `Chữ ký số: Hợp lệ` */
  readonly words: string;
}

const SUBJECTS: Readonly<Record<NonNullable<FileSignature['kind']> | 'pdf', string>> = {
  pdf: 'Chữ ký số',
  office: 'Chữ ký trong tệp Office',
  message: 'Chữ ký XML của thông điệp',
};

/** What is not proven is not sent back by itself. */
const FOR_CLERK = 'Văn thư đối chiếu với nơi gửi trước khi dùng hoặc trả lại.';

/** One file's signatures with who signed, and why they are not valid. */
export function signatureWords({ kind, verdict, signers, levels, reasons, forClerk }: FileSignature): SignatureWords {
  const who = signers
    .map((name, at) => withLevel(name, levels?.[at] ?? null))
    .filter((name) => name !== '')
    .join(', ');
  const by = who === '' ? '' : ` (${who})`;
  const why =
    verdict === 'valid' || verdict === 'unsigned' ? '' : `. ${reasons.join(' ')}${forClerk ? ` ${FOR_CLERK}` : ''}`;
  return { tone: TONES[verdict], words: `${SUBJECTS[kind ?? 'pdf']}: ${VERDICT_WORDS[verdict]}${by}${why}` };
}

function withLevel(name: string, level: string | null): string {
  return name === '' || level === null ? name : `${name}, PAdES ${level}`;
}

/**
 * A document's signatures in one line that the whole staff may read, so without names: its main file, and whether another one is broken.
 *
 * @param files in the order in which they came
 * @returns null for a document without PDF and without another signed file
 */
export function signatureLine(files: readonly FileSignature[]): SignatureWords | null {
  const main = files.find(({ kind }) => kind === undefined) ?? files[0];
  if (main === undefined) return null;
  const others = files.filter((file) => file !== main);
  const words = `${SUBJECTS[main.kind ?? 'pdf']}: ${VERDICT_WORDS[main.verdict]}`;
  if (!others.some(({ verdict }) => TONES[verdict] === 'bad')) return { tone: TONES[main.verdict], words };
  return { tone: 'bad', words: `${words}; tệp kèm có chữ ký không đạt` };
}
