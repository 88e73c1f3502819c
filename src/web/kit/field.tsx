import type { ComponentChildren, VNode } from 'preact';
import { Icon } from './icon.js';

export interface FieldProps {
  /** Id of the control inside; hint and error take their ids from it. */
  readonly id: string;
  readonly label: string;
  /** Stands above the control; nothing is hidden in placeholders. */
  readonly hint?: string | null | undefined;
  /** What is missing and how to repair it. */
  readonly error?: string | null | undefined;
  readonly children: ComponentChildren;
}

/** A labelled control with its hint above and its error below. */
export function Field({ id, label, hint, error, children }: FieldProps): VNode {
  return (
    <div class="ha-field">
      <label class="form-label" for={id}>
        {label}
      </label>
      {isSaid(hint) && (
        <span class="form-hint" id={`${id}-h`}>
          {hint}
        </span>
      )}
      {children}
      <FieldError id={id} error={error} />
    </div>
  );
}

export function FieldError({ id, error }: { id: string; error: string | null | undefined }): VNode | null {
  if (!isSaid(error)) return null;
  return (
    <p class="invalid-feedback" id={`${id}-e`}>
      <Icon name="alert" />
      <span>{error}</span>
    </p>
  );
}

/** The attributes by which a control points to its hint and error. */
export function describedBy(
  id: string,
  { hint, error }: { hint?: string | null | undefined; error?: string | null | undefined },
): { 'aria-describedby'?: string; 'aria-invalid'?: 'true' } {
  const ids = [isSaid(hint) && `${id}-h`, isSaid(error) && `${id}-e`].filter((one) => one !== false);
  return {
    ...(ids.length > 0 && { 'aria-describedby': ids.join(' ') }),
    ...(isSaid(error) && { 'aria-invalid': 'true' as const }),
  };
}

/** The class of a control, which also shows that it holds an error. */
export function controlClass(base: 'form-control' | 'form-select', error?: string | null): string {
  return isSaid(error) ? `${base} is-invalid` : base;
}

export function isSaid(text: string | null | undefined): text is string {
  return text !== null && text !== undefined && text !== '';
}
