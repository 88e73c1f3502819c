import { civilDateOf } from '../../../kernel/civil-date.js';
import { vietnameseDay } from '../verification/vietnamese-time.js';
import { NOT_YET } from './identity-lines.js';
import { printedEntry, type PrintedEntry } from './printed-entry.js';
import { LEADER_FIELD, type ProofInput, type ProofLine, type RegisterExpectation, signatureIn } from './proof-case.js';
import { entryNotShown } from './shown-entry.js';
import type { WrittenEntry } from './written-entry.js';

const LINE = { code: 'register', title: 'Số và ngày khớp sổ' } as const;

/**
 * Number and date in the letter are those of the register. Filled in by the seal, they are compared once it is sealed; printed before signing,
 * from the leader's signature on, and the leader has signed on the day that the letter bears.
 *
 * @param entry what was written into the page in place of the fields
 *
 * Source: Nghị định 30/2020/NĐ-CP, Điều 15; Phụ lục I, phần I, mục II, khoản 3 và khoản 4 (the date is the day of issue).
 */
export function registerLine(proofInput: ProofInput, entry: WrittenEntry | null): ProofLine {
  const { stage, register } = proofInput.expectation;
  if (!register || (register.stands === 'fields' && stage !== 'sealed'))
    return { ...LINE, result: 'notChecked', detail: NOT_YET };
  const written = writtenIn(proofInput, register, entry);
  const said = entryWords(written);
  if (!isSame(written, register))
    return { ...LINE, result: 'fail', detail: `${said} Theo sổ: ${registerWords(register)}` };
  const fault = faultBeside(proofInput, register, entry);
  return fault === null
    ? { ...LINE, result: 'pass', detail: said }
    : { ...LINE, result: 'fail', detail: `${said} ${fault}` };
}

/** What is wrong although the values agree. */
function faultBeside(proofInput: ProofInput, register: RegisterExpectation, entry: WrittenEntry | null): string | null {
  if (register.stands === 'printed') return signedOnAnotherDay(proofInput, register);
  return entry === null ? entryNotShown(proofInput.returned) : null;
}

/** The notation and the year stand in the page, which the leader signed. */
function writtenIn(proofInput: ProofInput, register: RegisterExpectation, entry: WrittenEntry | null): PrintedEntry {
  if (register.stands === 'printed') return printedEntry(proofInput.returned);
  if (entry === null) return inFields(proofInput, register);
  const { notation, issuedDate } = register;
  const [number, day, month] = [entry.so, entry.ngay, entry.thang].map((text) => text.trim()) as [
    string,
    string,
    string,
  ];
  return { number, day, month, notation, year: issuedDate.slice(0, 4) };
}

function inFields({ verification }: ProofInput, { notation, issuedDate }: RegisterExpectation): PrintedEntry {
  const [number = '', day = '', month = ''] = ['so', 'ngay', 'thang'].map(
    (field) => verification.formTexts.get(field)?.trim() ?? '',
  );
  return { number, day, month, notation, year: issuedDate.slice(0, 4) };
}

function isSame(written: PrintedEntry, { number, notation, issuedDate }: RegisterExpectation): boolean {
  const [year = '', month = '', day = ''] = issuedDate.split('-');
  const areNumbers = isSameNumber(written.number, number) && isSameNumber(written.day, day);
  return areNumbers && isSameNumber(written.month, month) && written.notation === notation && written.year === year;
}

/** Letters write a zero before small numbers; the number is the same. Suffixes such as `513a` must agree letter for letter. */
function isSameNumber(written: string, expected: string): boolean {
  const plain = (text: string): string => text.replace(/^0+(?=\d)/u, '');
  return written !== '' && plain(written) === plain(expected);
}

function registerWords({ number, notation, issuedDate }: RegisterExpectation): string {
  const [year = '', month = '', day = ''] = issuedDate.split('-');
  return entryWords({ number, notation, day, month, year });
}

function entryWords({ number, notation, day, month }: PrintedEntry): string {
  if (`${number}${day}${month}` === '') return 'Trong tệp chưa có số và ngày.';
  return `Số ${number}/${notation}, ngày ${day} tháng ${month}.`;
}

/** A letter whose date was printed before signing is issued on that day, or not at all. */
function signedOnAnotherDay(proofInput: ProofInput, { issuedDate }: RegisterExpectation): string | null {
  const signedAt = signatureIn(proofInput, LEADER_FIELD)?.findings?.signedAt ?? null;
  if (signedAt !== null && civilDateOf(signedAt) === issuedDate) return null;
  const day = signedAt === null ? 'không rõ ngày nào' : `ngày ${vietnameseDay(signedAt)}`;
  return `Lãnh đạo ký ${day}, không phải ngày ghi trên văn bản; phải trình lại với số và ngày mới.`;
}
