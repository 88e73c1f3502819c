/** Why an archive is not opened. */
export type ZipProblem =
  | 'zip-not-an-archive'
  | 'zip-too-many-entries'
  | 'zip-name-unsafe'
  | 'zip-name-twice'
  | 'zip-encrypted'
  | 'zip-method-unknown'
  | 'zip-link'
  | 'zip-overlap'
  | 'zip-data-between'
  | 'zip-headers-differ'
  | 'zip-64'
  | 'zip-comment'
  | 'zip-too-large'
  | 'zip-ratio'
  | 'zip-size-untrue'
  | 'zip-damaged';

export class ZipRefused extends Error {
  constructor(
    readonly problem: ZipProblem,
    readonly entry: string | null = null,
  ) {
    super(entry === null ? problem : `${problem}: ${entry}`);
    this.name = 'ZipRefused';
  }
}
