import { z } from 'zod';
import type { CivilDate } from '../../../kernel/civil-date.js';
import { PostedFile } from '../../../platform/http/bodies/posted-file.js';
import type { ActField } from '../acts/act-field.js';
import { lines, needed, oneLine, optional, seenVersion } from '../http/form-pipe.js';
import { dayOrNone, isTime, neededDay, realTime, typedTime } from '../http/posted-fields.js';

export interface Choice<Value extends string = string> {
  readonly value: Value;
  readonly label: string;
  /** Those of one group follow each other under its label; another field may narrow the list to it. */
  readonly group?: { readonly key: string; readonly label: string };
}

/** A text or a number, whether a box is ticked, or which are. */
export type Held = string | number | boolean | readonly string[] | null;

/** How a field is drawn; its kind says which of these it has. */
export interface Control {
  readonly kind: ActField['kind'];
  readonly label: string;
  readonly hint?: string | null;
  readonly required?: boolean;
  readonly maxLength?: number;
  readonly min?: number;
  readonly max?: number;
  readonly rows?: number;
  /** Has the focus when the page opens: the first field of a page that is one form; an area or a list. */
  readonly begins?: boolean;
  readonly accept?: string;
  readonly several?: boolean;
  readonly most?: number;
  readonly largestEach?: number;
  readonly options?: readonly Choice[];
  /** Id of the list that offers only the group that is chosen here. */
  readonly narrows?: string;
  /** What the first option says, by which nothing is chosen. */
  readonly blank?: string;
  /** What the field holds before anybody types. */
  readonly value?: Held;
  /** Of a hidden field: a refused form carries again what it carried. */
  readonly keeps?: boolean;
  /** What stands beside it where nothing of it was refused. */
  readonly error?: string | null;
  /** Its words go out: what may be private in them is shown once they were refused, and may be sent all the same, or never. */
  readonly redacts?: { readonly maySend: boolean };
}

/** A field of a form: how it is drawn, and how what was posted becomes a value. */
export interface FormField<Value = unknown> {
  /** Null where another part of the page draws it. */
  readonly control: Control | null;
  readonly parse: z.ZodType<Value>;
}

type More = Omit<Control, 'kind' | 'label'>;
type TextKind = 'text' | 'area' | 'choice' | 'radios' | 'date' | 'moment' | 'number' | 'phone' | 'email';
/** What to do when the field is left empty; without, it may be. */
type Needed = More & { readonly needed?: string };

/** A field of any kind and value; the functions below are those that forms mostly have. */
export function field<Value>(
  kind: Control['kind'],
  label: string,
  parse: z.ZodType<Value>,
  more: More = {},
): FormField<Value> {
  return { control: { kind, label, ...more }, parse: isTime(kind) ? typedTime(kind, label, parse) : parse };
}

export function text(
  label: string,
  { kind = 'text', needed: sentence, ...more }: Needed & { readonly kind?: TextKind } = {},
): FormField<string> {
  return field(kind, label, textOf(sentence), more);
}

/** A text whose blanks are one each, with none at its ends. */
export function line(
  label: string,
  { kind = 'text', ...more }: More & { readonly kind?: TextKind } = {},
): FormField<string> {
  return field(kind, label, oneLine(), more);
}

export function area(label: string, { needed: sentence, ...more }: Needed = {}): FormField<string> {
  return field('area', label, textOf(sentence), more);
}

export function day(label: string, { needed: sentence, ...more }: Needed = {}): FormField<CivilDate> {
  return field('date', label, neededDay(sentence ?? realTime('date', label)), more);
}

/** A day that may be left out. @param wrong what to do where it is none */
export function dayIfAny(label: string, wrong: string, more: More = {}): FormField<CivilDate | null> {
  return field('date', label, dayOrNone(wrong), more);
}

/** One of a list that the program knows, all shown. */
export function radios<Value extends string>(
  label: string,
  options: readonly Choice<Value>[],
  { needed: sentence, ...more }: Needed = {},
): FormField<Value> {
  return field('radios', label, known(options, sentence ?? `Chọn ${inSentence(label)}.`), { ...more, options });
}

/** One of a list that the program knows, to be opened. */
export function choice<Value extends string>(
  label: string,
  options: readonly Choice<Value>[],
  { needed: sentence, ...more }: Needed = {},
): FormField<Value> {
  return field('choice', label, known(options, sentence ?? `Chọn ${inSentence(label)}.`), { ...more, options });
}

