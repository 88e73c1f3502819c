import { isoInVietnam } from '../../kernel/civil-date.js';
import { CHANNEL_WORDS, type Channel } from '../../platform/outbox/channels.js';
import type { RefusedCallDayEntity } from '../../exchange/index.js';
import { storageWords } from '../../outages/index.js';
import type { StorageProblem } from '../../platform/health/storage-health.js';
import type { CircuitEntity } from '../../platform/outbox/circuit.entity.js';
import type { OutboxEntity } from '../../platform/outbox/outbox.entity.js';
import { RATE_MS, type ChannelStanding, type ProvedJob } from '../../platform/outbox/queue-report.js';
import type { StuckJob } from '../../platform/outbox/stuck-jobs.js';
import type { RowView } from '../kit/row-list.js';
import type { ChannelView, ExchangeQueueView } from './exchange-queue-page.js';
import { DOOR_WORDS } from '../kit/words/doors.js';
import { count } from '../kit/words/numbers.js';
import { lasted, shortMoment, timeWithSeconds } from '../kit/words/time.js';
import { namedJob, jobInWords, type JobSubjects } from './job-subject.js';
import { heldRow, undoneRow } from '../people/undone-work-view.js';

/** The data for the page of jobs to the outside and of messages received. */
export interface ExchangeQueueReading {
  readonly channels: readonly ChannelStanding[];
  readonly circuits: readonly CircuitEntity[];
  readonly undone: readonly StuckJob[];
  readonly held: readonly OutboxEntity[];
  /** Proved by people to have arrived by another way, newest first. */
  readonly proved: readonly ProvedJob[];
  readonly subjects: JobSubjects;
  readonly mayHandle: boolean;
  /** Whether a kind of job may be done by another way. */
  readonly deliverable: (kind: string) => boolean;
  /** When somebody last asked the e-office for messages. */
  readonly lastLook: Date | null;
  /** Messages and calls that were not let in; null for those who may not look at them. */
  readonly refused: number | null;
  /** What each door refused today. */
  readonly doors: readonly RefusedCallDayEntity[];
  /** Calls of the last 24 hours that could not be kept as evidence. */
  readonly missed: number;
  /** What keeps the app itself from working. */
  readonly problems: readonly StorageProblem[];
  readonly now: Date;
}

/** From so many on, people ask when it will be over. */
const BACKLOG = 5;

export function exchangeQueueView(reading: ExchangeQueueReading): ExchangeQueueView {
  const { channels, circuits, undone, held, proved, lastLook, refused, now } = reading;
  const waiting = channels.reduce((sum, channel) => sum + channel.waiting, 0);
  const away = circuits.filter(({ state }) => state !== 'closed');
  return {
    summary: summaryOf({ waiting, stopped: undone.filter(({ outcome }) => outcome === 'givenUp').length }, away),
    isAway: away.length > 0,
    unwell: storageWords(reading.problems),
    moving: waiting > 0 || away.length > 0 || reading.problems.length > 0,
    channels: channels
      .filter((channel) => isWorthARow(channel, circuits))
      .map((channel) => channelView(channel, circuits, now)),
    undone: undone.map((job) => undoneRow(job, reading)),
    held: held.map((job) => heldRow(job, reading)),
    proved: proved.map((job) => provedRow(job, reading.subjects)),
    inbox: {
      lastLook: lastLook === null ? 'Chưa hỏi lần nào.' : `${shortMoment(lastLook)}.`,
      refused:
        refused === null ? null : { label: `${count(refused)} văn bản, bản tin bị từ chối nhận`, href: '/tin-loi' },
      doors: reading.doors.map(doorWords),
      missed: reading.missed === 0 ? null : `${count(reading.missed)} lượt kết nối trong 24 giờ qua không kịp ghi.`,
    },
  };
}

function doorWords({ door, kept, beyond }: RefusedCallDayEntity): string {
  const words = `${DOOR_WORDS[door] ?? door}: ${count(kept)} lượt kết nối`;
  return beyond === 0 ? `${words}.` : `${words} được giữ, ${count(beyond)} lượt nữa chỉ đếm vì quá nhiều trong ngày.`;
}

