/** A desk of the simulated e-office says no; the sentence is Vietnamese and shown to the person at the desk. */
export class DeskRefusal extends Error {
  constructor(
    readonly kind: 'unknown' | 'unable',
    sentence: string,
    options: { readonly cause?: unknown } = {},
  ) {
    super(sentence, options);
    this.name = 'DeskRefusal';
  }
}
