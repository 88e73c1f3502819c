import type { VNode } from 'preact';

export interface FormError {
  /** Id of the control to repair. */
  readonly field: string;
  readonly text: string;
}

/** All that is still to be repaired in a form, each with a link to its place. */
export function Errors({ heading, errors }: { heading: string; errors: readonly FormError[] }): VNode | null {
  if (errors.length === 0) return null;
  return (
    <div class="ha-errors" role="alert" tabindex={-1}>
      <h2>{heading}</h2>
      <ul>
        {errors.map((error) => (
          <li key={error.field}>
            <a href={`#${error.field}`}>{error.text}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
