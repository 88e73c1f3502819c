import { Injectable } from '@nestjs/common';
import { arrivalNumberWords } from '../../documents/domain/arrival/arrival-number.js';
import { AgencyProfiles } from '../../agency-profile/index.js';
import { typeAndCode } from '../../documents/domain/same-number.js';
import { TemplateRenderer, Templates } from '../../drafting/index.js';
import { shortDate } from '../../drafting/domain/letter/date-line.js';
import type { Actor } from '../../kernel/actor.js';
import { civilDateOf, type CivilDate } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { NameQueries } from '../../organisation/index.js';
import { routingSlip } from '../../../templates/kinds/routing-slip.js';
import { HandlingReader } from './handling-reader.js';

/**
 * The slip that goes round with a document without a ticket, as far as it has come: what the leader directed and when, who leads and helps, who handles it
 * and by which day, what was done.
 *
 * Source: Nghị định 30/2020/NĐ-CP, Điều 24 và Phụ lục IV, phần II.
 */
@Injectable()
export class HandlingSlip {
  constructor(
    private readonly clock: Clock,
    private readonly reader: HandlingReader,
    private readonly names: NameQueries,
    private readonly agencyProfiles: AgencyProfiles,
    private readonly templates: Templates,
    private readonly renderer: TemplateRenderer,
  ) {}

  /** @throws DomainError `not-found`, also for those who may not see the document */
  async docx(actor: Actor, documentId: string): Promise<{ readonly docx: Buffer; readonly arrivalNumber: number }> {
    const { document, handling, coordinations } = await this.reader.one(actor, documentId);
    const today = civilDateOf(this.clock.now());
    const { leadUnitId, officerId, dueOn, direction, directedByName, directedOn, result, settledAt } = handling;
    const { unitDirection, unitDirectedByName, unitDirectedOn } = handling;
    const [{ parent, letterhead }, units, people] = await Promise.all([
      this.agencyProfiles.at(today),
      this.names.units([leadUnitId, ...coordinations.map(({ unitId }) => unitId)]),
      this.names.people([officerId]),
    ]);
    const until = dayOrNothing(dueOn);
    const handed = (name: string | undefined): readonly object[] =>
      name === undefined ? [] : [{ don_vi: name, thoi_han: until }];
    const { issuedDate, senderName, subject, arrivalNumber, arrivalDate } = document;
    const fields = {
      co_quan_chu_quan: parent,
      co_quan_ban_hanh: letterhead,
      so_den: arrivalNumberWords(arrivalNumber),
      ngay_den: shortDate(arrivalDate),
      van_ban_den: `${typeAndCode(document)} ngày ${shortDate(issuedDate)} của ${senderName} về việc ${subject}`,
      chu_tri: handed(units.get(leadUnitId ?? '')),
      phoi_hop: coordinations.flatMap(({ unitId }) => handed(units.get(unitId))),
      y_kien_lanh_dao: direction === null ? '' : `${directedByName ?? ''}: ${direction}`,
      ngay_lanh_dao: dayOrNothing(directedOn),
      giao_ca_nhan: handed(people.get(officerId ?? '')?.fullName),
      y_kien_don_vi: [unitDirectedByName, unitDirection].filter((said) => said !== null).join(': '),
      ngay_don_vi: dayOrNothing(unitDirectedOn),
      de_xuat: result ?? '',
      ngay_de_xuat: settledAt === null ? '' : shortDate(civilDateOf(settledAt)),
    };
    const file = await this.templates.file(routingSlip.name, await this.templates.inForce(routingSlip.name, today));
    const { docx } = await this.renderer.render(routingSlip.name, fields, file);
    return { docx, arrivalNumber };
  }
}

function dayOrNothing(day: CivilDate | null): string {
  return day === null ? '' : shortDate(day);
}