function provedRow(job: ProvedJob, subjects: JobSubjects): RowView {
  const { seq, at, note, receiptId, byName, fileName } = job;
  const named = namedJob(job, subjects);
  const receipt = receiptId === null ? '' : ` Mã biên nhận ${receiptId}.`;
  return {
    icon: 'check',
    tone: 'ok',
    title: jobInWords(named),
    href: named.subject?.href,
    detail: `${shortMoment(at)}, ${byName}: ${note}${receipt}`,
    more: { href: `/trao-doi/chung-cu/${seq}`, label: `Chứng cứ: ${fileName}` },
  };
}

/** A channel may be open and still refuse everything, so refusals are named first. */
function summaryOf(
  { waiting, stopped }: { readonly waiting: number; readonly stopped: number },
  away: readonly CircuitEntity[],
): string {
  const refused = stopped === 0 ? '' : `${count(stopped)} giao dịch gửi không thành công đã dừng, chờ xử lý bên dưới. `;
  const queue = `${refused}${waiting === 0 ? 'Không có việc nào đang chờ.' : `${count(waiting)} việc đang chờ.`}`;
  if (away.length === 0) return queue;
  const names = away.map(({ channel }) => CHANNEL_WORDS[channel]).join('; ');
  return `${queue} Chưa liên lạc được: ${names}.`;
}

/** What stays in the agency is shown only when something waits there. */
function isWorthARow(
  { channel, waiting, held, stopped }: ChannelStanding,
  circuits: readonly CircuitEntity[],
): boolean {
  return circuits.some((one) => one.channel === channel) || waiting + held + stopped > 0;
}

function channelView(standing: ChannelStanding, circuits: readonly CircuitEntity[], now: Date): ChannelView {
  const { channel, waiting, held, stopped, oldest, doneLately } = standing;
  const circuit = circuits.find((one) => one.channel === channel);
  const extra = [held > 0 ? `tạm giữ ${count(held)}` : null, stopped > 0 ? `đã dừng ${count(stopped)}` : null];
  return {
    name: CHANNEL_WORDS[channel],
    waiting: count(waiting),
    more: extra.filter((part) => part !== null).join(', ') || null,
    oldest:
      oldest === null
        ? null
        : { at: isoInVietnam(oldest), words: `${shortMoment(oldest)} (${lasted(now.getTime() - oldest.getTime())})` },
    progress: progressOf(waiting, doneLately, now),
    ...(circuit === undefined ? withoutCircuit(channel) : connectionOf(circuit, stopped)),
  };
}

/** `120 việc một phút; xong khoảng 09:14:30.` */
function progressOf(waiting: number, doneLately: number, now: Date): string | null {
  if (doneLately === 0) return null;
  const rate = `${count(doneLately)} việc trong phút qua`;
  if (waiting < BACKLOG) return rate;
  const end = new Date(now.getTime() + (waiting / doneLately) * RATE_MS);
  return `${rate}; xong khoảng ${timeWithSeconds(end)}`;
}

type Connection = Pick<ChannelView, 'connection' | 'latest' | 'isAway'>;

/** What calls nobody, or peers of whom each job finds out for itself. */
function withoutCircuit(channel: Channel): Connection {
  const isOwn = channel === 'internal' || channel === 'pages';
  return { connection: isOwn ? 'Không gọi ra ngoài' : 'Mỗi việc tự thử lại', latest: null, isAway: false };
}

function connectionOf(circuit: CircuitEntity, givenUp: number): Connection {
  const { state, outages, failingSince, nextProbeAt, reason } = circuit;
  if (state === 'closed') {
    const latest = outages === 0 ? null : `${count(outages)} lần kết nối vừa qua không thành công`;
    const connection = givenUp === 0 ? 'Thông suốt' : 'Kết nối được, có việc không thành công';
    return { connection, latest, isAway: false };
  }
  const since = failingSince === null ? '' : ` từ ${shortMoment(failingSince)}`;
  const next = nextProbeAt === null ? 'ngay' : `lúc ${timeWithSeconds(nextProbeAt)}`;
  const probe = state === 'probing' ? 'Đang hỏi lại.' : `Hỏi lại ${next}.`;
  return { connection: `Chưa liên lạc được${since}`, latest: `${probe} ${reason ?? ''}`.trim(), isAway: true };
}
