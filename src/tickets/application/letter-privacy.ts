import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Settings } from '../../config/settings.js';
import type { DraftEntity } from '../../drafting/index.js';
import { disclosuresIn, type LetterDisclosures } from '../../drafting/domain/letter/letter-privacy.js';
import { House } from '../../house/index.js';
import type { Actor } from '../../kernel/actor.js';
import { StaffDirectory } from '../../organisation/index.js';
import { knownOf } from '../domain/sender.js';
import { TicketQueries } from '../persistence/ticket-queries.js';
import { TicketSight } from './ticket-sight.js';

const text = z.string().catch('');
const list = z.array(z.string()).catch([]);
const letter = z.object({ kinh_gui: list, noi_nhan: list });
const prose = z.object({
  ...{ trich_yeu: text, ve_viec: text, ket_qua_xac_minh: text },
  ...{ bien_phap_xu_ly: text, theo_doi: text, loi_ket: text },
});

/** Finds what a letter of a ticket tells of people to those who must not know it. */
@Injectable()
export class LetterPrivacy {
  constructor(
    private readonly settings: Settings,
    private readonly house: House,
    private readonly staff: StaffDirectory,
    private readonly tickets: TicketQueries,
    private readonly sight: TicketSight,
  ) {}

  /** By what this person may know: who may not know the sender is not told that a letter names them. */
  async of(actor: Actor, { caseId, fields }: Pick<DraftEntity, 'caseId' | 'fields'>): Promise<LetterDisclosures> {
    const [ticket, insiders] = await Promise.all([this.tickets.byId(caseId), this.insiders()]);
    const mayKnow = ticket !== null && (await this.sight.of(actor, ticket)).hiding === null;
    const words = { ...letter.parse(fields), prose: prose.parse(fields) };
    return disclosuresIn(words, mayKnow ? { insiders, known: knownOf(ticket) } : { insiders });
  }

  private async insiders(): Promise<readonly string[]> {
    const [units, facts] = await Promise.all([this.staff.handlingUnits(), this.house.today()]);
    const { head, deputy } = facts.titles;
    return [
      this.settings.hotline.name,
      ...[head, deputy, `Các ${deputy}`, 'Lãnh đạo', 'Ban Giám đốc'].map((title) => `${title} Sở`),
      ...units.filter(({ kind }) => kind !== 'school' && kind !== 'centre').map(({ name }) => name),
    ];
  }
}
