/** What a scanner said of a file. */
export type ScanAnswer =
  | { readonly kind: 'clean' }
  /** `name`: what the scanner calls it. */
  | { readonly kind: 'infected'; readonly name: string };

/** Name and version of a scanner. */
export interface ScannerFacts {
  readonly version: string;
  /** When what it knows of viruses was made; null where it does not say. */
  readonly knowledgeOf: Date | null;
}

/** The installation's virus scanner, if it has one. */
export abstract class VirusScanner {
  /** False: no scanner is configured. */
  abstract readonly isOn: boolean;

  /** @throws OutsideUnavailable when it does not answer, or gives no verdict */
  abstract scan(content: Buffer): Promise<ScanAnswer>;

  /** @throws OutsideUnavailable when it does not answer */
  abstract about(): Promise<ScannerFacts>;
}
