import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { NoticeQueries, NotifyRegistry } from '../../notices/index.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CHANNEL_WORDS } from '../../platform/outbox/channels.js';
import type { CircuitEntity } from '../../platform/outbox/circuit.entity.js';
import { Circuits } from '../../platform/outbox/circuits.js';
import { QueueReport } from '../../platform/outbox/queue-report.js';

/** A peer that is away for a shorter time comes back without anybody's help. */
const LONG_MS = 10 * 60_000;
const MOMENT_LENGTH = new Date(0).toISOString().length;

/** One thing that may go wrong, and how it stands now. */
interface Watched {
  /** `circuit:exchange`, `stopped` */
  readonly name: string;
  /** When the trouble that is there began; null when there is none, or none yet that is worth a word. */
  readonly since: Date | null;
  /** Whether what was told before is over. */
  readonly isOver: boolean;
  readonly words: string;
  readonly over: string;
}

/**
 * Tells clerks and administrators once when a peer is unavailable for more than ten minutes, and when jobs are given up; and once when that is over.
 * What was told is read from the notices themselves, whose keys name the trouble and when it began.
 */
@Injectable()
export class WarnOfTrouble {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly circuits: Circuits,
    private readonly report: QueueReport,
    private readonly notifyRegistry: NotifyRegistry,
    private readonly queries: NoticeQueries,
  ) {}

  async run(): Promise<void> {
    const circuits = await this.circuits.list();
    const watched = [...circuits.map((circuit) => this.peer(circuit)), await this.stopped()];
    const keys = await this.queries.lastKeys(watched.flatMap(({ name }) => [begunPrefix(name), overPrefix(name)]));
    for (const one of watched) await this.heed(one, keys);
  }

  private async heed({ name, since, isOver, words, over }: Watched, keys: ReadonlyMap<string, string>): Promise<void> {
    const [told, toldOver] = [lastTold(begunPrefix(name), keys), lastTold(overPrefix(name), keys)];
    const begun = since?.toISOString() ?? '';
    if (begun > told) return this.tell(`${begunPrefix(name)}${begun}`, words);
    if (isOver && told > toldOver) return this.tell(`${overPrefix(name)}${told}`, over);
  }

  private async tell(key: string, words: string): Promise<void> {
    await this.uow.run((tx) => this.notifyRegistry.notify(tx, { key, kind: 'news', words }, 'administrator'));
  }

  private peer({ channel, state, failingSince }: CircuitEntity): Watched {
    const name = CHANNEL_WORDS[channel];
    const long = this.clock.now().getTime() - LONG_MS;
    const isAway = state !== 'closed' && failingSince !== null && failingSince.getTime() <= long;
    return {
      name: `circuit:${channel}`,
      since: isAway ? failingSince : null,
      isOver: state === 'closed',
      words: `Hơn 10 phút chưa liên lạc được: ${name}. Việc gửi đi được giữ nguyên và tự gửi khi nơi đó trả lời lại; xem trang “Trao đổi với bên ngoài”.`,
      over: `Đã liên lạc lại được: ${name}. Việc đang chờ được gửi đi.`,
    };
  }

  private async stopped(): Promise<Watched> {
    const { count, latest } = await this.report.stopped();
    return {
      name: 'stopped',
      since: latest,
      isOver: count === 0,
      words: `Có ${count} giao dịch đã dừng, chờ xử lý; xem lý do ở “Giao dịch gửi không thành công”, trang “Trao đổi với bên ngoài”.`,
      over: 'Không còn việc nào đã dừng.',
    };
  }
}

const begunPrefix = (name: string): string => `trouble:${name}:`;
const overPrefix = (name: string): string => `trouble.over:${name}:`;

/** @returns the moment in the key of the last notice of the name; `''` when there was none */
function lastTold(prefix: string, keys: ReadonlyMap<string, string>): string {
  return (keys.get(prefix) ?? prefix).slice(prefix.length, prefix.length + MOMENT_LENGTH);
}
