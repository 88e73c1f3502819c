import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { letterFields, letterTags, type TagValues } from './letter-fields.js';
import { line, optionalProse, paragraphsOf, prose } from './text.js';

/** What fields become: tags for the DOCX, or why they cannot. */
export type Filled =
  | { readonly ok: true; readonly tags: TagValues }
  | { readonly ok: false; readonly issues: readonly z.core.$ZodIssue[] };

/** One kind of document that the house writes: a DOCX, its fields, and how the fields fill its tags. */
export interface Template {
  readonly name: string;
  /** Counts up with every change of wording or layout; a made letter keeps it in its properties. */
  readonly version: string;
  /** For people's eyes. */
  readonly title: string;
  /** Every field by its name, with the words that stand beside it on a form. */
  readonly labels: Readonly<Record<string, string>>;
  /** Cleans and checks what a form gave. Strict: a field it does not know is an issue, not a surprise. */
  readonly fill: (fields: unknown) => Filled;
}

interface Definition<Shape extends z.ZodRawShape> {
  readonly name: string;
  readonly version: string;
  readonly title: string;
  readonly fields: z.ZodObject<Shape, z.core.$strict>;
  readonly tags: (fields: z.output<z.ZodObject<Shape, z.core.$strict>>) => TagValues;
}

function defineTemplate<Shape extends z.ZodRawShape>({
  tags,
  ...definition
}: Definition<Shape>): Template & Omit<Definition<Shape>, 'tags'> {
  return {
    ...definition,
    labels: labelsOf(definition.fields.shape),
    fill: (given) => {
      const checked = definition.fields.safeParse(given, { reportInput: true });
      return checked.success ? { ok: true, tags: tags(checked.data) } : { ok: false, issues: checked.error.issues };
    },
  };
}

/** The answer to a citizen's feedback that the hotline passed on. */
export const replyLetter = defineTemplate({
  name: 'cong-van-tra-loi',
  version: '1',
  title: 'Công văn trả lời phản ánh, kiến nghị',
  fields: z.strictObject({
    ...letterFields,
    /** `Sở Giáo dục và Đào tạo`, as running text names the agency */
    ten_co_quan: line(200).describe('Tên cơ quan'),
    /** `phản ánh`, `kiến nghị` */
    loai_y_kien: line(50).describe('Loại ý kiến'),
    /** who passed it on: `Tổng đài 1022` */
    noi_chuyen: line(200).describe('Nơi chuyển đến'),
    /** `12/3/2026` */
    ngay_chuyen: line(30).describe('Ngày chuyển đến'),
    /** what it is about, following `về việc`, without a full stop */
    ve_viec: line(2000).describe('Về việc'),
    ket_qua_xac_minh: prose().describe('Kết quả xác minh'),
    bien_phap_xu_ly: prose().describe('Biện pháp xử lý'),
    /** who watches what, and until when */
    theo_doi: optionalProse().describe('Theo dõi thực hiện'),
  }),
  tags: (fields) => ({
    ...letterTags(fields),
    ten_co_quan: fields.ten_co_quan,
    loai_y_kien: fields.loai_y_kien,
    noi_chuyen: fields.noi_chuyen,
    ngay_chuyen: fields.ngay_chuyen,
    ve_viec: fields.ve_viec.replace(/[.\s]+$/u, ''),
    ket_qua_xac_minh: matter(fields.ket_qua_xac_minh),
    bien_phap_xu_ly: matter(fields.bien_phap_xu_ly),
    theo_doi: matter(fields.theo_doi),
  }),
});

/** A letter that hands a decision of the city down to offices and schools. */
export const implementingLetter = defineTemplate({
  name: 'cong-van-trien-khai',
  version: '1',
  title: 'Công văn triển khai thực hiện',
  fields: z.strictObject({
    ...letterFields,
    /** why: one paragraph each */
    mo_dau: z.array(line(5000)).min(1).max(20).describe('Mở đầu'),
    /** numbered in their order; duties without their dash, with their end mark */
    muc: z
      .array(z.strictObject({ tieu_de: line(500), viec: z.array(line(5000)).min(1).max(50) }))
      .min(1)
      .max(30)
      .describe('Các mục'),
  }),
  tags: (fields) => ({
    ...letterTags(fields),
    mo_dau: fields.mo_dau,
    muc: fields.muc.map((part, index) => ({ ...part, stt: String(index + 1) })),
  }),
});

export const TEMPLATES: readonly Template[] = [replyLetter, implementingLetter];

/** What the forms hand over, before cleaning. */
export type ReplyLetterFields = z.input<typeof replyLetter.fields>;
export type ImplementingLetterFields = z.input<typeof implementingLetter.fields>;

/** Where the built DOCX and samples lie: beside this file, in the sources as in the built output. */
const HERE = import.meta.dirname;

export function templateFile(name: string): string {
  return join(HERE, `${name}.docx`);
}

/** The template's own example, written as the department writes; not validated here. */
export function sampleOf(name: string): unknown {
  return JSON.parse(readFileSync(join(HERE, `${name}.du-lieu.json`), 'utf8'));
}

function labelsOf(shape: z.ZodRawShape): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(shape).map(([name, field]) => [name, (field instanceof z.ZodType && field.description) || name]),
  );
}

function matter(text: string): readonly TagValues[] {
  return paragraphsOf(text).map((paragraph, index) => ({ doan_dau: index === 0, van_ban: paragraph }));
}
