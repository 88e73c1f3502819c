import { z } from 'zod';
import { fieldRedaction } from '../../identity/redaction-view.js';
import type { ActField, ActFormView } from '../act-form.js';
import { FormPipe } from '../http/form-pipe.js';
import { refusedValues, type RefusedAct, type RefusedValues } from '../refused-values.js';
import type { Choice, Control, FormField, Held } from './field-kinds.js';

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

  constructor(private readonly fields: Of) {
    // The same names with the schema of each: what the mapped type says.
    this.schema = z.object(
      Object.fromEntries(Object.entries(fields).map(([name, { parse }]) => [name, parse])),
    ) as unknown as z.ZodObject<Shape<Of>>;
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

/** A control with what was typed into it, or else what it holds before anybody types, and what is wrong with that. */
function controlOf(
  name: string,
  { value, keeps, blank, options, redacts, ...control }: Control,
  { posted, action }: { readonly posted: RefusedValues; readonly action: string },
): ActField {
  const { kind } = control;
  const of = { ...control, name, error: errorOf(name, control, posted) };
  if (kind === 'hidden') return { kind, name, value: keeps === true ? typed(name, value, posted) : textOf(value) };
  if (kind === 'files') return { ...of, kind };
  if (kind === 'check') return { ...of, kind, checked: isTicked(name, value, posted) };
  const offered = optionsOf(options, blank);
  if (kind === 'checks') return { ...of, kind, options: offered, values: ticked(name, value, posted) };
  if (kind === 'choice' || kind === 'radios') {
    return { ...of, kind, options: offered, value: typed(name, value, posted) };
  }
  const redaction = redacts && fieldRedaction(posted, { action, field: name, ...redacts });
  return { ...of, kind, value: typed(name, value, posted), redaction: redaction ?? null };
}

function errorOf(name: string, { error = null }: Partial<Control>, posted: RefusedValues): string | null {
  return posted.error(name) ?? error;
}

function typed(name: string, value: Held | undefined, posted: RefusedValues): string {
  return posted.value(name) ?? textOf(value);
}

function textOf(value: Held | undefined): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function optionsOf(options: readonly Choice[] = [], blank?: string): readonly Choice[] {
  return blank === undefined ? options : [{ value: '', label: blank }, ...options];
}

/** What is ticked in a refused form is all that is. */
function ticked(name: string, value: Held | undefined, posted: RefusedValues): readonly string[] {
  if (posted.refused) return posted.values(name) ?? [];
  return Array.isArray(value) ? (value as readonly string[]) : [];
}

function isTicked(name: string, value: Held | undefined, posted: RefusedValues): boolean {
  return posted.refused ? posted.value(name) !== undefined : value === true;
}
