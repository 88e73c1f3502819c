import { Injectable } from '@nestjs/common';
import { SigningAuthorities } from '../../delegation/index.js';
import {
  draftAbilitiesOf,
  DraftQueries,
  IssuerOfLetter,
  SignerOfLetter,
  type DraftEntity,
  type DraftRevisionEntity,
} from '../../drafting/index.js';
import { LetterRecipients, mayChoose } from '../../exchange/index.js';
import { outdatedWords } from '../../drafting/domain/letter/agency-fields.js';
import { SubmissionReadiness } from '../../signing/index.js';
import { detailSteps } from '../../drafting/domain/letter/private-details.js';
import { outdatedIn } from '../../drafting/domain/letter/written-letter.js';
import { isAboutTicket } from '../../drafting/domain/case.js';
import type { DraftState } from '../../drafting/domain/draft.js';
import type { DraftAbilities } from '../../drafting/domain/policy.js';
import type { Actor } from '../../kernel/actor.js';
import { civilDateOf } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { inTurns } from '../../kernel/turns.js';
import { JournalQueries } from '../../journal/index.js';
import type { AgencyProfile } from '../../agency-profile/domain/agency-profile.js';
import { NameQueries, type PersonName } from '../../organisation/index.js';
import { LetterPrivacy, TicketReader } from '../../tickets/index.js';
import { kindNamed } from '../../../templates/catalogue.js';
import { DraftBesideQuery } from './draft-beside-query.js';
import type { DraftReading } from './draft-reading.js';
import { templateVersionWords } from '../templates/template-version.js';

/** Until the leader has it, a letter can take the names of the day. */
const STILL_OURS: readonly DraftState[] = ['editing', 'contentReview', 'formatReview', 'approved'];

/** Reads one draft with all that its page shows. */
@Injectable()
export class DraftPageQuery {
  constructor(
    private readonly drafts: DraftQueries,
    private readonly tickets: TicketReader,
    private readonly names: NameQueries,
    private readonly authorities: SigningAuthorities,
    private readonly signer: SignerOfLetter,
    private readonly readiness: SubmissionReadiness,
    private readonly issuer: IssuerOfLetter,
    private readonly clock: Clock,
    private readonly privacy: LetterPrivacy,
    private readonly recipients: LetterRecipients,
    private readonly journal: JournalQueries,
    private readonly beside: DraftBesideQuery,
  ) {}

  /** @throws DomainError `not-found`, also for those who may not see it */
  async requireVisible(
    actor: Actor,
    id: string,
  ): Promise<{ readonly draft: DraftEntity; readonly may: DraftAbilities }> {
    const draft = await this.drafts.byId(id);
    if (!draft) throw new DomainError('not-found', { what: 'draft' });
    const may = draftAbilitiesOf(actor, draft);
    if (!may.see) throw new DomainError('not-found', { what: 'draft' });
    return { draft, may };
  }

  async read(actor: Actor, id: string): Promise<DraftReading> {
    const { draft, may } = await this.requireVisible(actor, id);
    const written = await this.drafts.revision(id, draft.revision);
    if (!written) throw new DomainError('not-found', { what: 'draft' });
    const ticket = draft.caseKind === 'ticket' ? await this.tickets.one(actor, draft.caseId) : null;
    const [approvals, revisions, entries, people, signers, facts, disclosures, recipients, beside] = await Promise.all([
      this.drafts.approvalsOf(id),
      this.drafts.revisionsOf(id),
      ticket === null ? this.returnsOf(id) : this.tickets.courseOf(actor, ticket),
      this.names.people([draft.authorId, draft.signerId]),
      this.authorities.signersOf(draft),
      this.issuer.facts(draft),
      this.privacy.of(actor, draft.caseId, written),
      this.recipients.of(id),
      this.beside.of(actor, { draft, ticket, may }),
    ]);
    const author = people.get(draft.authorId)?.fullName ?? '';
    const overtaken = STILL_OURS.includes(draft.state)
      ? await this.overtaken(draft, written, { facts, people })
      : { outdated: [], lapsed: null, missingCodes: [] };
    const template = templateWords(draft);
    const word = wordOf(written);
    const details = isAboutTicket(draft.caseKind)
      ? await inTurns(detailSteps({ ...letterOf(draft, word), annexes: written.annexes }))
      : [];
    const titlesAllowed = facts.titlesBeforeNames;
    const read = {
      ...overtaken,
      word,
      details,
      approvals,
      revisions,
      entries,
      author,
      signers,
      titlesAllowed,
      disclosures,
    };
    const going = { beside, recipients, mayChoose: mayChoose(actor, draft) };
    return { actor, draft, may, ticket, template, annexes: written.annexes ?? [], ...read, ...going };
  }

  /** Who gave back a letter whose case has no course, newest first. */
  private async returnsOf(id: string): Promise<DraftReading['entries']> {
    const lines = await this.journal.linesAbout('draft', id);
    const returns = lines.filter(({ action }) => action === 'draft.giveBack' || action === 'draft.returned');
    return returns.map(({ actorName, at }) => ({ kind: 'givenBack', actorName, at })).toReversed();
  }

  /** What has changed since the letter was written, so that it cannot go on as it is. */
  private async overtaken(
    draft: DraftEntity,
    written: DraftRevisionEntity,
    { facts, people }: { readonly facts: AgencyProfile; readonly people: ReadonlyMap<string, PersonName> },
  ): Promise<Pick<DraftReading, 'outdated' | 'lapsed' | 'missingCodes'>> {
    const { signerId: id } = draft;
    const signer = await this.signer.flawOf(draft, written);
    const today = civilDateOf(this.clock.now());
    const names = outdatedIn(written, facts, today).map((name) => outdatedWords(name, written.reading !== null));
    return {
      outdated: signer === null ? names : [...names, signer],
      ...(await this.readiness.of(draft, people.get(id)?.fullName ?? '')),
    };
  }
}

/** Null where the letter was not written in Word. */
function wordOf({ source, basedOn, reading }: DraftRevisionEntity): DraftReading['word'] {
  return source === 'word' && reading ? { basedOn, reading } : null;
}

function letterOf({ fields }: DraftEntity, word: DraftReading['word']): Parameters<typeof detailSteps>[0] {
  return { fields, reading: word?.reading ?? null };
}

function templateWords({ template, templateVersion }: DraftEntity): string {
  const title = kindNamed(template)?.title ?? template;
  return `mẫu ${title}, ${templateVersionWords(templateVersion)}`;
}
