import { getHeapStatistics } from 'node:v8';
import { Injectable } from '@nestjs/common';
import { isBackupOld } from '../../backup/domain/nightly.js';
import { nearIdentities, newestBackup } from '../../backup/index.js';
import { namedCertificates } from '../../config/given-files.js';
import { Settings } from '../../config/settings.js';
import { ExchangeQueries } from '../../exchange/index.js';
import { DAY_MS } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { diskSpace, spaceLevel } from '../../platform/health/disk-space.js';
import { StorageHealth } from '../../platform/health/storage-health.js';
import { PLACE_WORDS, storagePlaces, type StoragePlace } from '../../platform/health/storage-places.js';
import { QueueReport, type ChannelStanding } from '../../platform/outbox/queue-report.js';
import { JobSlots } from '../../platform/scheduling/job-slots.js';
import { LoopDelay } from '../../platform/telemetry/loop-delay.js';
import { workingChecks } from '../../safety/domain/working-checks.js';
import type { WaitingFacts, WorkingFacts } from '../../safety/domain/working-facts.js';
import { ReviewSafety } from '../../safety/index.js';

/** Reads how the app and its machine stand; nothing outside is called. */
@Injectable()
export class SafetyPageQuery {
  constructor(
    private readonly settings: Settings,
    private readonly clock: Clock,
    private readonly review: ReviewSafety,
    private readonly queue: QueueReport,
    private readonly slots: JobSlots,
    private readonly exchange: ExchangeQueries,
    private readonly health: StorageHealth,
    private readonly loop: LoopDelay,
  ) {}

  async read() {
    return { working: workingChecks(await this.facts()), safety: await this.review.review() };
  }

  private async facts(): Promise<WorkingFacts> {
    const now = this.clock.now();
    const [channels, inbox, lastLook, disks, backup, store] = await Promise.all([
      this.queue.channels(),
      this.exchange.waitingInbox(),
      this.slots.lastClaim('exchange.receive'),
      Promise.all(storagePlaces(this.settings).map(diskOf)),
      this.backup(now),
      this.store(),
    ]);
    const pages = channels.filter(({ channel }) => channel === 'pages');
    const leaving = channels.filter(({ channel }) => channel !== 'pages');
    const { checked } = this.health;
    return {
      ...{ now, production: this.settings.production, disks, backup, store },
      outbox: together(leaving),
      pages: together(pages),
      inbox: { ...inbox, lastLook },
      loop: this.loop.read(),
      memory: memory(),
      database: checked === null ? null : { at: checked.at, isWhole: checked.verdict.kind === 'whole' },
      certificate: this.certificate(now),
    };
  }

  private async store(): Promise<WorkingFacts['store']> {
    const { place } = this.settings.files;
    if (place.kind === 'folder') return { bucket: null, isAway: false };
    const isAway = (await this.health.problems()).some(({ cause }) => cause === 'files-away');
    return { bucket: `s3://${place.bucket}/${place.prefix}`, isAway };
  }

  private async backup(now: Date): Promise<WorkingFacts['backup']> {
    const { backups, backupRecipients } = this.settings;
    const newest = backups === null ? null : await newestBackup(backups.folder);
    const identities = await nearIdentities(this.settings);
    return {
      ...{ isOn: backups !== null, newest, isOld: isBackupOld(now, newest) },
      ...{ recipients: backupRecipients.length, identities },
    };
  }

  /** The one that ends first. */
  private certificate(now: Date): WorkingFacts['certificate'] {
    const [first] = namedCertificates(this.settings).toSorted((one, other) => one.end.getTime() - other.end.getTime());
    if (first === undefined) return null;
    const { variable, subject, end } = first;
    return { variable, subject, days: Math.floor((end.getTime() - now.getTime()) / DAY_MS) };
  }
}

function together(channels: readonly ChannelStanding[]): WaitingFacts & { readonly stopped: number } {
  const moments = channels.flatMap(({ oldest }) => (oldest === null ? [] : [oldest.getTime()]));
  return {
    count: channels.reduce((sum, { waiting }) => sum + waiting, 0),
    stopped: channels.reduce((sum, { stopped }) => sum + stopped, 0),
    oldest: moments.length === 0 ? null : new Date(Math.min(...moments)),
  };
}

function memory(): WorkingFacts['memory'] {
  const { rss: resident, heapUsed } = process.memoryUsage();
  return { resident, heapUsed, heapLimit: getHeapStatistics().heap_size_limit };
}

async function diskOf({ name, path }: StoragePlace): Promise<WorkingFacts['disks'][number]> {
  const space = await diskSpace(path).catch(() => null);
  return { name: PLACE_WORDS[name], free: space?.free ?? null, level: space === null ? 'ample' : spaceLevel(space) };
}

/** What the page of administrators shows: how the app works at the moment, and what keeps strangers out. */
export type SafetyReading = Awaited<ReturnType<SafetyPageQuery['read']>>;
