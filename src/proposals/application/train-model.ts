import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { civilDateOf } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { inTurns, stepsOf } from '../../kernel/turns.js';
import { fold } from '../../kernel/vietnamese.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { NameIndexes } from '../../routing-table/index.js';
import { TicketMatters, type TicketMatter } from '../../tickets/index.js';
import { AGENCIES, AGENCY_WORDS, type Agency } from '../domain/competent-agencies.js';
import { learn, type DecidedPaper } from '../domain/model/decided-model.js';
import { termsWithout } from '../domain/model/terms.js';
import type { NameIndex } from '../../routing-table/domain/names/name-index.js';
import { namedUnits, namesIn } from '../../routing-table/domain/names/named-units.js';
import { ProposalModelEntity } from '../persistence/proposal.entities.js';

/** So many of the newest papers are learnt from: what was decided long ago was decided by other rules. */
const MAX_PAPERS = 5_000;
const PAGE = 250;
const MAX_RETURNED = 1_000;

/**
 * Learns from feedback that was answered and returned; a denunciation or what else only passes through teaches nothing. Terms alone are kept, none that
 * few papers share, and none that identifies a person; nothing leaves the machine.
 */
@Injectable()
export class TrainModel {
  constructor(
    private readonly clock: Clock,
    private readonly uow: UnitOfWork,
    private readonly matters: TicketMatters,
    private readonly names: NameIndexes,
  ) {}

  /** @returns from how many papers was learnt */
  async train(): Promise<number> {
    const names = await this.names.of(civilDateOf(this.clock.now()));
    const papers = [...(await this.answered(names)), ...(await this.returned(names))];
    if (papers.length === 0) return 0;
    const model = learn(papers);
    await this.uow.run(async (tx) => {
      const no = ((await tx.maximum(ProposalModelEntity, 'no')) ?? 0) + 1;
      await tx.insert(ProposalModelEntity, { no, trainedAt: this.clock.now(), papers: papers.length, model });
      await tx.delete(ProposalModelEntity, { no: LessThan(no) });
    });
    return papers.length;
  }

  private async answered(names: NameIndex): Promise<readonly DecidedPaper[]> {
    const papers: DecidedPaper[] = [];
    for (let before: Date | null = null; papers.length < MAX_PAPERS;) {
      const page: readonly TicketMatter[] = await this.matters.answered(before, PAGE);
      papers.push(...(await inTurns(stepsOf(page.filter(isFeedback), (matter) => paperOf(matter, null, names)))));
      before = page.at(-1)?.answeredAt ?? null;
      if (page.length < PAGE || before === null) break;
    }
    return papers;
  }

  private async returned(names: NameIndex): Promise<readonly DecidedPaper[]> {
    const agencies = await this.matters.returned(MAX_RETURNED);
    const matters = await this.matters.of([...agencies.keys()]);
    const papers = await inTurns(
      stepsOf(matters.filter(isFeedback), (matter) =>
        paperOf(matter, agencyNamed(agencies.get(matter.id) ?? ''), names),
      ),
    );
    return papers.filter(({ agency }) => agency !== null);
  }
}

/** The agency that a clerk's words mean; null for one that we do not know. */
export function agencyNamed(words: string): Agency | null {
  const folded = fold(words);
  return AGENCIES.find((agency) => folded.includes(fold(AGENCY_WORDS[agency]))) ?? null;
}

function isFeedback({ nature }: TicketMatter): boolean {
  return nature === 'feedback';
}

function paperOf(matter: TicketMatter, agency: Agency | null, names: NameIndex): DecidedPaper {
  const { id, code, category, level, leadUnitId, officerId, text, place, plain } = matter;
  const named = namedUnits(names, text, place);
  const { sure } = named;
  return {
    ticketId: id,
    code,
    category,
    level,
    agency,
    terms: termsWithout(plain(), namesIn(named)),
    unitId: agency === null ? leadUnitId : null,
    officerId: agency === null ? officerId : null,
    isNamedUnit: agency === null && sure.length === 1 && sure[0]?.unitId === leadUnitId,
  };
}
