import type { VNode } from 'preact';
import { PostForm } from './post-form.js';

export interface AskButtonProps {
  readonly id: string;
  readonly action: string;
  readonly csrf: string;
  /** The button that opens the question; ends with `…`. */
  readonly label: string;
  /** The field of the form, e.g. `reason`. */
  readonly name: string;
  readonly question: string;
  readonly hint: string;
  /** The button that answers it. */
  readonly submit: string;
  readonly minLength?: number;
}

/** An act that needs a reason: the question opens under its button, with or without scripts. */
export function AskButton({ id, action, csrf, label, name, question, hint, submit, minLength }: AskButtonProps): VNode {
  return (
    <details class="ha-ask" data-closes>
      <summary class="btn">{label}</summary>
      <PostForm action={action} csrf={csrf} class="ha-ask-b">
        <div class="ha-field">
          <label class="form-label" for={id}>
            {question}
          </label>
          <span class="form-hint" id={`${id}-h`}>
            {hint}
          </span>
          <textarea
            class="form-control"
            id={id}
            name={name}
            rows={3}
            required
            minlength={minLength}
            aria-describedby={`${id}-h`}
          />
        </div>
        <button class="btn btn-primary" type="submit">
          {submit}
        </button>
      </PostForm>
    </details>
  );
}
