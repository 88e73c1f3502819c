import type { Signer } from '../../delegation/index.js';
import type { Annex } from '../../drafting/domain/annexes.js';
import type { LetterDisclosures } from '../../drafting/domain/letter/letter-privacy.js';
import type { PrivateDetail } from '../../drafting/domain/letter/private-details.js';
import type { DraftAbilities } from '../../drafting/domain/policy.js';
import type { WordReading } from '../../drafting/domain/word/word-reading.js';
import type { DraftApprovalEntity, DraftEntity, PresentWriter, RevisionLine } from '../../drafting/index.js';
import type { LetterRecipientEntity } from '../../exchange/index.js';
import type { Actor } from '../../kernel/actor.js';
import type { MissingCode } from '../../signing/domain/missing-code.js';
import type { SeenLine, SeenTicket } from '../../tickets/index.js';
import type { BesideReading } from './draft-beside-query.js';

/** The data for the page of a draft. */
export interface DraftReading {
  readonly actor: Actor;
  readonly draft: DraftEntity;
  readonly may: DraftAbilities;
  /** The ticket that it answers; null for a document that answers none. */
  readonly ticket: SeenTicket | null;
  /** Title and version of the template: `Công văn trả lời phản ánh, kiến nghị, bản 1`. */
  readonly template: string;
  readonly approvals: readonly DraftApprovalEntity[];
  /** Newest first. */
  readonly revisions: readonly RevisionLine[];
  /** The ticket's history, newest first; without a ticket, the times the letter was given back. It tells who gave the letter back. */
  readonly entries: readonly Pick<SeenLine, 'kind' | 'actorName' | 'at'>[];
  readonly author: string;
  /** Who may sign it today, the usual signer first. */
  readonly signers: readonly Signer[];
  /** Whether academic titles may stand before the signer's name (rule 39). */
  readonly titlesAllowed: boolean;
  /** Sentences about what the letter says of the agency or its signer that is no longer true. */
  readonly outdated: readonly string[];
  /** Why none of the certificates bound to the signer can be used; null when the signer can be asked to sign. */
  readonly lapsed: string | null;
  /** People whom the letter needs in the e-office and who have no code there yet. */
  readonly missingCodes: readonly MissingCode[];
  /** Private details in a reply to a ticket. Empty for other letters, which may name the people they are about. */
  readonly details: readonly PrivateDetail[];
  /** What the letter reveals about people to readers who must not know it (rule 21). */
  readonly disclosures: LetterDisclosures;
  /** Of a revision written in Word: what was read of its file, and the revision it was made from; null for one written in the form. */
  readonly word: { readonly basedOn: number | null; readonly reading: WordReading } | null;
  /** Annexes in files of their own. */
  readonly annexes: readonly Annex[];
  /** Agencies that get the letter besides the one it answers. */
  readonly recipients: readonly Pick<LetterRecipientEntity, 'name'>[];
  /** Whether the actor may choose those agencies. */
  readonly mayChoose: boolean;
  readonly beside: BesideReading;
}

/** A draft as its page is opened. */
export interface OpenedDraft extends DraftReading {
  /** Others who have it open. */
  readonly writers: readonly PresentWriter[];
  /** Whether this writer may address it to its sender by name. */
  readonly mayName: boolean;
}
