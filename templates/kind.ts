import { z } from 'zod';
import type { CivilDate } from '../src/kernel/civil-date.js';
import { civilDate } from '../src/kernel/civil-date.js';
import type { DocumentType } from '../src/drafting/domain/letter/symbol.js';
import type { TagValues } from './document-fields.js';

/** What fields become: tags for the DOCX, or why they cannot. */
export type Filled =
  | { readonly ok: true; readonly tags: TagValues }
  | { readonly ok: false; readonly issues: readonly z.core.$ZodIssue[] };

/** A version of a kind's DOCX that ships with the software. */
export interface BuiltInVersion {
  /** Counts up with every change of wording or layout; a made document keeps it in its properties. */
  readonly version: string;
  readonly validFrom: CivilDate;
}

/** One kind of document that the agency writes: its fields, and how they fill the tags of a DOCX. */
export interface DocumentKind {
  readonly name: string;
  /** For people's eyes. */
  readonly title: string;
  /** What its symbol begins with; null for công văn, and for slips without a number. */
  readonly type: DocumentType | null;
  /** Whether it gets number and date, a leader's signature and the seal; a slip does not. */
  readonly isSigned: boolean;
  /** Whose paper it is: the agency's, its head's who decides, or that of the unit that writes to the head of its own agency. */
  readonly issuer: 'agency' | 'head' | 'unit';
  /** Every field by its name, with the words that stand beside it on a form. */
  readonly labels: Readonly<Record<string, string>>;
  /** Fields that may be left out, and tags among which the author of a template chooses; a DOCX of this kind need not print them. */
  readonly optional: readonly string[];
  /** Cleans and checks what a form gave. Strict: a field it does not know is an issue, not a surprise. */
  readonly fill: (fields: unknown) => Filled;
  /** Oldest first. */
  readonly builtIn: readonly BuiltInVersion[];
}

interface Definition<Shape extends z.ZodRawShape> {
  readonly name: string;
  readonly title: string;
  readonly type?: DocumentType;
  readonly isSigned?: boolean;
  readonly issuer?: DocumentKind['issuer'];
  readonly builtIn?: readonly BuiltInVersion[];
  readonly fields: z.ZodObject<Shape, z.core.$strict>;
  /** Tags that a template prints or not, as its author likes; in a list by its name, a dot and their own. */
  readonly chosenTags?: readonly string[];
  readonly tags: (fields: z.output<z.ZodObject<Shape, z.core.$strict>>) => TagValues;
}

type Defined<Shape extends z.ZodRawShape> = DocumentKind & Pick<Definition<Shape>, 'fields'>;

/** The first of every kind; nobody drafts for a day before. */
const FIRST: BuiltInVersion = { version: '1', validFrom: civilDate('2020-03-05') };

export function defineKind<Shape extends z.ZodRawShape>(definition: Definition<Shape>): Defined<Shape> {
  const { fields, tags, name, title, type = null, isSigned = true, builtIn = [FIRST], chosenTags = [] } = definition;
  const { issuer = 'agency' } = definition;
  return {
    ...{ name, title, type, isSigned, issuer, builtIn, fields },
    labels: labelsOf(fields.shape),
    optional: [...Object.keys(fields.shape).filter((field) => mayBeLeftOut(fields.shape[field])), ...chosenTags],
    fill: (given) => {
      const checked = fields.safeParse(given, { reportInput: true });
      return checked.success ? { ok: true, tags: tags(checked.data) } : { ok: false, issues: checked.error.issues };
    },
  };
}

function labelsOf(shape: z.ZodRawShape): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(shape).map(([name, field]) => [name, (field instanceof z.ZodType && field.description) || name]),
  );
}

function mayBeLeftOut(field: unknown): boolean {
  return field instanceof z.ZodType && field.safeParse(undefined).success;
}
