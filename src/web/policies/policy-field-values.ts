/** The form of a set as it is posted: one value a name; a box that is not ticked is not posted. */
export type PolicyFields = Readonly<Record<string, string>>;

/** A whole number; NaN, which `policyFlaws` names, for anything else. */
export function whole(text: string): number {
  return /^\d{1,6}$/u.test(text) ? Number(text) : Number.NaN;
}

export function oneOf<T extends string>(all: readonly T[], text: string | undefined): T | undefined {
  return all.find((one) => one === text);
}

export function merged(parts: readonly PolicyFields[]): PolicyFields {
  return Object.assign({}, ...parts) as PolicyFields;
}
