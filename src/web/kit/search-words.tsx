import type { VNode } from 'preact';
import { Field } from './field.js';

interface SearchWordsProps {
  readonly label: string;
  readonly hint: string;
  /** What was looked for. */
  readonly value: string;
}

/** The field of a filter in which words are looked for; it takes the room that the others leave. */
export function SearchWords({ label, hint, value }: SearchWordsProps): VNode {
  return (
    <div class="ha-grow">
      <Field id="tim" label={label} hint={hint}>
        <input
          id="tim"
          class="form-control"
          type="search"
          name="tim"
          value={value}
          maxlength={100}
          aria-describedby="tim-h"
          autocomplete="off"
        />
      </Field>
    </div>
  );
}