/** One of what is read for the page: its options are given when it is drawn. */
export function pick(label: string, { needed: sentence, ...more }: Needed = {}): FormField<string> {
  return field('choice', label, textOf(sentence), more);
}

/** The same where nothing may be chosen. */
export function pickIfAny(label: string, more: More = {}): FormField<string | null> {
  return field('choice', label, textOrNone(), more);
}

/** Several of what is read for the page. */
export function checks(label: string, more: More = {}): FormField<string[]> {
  return field('checks', label, lines(), more);
}

export function check(label: string, more: More = {}): FormField<boolean> {
  return field(
    'check',
    label,
    optional().transform((value) => value !== ''),
    more,
  );
}

export function file(label: string, { needed: sentence, ...more }: Needed = {}): FormField<PostedFile> {
  return field('files', label, z.instanceof(PostedFile, { error: sentence ?? `Chọn ${inSentence(label)}.` }), more);
}

export function fileIfAny(label: string, more: More = {}): FormField<PostedFile | null> {
  const parse = z.instanceof(PostedFile).optional();
  return field(
    'files',
    label,
    parse.transform((given) => given ?? null),
    more,
  );
}

export function files(label: string, more: More = {}): FormField<PostedFile[]> {
  return field('files', label, postedFiles(), { several: true, ...more });
}

/** A text with one thing in each line; empty lines fall away. */
export function eachLine(label: string, { needed: sentence, ...more }: Needed = {}): FormField<string[]> {
  const parse = textOf(sentence).transform((given) => given.split(/\r?\n/u).map((one) => one.trim()));
  return field(
    'area',
    label,
    parse.transform((given) => given.filter((one) => one !== '')),
    more,
  );
}

/** The name of the form itself, so that one that is sent twice is done once. @param again what to do where it has none */
export function formKey(again: string): FormField<string> {
  return hidden(z.uuid(again), { keeps: true });
}

/** What the form carries and nobody sees. */
export function hidden<Value>(parse: z.ZodType<Value>, more: More = {}): FormField<Value> {
  return field('hidden', '', parse, more);
}

/** What is posted with the form, and drawn by another part of the page. */
export function besides<Value>(parse: z.ZodType<Value>): FormField<Value> {
  return { control: null, parse };
}

/** The version of the record that the form was drawn from. */
export function seen(): FormField<{ readonly seen?: number }> {
  return hidden(seenVersion());
}

export function choices<const Value extends string>(
  values: readonly Value[],
  words: Readonly<Record<Value, string>>,
): readonly Choice<Value>[] {
  return values.map((value) => ({ value, label: words[value] }));
}

/** Several of a list that the program knows; what is not in it counts as not chosen. */
export function checksOf<Value extends string>(
  label: string,
  options: readonly Choice<Value>[],
  more: More = {},
): FormField<Value[]> {
  const parse = lines().transform((given) => options.map(({ value }) => value).filter((one) => given.includes(one)));
  return field('checks', label, parse, { ...more, options });
}

/** Nothing, where the field is empty. */
export function textOrNone(): z.ZodType<string | null> {
  return optional().transform((given) => (given === '' ? null : given));
}

export function postedFiles(): z.ZodType<PostedFile[]> {
  return z
    .union([z.instanceof(PostedFile), z.array(z.instanceof(PostedFile))])
    .optional()
    .transform((given) => [given ?? []].flat());
}

/** @param sentence what to do where it is no whole number from the least to the most */
export function wholeNumber(sentence: string, least: number, most: number): z.ZodType<number> {
  return z.coerce.number(sentence).int(sentence).min(least, sentence).max(most, sentence);
}

function textOf(sentence: string | undefined): z.ZodType<string> {
  return sentence === undefined ? optional() : needed(sentence);
}

function known<Value extends string>(options: readonly Choice<Value>[], sentence: string): z.ZodType<Value> {
  return z.enum(
    options.map(({ value }) => value),
    sentence,
  );
}

/** A label inside a sentence: `Số văn bản` is `số văn bản`. */
function inSentence(label: string): string {
  return label.charAt(0).toLocaleLowerCase('vi') + label.slice(1);
}
