import { z } from 'zod';
import { savedOver, type SigningBlock } from '../../drafting/domain/letter/saved-fields.js';
import type { Signer } from '../../delegation/index.js';
import { mendLetter, type LetterRule } from '../../drafting/domain/letter/letter-check.js';
import { WORD_TEXT } from '../../drafting/domain/letter/letter-privacy.js';
import { withoutDetails } from '../../drafting/domain/letter/private-details.js';
import type { AgencyProfile } from '../../agency-profile/domain/agency-profile.js';
import type { CivilDate } from '../../kernel/civil-date.js';
import { kindNamed } from '../../../templates/catalogue.js';
import type { LetterField } from './letter-fields.js';
import { partFields, partValues, typedPartLabel, unwrittenParts, type PostedParts } from './typed-parts-form.js';
import type { RefusedAct } from '../kit/refused-values.js';

/** What the form of a letter posts; each kind of letter has some of it. The signer's lines are not typed: they follow the signer. */
export interface DraftForm {
  readonly ky_hieu: string;
  readonly trich_yeu: string;
  readonly kinh_gui: readonly string[];
  readonly ve_viec: string;
  readonly ket_qua_xac_minh: string;
  readonly bien_phap_xu_ly: string;
  readonly theo_doi: string;
  readonly van_ban_goc: string;
  readonly noi_dung_sai: string;
  readonly noi_dung_dung: string;
  readonly loi_ket: string;
  readonly noi_nhan: readonly string[];
}

const text = z.string().catch('');
const list = z.array(z.string()).catch([]);

/** The fields of a stored letter, as far as they are there: a draft may be half written. */
const stored = z.object({
  ky_hieu: text,
  trich_yeu: text,
  kinh_gui: list,
  ve_viec: text,
  ket_qua_xac_minh: text,
  bien_phap_xu_ly: text,
  theo_doi: text,
  van_ban_goc: text,
  noi_dung_sai: text,
  noi_dung_dung: text,
  loi_ket: text,
  noi_nhan: list,
  tham_quyen_ky: list,
  nguoi_ky: text,
});

export interface StoredLetter extends z.infer<typeof stored> {
  /** The parts that its kind has. */
  readonly parts: ReadonlySet<string>;
  /** Whether it bears its type in capitals above its abstract, as a báo cáo does; a công văn does not. */
  readonly hasType: boolean;
  readonly template: string;
  readonly fields: object;
}

export function storedLetter({
  fields,
  template,
}: {
  readonly fields: object;
  readonly template: string;
}): StoredLetter {
  const hasType = typeof kindNamed(template)?.type === 'string';
  return { ...stored.parse(fields), parts: partsOf(template), hasType, template, fields };
}

function partsOf(template: string): ReadonlySet<string> {
  return new Set(Object.keys(kindNamed(template)?.labels ?? {}));
}

interface SavedUnder {
  readonly signer: SigningBlock;
  /** As a document of the kind bears them, `issuerFacts`. */
  readonly facts: AgencyProfile;
  readonly today: CivilDate;
}

/** The fields that are saved: what the form gave over what stands. */
export function savedFields(
  { fields: standing, template }: { readonly fields: object; readonly template: string },
  { posted = {}, ...form }: DraftForm & { readonly posted?: PostedParts },
  under: SavedUnder,
): object {
  const typed = { ...form, ...partValues(template, posted) };
  return savedOver(standing, typed, { ...under, parts: partsOf(template) });
}

/** A posted form with other words in place of what is private or masked in one of its parts. */
export function repairedForm<Form extends object>(form: Form, part: string): Form {
  const said = Object.entries(form).find(([name]) => name === part)?.[1] as unknown;
  if (typeof said === 'string') return { ...form, [part]: withoutDetails(said) };
  if (!Array.isArray(said)) return form;
  return { ...form, [part]: said.map((line: unknown) => (typeof line === 'string' ? withoutDetails(line) : line)) };
}

