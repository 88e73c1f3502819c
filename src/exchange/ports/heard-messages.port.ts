/** Which messages were heard already, by all processes together: an overheard one cannot be played again at another. */
export abstract class HeardMessages {
  /**
   * Remembers before it answers.
   * @param key what tells one message from another, of any length
   * @returns false when the key was already remembered and its time is not over
   */
  abstract remember(key: string, now: Date, until: Date): Promise<boolean>;
}
