import { digitRunsAt, type DigitRun } from './digit-runs.js';
import type { Confidence, FindingKind, Detection } from './finding.js';
import { phrases, type Phrases, type Reading } from './reading.js';

/** What a number is said to be by the words before it. The nearest words count. */
const CUES: readonly (readonly [FindingKind, Phrases])[] = [
  ['phone', phrases('điện thoại, số máy, di động, đt, sđt, sdt, đtdđ, zalo, liên hệ, hotline, tel')],
  [
    'phone',
    phrases('viber, phone, mobile, gọi số, gọi, số cố định, máy bàn, số bàn, nhà riêng, nhắn tin, alo, a lô, fax'),
  ],
  ['citizenId', phrases('căn cước, cccd, cmnd, cmt, cmtnd, chứng minh, chứng minh thư, định danh cá nhân')],
  ['passport', phrases('hộ chiếu, passport')],
  ['personalCode', phrases('mã học sinh, mã hs, mã sinh viên, mã định danh, số định danh, số báo danh')],
  ['personalCode', phrases('sbd, bhxh, bhyt, bảo hiểm xã hội, bảo hiểm y tế, mã số bhxh, mã bệnh nhân')],
  ['taxCode', phrases('mst, mã số thuế')],
  ['bankAccount', phrases('stk, số tài khoản, tài khoản, số tk, số thẻ, tk, ngân hàng')],
];
const CUE_REACH = 8;
/** Money is sent too, so what is sent counts as an account only where it is longer than a sum. */
const SENDING = phrases('chuyển khoản, chuyển tiền, gửi tiền, chuyển vào, ck');
const MIN_SENT_LENGTH = 10;
/** Letters that may stand for digits in one number. */
const MAX_LETTERS = 3;

/** Lengths of digits that a number may have once words have said what it is. */
const LENGTHS: Readonly<Partial<Record<FindingKind, readonly [least: number, most: number]>>> = {
  phone: [7, 11],
  citizenId: [9, 12],
  passport: [7, 8],
  personalCode: [6, 15],
  taxCode: [10, 13],
  bankAccount: [6, 19],
};

const MONEY = phrases('đồng, đ, vnđ, vnd, nghìn, ngàn, triệu, tỷ, tỉ, usd');

/** Mobile and landline numbers, the eleven digits of mobile numbers before 2018 included (Thông tư 22/2014/TT-BTTTT as amended). */
const PHONE = /^(?:0[35789]\d{8}|02\d{9}|01[2689]\d{8}|(?:00)?84(?:[35789]\d{8}|2\d{9}))$/u;
const SERVICE_NUMBER = /^1[89]00/u;
/** Twelve digits beginning with the code of the place of birth, 001 to 096 (Thông tư 59/2021/TT-BCA). */
const CITIZEN_ID = /^0(?!00)(?:[0-8]\d|9[0-6])\d{9}$/u;
/** Nine figures, valid until the end of 2024; those of Hải Phòng began with 03. */
const OLD_ID = /^0\d{8}$/u;

/** A number that leads to a person: telephone, papers, account. */
export function detectNumber(reading: Reading, index: number): Detection | null {
  if (!mayBegin(reading, index)) return null;
  const runs = digitRunsAt(reading, index);
  if (runs.length === 0) return null;
  const cue = cueBefore(reading, index);
  for (const run of runs) {
    if (isMoney(reading, run)) return null;
    const seen = run.letters > MAX_LETTERS ? null : seenAs(reading, run, cue);
    if (seen !== null) return { ...seen, from: beginOf(reading, index, seen.kind), to: run.to };
  }
  return null;
}

function beginOf(reading: Reading, index: number, kind: FindingKind): number {
  const lettered = kind === 'personalCode' || kind === 'passport';
  return lettered && /^[A-Z]{1,4}$/u.test(reading.at(index - 1).text) ? index - 1 : withPrefix(reading, index);
}

