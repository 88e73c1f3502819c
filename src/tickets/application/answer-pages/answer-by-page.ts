import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import type { Actor } from '../../../kernel/actor.js';
import { Clock } from '../../../kernel/clock.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { Database } from '../../../platform/database/database.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { ANSWERER_LENGTHS, isSameAnswer } from '../../domain/answer-page.js';
import { COORDINATION_REPLY_LENGTHS } from '../../domain/coordination.js';
import type { EvidenceFile } from '../../domain/reply/answer-evidence.js';
import { requireText } from '../../domain/required-text.js';
import { AnswerPageEntity } from '../../persistence/answer-page.entity.js';
import { TicketFileEntity } from '../../persistence/life.entities.js';
import { EvidenceFiles, type StoredEvidence } from '../evidence-files.js';
import { RecordCoordinationReply } from '../inquiry/record-coordination-reply.js';
import { noteUninformed } from '../reading/uninformed-authors.js';
import { AnswerPageFinder, type FoundAnswerPage } from './answer-page-finder.js';

export interface AnswerGiven {
  readonly name: string;
  readonly position: string;
  readonly reply: string;
  /** May be none. */
  readonly files: readonly (Pick<EvidenceFile, 'name' | 'content'> & { readonly sha256: string })[];
  /** From where it was sent. */
  readonly address: string;
}

/** Takes the answer that a unit without accounts gives on its page, once. Sent again as it was taken, it is done already. */
@Injectable()
export class AnswerByPage {
  constructor(
    private readonly database: Database,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly finder: AnswerPageFinder,
    private readonly evidence: EvidenceFiles,
    private readonly recordReply: RecordCoordinationReply,
  ) {}

  /** @throws DomainError `not-found` for a secret that was never given out, `ticket-act-barred` where the page takes no answer, `input-invalid`, `changed-meanwhile` */
  async answer(secret: string, given: AnswerGiven): Promise<void> {
    try {
      await this.take(secret, given);
    } catch (error) {
      if (!(await this.isTaken(secret, given))) throw error;
    }
  }

  private async take(secret: string, { files, address, ...given }: AnswerGiven): Promise<void> {
    await this.open(this.database.reader.manager, secret);
    const answererName = requireText('name', given.name, ANSWERER_LENGTHS);
    const answererPosition = requireText('position', given.position, ANSWERER_LENGTHS);
    const reply = requireText('reply', given.reply, COORDINATION_REPLY_LENGTHS);
    const stored = files.length === 0 ? [] : await this.evidence.store(files);
    await this.uow.run(async (tx) => {
      const { page, request, ticket } = await this.open(tx, secret);
      const actor: Actor = { id: page.id, name: answererName, unitId: null, roles: [], address };
      const answered = { answeredAt: this.clock.now(), answererName, answererPosition, secretSealed: null };
      const unanswered = { id: page.id, answeredAt: IsNull(), revokedAt: IsNull() };
      const { affected } = await tx.update(AnswerPageEntity, unanswered, answered);
      if (affected !== 1) throw new DomainError('changed-meanwhile', { what: 'answerPage' });
      // The page names no person: a name in the answer is a guess.
      await noteUninformed(tx, actor, ticket.id, answered.answeredAt);
      await this.evidence.keep(tx, ticket, stored, page.id);
      await this.recordReply.record(tx, actor, ticket, {
        request,
        reply,
        as: 'coordinator',
        remark: remarkOf(answererName, answererPosition, stored),
        ...(stored.length === 0 ? {} : { change: { evidence: 'files' } }),
      });
    });
  }

  private async open(tx: EntityManager, secret: string): Promise<FoundAnswerPage> {
    const found = await this.finder.bySecret(tx, secret);
    if (found === null) throw new DomainError('not-found', { what: 'answerPage' });
    if (found.standing === 'open') return found;
    throw new DomainError('ticket-act-barred', { act: 'coordinate', message: NOT_TAKEN });
  }

  /** Whether the page took this very answer: who sends twice, or asks again because no answer came, is not told of a mistake. */
  private async isTaken(secret: string, { name, position, reply, files }: AnswerGiven): Promise<boolean> {
    const { manager } = this.database.reader;
    const found = await this.finder.bySecret(manager, secret);
    if (found === null || found.page.answeredAt === null) return false;
    const { page, request, ticket } = found;
    const kept = await manager.findBy(TicketFileEntity, { ticketId: ticket.id, addedById: page.id });
    return isSameAnswer(
      { name, position, reply, files: files.map(({ sha256 }) => sha256) },
      {
        name: page.answererName ?? '',
        position: page.answererPosition ?? '',
        reply: request.reply ?? '',
        files: kept.map(({ sha256 }) => sha256),
      },
    );
  }
}

const NOT_TAKEN = 'Nội dung vừa gửi không được ghi. Chép lại phần chữ dưới đây nếu cần gửi cho Sở bằng cách khác.';

function remarkOf(name: string, position: string, files: readonly StoredEvidence[]): string {
  const brought = files.length === 0 ? [] : [`Tệp gửi kèm: ${files.map((file) => file.name).join('; ')}.`];
  return [`Người trả lời: ${name}, ${position}.`, ...brought].join('\n');
}