/** A posted form with one departure from the prescribed form corrected. */
export function mendedForm<Form extends DraftForm>(form: Form, rule: LetterRule): Form {
  const mended = Object.entries(mendLetter({ ...form, tham_quyen_ky: [], nguoi_ky: '' }, rule));
  return { ...form, ...Object.fromEntries(mended.filter(([name]) => name in form)) };
}

/** Parts without which a letter has no page, in the order of the form. */
const NEEDED: readonly (readonly [keyof DraftForm, string])[] = [
  ['trich_yeu', 'Trích yếu'],
  ['kinh_gui', 'Kính gửi'],
  ['ve_viec', 'Về việc'],
  ['ket_qua_xac_minh', 'Kết quả xác minh'],
  ['bien_phap_xu_ly', 'Biện pháp xử lý'],
  ['van_ban_goc', 'Văn bản được đính chính'],
  ['noi_dung_sai', 'Nội dung đã ghi'],
  ['noi_dung_dung', 'Nội dung đính chính'],
  ['loi_ket', 'Lời kết'],
  ['noi_nhan', 'Nơi nhận'],
];

/** What a part of the letter is called; its own name where it has none. */
export function partLabel(part: string, template: string | null = null): string {
  if (part === 'theo_doi') return 'Theo dõi thực hiện';
  if (part === 'annexes') return 'Tên tệp phụ lục';
  if (part === WORD_TEXT || part === 'file') return 'Văn bản sửa trong Word';
  return NEEDED.find(([name]) => name === part)?.[1] ?? typedPartLabel(part, template) ?? part;
}

/** Names of the parts that are still to be written. */
export function unwritten(letter: StoredLetter): readonly string[] {
  return [...emptyParts(letter).map(([, label]) => label), ...unwrittenParts(letter)];
}

/** The field in which the writing goes on: the first of the needed ones that is empty; null where none is. */
export function firstUnwritten(letter: StoredLetter): string | null {
  return emptyParts(letter)[0]?.[0] ?? null;
}

function emptyParts(letter: StoredLetter): typeof NEEDED {
  const needed = NEEDED.filter(([name]) => letter.parts.has(name));
  return needed.filter(([name]) => [letter[name]].flat().every((line) => line.trim() === ''));
}

export interface LetterFormContext {
  readonly letter: StoredLetter;
  /** Whether all of its parts are typed; left out, those of a reply. */
  readonly whole?: boolean;
  readonly signerId: string;
  /** Why that person cannot sign with a certificate that is bound to them. */
  readonly lapsed: string | null;
  /** Who may sign this kind of letter today, each with the block that it will have. */
  readonly signers: readonly (Pick<Signer, 'lines'> & {
    readonly person: Pick<Signer['person'], 'id' | 'fullName'> & Partial<Pick<Signer['person'], 'eOfficeCode'>>;
  })[];
  /** What was typed and refused a moment ago; it is shown in place of what stands. */
  readonly refused: RefusedAct | null;
}

