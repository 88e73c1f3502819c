import type {
  AmendmentLinks,
  DocumentFileEntity,
  HandDeliveryEntity,
  IncomingDocumentEntity,
  OutgoingDocumentEntity,
} from '../../documents/index.js';
import type { DraftEntity } from '../../drafting/index.js';
import type { DispatchEntity, DocumentRecallEntity } from '../../exchange/index.js';
import type { JournalEntryEntity } from '../../journal/index.js';
import type { Actor } from '../../kernel/actor.js';
import type { FilesOfDocument } from '../../records/index.js';
import type { SignatureRequestEntity } from '../../signing/index.js';
import type { SeenTicket } from '../../tickets/index.js';
import type { RefusedAct } from '../kit/refused-values.js';

/** The data for the page of an outgoing document. */
export interface OutgoingReading {
  readonly document: OutgoingDocumentEntity;
  /** The incoming half of the pair. */
  readonly answers: IncomingDocumentEntity | null;
  /** Its case and the request under which it was signed; null for those who may not see the case. */
  readonly ticket: SeenTicket | null;
  readonly request: SignatureRequestEntity | null;
  readonly draft: DraftEntity | null;
  readonly dispatches: readonly DispatchEntity[];
  /** What clerks send of it by hand. */
  readonly byHand: readonly HandDeliveryEntity[];
  /** Numbers of the jobs that send them, by the dispatch; empty for those who may not see how the exchange went. */
  readonly sendings: ReadonlyMap<string, number>;
  /** Newest first. */
  readonly recalls: readonly DocumentRecallEntity[];
  readonly links: AmendmentLinks;
  /** Where it lies, and may be put. */
  readonly filed: FilesOfDocument;
  /** The correction or replacement that is being written; null also for those who may not read it. */
  readonly amending: DraftEntity | null;
  /** Files of their own that went out with it, each with the agency's signature. */
  readonly annexes: readonly DocumentFileEntity[];
  readonly history: readonly JournalEntryEntity[];
  /** Whether its files are for this person. */
  readonly mayOpen: boolean;
  /** Where the site is reached, for addresses that leave the agency. */
  readonly publicUrl: string;
  readonly actor: Actor;
  readonly now: Date;
  readonly refused: RefusedAct | null;
}
