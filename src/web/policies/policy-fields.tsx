import type { VNode } from 'preact';
import { LEVEL_WORDS, LEVELS, LIMIT_UNIT_WORDS, LIMIT_UNITS, STANDING_WORDS, STANDINGS } from '../../law/index.js';
import { controlClass, describedBy, Field, FieldError } from '../kit/field.js';
import type { FieldOfForm, TypedForm } from '../kit/text-field.js';

export function NumberField({ form, name, label, hint }: FieldOfForm): VNode {
  return (
    <Field id={name} label={label} hint={hint} error={form.errors[name]}>
      <NumberControl form={form} name={name} />
    </Field>
  );
}

/** A whole number; checked by the server, which says what is wrong where a browser would only block. */
export function NumberControl({ form, name, label }: { form: TypedForm; name: string; label?: string }): VNode {
  const error = form.errors[name];
  return (
    <input
      id={name}
      name={name}
      class={controlClass('form-control', error ?? null)}
      inputMode="numeric"
      autocomplete="off"
      aria-label={label}
      value={form.values[name] ?? ''}
      {...describedBy(name, { error })}
    />
  );
}

export interface ChoiceProps<T extends string> {
  readonly form: TypedForm;
  readonly name: string;
  /** Read out; sighted people see it from the row. */
  readonly label: string;
  readonly options: readonly T[];
  readonly words: Readonly<Record<T, string>>;
  /** What stands for no choice; without it the first option is chosen. */
  readonly none?: string;
}

export function Choice<T extends string>({ form, name, label, options, words, none }: ChoiceProps<T>): VNode {
  const chosen = form.values[name] ?? '';
  return (
    <select class="form-select" id={name} name={name} aria-label={label}>
      {none !== undefined && (
        <option value="" selected={chosen === ''}>
          {none}
        </option>
      )}
      {options.map((option) => (
        <option key={option} value={option} selected={option === chosen}>
          {words[option]}
        </option>
      ))}
    </select>
  );
}

/** The limits of one duty, a row a level. */
export function LimitRows({ form, duty, name }: { form: TypedForm; duty: string; name: string }): VNode {
  return (
    <fieldset class="ha-limit-rows">
      <legend class="ha-vh">{name}</legend>
      {LEVELS.map((level) => {
        const field = `limits.${duty}.${level}`;
        return (
          <div class="ha-limit-row" key={level}>
            <span class="ha-limit-what">{LEVEL_WORDS[level]}</span>
            <LimitControls form={form} name={field} of={LEVEL_WORDS[level]} />
          </div>
        );
      })}
    </fieldset>
  );
}

/** Amount, unit and source of one limit, with what is wrong below. */
export function LimitControls({ form, name, of }: { form: TypedForm; name: string; of: string }): VNode {
  const source = `${name}.source`;
  return (
    <>
      <NumberControl form={form} name={name} label={`${of}: thời hạn`} />
      <Choice
        form={form}
        name={`${name}.unit`}
        label={`${of}: đơn vị`}
        options={LIMIT_UNITS}
        words={LIMIT_UNIT_WORDS}
      />
      <Choice
        form={form}
        name={`${name}.standing`}
        label={`${of}: loại căn cứ`}
        options={STANDINGS}
        words={STANDING_WORDS}
      />
      <input
        class={controlClass('form-control', form.errors[source] ?? null)}
        id={source}
        name={source}
        aria-label={`${of}: căn cứ`}
        autocomplete="off"
        value={form.values[source] ?? ''}
        {...describedBy(source, { error: form.errors[source] })}
      />
      <FieldError id={name} error={form.errors[name]} />
      <FieldError id={source} error={form.errors[source]} />
    </>
  );
}
