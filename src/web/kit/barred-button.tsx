import type { VNode } from 'preact';

/** An act that is open to the person but not yet to the document: it can be reached and says why. */
export function BarredButton({
  label,
  because,
}: {
  label: string;
  /** Id of the text that says why. */ because: string;
}): VNode {
  return (
    <button class="btn btn-primary" type="button" aria-disabled="true" aria-describedby={because}>
      {label}
    </button>
  );
}
