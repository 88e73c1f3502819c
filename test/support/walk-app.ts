import type { Abstract, Type } from '@nestjs/common';
import { DraftEntity } from '../../src/drafting/persistence/drafting.entities.js';
import { tellCase, WriteDraft, type LetterNews } from '../../src/drafting/index.js';
import { Journal } from '../../src/journal/index.js';
import { IsNull } from 'typeorm';
import { SYSTEM, type Actor } from '../../src/kernel/actor.js';
import { DomainError } from '../../src/kernel/domain-error.js';
import { Notices } from '../../src/notices/index.js';
import { NameQueries, StaffDirectory, WorkInHand } from '../../src/organisation/index.js';
import { Database } from '../../src/platform/database/database.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { Outbox } from '../../src/platform/outbox/outbox.js';
import { RemindTicket } from '../../src/tickets/application/deadlines/remind-ticket.js';
import { ReminderAudience } from '../../src/tickets/application/deadlines/reminder-audience.js';
import { FURTHER_DECISIONS } from '../../src/tickets/domain/intake/further-document.js';
import {
  CloseAnswered,
  EndCoordination,
  EndPauses,
  Remind,
  SettleFurtherDocument,
  TicketRules,
} from '../../src/tickets/index.js';
import { FurtherDocumentEntity } from '../../src/tickets/persistence/further-document.entity.js';
import { ReminderQueries } from '../../src/tickets/persistence/reminder-queries.js';
import { TicketEntity } from '../../src/tickets/persistence/tickets.entities.js';
import type { Dice } from './dice.js';
import { PARTIES } from './life-of-a-ticket.js';
import type { TestApp } from './test-app.js';
import { testLog } from './test-log.js';

interface LetterStep {
  readonly to: DraftEntity['state'];
  readonly news: LetterNews;
  readonly by: Actor;
}

const BACK: LetterStep = { to: 'editing', news: 'givenBack', by: PARTIES.head };

/** Where a letter may go from where it stands; first, what brings it on. */
const LETTER_STEPS: Readonly<Record<DraftEntity['state'], readonly LetterStep[]>> = {
  editing: [
    { to: 'contentReview', news: 'sentForContent', by: PARTIES.officer },
    { to: 'editing', news: 'saved', by: PARTIES.officer },
  ],
  contentReview: [{ to: 'formatReview', news: 'contentApproved', by: PARTIES.head }, BACK],
  formatReview: [{ to: 'approved', news: 'formatApproved', by: PARTIES.clerk }, BACK],
  approved: [{ to: 'submitted', news: 'submitted', by: PARTIES.officer }],
  submitted: [
    { to: 'done', news: 'released', by: PARTIES.clerk },
    { to: 'editing', news: 'returnedByLeader', by: PARTIES.leader },
  ],
  done: [],
  withdrawn: [],
};

const DELIVERED: LetterStep = { to: 'done', news: 'delivered', by: SYSTEM };

/** What happens to tickets without anybody acting on them: the work of each minute, jobs of the outbox, news of their letters. */
export class WalkApp {
  private readonly remind: Remind;
  /** Letters whose receipt has been told. */
  private readonly delivered = new Set<string>();

  constructor(private readonly app: TestApp) {
    const part = <Part>(type: Type<Part> | Abstract<Part>): Part => app.nest.get(type, { strict: false });
    const { clock } = app;
    const reminding = new RemindTicket(
      part(UnitOfWork),
      clock,
      part(TicketRules),
      new ReminderAudience(part(StaffDirectory), clock),
      part(Notices),
      part(NameQueries),
      part(Journal),
    );
    this.remind = new Remind(new ReminderQueries(part(Database)), reminding, clock, testLog());
  }

  /** One turn of everything that a worker does. */
  async work(): Promise<void> {
    await this.app.work();
    await this.app.nest.get(EndPauses, { strict: false }).run();
    await this.app.nest.get(EndCoordination, { strict: false }).run();
    await this.app.nest.get(CloseAnswered, { strict: false }).run();
    await this.remind.run();
  }

  /** The desk settles a document that came too late for its ticket. @returns in words what it did; null where none waits */
  async settleFurther(dice: Dice): Promise<string | null> {
    const { manager } = this.app.nest.get(Database).reader;
    const [waiting] = await manager.find(FurtherDocumentEntity, { where: { decision: IsNull() } });
    if (waiting === undefined) return null;
    const { ticketId, documentId } = waiting;
    const decision = dice.oneOf(FURTHER_DECISIONS);
    const reason = 'Người phản ánh cho biết việc đã nêu vẫn còn ở lớp khác.';
    const settling = this.app.nest.get(SettleFurtherDocument, { strict: false });
    try {
      await settling.settle(PARTIES.clerk, { ticketId, documentId, decision, reason });
      return `a further document is ${decision}`;
    } catch (error) {
      // Reopening has its window.
      if (decision === 'reopened' && error instanceof DomainError) return `not reopened: ${error.code}`;
      throw error;
    }
  }

  /** The unit that leads a ticket ends, and another goes on with all its work. @returns in words what came of it */
  handOver({ leadUnitId }: TicketEntity): Promise<string> {
    if (leadUnitId === null) return Promise.resolve('nobody leads it');
    const { id: officerId, unitId } = leadUnitId === PARTIES.officer.unitId ? PARTIES.stranger : PARTIES.officer;
    const work = this.app.nest.get(WorkInHand, { strict: false });
    return this.app.nest.get(UnitOfWork).run(async (tx) => {
      const to = { unitId: unitId ?? '', officerId };
      await work.handOver(tx, PARTIES.clerk, { from: { unitId: leadUnitId }, to, because: 'Đơn vị giải thể.' });
      return `all work of ${leadUnitId} goes to ${officerId}`;
    });
  }

  /** A ticket's letter goes any of its ways, and the news of it is enqueued; nothing where there is no letter. */
  moveLetter(ticketId: string, dice: Dice): Promise<string> {
    return this.move(ticketId, (steps) => (steps.length === 0 ? undefined : dice.oneOf(steps)));
  }

  /** A ticket's letter goes a step nearer to its release. */
  bringLetterOn(ticketId: string): Promise<string> {
    return this.move(ticketId, ([first]) => first);
  }

  private async move(
    ticketId: string,
    choose: (steps: readonly LetterStep[]) => LetterStep | undefined,
  ): Promise<string> {
    return this.app.nest.get(UnitOfWork).run(async (tx) => {
      const { id, cycle } = await tx.findOneByOrFail(TicketEntity, { id: ticketId });
      const letter = await this.app.nest
        .get(WriteDraft, { strict: false })
        .letterOf(tx, { caseKind: 'ticket', caseId: id }, cycle);
      const step = letter === null ? undefined : choose(this.stepsOf(letter));
      if (letter === null || step === undefined) return 'no letter to move';
      const { to, news, by } = step;
      await tx.update(DraftEntity, { id: letter.id }, { state: to });
      if (step === DELIVERED) this.delivered.add(letter.id);
      const event = { draftId: letter.id, what: news };
      await tellCase(this.app.nest.get(Outbox, { strict: false }), tx, by, event);
      return `letter ${news}`;
    });
  }

  private stepsOf({ id, state }: DraftEntity): readonly LetterStep[] {
    return state === 'done' && !this.delivered.has(id) ? [DELIVERED] : LETTER_STEPS[state];
  }
}
