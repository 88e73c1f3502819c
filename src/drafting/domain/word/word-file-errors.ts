import { NEEDED_PLACES, placeWords } from '../places.js';
import { FORMAT_RULES, type FormatRule } from '../format/rules/rule-table.js';
import { registerDifferences, type RegisterFields } from './register-differences.js';
import type { WordFile } from './word-reading.js';

/** Text in old Vietnamese encodings cannot be read as Unicode, so our checks cannot read it (rule 36). */
const UNREADABLE: readonly FormatRule[] = ['font-old', 'text-old-encoding'];

/**
 * Why a file that came back from Word cannot become a revision, each with what to do; empty where it can.
 *
 * @param base number of the revision that was downloaded
 */
export function wordFileErrors(file: WordFile, form: RegisterFields, base: number): readonly string[] {
  return [
    ...unstableContent(file),
    ...oldEncodings(file),
    ...wrongPlaces(file, base),
    ...registerMismatches(file, form),
  ];
}

/** Content that a printed page may show differently from what was read. */
function unstableContent({ trackedChanges, hiddenText, liveFields }: WordFile): readonly string[] {
  return [
    ...(trackedChanges > 0
      ? ['Tệp còn sửa đổi chưa duyệt (Track Changes). Chấp nhận hoặc bỏ hết trong Word rồi nộp lại.']
      : []),
    ...(hiddenText > 0 ? ['Tệp có chữ bị ẩn. Bỏ thuộc tính Hidden hoặc xóa chữ đó rồi nộp lại.'] : []),
    ...(liveFields.length > 0
      ? [
          `Tệp có trường tự thay chữ (${liveFields.join(', ')}). Đổi trường thành chữ thường (Ctrl+Shift+F9) rồi nộp lại.`,
        ]
      : []),
  ];
}

function oldEncodings({ findings }: WordFile): readonly string[] {
  return findings
    .filter(({ rule }) => UNREADABLE.includes(rule))
    .map(({ where, message, source }) => `${where}: ${message} Chuyển mã sang Unicode rồi nộp lại (${source}).`);
}

function wrongPlaces({ places }: WordFile, base: number): readonly string[] {
  return NEEDED_PLACES.flatMap((place) => {
    const found = places[place] ?? 0;
    if (found === 1) return [];
    const what = found === 0 ? 'mất chỗ trống dành cho' : `có ${found} chỗ trống dành cho`;
    const advice = found === 0 ? `chép chỗ ấy từ bản ${base} tải về` : 'chỉ giữ lại một chỗ';
    return [`Tệp ${what} ${placeWords(place)}; ${advice}, không gõ đè lên, rồi nộp lại.`];
  });
}

function registerMismatches({ head }: WordFile, form: RegisterFields): readonly string[] {
  return registerDifferences(form, head).map(
    ({ label, form: ours, file }) =>
      `${label} trong tệp ${file === '' ? 'không tìm thấy' : `là “${file}”`}, trong biểu mẫu là “${ours}”. Sổ ghi theo biểu mẫu: sửa tệp cho khớp, hoặc sửa ở biểu mẫu trước rồi tải về.`,
  );
}

/** The findings that must be corrected before a letter written in Word is sent on. */
export function formatErrors(findings: WordFile['findings']): WordFile['findings'] {
  return findings.filter(({ rule }) => FORMAT_RULES[rule].severity === 'error');
}
