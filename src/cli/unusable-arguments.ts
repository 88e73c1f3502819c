/** Arguments that cannot be used; the message is one or more Vietnamese lines that say what to write instead. */
export class UnusableArguments extends Error {
  override readonly name = 'UnusableArguments';
}
