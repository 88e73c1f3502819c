import { Injectable } from '@nestjs/common';
import { AgencyProfiles } from '../../agency-profile/index.js';
import { HandlingReader, type HeldDocument } from '../../correspondence/index.js';
import { RegisterQueries, type DocumentFileEntity, type IncomingDocumentEntity } from '../../documents/index.js';
import { DRAFTERS } from '../../drafting/domain/policy.js';
import { hasRole, type Actor } from '../../kernel/actor.js';
import { civilDateOf, type CivilDate } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { NameQueries, StaffDirectory, type Person, type Unit } from '../../organisation/index.js';
import { DocumentFiles, type FilesOfDocument } from '../../records/index.js';
import { CaseLetterQuery } from '../drafting/case-letter-query.js';
import type { CaseLetter } from '../drafting/case-letters-view.js';
import type { RefusedAct } from '../kit/refused-values.js';

/** The data for the page of one document. */
export interface IncomingReading extends HeldDocument {
  readonly actor: Actor;
  readonly files: readonly DocumentFileEntity[];
  /** Arrival number of the document that it updates or replaces, by its id. */
  readonly amended: ReadonlyMap<string, number>;
  /** What updates or replaces it. */
  readonly amending: readonly IncomingDocumentEntity[];
  readonly letters: readonly CaseLetter[];
  readonly units: ReadonlyMap<string, string>;
  readonly officer: string | null;
  /** Units to choose from; none for those who do not route. */
  readonly offered: readonly Unit[];
  readonly leaders: readonly Person[];
  /** People of the lead unit, for its head. */
  readonly colleagues: readonly Person[];
  readonly today: CivilDate;
  /** Where it lies, and may be put. */
  readonly filed: FilesOfDocument;
  readonly refused: RefusedAct | null;
}

/** Reads incoming documents that are handled without a ticket. */
@Injectable()
export class IncomingPageQuery {
  constructor(
    private readonly clock: Clock,
    private readonly reader: HandlingReader,
    private readonly registers: RegisterQueries,
    private readonly letters: CaseLetterQuery,
    private readonly names: NameQueries,
    private readonly staff: StaffDirectory,
    private readonly filing: DocumentFiles,
    private readonly agencyProfiles: AgencyProfiles,
  ) {}

  /** Whether the e-office gives what comes its number. */
  async isNumberedThere(): Promise<boolean> {
    return (await this.agencyProfiles.ownerOf('incoming')) === 'eOffice';
  }

  async list(actor: Actor) {
    const open = await this.reader.open(actor);
    const rows = [open.toRoute, open.own, open.toAdvise, open.everywhere].flat();
    const units = await this.names.units(rows.map(({ handling }) => handling.leadUnitId));
    return { actor, open, units, today: this.today() };
  }

  /** @throws DomainError `not-found`, also for those who may not see it */
  async one(actor: Actor, id: string, refused: RefusedAct | null): Promise<IncomingReading> {
    const held = await this.reader.one(actor, id);
    const { may, handling, coordinations } = held;
    const [files, amended, amending, letters, units, people, offered, leaders, colleagues, filed] = await Promise.all([
      this.registers.filesOf(id),
      this.registers.amendedBy([held.document]),
      this.registers.amending(id),
      this.letters.of('incoming', [id]),
      this.names.units([handling.leadUnitId, ...coordinations.map(({ unitId }) => unitId)]),
      this.names.people([handling.officerId]),
      may.route ? this.staff.commandedUnits() : [],
      may.route ? this.staff.peopleWith('leader') : [],
      may.assign ? this.staff.people() : [],
      this.filing.of(actor, { book: 'incoming', documentId: id, lines: { incoming: held.document } }),
    ]);
    return {
      ...held,
      actor,
      files,
      amended,
      amending,
      letters,
      units,
      offered,
      leaders,
      filed,
      refused,
      today: this.today(),
      officer: people.get(handling.officerId ?? '')?.fullName ?? null,
      colleagues: colleagues.filter(
        (person) => person.unitId === handling.leadUnitId && hasRole(person.actor, ...DRAFTERS),
      ),
    };
  }

  private today(): CivilDate {
    return civilDateOf(this.clock.now());
  }
}

/** The data for the list of open documents. */
export type IncomingListReading = Awaited<ReturnType<IncomingPageQuery['list']>>;
