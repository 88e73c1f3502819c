/** A citizen's feedback as the hotline hands it over (attachment `phan-anh.json` of a document message). */
import type { FormFinding } from './message-codec.port.js';

export interface FeedbackSender {
  readonly name?: string;
  readonly phone?: string;
  readonly email?: string;
  readonly address?: string;
  /** Whether the citizen asked that nobody outside learns who wrote; true whenever the hotline did not say. */
  readonly keepSecret: boolean;
}

export interface Feedback {
  /** The hotline's own number; the message's DocumentId when the hotline gave none. */
  readonly hotlineCode: string;
  /** When the hotline took it. It never starts the legal clock: that is the e-office's `queuedAt`. */
  readonly receivedAt?: Date;
  /** How it reached the hotline, in its words: `phone`, `web`, `app`… */
  readonly channel?: string;
  readonly kind: 'feedback' | 'petition';
  readonly sender: FeedbackSender;
  readonly text: string;
  readonly place?: string;
  readonly category?: string;
  /** Names of the attachments that belong to the feedback. */
  readonly files: readonly string[];
}

/** `complete` is false when a clerk has to look and fill in; `doubts` says what, in Vietnamese. */
export interface FeedbackReading {
  readonly feedback: Feedback;
  readonly complete: boolean;
  readonly doubts: readonly FormFinding[];
}
