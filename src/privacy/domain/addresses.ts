import type { Detection } from './finding.js';
import { RUNNING_WORDS } from './name-words.js';
import { isCapitalised, phrases, type Reading } from './reading.js';

const LIVES_AT = phrases(
  'địa chỉ, trú tại, cư trú tại, thường trú, thường trú tại, tạm trú, tạm trú tại, hộ khẩu, hộ khẩu thường trú, nơi ở, chỗ ở, sống tại, sống ở, ngụ tại, quê quán, quê ở, nhà tôi ở, nhà em ở, nhà cháu ở, gia đình ở, gia đình tôi ở, gia đình em ở, gia đình cháu ở, tôi ở, em ở, mình ở, nhà ở, sinh sống tại',
);
const AFTER_CUE = phrases('là, tại, ở, hiện nay, hiện tại, nhà, nhà riêng, của tôi, của em, của cháu, thường trú');
const AT = phrases('ở, tại, nhà, nhà ở, trước nhà, gần nhà');
/** Parts so near to a door that they lead to a household. */
const HOUSE = phrases('số nhà, nhà số, căn hộ, căn hộ số, ngõ, ngách, hẻm, kiệt, tổ dân phố số, tdp số, tổ, đội');
const HAMLET = phrases('thôn, xóm, ấp, xóm số, khu dân cư, kdc, tổ dân phố, tdp');
const STREET = phrases(
  'đường, phố, ngõ, ngách, hẻm, kiệt, đại lộ, quốc lộ, ql, khu phố, khu đô thị, chung cư, tòa, tòa nhà',
);
const WARD = phrases(
  'phường, xã, thị trấn, thị xã, quận, huyện, tỉnh, thành phố, tp, đặc khu, khu, làng, bản, đội, p, q, h, tx, tt, thôn, xóm, ấp, tổ, tổ dân phố',
);
/** Numbers after these words count no houses. */
const COUNTED = phrases(
  'quyết định, thông tư, công văn, nghị định, nghị quyết, chỉ thị, luật, văn bản, kế hoạch, công điện, thông báo, tờ trình, điều, khoản, mẫu, biểu, câu, đề, bài, phụ lục, trường, thpt, thcs, tiểu học, mầm non, th, mn, lớp, năm, tháng, ngày, khóa, tiết, phòng, khối, tuần, quý, kỳ, học kỳ, tập, bảng, hội đồng, điểm thi, từ, gần, hơn, khoảng',
);
const INSTITUTIONS = phrases(
  'trường, sở, bộ, ubnd, ủy ban, phòng, ban, hội, trung tâm, công ty, thpt, thcs, tiểu học, mầm non, công an, đảng ủy, tòa án, em, cháu, ông, bà, anh, chị, cô, thầy, tôi, con, phụ huynh',
);
/** What no name of a place goes on with. */
const ENDS = phrases('trường, lớp, thpt, thcs, ubnd, sđt, đt, tel, email, điện thoại, cccd, cmnd, stk');
const COUNTS_PEOPLE = phrases('người, tuổi, học sinh, giáo viên, em, bạn, cháu, nhóm, tiết, lần');
/** Doors that many things have; they lead to a household only before a street or a block of flats. */
const INNER_DOOR = phrases('phòng, p, căn, căn số, lô, lô số, nhà, tầng, dãy');
const BLOCK = phrases('nhà, tòa, tòa nhà, dãy, khu, block, lô');
const LOT = phrases('lô, lô số, dãy, ô, ô số');
/** Where many households live behind one name. */
const FLATS = phrases(
  'tập thể, khu tập thể, nhà tập thể, ktt, chung cư, khu chung cư, cc, khu đô thị, kđt, tòa, tòa nhà',
);
const SINGLE_PLACES = phrases(
  'hải phòng, hà nội, hải dương, quảng ninh, thái bình, nam định, hưng yên, hà nam, ninh bình, bắc ninh, thanh hóa, nghệ an, đà nẵng, cần thơ, việt nam, thủy nguyên, an lão, kiến thụy, tiên lãng, vĩnh bảo, an dương, cát hải, cát bà, đồ sơn, kiến an, lê chân, ngô quyền, hồng bàng, hải an, dương kinh',
);
const MAX_PARTS = 8;
const MAX_NAME_LENGTH = 5;

/** Where somebody lives: from the door, the hamlet or the words "trú tại" to the last part that follows. A street or ward alone is no home. */
export function detectAddress(reading: Reading, index: number): Detection | null {
  return (
    saidAddress(reading, index) ??
    doorAddress(reading, index) ??
    numberedAddress(reading, index) ??
    detectedFrom(reading, index, flatEnd(reading, index))
  );
}

