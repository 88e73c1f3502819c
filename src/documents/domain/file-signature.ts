/** What the signatures of a file were worth on the day when it came; words for a clerk, who reads them beside the file. */
export interface FileSignature {
  /** Absent for a PDF. An Office file and the message itself are signed in XML; both are recorded and send nothing back. */
  readonly kind?: 'office' | 'message';
  readonly verdict: 'invalid' | 'changedAfterSigning' | 'unknown' | 'unsigned' | 'valid';
  /** Names in the certificates, in the order of the signatures; timestamps left out. */
  readonly signers: readonly string[];
  /** PAdES levels, in the same order, null where there is none; missing in what was judged before they were told. */
  readonly levels?: readonly (string | null)[];
  /** Nothing stands against it but where visible signatures were put: over words, or on a certified page that keeps no place for them. */
  readonly onlyOverlay?: true;
  /** Not valid, but nothing proves that it is forged: marked for a clerk, who looks, and never sent back by itself. */
  readonly forClerk?: true;
  /** Vietnamese sentences, the gravest first. */
  readonly reasons: readonly string[];
}