type Seen = Pick<Detection, 'kind' | 'confidence'>;

function seenAs(reading: Reading, run: DigitRun, cue: FindingKind | null): Seen | null {
  return byForm(reading, run, cue) ?? bySaying(run, cue) ?? sentTo(reading, run);
}

/** The form alone tells: nothing else looks like a mobile number or a citizen's number. Other papers have the same lengths, if words say so. */
function byForm(reading: Reading, run: DigitRun, cue: FindingKind | null): Seen | null {
  if (cue !== 'phone' && bySaying(run, cue) !== null) return null;
  const confidence: Confidence = cue === 'phone' || run.groups <= 5 ? 'certain' : 'likely';
  if (CITIZEN_ID.test(run.digits)) return { kind: 'citizenId', confidence };
  if (PHONE.test(run.digits)) return { kind: 'phone', confidence };
  if (isAbroad(reading, run)) return { kind: 'phone', confidence: 'certain' };
  return run.groups === 1 && OLD_ID.test(run.digits) ? { kind: 'citizenId', confidence: 'likely' } : null;
}

/** The words before it tell. */
function bySaying({ digits, groups }: DigitRun, cue: FindingKind | null): Seen | null {
  const [least, most] = (cue === null ? undefined : LENGTHS[cue]) ?? [1, 0];
  if (cue === null || digits.length < least || digits.length > most) return null;
  if (cue === 'phone' && SERVICE_NUMBER.test(digits)) return null;
  return { kind: cue, confidence: groups <= 5 ? 'certain' : 'likely' };
}

/** An account without its word: `chuyển khoản vào 1903 4567 8901 23`. */
function sentTo(reading: Reading, { digits, letters, from, groups }: DigitRun): Seen | null {
  if (letters > 0 || digits.length < MIN_SENT_LENGTH || reading.at(from + 1).text === '.') return null;
  const sent = reading.lastPhraseWithin(from, CUE_REACH, SENDING) !== null;
  return sent ? { kind: 'bankAccount', confidence: groups <= 5 ? 'certain' : 'likely' } : null;
}

/** A number begins with figures that continue no word and no sum of money (`1.098.765.432`). */
function mayBegin(reading: Reading, index: number): boolean {
  const [token, before, earlier] = [reading.at(index), reading.at(index - 1), reading.at(index - 2)];
  if (token.kind === 'sign' || token.kind === 'end') return false;
  const continues = token.gap === 'none' && before.text === '.' && before.gap === 'none' && earlier.kind === 'number';
  return !continues || /^0[35789]\d\d/u.test(token.text);
}

function isAbroad(reading: Reading, { digits, from }: DigitRun): boolean {
  const plus = reading.at(from - 1).text === '(' ? from - 2 : from - 1;
  return digits.length >= 8 && reading.at(plus).text === '+';
}

/** The plus or bracket that opens a number goes with it. */
function withPrefix(reading: Reading, index: number): number {
  const opens = (at: number) => /^[+(]$/u.test(reading.at(at).text) && reading.at(at + 1).gap !== 'line';
  if (!opens(index - 1)) return index;
  return opens(index - 2) ? index - 2 : index - 1;
}

function isMoney(reading: Reading, { digits, to }: DigitRun): boolean {
  const next = reading.at(to + 1);
  return next.gap !== 'line' && !digits.startsWith('0') && reading.phraseAt(to + 1, MONEY) > 0;
}

function cueBefore(reading: Reading, index: number): FindingKind | null {
  for (let back = 1; back <= CUE_REACH && reading.at(index - back + 1).gap !== 'line'; back += 1) {
    const said = CUES.find(([, words]) => reading.phraseAt(index - back, words) > 0);
    if (said !== undefined) return said[0];
    if (/^[.;]$/u.test(reading.at(index - back).text) && reading.at(index - back + 1).gap === 'space') return null;
  }
  return null;
}
