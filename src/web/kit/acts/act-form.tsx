import type { VNode } from 'preact';
import { ActControl } from './act-control.js';
import type { ActField } from './act-field.js';
import { FieldError, isSaid } from '../field.js';
import { PostForm } from '../post-form.js';

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
  /** The answer to the post is the page itself, without a redirect to another. */
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
      {isSaid(lead) && <p>{lead}</p>}
      {isSaid(warning) && <p class="ha-act-w">{warning}</p>}
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