/** After "địa chỉ", "trú tại" and their like everything that may be a place is one. */
function saidAddress(reading: Reading, index: number): Detection | null {
  const cue = reading.phraseAt(index, LIVES_AT);
  const from = cue === 0 ? null : placeAfter(reading, index + cue);
  const whole = from === null ? null : saidEnd(reading, from);
  if (from === null || whole === null) return null;
  const seen = detected(reading, from, whole);
  if (isOnePlace(reading, seen)) return null;
  return seen.to === whole ? { ...seen, to: smallNameEnd(reading, whole + 1) ?? whole } : seen;
}

/** `Địa chỉ: hiện nay ở` …: where the place itself begins. */
function placeAfter(reading: Reading, index: number): number {
  let from = index;
  for (let skipped = 0; skipped < 3; skipped += 1) {
    from += /^[:=-]$/u.test(reading.at(from).text) ? 1 : reading.phraseAt(from, AFTER_CUE);
  }
  return from;
}

function saidEnd(reading: Reading, from: number): number | null {
  const first =
    flatEnd(reading, from) ?? doorEnd(reading, from) ?? houseNumberEnd(reading, from) ?? areaEnd(reading, from);
  return first ?? nameEnd(reading, (numberEnd(reading, from) ?? from - 1) + 1, 1);
}

/** A town or a province alone is the home of too many: `sống ở Hải Phòng`. */
function isOnePlace(reading: Reading, { from, to }: Detection): boolean {
  return reading.phraseAt(from, SINGLE_PLACES) === to - from + 1;
}

/** `phòng 302 nhà B4 tập thể Vạn Mỹ`, `P.1204 chung cư X`, `lô 22 khu đô thị Y`; also `tập thể Vạn Mỹ, phòng 302`. */
function flatEnd(reading: Reading, index: number): number | null {
  const door = innerDoorEnd(reading, index);
  if (door !== null) {
    const block = blockEnd(reading, door + 1);
    const begin = afterComma(reading, (block ?? door) + 1);
    const named = flatsEnd(reading, begin);
    return (
      named ??
      (block !== null && reading.phraseAt(begin, FLATS) > 0 ? begin + reading.phraseAt(begin, FLATS) - 1 : null)
    );
  }
  const flats = flatsEnd(reading, index);
  return flats === null ? null : innerDoorEnd(reading, afterComma(reading, flats + 1));
}

function afterComma(reading: Reading, index: number): number {
  return /^[,\-–]$/u.test(reading.at(index).text) ? index + 1 : index;
}

function innerDoorEnd(reading: Reading, index: number): number | null {
  const length = reading.phraseAt(index, INNER_DOOR);
  if (length === 0) return reading.phraseBefore(index, AT) > 0 ? numberEnd(reading, index) : null;
  const number = reading.at(index + length).text === '.' ? index + length + 1 : index + length;
  return numberEnd(reading, number) ?? codeEnd(reading, number);
}

function blockEnd(reading: Reading, index: number): number | null {
  const at = afterComma(reading, index);
  const length = reading.phraseAt(at, BLOCK);
  return codeEnd(reading, at + length) ?? (length === 0 ? null : numberEnd(reading, at + length));
}

function flatsEnd(reading: Reading, index: number): number | null {
  const length = reading.phraseAt(index, FLATS);
  return length === 0 ? null : (codeEnd(reading, index + length) ?? nameEnd(reading, index + length, 1));
}

/** The code of a house among several: `B4`, `CT1`, `A2`. */
function codeEnd(reading: Reading, index: number): number | null {
  const [letters, figures] = [reading.at(index), reading.at(index + 1)];
  const isCode = /^[A-ZĐ]{1,3}$/u.test(letters.text) && letters.gap !== 'line' && /^\d{1,3}$/u.test(figures.text);
  return isCode && figures.gap === 'none' ? index + 1 : null;
}

/** `số nhà 12`, `ngõ 34`, `tổ 5`, `thôn Đông`. */
function doorAddress(reading: Reading, index: number): Detection | null {
  return detectedFrom(reading, index, doorEnd(reading, index));
}

/** `số 12 đường Lê Lợi`, `12/34 phố Huế`, `tại 12 Lê Lợi`. */
function numberedAddress(reading: Reading, index: number): Detection | null {
  const numbered = reading.at(index).key === keyOfNumber(reading);
  const number = numbered ? index + 1 : index;
  if (reading.phraseBefore(index, COUNTED) > 0 || /^(?:19|20)\d\d$/u.test(reading.at(number).text)) return null;
  const end = numberEnd(reading, number);
  if (end === null) return null;
  const street =
    streetEnd(reading, end + 1) ??
    (numbered || reading.phraseBefore(index, AT) > 0
      ? nameEnd(reading, (lotEnd(reading, end + 1) ?? end) + 1, 2)
      : null);
  return detectedFrom(reading, index, street);
}

/** `lô 22` between the number of a house and its street. */
function lotEnd(reading: Reading, index: number): number | null {
  const length = reading.phraseAt(index, LOT);
  return length === 0 ? null : (numberEnd(reading, index + length) ?? codeEnd(reading, index + length));
}

