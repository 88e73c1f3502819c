import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { Clock } from '../../kernel/clock.js';
import { StaffDirectory } from '../../organisation/index.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { complaintOf, type ComplaintSaid } from '../domain/identity/secrecy.js';
import { Tickets } from './tickets.js';

/**
 * Says whose conduct a ticket is about, or that no unit is meant, also when a unit handles it already: from then on the unit complained about may not learn
 * who wrote, and other units may.
 */
@Injectable()
export class RecordComplaintSubject {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly tickets: Tickets,
    private readonly staff: StaffDirectory,
  ) {}

  /** @throws DomainError `input-invalid`, `not-found`, `forbidden`, `ticket-transition-refused`, `changed-meanwhile` */
  async record(actor: Actor, ticketId: string, said: ComplaintSaid): Promise<void> {
    const complaint = complaintOf(said, this.clock.now());
    const unit = complaint.complainedUnitId === null ? null : await this.staff.unit(complaint.complainedUnitId);
    await this.uow.run(async (tx) => {
      const ticket = await this.tickets.forActor(tx, actor, ticketId);
      await this.tickets.perform(tx, actor, ticket, {
        act: 'nameComplained',
        change: complaint,
        entry: { kind: 'complained', title: complainedWords(unit?.name ?? null, complaint.aboutNoUnitAt !== null) },
      });
    });
  }
}

/** `Đơn vị bị phản ánh: Trường THPT Núi Voi` */
export function complainedWords(unitName: string | null, aboutNoUnit: boolean): string {
  if (unitName !== null) return `Đơn vị bị phản ánh: ${unitName}`;
  return aboutNoUnit ? 'Không phản ánh đơn vị nào' : 'Chưa xác định đơn vị bị phản ánh';
}
