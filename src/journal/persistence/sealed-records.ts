/** Rows whose decided columns are sealed each time they are decided. A use case that writes such a column seals the row in the same transaction. */
export interface SealedRecords {
  readonly kind: string;
  readonly entity: new () => object;
  readonly key: string;
  readonly columns: readonly string[];
}
