import type { FormatFinding } from '../format/rules/finding.js';
import type { PlaceName } from '../places.js';

/** The revision that a file was downloaded as, written into the file. */
export interface LetterOrigin {
  readonly draftId: string;
  readonly revision: number;
}

/** What the parts of a letter say that registers, the e-office and other agencies are told. */
export interface LetterHead {
  readonly subject: string | null;
  readonly symbol: string | null;
  readonly addressees: readonly string[];
  readonly recipients: readonly string[];
  readonly authority: readonly string[];
  readonly signer: string | null;
}

/** What a letter says of the agency. */
export interface LetterAgency {
  readonly parent: string;
  readonly letterhead: string;
  readonly place: string | null;
  /** Left out of readings that were kept before it was looked for. */
  readonly year?: string | null;
}

/** What was read from a letter written in Word; kept with the revision, so that every rule reads the same words. */
export interface WordReading {
  readonly head: LetterHead;
  readonly agency: LetterAgency;
  /** All that stands in the file: text, frames, headers, footers, notes; a paragraph a string, composed and with single blanks. */
  readonly paragraphs: readonly string[];
  readonly findings: readonly FormatFinding[];
}

/** An uploaded file, before it is stored. */
export interface WordFile extends WordReading {
  readonly origin: LetterOrigin | null;
  /** How often each place stands in it. */
  readonly places: Readonly<Partial<Record<PlaceName, number>>>;
  readonly trackedChanges: number;
  readonly hiddenText: number;
  /** Keywords of fields that put other words onto the page than those that stand in the file: `DATE`, `DOCPROPERTY`. */
  readonly liveFields: readonly string[];
}