/** The form of a letter in the order in which the letter is read: the parts that its kind has. */
export function letterFields({
  letter,
  whole = false,
  signerId,
  lapsed,
  signers,
  refused,
}: LetterFormContext): readonly LetterField[] {
  const line = (name: keyof DraftForm): string => typedText(refused, name) ?? [letter[name]].flat().join('\n');
  const lines = (name: 'kinh_gui' | 'noi_nhan'): readonly string[] => typedLines(refused, name) ?? letter[name];
  const plain = { hint: null, error: null };
  const prose = { kind: 'text', ...plain } as const;
  const all: readonly LetterField[] = [
    {
      ...prose,
      name: 'trich_yeu',
      label: 'Trích yếu',
      hint: `${letter.hasType ? 'Viết' : 'Viết tiếp sau chữ “V/v”,'} tối đa 500 ký tự, không có dấu chấm cuối.`,
      value: line('trich_yeu'),
      rows: 2,
    },
    {
      ...plain,
      kind: 'list',
      name: 'kinh_gui',
      label: 'Kính gửi',
      values: lines('kinh_gui'),
      addLabel: 'Thêm nơi gửi',
    },
    { ...prose, name: 've_viec', label: 'Về việc', value: line('ve_viec'), rows: 2 },
    {
      ...prose,
      name: 'ket_qua_xac_minh',
      label: '1. Kết quả xác minh',
      hint: 'Mỗi lần xuống dòng là một đoạn. Không ghi tên học sinh, số điện thoại.',
      value: line('ket_qua_xac_minh'),
      rows: 5,
    },
    {
      ...prose,
      name: 'bien_phap_xu_ly',
      label: '2. Biện pháp xử lý',
      hint: 'Ai làm, xong trước ngày nào.',
      value: line('bien_phap_xu_ly'),
      rows: 4,
    },
    {
      ...prose,
      name: 'theo_doi',
      label: '3. Theo dõi thực hiện',
      hint: 'Bỏ trống nếu không cần.',
      value: line('theo_doi'),
      rows: 2,
    },
    ...(whole ? partFields(letter, refused) : []),
    { ...prose, name: 'van_ban_goc', label: 'Văn bản được đính chính', value: line('van_ban_goc'), rows: 2 },
    {
      ...prose,
      name: 'noi_dung_sai',
      label: '1. Nội dung đã ghi',
      hint: 'Ghi rõ phần, dòng và nguyên văn chỗ sai về thể thức, kỹ thuật, thủ tục. Sai về nội dung thì thay thế văn bản.',
      value: line('noi_dung_sai'),
      rows: 3,
    },
    { ...prose, name: 'noi_dung_dung', label: '2. Nội dung đính chính', value: line('noi_dung_dung'), rows: 3 },
    { ...prose, name: 'loi_ket', label: 'Lời kết', hint: 'Kết thúc bằng “./.”', value: line('loi_ket'), rows: 2 },
    {
      ...plain,
      kind: 'list',
      name: 'noi_nhan',
      label: 'Nơi nhận',
      hint: 'Dòng cuối là “Lưu: VT” và chữ viết tắt của đơn vị soạn.',
      values: lines('noi_nhan'),
      addLabel: 'Thêm nơi nhận',
    },
    { ...plain, kind: 'line', name: 'ky_hieu', label: 'Ký hiệu', value: line('ky_hieu'), maxLength: 30 },
    {
      ...plain,
      kind: 'choice',
      name: 'signerId',
      label: 'Người ký',
      hint: 'Những người được ký loại văn bản này hôm nay, kèm khối ký sẽ in (trang Thẩm quyền ký).',
      value: typedText(refused, 'signerId') ?? signerId,
      options: signerOptions(signers, signerId, letter),
      error: lapsed,
    },
  ];
  const fields = all.filter(({ name }) => name === 'signerId' || letter.parts.has(name));
  return fields.map((field) => (field.name === refused?.field ? { ...field, error: refused.sentence } : field));
}

/** Who may sign; before them the one who stands there and may no longer, so that nothing is chosen unseen. */
function signerOptions(
  signers: LetterFormContext['signers'],
  signerId: string,
  letter: StoredLetter,
): readonly { readonly value: string; readonly label: string }[] {
  const offered = signers.map(({ person, lines }) => ({
    value: person.id,
    label: `${person.fullName} – ${lines.join(' / ')}${person.eOfficeCode === null ? ' – chưa có mã trên hệ thống QLVB' : ''}`,
  }));
  if (signers.some(({ person }) => person.id === signerId)) return offered;
  return [{ value: signerId, label: `${letter.nguoi_ky} – không còn được ký` }, ...offered];
}

/** The fields that registers tell: all that a form still says of a letter that was written in Word. */
export function registerFields(fields: readonly LetterField[]): readonly LetterField[] {
  const told = ['trich_yeu', 'kinh_gui', 'noi_nhan', 'ky_hieu', 'signerId'];
  return fields.filter(({ name }) => told.includes(name));
}

function typedText(refused: RefusedAct | null, name: string): string | null {
  const typed = refused?.fields[name];
  return typeof typed === 'string' ? typed : null;
}

function typedLines(refused: RefusedAct | null, name: string): readonly string[] | null {
  const typed = refused?.fields[name];
  if (typed === undefined) return null;
  return [typed].flat().filter((one) => one.trim() !== '');
}
