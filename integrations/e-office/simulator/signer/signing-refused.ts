/** Why a file cannot be signed or sealed as it is. */
export type SigningObstacle =
  | 'field-missing'
  | 'already-signed'
  | 'leader-signature-missing'
  | 'font-lacks-character'
  | 'signature-too-large';

/** The file is not one that can be signed or sealed; signing it again would not help. */
export class SigningRefused extends Error {
  constructor(
    readonly obstacle: SigningObstacle,
    readonly subject: string,
  ) {
    super(`${obstacle}: ${subject}`);
    this.name = 'SigningRefused';
  }
}
