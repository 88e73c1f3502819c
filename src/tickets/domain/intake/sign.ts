import type { OtherNature } from './intake-nature.js';

/**
 * What a sentence says when its words are something else than feedback. `…` stands for up to ten words, `*` for any one. Texts with their marks are
 * compared with them (`cháy` is not `chạy`), texts written without by letters alone; a phrase behind `~` is another without its marks, and is not looked for there.
 */
export interface Sign {
  readonly nature: OtherNature;
  /** What the clerk is told that the sentence shows. */
  readonly shows: string;
  readonly phrases: readonly string[];
  /** Somewhere in the text, in any sentence, one of each of these lists stands as well. */
  readonly beside?: readonly (readonly string[])[];
  /** A sentence with one of these says it of something else: of a lesson, of a rule, of what is long settled. */
  readonly unless?: readonly string[];
  /** Where one of these stands anywhere in the text, it is more than this, or less. */
  readonly without?: readonly string[];
}
