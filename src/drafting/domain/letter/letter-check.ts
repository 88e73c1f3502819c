import { hasAuthorityForm } from './authority.js';
import { hasSymbolForm } from './symbol.js';

/** What every letter has, in the words that its template and its form use (Vietnamese without marks). */
export interface LetterFields {
  readonly ky_hieu: string;
  readonly trich_yeu: string;
  readonly loi_ket: string;
  readonly noi_nhan: readonly string[];
  readonly tham_quyen_ky: readonly string[];
  readonly nguoi_ky: string;
}

export const LETTER_RULES = [
  'symbol-form',
  'abstract-length',
  'abstract-form',
  'closing-mark',
  'filing-line',
  'filing-full-stop',
  'authority-form',
  'signer-without-title',
] as const;

export type LetterRule = (typeof LETTER_RULES)[number];

/** One departure from the prescribed form, in words for the clerk. */
export interface LetterFinding {
  readonly rule: LetterRule;
  /** `fail` must be corrected before approval; `warn` may stay. */
  readonly severity: 'fail' | 'warn';
  readonly field: keyof LetterFields;
  readonly message: string;
  readonly source: string;
  /** The words on the button that corrects it by `mendLetter`; absent where only a person can, as where nothing is written. */
  readonly mend?: string;
}

/** What the agency allows beyond the rule. */
export interface LetterOptions {
  /** Academic titles before the signer's name; see `AgencyProfile.titlesBeforeNames`. */
  readonly titlesAllowed: boolean;
}

const USUAL: LetterOptions = { titlesAllowed: false };

interface Rule {
  readonly severity: 'fail' | 'warn';
  readonly field: keyof LetterFields;
  readonly message: string;
  readonly kept: string;
  readonly source: string;
  readonly isKept: (letter: LetterFields, options: LetterOptions) => boolean;
  readonly mend?: { readonly label: string; readonly apply: (letter: LetterFields) => Partial<LetterFields> };
}

const ABSTRACT_MAX = 500;
const CLOSING_MARK = './.';
const TITLE =
  /^((GS|PGS|TS|ThS|CN|KS|BS|NGND|NGƯT)(\.\s*|\s+)|(Ông|Bà|Đồng chí|Thạc sĩ|Tiến sĩ|Giáo sư|Phó Giáo sư)\s+)+/u;
const ADDRESS = /^(Ông|Bà|Đồng chí)\s/u;
const decree30 = (place: string): string => `Nghị định 30/2020/NĐ-CP, ${place}`;

