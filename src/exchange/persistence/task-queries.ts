import { Injectable } from '@nestjs/common';
import { In, IsNull, Not } from 'typeorm';
import { cutList } from '../../platform/cut-lists.js';
import { countOf, countTogether } from '../../platform/database/counts-together.js';
import { Database } from '../../platform/database/database.js';
import { RETURNED_STATUS } from '../ports/message.js';
import { ExchangeTaskEntity } from './exchange-task.entity.js';
import { DispatchEntity, InboxMessageEntity } from './exchange.entities.js';

const SHOWN = 100;
const DECIDED_SHOWN = 30;

/** A task with its message, and the state of our answer. */
export interface TaskWithMessage {
  readonly task: ExchangeTaskEntity;
  readonly inbox: InboxMessageEntity;
  readonly answer: DispatchEntity | null;
}

/** Reads of what waits for a clerk's decision, and of what was decided. */
@Injectable()
export class TaskQueries {
  constructor(private readonly database: Database) {}

  /** What waits, oldest first. */
  async open(): Promise<readonly TaskWithMessage[]> {
    return this.withMessages(
      await cutList(
        { name: 'Việc chờ quyết định', how: 'Xử lý các dòng trên trang thì dòng sau hiện ra.' },
        this.tasks.findAndCount({
          where: { decidedAt: IsNull() },
          order: { openedAt: 'ASC', id: 'ASC' },
          take: SHOWN,
        }),
      ),
    );
  }

  /** What was decided last, newest first. */
  async decided(): Promise<readonly TaskWithMessage[]> {
    return this.withMessages(
      await this.tasks.find({ where: { decidedAt: Not(IsNull()) }, order: { decidedAt: 'DESC' }, take: DECIDED_SHOWN }),
    );
  }

  /** How many wait. */
  waiting(): Promise<number> {
    return countTogether(this.database, countOf(this.tasks.createQueryBuilder('t').where({ decidedAt: IsNull() })));
  }

  async byId(id: string): Promise<TaskWithMessage | null> {
    const task = await this.tasks.findOneBy({ id });
    const [found] = task ? await this.withMessages([task]) : [];
    return found ?? null;
  }

  private async withMessages(tasks: readonly ExchangeTaskEntity[]): Promise<readonly TaskWithMessage[]> {
    if (tasks.length === 0) return [];
    const ids = tasks.map(({ inboxId }) => inboxId);
    const { reader } = this.database;
    const [messages, answers] = await Promise.all([
      reader.getRepository(InboxMessageEntity).findBy({ id: In(ids) }),
      reader
        .getRepository(DispatchEntity)
        .findBy([{ aboutDocumentId: In([...ids, ...tasks.flatMap(({ aboutDocumentId }) => aboutDocumentId ?? [])]) }]),
    ]);
    return tasks.flatMap((task) => {
      const inbox = messages.find(({ id }) => id === task.inboxId);
      return inbox ? [{ task, inbox, answer: answers.find((one) => answersTask(one, task)) ?? null }] : [];
    });
  }

  private get tasks() {
    return this.database.reader.getRepository(ExchangeTaskEntity);
  }
}

/** A doubtful message that was not trusted is answered by its return. */
function answersTask(dispatch: DispatchEntity, { inboxId }: ExchangeTaskEntity): boolean {
  return (
    dispatch.answersInboxId === inboxId || (dispatch.aboutDocumentId === inboxId && dispatch.status === RETURNED_STATUS)
  );
}
