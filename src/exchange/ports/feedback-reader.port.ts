import type { FeedbackReading } from './feedback.js';
import type { DocumentMessage } from './message.js';

/** Finds the citizen's feedback in a message from the hotline. */
export abstract class FeedbackReader {
  /** Never refuses: without a usable `phan-anh.json` the subject and content become the text, and `complete` is false. */
  abstract read(message: DocumentMessage): FeedbackReading;
}
