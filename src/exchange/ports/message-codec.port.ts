import type { HeldBytes } from '../../kernel/held-bytes.js';
import type { Attachment, DocumentMessage, ExchangeMessage, StatusMessage } from './message.js';

/** A finding about a message's form, in Vietnamese, with the path of the element it speaks of. */
export interface FormFinding {
  readonly code: string;
  readonly path?: string;
  readonly message: string;
}

/** `message` is there exactly when `errors` is empty; warnings are kept on the record and block nothing. */
export type ReadOutcome =
  | { readonly message: ExchangeMessage; readonly errors: readonly []; readonly warnings: readonly FormFinding[] }
  | {
      readonly message: null;
      /** What it seemed to be, as far as it could be read. */
      readonly kind?: ExchangeMessage['kind'];
      readonly errors: readonly [FormFinding, ...FormFinding[]];
      readonly warnings: readonly FormFinding[];
    };

/** A document without the contents of its attachments. */
export type DocumentOutline = Omit<DocumentMessage, 'attachments'> & {
  readonly attachments: readonly Omit<Attachment, 'content'>[];
};

export type MessageOutline = StatusMessage | DocumentOutline;

/** Like a `ReadOutcome`, of a message that was not held whole. */
export type OutlineOutcome =
  | Extract<ReadOutcome, { readonly message: null }>
  | { readonly message: MessageOutline; readonly errors: readonly []; readonly warnings: readonly FormFinding[] };

/** Between a message in our words and the bytes that travel. */
export abstract class MessageCodec {
  /** Reads leniently: only the hard list gives errors (well-formed, no DOCTYPE, namespace, From, To, Code, Subject, decodable attachments, known status). */
  abstract read(bytes: Buffer): ReadOutcome;

  /** The same of a message however long, while others have their turns. */
  abstract readInTurns(bytes: Buffer): Promise<ReadOutcome>;

  /**
   * The same of a message however long, with the same findings: it is read in pieces, and what its attachments hold is checked and passed over.
   * @throws what reading the source throws
   */
  abstract outline(source: HeldBytes): Promise<OutlineOutcome>;

  /** Writes strictly: the result passes the grammar. @throws DomainError `input-invalid` when the message cannot be written */
  abstract write(message: ExchangeMessage): Buffer;
}
