/** Where adapters leave a line on what failed in them; one that comes back is folded there. */
export abstract class FailureLog {
  /** @param facts ids, numbers, codes and the `error`; never what people wrote */
  abstract error(event: string, facts: Readonly<Record<string, unknown>>): void;
}