/** What is cut at an end is looked for from the beginning of a run alone (`(?<!…)`): a long run inside a text would be gone through from each of its signs. */
const RULES: Readonly<Record<LetterRule, Rule>> = {
  'symbol-form': {
    severity: 'fail',
    field: 'ky_hieu',
    message: 'Ký hiệu phải gồm chữ viết tắt của cơ quan và đơn vị soạn, nối bằng gạch, không có dấu cách: “SGDĐT-VP”.',
    kept: 'Ký hiệu đúng mẫu',
    source: decree30('Phụ lục I, ô 3'),
    isKept: ({ ky_hieu }) => hasSymbolForm(ky_hieu),
  },
  'abstract-length': {
    severity: 'fail',
    field: 'trich_yeu',
    message: `Trích yếu dài quá ${ABSTRACT_MAX} ký tự.`,
    kept: `Trích yếu không quá ${ABSTRACT_MAX} ký tự`,
    source: decree30('Phụ lục VI, mục Trích yếu nội dung'),
    isKept: ({ trich_yeu }) => trich_yeu.length <= ABSTRACT_MAX,
  },
  'abstract-form': {
    severity: 'warn',
    field: 'trich_yeu',
    message: 'Trích yếu không lặp lại “V/v” của mẫu và không có dấu chấm cuối.',
    kept: 'Trích yếu không lặp “V/v”, không có dấu chấm cuối',
    source: decree30('Phụ lục I, ô 5b'),
    isKept: ({ trich_yeu }) => trich_yeu === bareAbstract(trich_yeu),
    mend: { label: 'Bỏ phần thừa', apply: ({ trich_yeu }) => ({ trich_yeu: bareAbstract(trich_yeu) }) },
  },
  'closing-mark': {
    severity: 'fail',
    field: 'loi_ket',
    message: 'Cuối nội dung thiếu dấu “./.”.',
    kept: 'Nội dung kết thúc bằng “./.”',
    source: decree30('Phụ lục I, ô 6'),
    isKept: ({ loi_ket }) => loi_ket.trimEnd().endsWith(CLOSING_MARK),
    mend: {
      label: 'Thêm dấu “./.”',
      apply: ({ loi_ket }) => {
        const words = loi_ket.replace(/(?<![./\s])[./\s]+$/u, '');
        return words === '' ? {} : { loi_ket: `${words}${CLOSING_MARK}` };
      },
    },
  },
  'filing-line': {
    severity: 'fail',
    field: 'noi_nhan',
    message: 'Dòng cuối của Nơi nhận phải là “Lưu: VT” và chữ viết tắt của đơn vị soạn.',
    kept: 'Nơi nhận có dòng “Lưu”',
    source: decree30('Phụ lục I, ô 9b'),
    isKept: ({ noi_nhan }) => /^Lưu: VT(\W|$)/u.test(noi_nhan.at(-1) ?? ''),
  },
  'filing-full-stop': {
    severity: 'fail',
    field: 'noi_nhan',
    message: 'Dòng cuối của Nơi nhận thiếu dấu chấm.',
    kept: 'Nơi nhận kết thúc bằng dấu chấm',
    source: decree30('Phụ lục I, ô 9b'),
    isKept: ({ noi_nhan }) => (noi_nhan.at(-1) ?? '').trimEnd().endsWith('.'),
    mend: {
      label: 'Thêm dấu chấm',
      apply: ({ noi_nhan }) => ({
        noi_nhan: noi_nhan.map((line, index) =>
          index === noi_nhan.length - 1 ? `${line.replace(/(?<![;,\s])[;,\s]+$/u, '')}.` : line,
        ),
      }),
    },
  },
  'authority-form': {
    severity: 'fail',
    field: 'tham_quyen_ky',
    message: 'Quyền hạn ký viết hoa; ký thay, thừa lệnh, thừa ủy quyền phải có dòng chức vụ của người ký.',
    kept: 'Quyền hạn, chức vụ người ký đúng mẫu',
    source: decree30('Điều 13; Phụ lục I, ô 7a'),
    isKept: ({ tham_quyen_ky }) => hasAuthorityForm(tham_quyen_ky),
  },
  'signer-without-title': {
    severity: 'fail',
    field: 'nguoi_ky',
    message: 'Trước họ tên người ký không ghi học hàm, học vị hay danh xưng.',
    kept: 'Họ tên người ký không kèm học hàm, học vị',
    source: decree30('Phụ lục I, ô 7b'),
    isKept: ({ nguoi_ky }, { titlesAllowed }) => !(titlesAllowed ? ADDRESS : TITLE).test(nguoi_ky),
    mend: { label: 'Bỏ danh xưng', apply: ({ nguoi_ky }) => ({ nguoi_ky: nguoi_ky.replace(TITLE, '') }) },
  },
};

/** Departures from Decree 30 that a draft's fields show, in the order of LETTER_RULES; empty when it may go on. */
export function checkLetter(letter: LetterFields, options = USUAL): readonly LetterFinding[] {
  return LETTER_RULES.filter((rule) => !RULES[rule].isKept(letter, options)).map((rule) => {
    const { severity, field, message, source, mend, isKept } = RULES[rule];
    const corrects = mend !== undefined && isKept({ ...letter, ...mend.apply(letter) }, options);
    return { rule, severity, field, message, source, ...(corrects && { mend: mend.label }) };
  });
}

/** What the same check found in order, each in a few words for the clerk. */
export function rulesKept(letter: LetterFields, options = USUAL): readonly string[] {
  return LETTER_RULES.filter((rule) => RULES[rule].isKept(letter, options)).map((rule) => RULES[rule].kept);
}

/** The fields that correcting one finding changes; empty where only a person can correct it. */
export function mendLetter(letter: LetterFields, rule: LetterRule): Partial<LetterFields> {
  return RULES[rule].mend?.apply(letter) ?? {};
}

function bareAbstract(text: string): string {
  return text
    .trim()
    .replace(/^V\/v[:\s]*/iu, '')
    .replace(/(?<![.\s])[.\s]+$/u, '');
}
