import type { VNode } from 'preact';
import { MAX_FILES_BYTES } from '../../platform/http/bodies/posted-file.js';
import { controlClass, describedBy, Field, FieldError } from './field.js';
import { Icon } from './icon.js';
import { PostForm } from './post-form.js';
import { TimeInput } from './time-input.js';
import { Redaction, type RedactionView } from '../identity/redaction.js';

interface FieldBase {
  readonly name: string;
  readonly label: string;
  readonly hint?: string | null;
  readonly error?: string | null;
}

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** A control of an act's form; `name` is unique within the form. */
export type ActField =
  | (FieldBase & {
      readonly kind: 'text' | 'date' | 'moment' | 'number' | 'phone' | 'email';
      readonly value?: string;
      readonly required?: boolean;
      readonly maxLength?: number;
      readonly min?: number;
      readonly max?: number;
      /** What may be private in it, where its words go out. */
      readonly redaction?: RedactionView | null;
    })
  | (FieldBase & {
      readonly kind: 'area';
      readonly value?: string;
      readonly required?: boolean;
      readonly rows?: number;
      readonly maxLength?: number;
      /** Has the focus when the page opens. */
      readonly begins?: boolean;
      /** What may be private in it, where its words go out. */
      readonly redaction?: RedactionView | null;
    })
  | (FieldBase & {
      readonly kind: 'choice' | 'radios';
      readonly value?: string;
      readonly required?: boolean;
      readonly options: readonly Choice[];
    })
  | (FieldBase & { readonly kind: 'checks'; readonly values: readonly string[]; readonly options: readonly Choice[] })
  | (FieldBase & { readonly kind: 'check'; readonly checked?: boolean })
  | (FieldBase & {
      readonly kind: 'files';
      readonly accept?: string;
      readonly several?: boolean;
      /** How many at a time, and how large each may be, in bytes; told before anything is sent. */
      readonly most?: number;
      readonly largestEach?: number;
    })
  | { readonly kind: 'hidden'; readonly name: string; readonly value: string };

/** An act on a ticket that needs more than a press. */
export interface ActFormView {
  /** Unique on the page; the anchor of the form, e.g. `gia-han`. */
  readonly id: string;
  /** The button that opens it; ends with `…`. */
  readonly label: string;
  readonly action: string;
  /** The button that does it: act and thing. */
  readonly submit: string;
  readonly lead?: string | null;
  /** Shown at a form whose text the citizen will read. */
  readonly warning?: string | null;
  readonly fields: readonly ActField[];
  /** What was refused, as a whole. */
  readonly error?: string | null;
  readonly open?: boolean;
  /** Brings files. */
  readonly upload?: boolean;
  /** The answer is the page itself, and not another to go to. */
  readonly answers?: boolean;
  /** Id of the dialog to answer first. */
  readonly confirm?: string;
  /** Another button, which posts the same fields elsewhere. */
  readonly second?: { readonly label: string; readonly action: string };
}

export interface ActFormProps {
  readonly form: ActFormView;
  readonly csrf: string;
  /** What it is about, for those who hear the page, where the same form stands in each line. */
  readonly about?: string;
}

/** Opens under its button, with or without scripts. */
export function ActForm({ form, csrf, about }: ActFormProps): VNode {
  const { id, label, open = false } = form;
  return (
    <details class="ha-act" id={id} open={open}>
      <summary>
        {label}
        {about !== undefined && <span class="ha-vh"> {about}</span>}
      </summary>
      <ActFormBody form={form} csrf={csrf} />
    </details>
  );
}

/** The form alone, where it need not be opened first. */
export function ActFormBody({ form, csrf }: { form: ActFormView; csrf?: string }): VNode {
  const { id, action, submit, lead, warning, fields, error, upload, answers, confirm, second } = form;
  return (
    <PostForm
      {...{ action, confirm, ...(answers === true && { answers }) }}
      {...(csrf !== undefined && { csrf })}
      class="ha-act-b"
      {...(upload === true && { enctype: 'multipart/form-data' })}
    >
      {said(lead) && <p>{lead}</p>}
      {said(warning) && <p class="ha-act-w">{warning}</p>}
      {fields.map((field) => (
        <ActControl key={field.name} field={field} id={`${id}-${field.name}`} />
      ))}
      <FieldError id={id} error={error} />
      <button class="btn btn-primary" type="submit">
        {submit}
      </button>
      {second !== undefined && (
        <button class="btn" type="submit" formaction={second.action}>
          {second.label}
        </button>
      )}
    </PostForm>
  );
}

/** A control with its label, hint and error. */
export function ActControl({ field, id }: { field: ActField; id: string }): VNode {
  if (field.kind === 'hidden') return <input type="hidden" name={field.name} value={field.value} />;
  if (field.kind === 'check') return <Check id={id} field={field} />;
  if (field.kind === 'radios' || field.kind === 'checks') return <Options id={id} field={field} />;
  return (
    <Field id={id} label={field.label} hint={field.hint} error={field.error}>
      <Single id={id} field={field} />
      {'redaction' in field && field.redaction && <Redaction id={id} redaction={field.redaction} />}
    </Field>
  );
}

