import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Journal } from '../../journal/index.js';
import type { Actor } from '../../kernel/actor.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { newId } from '../../kernel/ids.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { TicketListReader } from '../../tickets/index.js';
import { requireText } from '../../tickets/domain/required-text.js';
import type { Watched } from '../../tickets/domain/deadlines/watched.js';
import { drawn, populationHash } from '../domain/draw.js';
import { MAX_POPULATION_SIZE, PURPOSE_LENGTHS, requireSize } from '../domain/inspection.js';
import { requireInspector } from '../domain/policy.js';
import { InspectionSampleEntity } from '../persistence/supervision.entities.js';
import { SupervisionBoard, type BoardQuestion } from './supervision-board.js';

export interface DrawSampleCommand {
  readonly question: BoardQuestion;
  readonly what: Watched;
  readonly size: number;
  readonly purpose: string;
}

const SEED_BYTES = 16;

/** Draws tickets for inspection by lot; seed, population and outcome are kept, so that anybody can draw again and get the same. */
@Injectable()
export class DrawSample {
  constructor(
    private readonly board: SupervisionBoard,
    private readonly tickets: TicketListReader,
    private readonly clock: Clock,
    private readonly journal: Journal,
    private readonly uow: UnitOfWork,
  ) {}

  /** @returns the sample's id @throws DomainError `forbidden`, `input-invalid` */
  async draw(actor: Actor, { question, what, ...given }: DrawSampleCommand): Promise<string> {
    requireInspector(actor);
    const size = requireSize(given.size);
    const purpose = requireText('purpose', given.purpose, PURPOSE_LENGTHS);
    const population = await this.populationOf(actor, question, what);
    const seed = randomBytes(SEED_BYTES).toString('hex');
    const { unitId, category = null, from, to } = question;
    const sample = {
      id: newId(),
      purpose,
      drawnFrom: { what, unitId, category, from, to },
      seed,
      population,
      populationSha256: populationHash(population),
      chosen: drawn(seed, population, size),
      drawnAt: this.clock.now(),
      drawnById: actor.id,
      drawnByName: actor.name,
    };
    await this.uow.run(async (tx) => {
      await tx.insert(InspectionSampleEntity, sample);
      await this.journal.record(tx, actor, {
        action: 'sample.draw',
        objectKind: 'inspectionSample',
        objectId: sample.id,
        detail: { seed, of: population.length, drawn: sample.chosen.length, population: sample.populationSha256 },
      });
    });
    return sample.id;
  }

  private async populationOf(actor: Actor, question: BoardQuestion, what: Watched): Promise<readonly string[]> {
    const filter = await this.board.filterOf(question, what);
    const population = await this.tickets.ids(actor, filter, MAX_POPULATION_SIZE + 1);
    if (population.length === 0) {
      throw new DomainError('input-invalid', { field: 'size', message: 'Danh sách này trống, không có gì để rút.' });
    }
    if (population.length > MAX_POPULATION_SIZE) {
      throw new DomainError('input-invalid', {
        field: 'size',
        message: `Danh sách dài quá ${MAX_POPULATION_SIZE} phiếu. Chọn kỳ ngắn hơn rồi rút.`,
      });
    }
    return population;
  }
}
