import type { VNode } from 'preact';
import { controlClass, describedBy, Field } from './field.js';
import { TimeInput } from './time-input.js';

/** What the controls of a form show: the value and, when there is one, what is wrong with it, by name. */
export interface TypedForm {
  readonly values: Readonly<Record<string, string>>;
  readonly errors: Readonly<Record<string, string>>;
}

export interface FieldOfForm {
  readonly form: TypedForm;
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
}

/** A line, a day, a time, or, with `rows`, a text. */
export function TextField({
  form,
  name,
  label,
  hint,
  type = 'text',
  rows,
}: FieldOfForm & { readonly type?: 'text' | 'date' | 'time'; readonly rows?: number }): VNode {
  const error = form.errors[name];
  const shared = {
    id: name,
    name,
    class: controlClass('form-control', error ?? null),
    ...describedBy(name, { hint, error }),
  };
  const value = form.values[name] ?? '';
  return (
    <Field id={name} label={label} hint={hint} error={error}>
      {rows === undefined ? (
        <Line {...shared} type={type} value={value} />
      ) : (
        <textarea {...shared} rows={rows}>
          {value}
        </textarea>
      )}
    </Field>
  );
}

interface LineProps {
  readonly type: 'text' | 'date' | 'time';
  readonly id: string;
  readonly name: string;
  readonly class: string;
  readonly value: string;
}

function Line({ type, ...rest }: LineProps): VNode {
  return type === 'text' ? <input {...rest} type="text" autocomplete="off" /> : <TimeInput {...rest} kind={type} />;
}
