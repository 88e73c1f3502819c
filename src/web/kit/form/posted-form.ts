import { z } from 'zod';
import type { ActField } from '../acts/act-field.js';
import type { ActFormView } from '../acts/act-form.js';
import { FormPipe } from '../http/form-pipe.js';
import { refusedValues, type RefusedAct, type RefusedValues } from '../refused-values.js';
import { controlOf } from './drawn-control.js';
import type { Control, FormField, Held } from './field-kinds.js';

type Fields = Readonly<Record<string, FormField>>;
type Shape<Of extends Fields> = { readonly [Name in keyof Of]: Of[Name]['parse'] };

/** What is known of the fields only when the form is drawn: what a field holds before anybody types, or more of how it is drawn. */
export type Begun<Of extends Fields> = { readonly [Name in keyof Of]?: Held | Partial<Control> };

/** The frame of a form; `open` opens it although nothing was refused. */
export type FormFrame = Omit<ActFormView, 'fields' | 'error' | 'upload'> & {
  /** Fields that are not asked for this time. */
  readonly without?: readonly string[];
};

/** A form declared once: what is posted is read by it, and the form drawn, with what was typed when that was refused. */
export class PostedForm<Of extends Fields> {
  readonly schema: z.ZodObject<Shape<Of>>;
  /** Reads a body: `@Body(form.pipe) given: Posted<typeof form>`. */
  readonly pipe: FormPipe<z.infer<z.ZodObject<Shape<Of>>>>;
  /** What each field is called, for sentences and lists that name it. */
  readonly labels: { readonly [Name in keyof Of]: string };

  constructor(private readonly fields: Of) {
    this.labels = mapped(fields, ({ control }) => control?.label ?? '');
    this.schema = z.object(mapped(fields, ({ parse }) => parse) as Shape<Of>);
    this.pipe = new FormPipe(this.schema);
  }

  draw(
    { without = [], open = false, ...frame }: FormFrame,
    refused: RefusedAct | null,
    begun: Begun<Of> = {},
  ): ActFormView {
    const posted = refusedValues(refused, frame.action);
    const fields = this.drawn(posted, frame.action, begun).filter(({ name }) => !without.includes(name));
    const shown = fields.filter(({ kind }) => kind !== 'hidden').map(({ name }) => name);
    return {
      ...frame,
      fields,
      error: posted.whole(...shown),
      open: open || posted.refused,
      upload: fields.some(({ kind }) => kind === 'files'),
    };
  }

  private drawn(posted: RefusedValues, action: string, begun: Begun<Of>): readonly ActField[] {
    return Object.entries(this.fields).flatMap(([name, { control }]) =>
      control === null ? [] : [controlOf(name, { ...control, ...moreOf(begun[name]) }, { posted, action })],
    );
  }
}

/** @example const leave = defineForm({ from: day('Từ ngày'), reason: area('Lý do', { maxLength: 500 }) }); */
export function defineForm<Of extends Fields>(fields: Of): PostedForm<Of> {
  return new PostedForm(fields);
}

/** The same names, each with what `of` makes of its field. */
function mapped<Of extends Fields, Made>(fields: Of, of: (field: FormField) => Made) {
  return Object.fromEntries(Object.entries(fields).map(([name, one]) => [name, of(one)])) as {
    [Name in keyof Of]: Made;
  };
}

/** A form without fields: a press that is read about first. */
export const PRESS = defineForm({});

/** The form with every flaw at its field, where all of them are known. */
export function withFlaws(
  form: ActFormView,
  flaws: readonly { readonly field: string; readonly sentence: string }[],
): ActFormView {
  if (flaws.length === 0) return form;
  const sentenceOf = (name: string): string | null => flaws.find(({ field }) => field === name)?.sentence ?? null;
  return {
    ...form,
    error: null,
    fields: form.fields.map((one) =>
      one.kind === 'hidden' ? one : { ...one, error: sentenceOf(one.name) ?? one.error ?? null },
    ),
  };
}

/** What a form gives once it is read. */
export type Posted<Form extends { readonly schema: z.ZodType }> = z.infer<Form['schema']>;

function moreOf(begun: Held | Partial<Control> | undefined): Partial<Control> {
  if (begun === undefined) return {};
  return typeof begun === 'object' && begun !== null && !isList(begun) ? begun : { value: begun };
}

function isList(begun: Partial<Control> | readonly string[]): begun is readonly string[] {
  return Array.isArray(begun);
}
