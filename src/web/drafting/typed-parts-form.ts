import { z } from 'zod';
import { TYPED_PARTS, typedText, typedValue, type TypedPart } from '../../drafting/domain/letter/typed-parts.js';
import { clean } from '../../kernel/vietnamese.js';
import { kindNamed } from '../../../templates/catalogue.js';
import type { LetterField } from './letter-fields.js';
import type { RefusedAct } from '../kit/refused-values.js';

/** Parts of a document besides those of every letter, as a form posted them. */
export type PostedParts = Readonly<Record<string, string>>;

/** What was posted of them; a part that was not posted stays as it is. */
export const postedParts: z.ZodType<PostedParts> = z.record(z.string(), z.unknown()).transform((posted) =>
  Object.fromEntries(
    Object.keys(TYPED_PARTS).flatMap((name) => {
      const text = posted[name];
      return typeof text === 'string' ? [[name, clean(text)] as const] : [];
    }),
  ),
);

interface StoredDocument {
  readonly template: string;
  readonly fields: object;
}

/** The parts that the kind of a document has, in its order. */
function partsOf(
  template: string,
): readonly { readonly name: string; readonly part: TypedPart; readonly label: string }[] {
  return Object.entries(kindNamed(template)?.labels ?? {}).flatMap(([name, label]) => {
    const part = TYPED_PARTS[name];
    return part === undefined ? [] : [{ name, part, label }];
  });
}

/** The posted parts that the kind has, as it holds them. */
export function partValues(template: string, posted: PostedParts): object {
  return Object.fromEntries(
    partsOf(template).flatMap(({ name, part }) => {
      const text = posted[name];
      return text === undefined ? [] : [[name, typedValue(part, text)] as const];
    }),
  );
}

const HINTS: Readonly<Record<TypedPart['form'], string | null>> = {
  line: null,
  prose: 'Mỗi lần xuống dòng là một đoạn.',
  lines: 'Mỗi dòng một ý.',
  sections: 'Các mục cách nhau một dòng trống. Dòng đầu là tên mục, không đánh số; các dòng dưới là nội dung.',
  rows: null,
};

const ROWS: Readonly<Record<TypedPart['form'], number>> = { line: 1, prose: 4, lines: 3, sections: 10, rows: 6 };

/** The controls of these parts. @param refused what was typed and refused a moment ago, in place of what stands */
export function partFields({ template, fields }: StoredDocument, refused: RefusedAct | null): readonly LetterField[] {
  const standing: Readonly<Record<string, unknown>> = { ...fields };
  return partsOf(template).map(({ name, part, label }): LetterField => {
    const typed = refused?.fields[name];
    const value = typeof typed === 'string' ? typed : typedText(part, standing[name]);
    const base = { name, label, value, hint: hintOf(part), error: null };
    return part.form === 'line' ? { ...base, kind: 'line' } : { ...base, kind: 'text', rows: ROWS[part.form] };
  });
}

function hintOf(part: TypedPart): string | null {
  if (part.form !== 'rows') return HINTS[part.form];
  return `Mỗi dòng một hàng, các cột cách nhau bằng dấu “|”: ${part.columns.map(({ label }) => label).join(' | ')}. Dán được từ Excel.`;
}

/** Names of these parts that the kind cannot be made of: empty, or rows and sections that lack something. */
export function unwrittenParts({ template, fields }: StoredDocument): readonly string[] {
  const filled = kindNamed(template)?.fill(fields);
  if (filled === undefined || filled.ok) return [];
  const wrong = new Set(filled.issues.map(({ path }) => String(path[0] ?? '')));
  return partsOf(template).flatMap(({ name, label }) => (wrong.has(name) ? [label] : []));
}

/** What such a part is called; null for one of another name. */
export function typedPartLabel(name: string, template: string | null): string | null {
  if (TYPED_PARTS[name] === undefined) return null;
  return (template === null ? undefined : kindNamed(template)?.labels[name]) ?? name;
}
