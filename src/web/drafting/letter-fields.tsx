import { Fragment, type VNode } from 'preact';
import { controlClass, describedBy, Field, FieldError } from '../kit/field.js';
import { Icon } from '../kit/icon.js';

interface LetterFieldBase {
  /** Name of the form field, also the id of its control. */
  readonly name: string;
  readonly label: string;
  readonly hint: string | null;
  readonly error: string | null;
  /** What in it is private and not answered for, and where the form is posted to have it said otherwise. */
  readonly repair?: { readonly words: string; readonly action: string };
}

/** One field of the letter's template. */
export type LetterField =
  | (LetterFieldBase & { readonly kind: 'line'; readonly value: string; readonly maxLength?: number })
  | (LetterFieldBase & {
      readonly kind: 'text';
      readonly value: string;
      readonly rows: number;
      readonly maxLength?: number;
    })
  | (LetterFieldBase & {
      readonly kind: 'choice';
      readonly value: string;
      readonly options: readonly { readonly value: string; readonly label: string }[];
    })
  /** Posts `name` once for every line, in order, empty ones included: the server drops those. */
  | (LetterFieldBase & { readonly kind: 'list'; readonly values: readonly string[]; readonly addLabel: string });

type One<K extends LetterField['kind']> = Extract<LetterField, { kind: K }>;

interface LetterFieldsProps {
  readonly fields: readonly LetterField[];
  /** The field that has the focus when the page opens. */
  readonly beginAt?: string | null;
}

/** The form of a letter; two choices that follow each other stand side by side. */
export function LetterFields({ fields, beginAt = null }: LetterFieldsProps): VNode {
  return (
    <>
      {pairs(fields).map((pair) =>
        pair.length === 1 ? (
          pair.map((field) => <OneField key={field.name} field={field} begins={field.name === beginAt} />)
        ) : (
          <div class="ha-fields" key={pair[0]?.name}>
            {pair.map((field) => (
              <OneField key={field.name} field={field} begins={field.name === beginAt} />
            ))}
          </div>
        ),
      )}
    </>
  );
}

/** The same fields for a reader who may not change them. */
export function LetterReading({ fields }: { fields: readonly LetterField[] }): VNode {
  return (
    <dl class="ha-reading">
      {fields.map((field) => (
        <Fragment key={field.name}>
          <dt>{field.label}</dt>
          {read(field).map((line, at) => (
            <dd key={at}>{line}</dd>
          ))}
        </Fragment>
      ))}
    </dl>
  );
}

function OneField({ field, begins }: { field: LetterField; begins: boolean }): VNode {
  return (
    <>
      {field.kind === 'list' ? (
        <ListField field={field} />
      ) : (
        <Field id={field.name} label={field.label} hint={field.hint} error={field.error}>
          {field.kind === 'choice' ? <Choice field={field} /> : <Text field={field} begins={begins} />}
        </Field>
      )}
      {field.repair !== undefined && <Repair name={field.name} label={field.label} repair={field.repair} />}
    </>
  );
}

/** Stands under its field; its button saves the form with other words in place of what is private, with or without scripts. */
function Repair({
  name,
  label,
  repair,
}: {
  name: string;
  label: string;
  repair: NonNullable<LetterField['repair']>;
}): VNode {
  return (
    <div class="ha-mask ha-field" role="group" aria-labelledby={`${name}-rieng`}>
      <p id={`${name}-rieng`}>{repair.words}</p>
      <div class="ha-mask-a">
        <button
          class="btn"
          type="submit"
          formaction={repair.action}
          formnovalidate
          name="part"
          value={name}
          aria-label={`Thay bằng lời chung: ${label}`}
        >
          Thay bằng lời chung
        </button>
      </div>
    </div>
  );
}

function Text({ field, begins }: { field: One<'line'> | One<'text'>; begins: boolean }): VNode {
  const shared = {
    class: controlClass('form-control', field.error),
    id: field.name,
    name: field.name,
    maxlength: field.maxLength,
    autofocus: begins,
    ...describedBy(field.name, field),
  };
  if (field.kind === 'line') return <input {...shared} value={field.value} autocomplete="off" />;
  return (
    <textarea {...shared} rows={field.rows}>
      {field.value}
    </textarea>
  );
}

function Choice({ field }: { field: One<'choice'> }): VNode {
  return (
    <select
      class={controlClass('form-select', field.error)}
      id={field.name}
      name={field.name}
      {...describedBy(field.name, field)}
    >
      {field.options.map((option) => (
        <option key={option.value} value={option.value} selected={option.value === field.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}

/** One line each and a free one below; scripts add moving, removing and adding. */
function ListField({ field }: { field: One<'list'> }): VNode {
  const { error, hint, name } = field;
  return (
    <fieldset class="ha-field" id={name} data-lines {...describedBy(name, field)}>
      <legend class="form-label">{field.label}</legend>
      {hint !== null && (
        <span class="form-hint" id={`${name}-h`}>
          {hint}
        </span>
      )}
      <ul class="ha-lines">
        {[...field.values, ''].map((value, at) => (
          <li key={at} class={at > 0 && at === field.values.length ? 'ha-unscripted' : undefined}>
            <input
              class={controlClass('form-control', error)}
              name={name}
              value={value}
              autocomplete="off"
              aria-label={`${field.label}, dòng ${at + 1}`}
            />
          </li>
        ))}
      </ul>
      <button class="btn btn-sm btn-quiet ha-scripted" type="button" data-add>
        <Icon name="plus" />
        {field.addLabel}
      </button>
      <FieldError id={name} error={error} />
    </fieldset>
  );
}

function pairs(fields: readonly LetterField[]): LetterField[][] {
  const groups: LetterField[][] = [];
  for (const field of fields) {
    const last = groups.at(-1);
    const joins = field.kind === 'choice' && last?.length === 1 && last[0]?.kind === 'choice';
    if (joins) last.push(field);
    else groups.push([field]);
  }
  return groups;
}

function read(field: LetterField): readonly string[] {
  if (field.kind === 'list') return field.values;
  if (field.kind === 'choice') return [field.options.find((one) => one.value === field.value)?.label ?? field.value];
  return field.value.split('\n').filter((line) => line.trim() !== '');
}
