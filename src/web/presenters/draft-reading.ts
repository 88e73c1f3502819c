import type { Signer } from '../../delegation/index.js';
import type { Annex } from '../../drafting/domain/annexes.js';
import type { LetterDisclosures } from '../../drafting/domain/letter/letter-privacy.js';
import type { PrivateDetail } from '../../drafting/domain/letter/private-details.js';
import type { DraftAbilities } from '../../drafting/domain/policy.js';
import type { WordReading } from '../../drafting/domain/word/word-reading.js';
import type { DraftApprovalEntity, DraftEntity, RevisionLine } from '../../drafting/index.js';
import type { LetterRecipientEntity } from '../../exchange/index.js';
import type { Actor } from '../../kernel/actor.js';
import type { MissingCode } from '../../signing/domain/missing-code.js';
import type { SeenLine, SeenTicket } from '../../tickets/index.js';

/** What was read for the page of a draft. */
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
  /** The ticket's course, newest first, or what stands for it: it holds who gave the letter back. */
  readonly entries: readonly Pick<SeenLine, 'kind' | 'actorName' | 'at'>[];
  readonly author: string;
  /** Who may sign it today, the usual signer first. */
  readonly signers: readonly Signer[];
  /** Whether the house allows academic titles before the signer's name. */
  readonly titlesAllowed: boolean;
  /** Where it says something of the house or its signer that is no longer so, in words. */
  readonly outdated: readonly string[];
  /** Why its signer cannot sign with a certificate that is bound to them; null where nothing speaks against it. */
  readonly lapsed: string | null;
  /** Whom the e-office does not know yet, and the letter needs there. */
  readonly missingCodes: readonly MissingCode[];
  /** Private details in the reply to a ticket; other letters name whom they are about and are not asked. */
  readonly details: readonly PrivateDetail[];
  /** What it tells of people to those who must not know it. */
  readonly disclosures: LetterDisclosures;
  /** Where the present revision was written in Word: what was read of its file, and which revision it came from. */
  readonly word: { readonly basedOn: number | null; readonly reading: WordReading } | null;
  /** Annexes in files of their own. */
  readonly annexes: readonly Annex[];
  /** Agencies that were chosen besides the one that it answers. */
  readonly recipients: readonly Pick<LetterRecipientEntity, 'name'>[];
  readonly mayChoose: boolean;
  /** How many pages can be shown as pictures; 0 when none can be made here. */
  readonly pages: number;
}
