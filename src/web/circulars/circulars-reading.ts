import type { CircularEntity } from '../../circulars/index.js';

/** What a form for a circular begins with. */
export interface CircularFormReading {
  /** Null for a new one. */
  readonly circular: CircularEntity | null;
  readonly written: { readonly units: readonly string[]; readonly people: readonly string[] };
  /** Circulars that it may replace. */
  readonly replaceable: readonly CircularEntity[];
}
