import { Injectable } from '@nestjs/common';
import { civilDateOf } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { StaffDirectory } from '../../organisation/index.js';
import { Database } from '../../platform/database/database.js';
import { NameIndexes, RoutingTable } from '../../routing-table/index.js';
import { EMPTY_MODEL, loadModel, type LoadedModel } from '../domain/model/decided-model.js';
import type { ProposalGround } from '../domain/propose.js';
import { ProposalModelEntity } from '../persistence/proposal.entities.js';

/** Reads what proposals rest on. The model is made ready once for each of its versions. */
@Injectable()
export class ProposalGrounds {
  private model: { readonly no: number; readonly loaded: LoadedModel } | null = null;

  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly names: NameIndexes,
    private readonly staff: StaffDirectory,
    private readonly routing: RoutingTable,
  ) {}

  async read(): Promise<ProposalGround> {
    const day = civilDateOf(this.clock.now());
    const [names, table, model, officers] = await Promise.all([
      this.names.of(day),
      this.routing.all(),
      this.loadedModel(),
      this.officers(),
    ]);
    return { names, table, model, officers, day };
  }

  /** Units that may lead today, with their contact officers. */
  private async officers(): Promise<ReadonlyMap<string, readonly string[]>> {
    const [units, people] = await Promise.all([this.staff.commandedUnits(), this.staff.contactOfficers()]);
    return new Map(
      units.map(({ id }) => [id, people.filter(({ unitId }) => unitId === id).map((person) => person.id)]),
    );
  }

  private async loadedModel(): Promise<LoadedModel> {
    const { manager } = this.database.reader;
    const no = (await manager.maximum(ProposalModelEntity, 'no')) ?? 0;
    if (this.model?.no !== no) {
      const kept = no === 0 ? null : await manager.findOneBy(ProposalModelEntity, { no });
      this.model = { no, loaded: loadModel(kept?.model ?? EMPTY_MODEL) };
    }
    return this.model.loaded;
  }
}
