import { fieldRedaction } from '../../identity/redaction-view.js';
import type { ActField } from '../acts/act-field.js';
import type { RefusedValues } from '../refused-values.js';
import type { Choice, Control, Held } from './field-kinds.js';

/** A control with what was typed into it, or else what it holds before anybody types, and what is wrong with that. */
export function controlOf(
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
