import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Settings } from '../../../config/settings.js';
import {
  disclosuresIn,
  WORD_TEXT,
  type LetterDisclosures,
  type WordsOfLetter,
} from '../../../drafting/domain/letter/letter-privacy.js';
import { stringsIn } from '../../../drafting/domain/letter/strings-in.js';
import { TYPED_PARTS } from '../../../drafting/domain/letter/typed-parts.js';
import type { WrittenLetter } from '../../../drafting/domain/letter/written-letter.js';
import { LetterRecipients } from '../../../exchange/index.js';
import { AgencyProfiles } from '../../../agency-profile/index.js';
import { fold } from '../../../kernel/vietnamese.js';
import type { Actor } from '../../../kernel/actor.js';
import { StaffDirectory } from '../../../organisation/index.js';
import { knownOf } from '../../domain/identity/sender.js';
import { TicketQueries } from '../../persistence/ticket-queries.js';
import { TicketVisibility } from '../reading/ticket-visibility.js';

const text = z.string().catch('');
const list = z.array(z.string()).catch([]);
const letter = z.object({ kinh_gui: list, noi_nhan: list });
const contact = z.object({ lien_he: list });
const prose = z.object({
  trich_yeu: text,
  ve_viec: text,
  ket_qua_xac_minh: text,
  bien_phap_xu_ly: text,
  theo_doi: text,
  loi_ket: text,
  van_ban_goc: text,
  noi_dung_sai: text,
  noi_dung_dung: text,
});

/** Finds what a letter of a ticket tells of people to those who must not know it. */
@Injectable()
export class LetterPrivacy {
  constructor(
    private readonly settings: Settings,
    private readonly agencyProfiles: AgencyProfiles,
    private readonly staff: StaffDirectory,
    private readonly tickets: TicketQueries,
    private readonly visibility: TicketVisibility,
    private readonly recipients: LetterRecipients,
  ) {}

  /**
   * By what this person may know: who may not know the sender is not told that a letter names them.
   *
   * @param written with its draft, also whom it is sent to without being written to
   */
  async of(
    actor: Actor,
    ticketId: string,
    written: WrittenLetter & { readonly draftId?: string },
  ): Promise<LetterDisclosures> {
    const { draftId } = written;
    const [ticket, insiders, chosen] = await Promise.all([
      this.tickets.byId(ticketId),
      this.insiders(),
      draftId === undefined ? [] : this.recipients.of(draftId),
    ]);
    const mayKnow = ticket !== null && (await this.visibility.of(actor, ticket)).hiding === null;
    const words = wordsOf(written);
    const noi_nhan = [...words.noi_nhan, ...chosen.map(({ name }) => name)];
    return disclosuresIn({ ...words, noi_nhan }, mayKnow ? { insiders, known: knownOf(ticket) } : { insiders });
  }

  private async insiders(): Promise<readonly string[]> {
    const [units, facts] = await Promise.all([this.staff.handlingUnits(), this.agencyProfiles.today()]);
    const { head, deputy } = facts.titles;
    return [
      this.settings.hotline.name,
      ...[head, deputy, `Các ${deputy}`, 'Lãnh đạo', 'Ban Giám đốc'].map((title) => `${title} Sở`),
      ...units.filter(({ kind }) => kind !== 'school' && kind !== 'centre').map(({ name }) => name),
    ];
  }
}

/** A letter of the form by its fields; one written in Word by all that stands in it, but how the agency itself is reached. */
function wordsOf({ fields, reading }: WrittenLetter): WordsOfLetter {
  if (!reading) return { ...letter.parse(fields), prose: { ...prose.parse(fields), ...typedProse(fields) } };
  const { head, paragraphs } = reading;
  const own = new Set(contact.parse(fields).lien_he.map(fold));
  const text = paragraphs.filter((paragraph) => !own.has(fold(paragraph))).join('\n');
  return { kinh_gui: head.addressees, noi_nhan: head.recipients, prose: { [WORD_TEXT]: text } };
}

/** What stands in the parts of other documents about a ticket: openings, sections, rows. */
function typedProse(fields: object): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) =>
      TYPED_PARTS[name] === undefined ? [] : [[name, stringsIn(value).join('\n')] as const],
    ),
  );
}
