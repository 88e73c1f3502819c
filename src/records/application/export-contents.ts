import { Injectable } from '@nestjs/common';
import { awaitsNumber } from '../../documents/domain/arrival/arrival-number.js';
import { registerNote } from '../../documents/domain/after-release.js';
import { printedNumber } from '../../documents/domain/register.js';
import { Settings } from '../../config/settings.js';
import { AgencyProfiles } from '../../agency-profile/index.js';
import type { Actor } from '../../kernel/actor.js';
import { civilDateOf } from '../../kernel/civil-date.js';
import { NameQueries } from '../../organisation/index.js';
import {
  codeParts,
  fileTree,
  lengthFlaws,
  originalName,
  type AnnexNode,
  type DocumentFacts,
} from '../domain/file-export.js';
import { PAPER_WORDS } from '../domain/record-file.js';
import { retentionOf } from '../domain/retention.js';
import { RecordQueries } from '../persistence/record-queries.js';
import { CountPages } from './count-pages.js';
import { PaperReader, type PaperFacts } from './paper-reader.js';
import { mayPutInOrder, RecordFiles, type SeenFile } from './record-files.js';

/** A file as it goes out, before it is put together. */
export interface ExportContents extends SeenFile {
  readonly papers: readonly PaperFacts[];
  readonly tree: AnnexNode;
  /** Values that are longer than other systems read. */
  readonly flaws: readonly string[];
}

/** Creator of a file whose ticket no officer has: the registry. */
const NOBODY = 'Văn thư';
const PAGES_OF_WORDS = 1;

/** Exports the metadata of a file and its papers for other systems. */
@Injectable()
export class ReadExport {
  constructor(
    private readonly settings: Settings,
    private readonly agencyProfiles: AgencyProfiles,
    private readonly files: RecordFiles,
    private readonly queries: RecordQueries,
    private readonly reader: PaperReader,
    private readonly pages: CountPages,
    private readonly names: NameQueries,
  ) {}

  /**
   * Only for those who may open every paper: what goes out goes out whole.
   *
   * @returns null for others
   * @throws DomainError `not-found` for those who may not see it
   */
  async of(actor: Actor, fileId: string): Promise<ExportContents | null> {
    const seen = await this.files.requireVisible(actor, fileId);
    if (!mayExport(actor, seen)) return null;
    return this.made(seen, await this.reader.of(actor, seen.ticket, await this.queries.papersIn(fileId)));
  }

  /**
   * The same, of a file that was read already.
   *
   * @param papers every paper that lies or lay in it, as this person reads it
   */
  async ofRead(actor: Actor, seen: SeenFile, papers: readonly PaperFacts[]): Promise<ExportContents | null> {
    if (!mayExport(actor, seen)) return null;
    return this.made(
      seen,
      papers.filter(({ paper }) => paper.removedAt === null),
    );
  }

  private async made({ file, ticket }: SeenFile, papers: readonly PaperFacts[]): Promise<ExportContents | null> {
    if (papers.some(({ withheld }) => withheld)) return null;
    const [creator, pages, { name }] = await Promise.all([
      this.creatorOf({ file, ticket }),
      this.pages.known(papers.flatMap(({ files }) => files.map(({ sha256 }) => sha256))),
      this.agencyProfiles.today(),
    ]);
    const tree = fileTree(
      {
        organId: this.settings.agency.code,
        catalog: file.year,
        notation: file.notation,
        title: file.title,
        maintenance: retentionOf(file.retention).words,
        rights: file.rights,
        creator,
        startedOn: file.startedOn,
        endedOn: file.workEndedOn,
        description: file.description,
      },
      papers.map((paper, at) => documentFacts(paper, { ordinal: at + 1, pages, agencyName: name })),
    );
    return { file, ticket, papers, tree, flaws: lengthFlaws(tree) };
  }

  /** The officer of the ticket; of documents without one, their unit. */
  private async creatorOf({ file, ticket }: SeenFile): Promise<string> {
    if (ticket === null) return (await this.names.units([file.unitId])).get(file.unitId ?? '') ?? NOBODY;
    return (await this.names.people([ticket.officerId])).get(ticket.officerId ?? '')?.fullName ?? NOBODY;
  }
}

function mayExport(actor: Actor, seen: SeenFile): boolean {
  return mayPutInOrder(actor, seen) && seen.ticket?.text.redacted !== true;
}

interface Surroundings {
  readonly ordinal: number;
  readonly pages: ReadonlyMap<string, number>;
  /** The name of the department. */
  readonly agencyName: string;
}

function documentFacts(paper: PaperFacts, around: Surroundings): DocumentFacts {
  const { files, words } = paper;
  const counted = files.reduce((sum, { sha256 }) => sum + (around.pages.get(sha256) ?? 0), 0);
  const originals = files.flatMap(({ name, sha256, refusal }, at) =>
    refusal === null ? [{ name: originalName(around.ordinal, at, name), sha256 }] : [],
  );
  const shared = { pages: counted + (words === null ? 0 : PAGES_OF_WORDS), originals };
  return { ...outside(paper), ...incomingFacts(paper), ...outgoingFacts(paper, around.agencyName), ...shared };
}

function outside({ paper: { kind, at }, title }: PaperFacts): DocumentFacts {
  return {
    kind: 'Paper',
    typeName: PAPER_WORDS[kind],
    issuedOn: civilDateOf(at),
    subject: title,
    codeNumber: '',
    codeNotation: '',
    organName: '',
    description: '',
    signerName: '',
    handler: '',
    priority: null,
    arrivedOn: null,
    arrivalNumber: null,
    dueOn: null,
    pages: 0,
    recipients: [],
    originals: [],
  };
}

function incomingFacts({ incoming }: PaperFacts): Partial<DocumentFacts> {
  if (incoming === null) return {};
  const { typeName, code, issuedDate, senderName, subject, priority, arrivalDate, arrivalNumber, handler, dueDate } =
    incoming;
  return {
    kind: 'IncomingDocument',
    ...codeParts(code),
    typeName,
    subject,
    priority,
    arrivalNumber: awaitsNumber(incoming) ? null : arrivalNumber,
    issuedOn: issuedDate,
    organName: senderName,
    arrivedOn: arrivalDate,
    handler: handler ?? '',
    dueOn: dueDate,
  };
}

/** A recall is noted without its reason, which fills the note's length by itself and stands in the register. */
function outgoingFacts({ outgoing, links }: PaperFacts, agencyName: string): Partial<DocumentFacts> {
  if (outgoing === null) return {};
  const { typeName, number, notation, issuedDate, subject, signerName, recipients } = outgoing;
  const { state, reservedAt, voidReason, recalledAt, amendment, takenOver, givenBy } = outgoing;
  const line = { state, reservedAt, voidReason, recalledAt, recallReason: null, amendment, takenOver, givenBy };
  return {
    kind: 'OutgoingDocument',
    typeName,
    subject,
    signerName,
    recipients,
    codeNumber: printedNumber(number),
    codeNotation: notation,
    issuedOn: issuedDate,
    organName: agencyName,
    description: registerNote(line, links),
  };
}
