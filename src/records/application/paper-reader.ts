import { Injectable } from '@nestjs/common';
import { HandlingReader } from '../../correspondence/index.js';
import {
  RegisterQueries,
  SecretLines,
  type AmendmentLinks,
  type DocumentFileEntity,
  type IncomingDocumentEntity,
  type OutgoingDocumentEntity,
} from '../../documents/index.js';
import type { Actor } from '../../kernel/actor.js';
import { printedCode } from '../../documents/domain/register.js';
import { TicketReader, type SeenLife, type SeenTicket } from '../../tickets/index.js';
import { isCitizenFile } from '../../tickets/domain/intake/hotline-form.js';
import type { RecordPaperEntity } from '../persistence/records.entities.js';
import { DocumentAccess } from './document-access.js';

/** A stored file of a paper. */
export interface PaperFile {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly sha256: string;
  /** Why nobody may open it. */
  readonly refusal: string | null;
}

/** One paper as one person may read it. */
export interface PaperFacts {
  readonly paper: RecordPaperEntity;
  readonly incoming: IncomingDocumentEntity | null;
  readonly outgoing: OutgoingDocumentEntity | null;
  /** What the outgoing document amends and what amends it. */
  readonly links: AmendmentLinks;
  readonly title: string;
  /** Words that are themselves the paper: what the citizen said, an opinion, an answer. Who wrote them is not among them. */
  readonly words: string | null;
  readonly files: readonly PaperFile[];
  /** Whether the document itself is for this person, not its line in the register alone. */
  readonly mayRead: boolean;
  /** Whether there is more that this person may not open. */
  readonly withheld: boolean;
  /** A direct answer that was not approved. */
  readonly isDraft: boolean;
}

type Found = Omit<PaperFacts, 'paper'>;

const NOTHING: Found = {
  incoming: null,
  outgoing: null,
  title: '',
  words: null,
  links: { amends: null, amendedBy: [] },
  files: [],
  mayRead: true,
  withheld: false,
  isDraft: false,
};

/** Reads what lies in a file, each paper as this person may have it: texts by the ticket's own reader, files by the rule that guards their doors. */
@Injectable()
export class PaperReader {
  constructor(
    private readonly registers: RegisterQueries,
    private readonly secret: SecretLines,
    private readonly tickets: TicketReader,
    private readonly access: DocumentAccess,
    private readonly handlings: HandlingReader,
  ) {}

  /** @param ticket whose file it is, as this person reads it; null for a file without one @returns in the order given; papers that are hidden from this person say so */
  async of(
    actor: Actor,
    ticket: SeenTicket | null,
    papers: readonly RecordPaperEntity[],
  ): Promise<readonly PaperFacts[]> {
    const idsOf = (kind: RecordPaperEntity['kind']): string[] =>
      papers.filter((paper) => paper.kind === kind).map(({ sourceId }) => sourceId);
    const [life, incoming, outgoing] = await Promise.all([
      ticket === null ? null : this.tickets.lifeOf(actor, ticket),
      this.registers.incomingByIds(idsOf('incoming')),
      this.registers.outgoingByIds(idsOf('outgoing')),
    ]);
    const links = await this.registers.amendmentLinks(outgoing);
    const facts: PaperFacts[] = [];
    for (const paper of papers) {
      const document = incoming.find(({ id }) => id === paper.sourceId);
      const letter = outgoing.find(({ id }) => id === paper.sourceId);
      const found = document
        ? await this.ofIncoming(actor, document, ticket)
        : letter
          ? { ...(await this.ofOutgoing(actor, letter)), links: links.of(letter) }
          : life === null
            ? NOTHING
            : ofLife(life, paper);
      facts.push({ ...found, paper });
    }
    return facts;
  }

  private async ofIncoming(actor: Actor, line: IncomingDocumentEntity, ticket: SeenTicket | null): Promise<Found> {
    const [access, all] = await Promise.all([this.access.toIncoming(actor, line.id), this.registers.filesOf(line.id)]);
    const files = all.filter(isCitizenFile);
    const isWhole = access === 'whole';
    const [incoming = line] = isWhole ? [line] : await this.secret.withheld([line]);
    return {
      ...NOTHING,
      incoming,
      title: `${incoming.typeName} ${incoming.code}: ${incoming.subject}`,
      words: await this.wordsOf(incoming, ticket, isWhole),
      mayRead: isWhole,
      files: isWhole ? files.map(fileOf) : [],
      // What goes out of the archive goes out whole: a line without its subject is not.
      withheld: !isWhole && (files.length > 0 || incoming !== line),
    };
  }

  /** What the sender of the ticket said, as this person may read it; of a document without one what was said of it here. */
  private async wordsOf(
    { id }: IncomingDocumentEntity,
    ticket: SeenTicket | null,
    isWhole: boolean,
  ): Promise<string | null> {
    if (ticket !== null && id === ticket.incomingDocumentId) return ticket.words.text;
    return isWhole ? this.handlings.courseOf(id) : null;
  }

  private async ofOutgoing(actor: Actor, outgoing: OutgoingDocumentEntity): Promise<Found> {
    const { id, number, notation, typeName, subject, sealedSha256: sha256 } = outgoing;
    const isHidden = !(await this.access.mayOpenLetter(actor, outgoing));
    const name = `${printedCode(number, notation).replaceAll('/', '-')}.pdf`;
    const own = sha256 === null ? [] : [{ id, name, type: 'application/pdf', sha256, refusal: null }];
    const letter = [...own, ...(await this.registers.filesOf(id)).map(fileOf)];
    return {
      ...NOTHING,
      outgoing,
      title: `${typeName} ${printedCode(number, notation)}: ${subject}`,
      mayRead: !isHidden,
      files: isHidden ? [] : letter,
      withheld: isHidden && letter.length > 0,
    };
  }
}

function fileOf({ id, name, contentType, sha256, refusal }: DocumentFileEntity): PaperFile {
  return { id, name, type: contentType, sha256, refusal };
}

/** What the ticket itself holds; what its reader leaves out is hidden from this person. */
function ofLife({ files, coordinations, answers }: SeenLife, { kind, sourceId }: RecordPaperEntity): Found {
  const file = files.find(({ id }) => id === sourceId);
  if (file) {
    const { id, name, mediaType, sha256 } = file;
    return { ...NOTHING, title: name, files: [{ id, name, type: mediaType, sha256, refusal: null }] };
  }
  const opinion = coordinations.find(({ id }) => id === sourceId);
  if (opinion) return { ...NOTHING, title: 'Ý kiến phối hợp', words: `${opinion.question}\n\n${opinion.reply ?? ''}` };
  const answer = answers.find(({ id }) => id === sourceId);
  if (answer) {
    const approved = answer.approved === true;
    const title = approved ? 'Câu trả lời trực tiếp đã duyệt' : 'Câu trả lời trực tiếp không được duyệt';
    return { ...NOTHING, title, words: answer.text, isDraft: !approved };
  }
  const title = kind === 'brought' ? 'Tài liệu người phản ánh cung cấp' : 'Tài liệu của phiếu';
  return { ...NOTHING, title, withheld: true };
}