type Of<Kind extends ActField['kind']> = Extract<ActField, { readonly kind: Kind }>;
type Line = Of<'text' | 'date' | 'moment' | 'number' | 'phone' | 'email'>;
type Choosing = Of<'choice' | 'radios'>;

function Single({ field, id }: { field: Line | Choosing | Of<'area' | 'files'>; id: string }): VNode {
  if (field.kind === 'area') return <Area field={field} id={id} />;
  if ('options' in field) return <Choices field={field} id={id} />;
  if (field.kind === 'files') return <Files field={field} id={id} />;
  return <LineInput field={field} id={id} />;
}

function Files({ field, id }: { field: Of<'files'>; id: string }): VNode {
  const { name, accept, several, most, largestEach, error } = field;
  return (
    <>
      <input
        id={id}
        name={name}
        class={controlClass('form-control', error)}
        type="file"
        accept={accept}
        multiple={several}
        data-largest={String(MAX_FILES_BYTES)}
        data-most={most}
        data-largest-each={largestEach}
        {...describedBy(id, field)}
      />
      {several === true && takesPhotographs(accept) && <PicturesBesides name={name} />}
    </>
  );
}

/** On a phone the camera itself, beside what lies on the phone; on a desk what scripts take besides (`brought-files.js`). */
function PicturesBesides({ name }: { name: string }): VNode {
  return (
    <>
      <label class="btn ha-camera">
        <Icon name="photo" />
        Chụp ảnh
        <input class="ha-vh" type="file" name={name} accept="image/jpeg" capture="environment" data-camera="" />
      </label>
      <p class="ha-small ha-mute ha-drop-words">Kéo tệp thả vào ô trên, hoặc dán ảnh chụp màn hình bằng Ctrl V.</p>
    </>
  );
}

function takesPhotographs(accept: string | undefined): boolean {
  return accept === undefined || accept.split(',').includes('.jpg');
}

function LineInput({ field, id }: { field: Line; id: string }): VNode {
  const { kind, name, value = '', required, maxLength, min, max, error } = field;
  const looks = { class: controlClass('form-control', error), ...describedBy(id, field) };
  const attributes = {
    id,
    name,
    value,
    required,
    min,
    max,
    maxlength: maxLength,
    ...looks,
  };
  switch (kind) {
    case 'date':
    case 'moment':
      return <TimeInput kind={kind} {...{ id, name, value, required }} {...looks} />;
    case 'number':
      return <input {...attributes} type="number" />;
    case 'phone':
      return <input {...attributes} type="tel" />;
    case 'email':
      return <input {...attributes} type="email" />;
    case 'text':
      return <input {...attributes} type="text" />;
  }
}

function Area({ field, id }: { field: Of<'area'>; id: string }): VNode {
  const { name, value = '', rows = 3, required, maxLength, begins, error } = field;
  return (
    <textarea
      id={id}
      name={name}
      class={controlClass('form-control', error)}
      rows={rows}
      required={required}
      maxlength={maxLength}
      autofocus={begins}
      {...describedBy(id, field)}
    >
      {value}
    </textarea>
  );
}

function Choices({ field, id }: { field: Choosing; id: string }): VNode {
  const { name, value: chosen = '', options, required, error } = field;
  return (
    <select
      id={id}
      name={name}
      class={controlClass('form-select', error)}
      required={required}
      {...describedBy(id, field)}
    >
      {options.map(({ value, label }) => (
        <option key={value} value={value} selected={value === chosen}>
          {label}
        </option>
      ))}
    </select>
  );
}

function Check({ id, field }: { id: string; field: Of<'check'> }): VNode {
  return (
    <div class="ha-field">
      <label class="form-check" for={id}>
        <input
          class="form-check-input"
          type="checkbox"
          id={id}
          name={field.name}
          value="1"
          checked={field.checked}
          {...describedBy(id, field)}
        />
        <span class="form-check-label">{field.label}</span>
      </label>
      {said(field.hint) && (
        <span class="form-hint" id={`${id}-h`}>
          {field.hint}
        </span>
      )}
      <FieldError id={id} error={field.error} />
    </div>
  );
}

function Options({ id, field }: { id: string; field: Choosing | Of<'checks'> }): VNode {
  const chosen = field.kind === 'checks' ? field.values : [field.value ?? ''];
  return (
    <fieldset class="ha-field" {...describedBy(id, field)}>
      <legend class="form-label">{field.label}</legend>
      {said(field.hint) && (
        <span class="form-hint" id={`${id}-h`}>
          {field.hint}
        </span>
      )}
      <FieldError id={id} error={field.error} />
      {field.options.map(({ value, label }) => (
        <label class="form-check" key={value}>
          <input
            class="form-check-input"
            type={field.kind === 'checks' ? 'checkbox' : 'radio'}
            name={field.name}
            value={value}
            checked={chosen.includes(value)}
          />
          <span class="form-check-label">{label}</span>
        </label>
      ))}
    </fieldset>
  );
}

function said(text: string | null | undefined): text is string {
  return text !== null && text !== undefined && text !== '';
}
