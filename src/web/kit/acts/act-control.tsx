import type { VNode } from 'preact';
import { MAX_FILES_BYTES } from '../../../platform/http/bodies/posted-file.js';
import { controlClass, describedBy, Field, FieldError, isSaid } from '../field.js';
import { Icon } from '../icon.js';
import { TimeInput } from '../time-input.js';
import { Redaction } from '../../identity/redaction.js';
import type { ActField, Of } from './act-field.js';

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
  const { name, value: chosen = '', options, required, begins, narrows, error } = field;
  return (
    <select
      id={id}
      name={name}
      class={controlClass('form-select', error)}
      required={required}
      autofocus={begins}
      data-unit-choice={narrows}
      {...describedBy(id, field)}
    >
      {groupsOf(options).map(({ group, members }) =>
        group === null ? (
          <Offered options={members} chosen={chosen} />
        ) : (
          <optgroup key={group.key} label={group.label} data-unit={group.key}>
            <Offered options={members} chosen={chosen} />
          </optgroup>
        ),
      )}
    </select>
  );
}

function Offered({ options, chosen }: { options: Choosing['options']; chosen: string }): VNode {
  return (
    <>
      {options.map(({ value, label }) => (
        <option key={value} value={value} selected={value === chosen}>
          {label}
        </option>
      ))}
    </>
  );
}

interface ChoiceGroup {
  readonly group: NonNullable<Choosing['options'][number]['group']> | null;
  readonly members: Choosing['options'][number][];
}

/** Options that follow each other under one heading. */
function groupsOf(options: Choosing['options']): readonly ChoiceGroup[] {
  const groups: ChoiceGroup[] = [];
  for (const option of options) {
    const last = groups.at(-1);
    if (last !== undefined && last.group?.key === option.group?.key) last.members.push(option);
    else groups.push({ group: option.group ?? null, members: [option] });
  }
  return groups;
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
      {isSaid(field.hint) && (
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
      {isSaid(field.hint) && (
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