function keyOfNumber(reading: Reading): string {
  return reading.unmarked ? 'so' : 'sô\u0301';
}

function detectedFrom(reading: Reading, from: number, first: number | null): Detection | null {
  return first === null ? null : detected(reading, from, first);
}

function detected(reading: Reading, from: number, first: number): Detection {
  return { kind: 'address', confidence: 'certain', from, to: lastPart(reading, first) };
}

/** The end of the last of the parts that follow one another, with commas or without. */
function lastPart(reading: Reading, first: number): number {
  let end = first;
  for (let part = 1; part < MAX_PARTS; part += 1) {
    const parted = /^[,\-–]$/u.test(reading.at(end + 1).text);
    const begin = parted ? end + 2 : end + 1;
    const next = doorEnd(reading, begin) ?? houseNumberEnd(reading, begin) ?? areaEnd(reading, begin);
    const more = next ?? nameEnd(reading, begin, 1);
    if (more === null) return end;
    end = more;
  }
  return end;
}

function doorEnd(reading: Reading, index: number): number | null {
  const [house, hamlet] = [reading.phraseAt(index, HOUSE), reading.phraseAt(index, HAMLET)];
  if (house > hamlet) return doorNumberEnd(reading, index + house);
  if (hamlet === 0) return null;
  return doorNumberEnd(reading, index + hamlet) ?? numberedNameEnd(reading, index + hamlet);
}

/** `Đông Khê`, `Đông Khê 2` */
function numberedNameEnd(reading: Reading, index: number): number | null {
  const name = nameEnd(reading, index, 1);
  const numbered =
    name !== null && doorNumberEnd(reading, name + 1) === name + 1 && reading.at(name + 1).gap === 'space';
  return numbered ? name + 1 : name;
}

function doorNumberEnd(reading: Reading, index: number): number | null {
  const end = numberEnd(reading, index);
  return end === null || reading.phraseAt(end + 1, COUNTS_PEOPLE) > 0 ? null : end;
}

/** `số 12` inside an address. */
function houseNumberEnd(reading: Reading, index: number): number | null {
  return reading.at(index).key === keyOfNumber(reading) ? numberEnd(reading, index + 1) : null;
}

function areaEnd(reading: Reading, index: number): number | null {
  return streetEnd(reading, index) ?? namedAfter(reading, index, WARD);
}

function streetEnd(reading: Reading, index: number): number | null {
  return namedAfter(reading, index, STREET);
}

function namedAfter(reading: Reading, index: number, words: typeof STREET): number | null {
  const length = reading.phraseAt(index, words);
  if (length === 0) return null;
  const begin = reading.at(index + length).text === '.' ? index + length + 1 : index + length;
  return (
    numberEnd(reading, begin) ?? codeEnd(reading, begin) ?? nameEnd(reading, begin, 1) ?? smallNameEnd(reading, begin)
  );
}

/** Two words at most where the whole text knows no capitals. */
function smallNameEnd(reading: Reading, index: number): number | null {
  const isPart = (at: number) => reading.at(at).kind === 'word' && reading.at(at).gap === 'space';
  if (!reading.small || !isPart(index) || reading.phraseAt(index, RUNNING_WORDS) > 0) return null;
  const goesOn = isPart(index + 1) && reading.phraseAt(index + 1, RUNNING_WORDS) === 0;
  return goesOn && reading.phraseAt(index + 1, WARD) === 0 ? index + 1 : index;
}

/** `12`, `12A`, `12/34/5`, `12 B`: the number of a house, at most four figures in each step. */
function numberEnd(reading: Reading, index: number): number | null {
  if (!isHouseNumber(reading, index)) return null;
  let end = index;
  for (let step = 0; step < 8; step += 1) {
    const next = reading.at(end + 1);
    if (next.gap === 'none' && next.text === '/' && isHouseNumber(reading, end + 2)) end += 2;
    else if (next.gap === 'none' && /^[A-Za-zĐđ]$/u.test(next.text)) end += 1;
    else break;
  }
  return end;
}

function isHouseNumber(reading: Reading, index: number): boolean {
  return /^\d{1,4}$/u.test(reading.at(index).text) && reading.at(index).gap !== 'line';
}

/** Capitalised words, at least so many; they begin no institution and no person. */
function nameEnd(reading: Reading, index: number, least: number): number | null {
  if (reading.phraseAt(index, INSTITUTIONS) > 0) return null;
  let end = index - 1;
  while (end - index + 1 < MAX_NAME_LENGTH && isNamePart(reading, end + 1)) end += 1;
  return end - index + 1 >= least ? end : null;
}

function isNamePart(reading: Reading, index: number): boolean {
  const token = reading.at(index);
  return isCapitalised(token) && token.gap !== 'line' && reading.phraseAt(index, ENDS) === 0;
}
