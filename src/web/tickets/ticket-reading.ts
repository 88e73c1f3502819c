import type { DirectiveEntity } from '../../supervision/index.js';
import type { DocumentFileEntity, IncomingDocumentEntity, OutgoingDocumentEntity } from '../../documents/index.js';
import type { DraftEntity } from '../../drafting/index.js';
import type { DispatchEntity } from '../../exchange/index.js';
import type { Actor } from '../../kernel/actor.js';
import type { PolicySet } from '../../law/index.js';
import type { LetterReceiver, Person, Unit } from '../../organisation/index.js';
import type { KeptProposal } from '../../proposals/domain/kept-proposal.js';
import type { FileState } from '../../records/domain/record-file.js';
import type { ExtensionChoices } from '../../tickets/domain/deadlines/extension.js';
import type { TicketAbilities } from '../../tickets/domain/decisions/abilities.js';
import type {
  Duplicate,
  SeenFurther,
  SeenLife,
  ProposedDecisionEntity,
  TicketAssignmentEntity,
  TicketDeadlineEntity,
  SeenTicket,
  SeenLine,
  TicketPlace,
} from '../../tickets/index.js';
import type { Names } from '../kit/names.js';
import type { RefusedAct } from '../kit/refused-values.js';

/** The data for the page of a ticket. */
export interface TicketReading {
  readonly ticket: SeenTicket;
  readonly may: TicketAbilities;
  readonly incoming: IncomingDocumentEntity | null;
  readonly files: readonly DocumentFileEntity[];
  /** Arrival numbers of other documents that bear the number of the one it grew from. */
  readonly sameNumbers: readonly number[];
  readonly replies: readonly OutgoingDocumentEntity[];
  readonly dispatches: readonly DispatchEntity[];
  readonly drafts: readonly DraftEntity[];
  /** Documents about it besides its replies, newest first, those given up left out. */
  readonly documents: readonly DraftEntity[];
  /** Corrections and replacements of its released letters that are being written. */
  readonly amendments: readonly DraftEntity[];
  /** Newest first. */
  readonly entries: readonly SeenLine[];
  readonly deadlines: readonly TicketDeadlineEntity[];
  readonly assignment: TicketAssignmentEntity | null;
  /** What waits for a leader to decide about it; null where nothing does. */
  readonly decision: ProposedDecisionEntity | null;
  readonly names: Names;
  /** To whom it may be handed; null where this person may not hand it over. */
  readonly assignable: {
    readonly units: readonly Unit[];
    readonly officers: readonly Person[];
    readonly held: ReadonlyMap<string, number>;
    /** The leaders whose directive the assigner may write down. */
    readonly leaders: readonly Person[];
  } | null;
  /** What has happened to it besides its course. */
  readonly life: SeenLife;
  /** Units without accounts that owe an answer, with the address where they are written to; whether mail goes out at all, and which units that owe one are written to by letter. */
  readonly byPage: {
    readonly units: ReadonlyMap<string, { readonly email: string | null }>;
    readonly mails: boolean;
    readonly byLetter: readonly LetterReceiver[];
  };
  /** What the hotline sent about it later, with the line of the register. */
  readonly further: readonly {
    readonly sent: SeenFurther;
    readonly document: IncomingDocumentEntity;
  }[];
  /** The file in which its papers lie; null until it is opened. */
  readonly recordFile: { readonly id: string; readonly notation: string; readonly state: FileState } | null;
  /** What is proposed while no unit has it, for those who hand it out; null where nothing is. */
  readonly proposal: KeptProposal | null;
  /** What supervision told units to do about it, as far as it concerns this person. */
  readonly directives: readonly DirectiveEntity[];
  /** What reopening for the sender of such a document reopens: the ticket itself, or the one it was merged into. */
  readonly reopening: { readonly code: string; readonly open: boolean; readonly possible: boolean };
  /** Tickets that may be the same matter, the likeliest first; empty for those who may not merge it. */
  readonly duplicates: readonly Duplicate[];
  /** All units that handle tickets, by name, for choices. */
  readonly units: readonly Unit[];
  /** The ends that a wish for more time may promise; null where this person may not ask. */
  readonly extensionChoices: ExtensionChoices | null;
  /** By what it is measured. */
  readonly policy: PolicySet;
  readonly actor: Actor;
  readonly now: Date;
  /** An act that was refused a moment ago. */
  readonly refused: RefusedAct | null;
  /** The list one came from, when it holds the ticket. */
  readonly place: { readonly label: string; readonly code: string; readonly at: TicketPlace } | null;
}
