import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Settings } from '../../config/settings.js';
import type { SentTraces } from './sent-traces.js';

/** Sends the traces of this process to the collector of `TRACES_URL`; without one nothing of it is loaded. */
@Injectable()
export class TraceExport implements OnApplicationBootstrap, OnApplicationShutdown {
  private sent: SentTraces | undefined;

  constructor(private readonly settings: Settings) {}

  async onApplicationBootstrap(): Promise<void> {
    const { tracesUrl } = this.settings;
    if (tracesUrl === undefined) return;
    const { SentTraces: Sent } = await import('./sent-traces.js');
    this.sent = Sent.to(tracesUrl);
  }

  /** What is still to be sent is sent, within the time that the collector is given. */
  async onApplicationShutdown(): Promise<void> {
    await this.sent?.end();
  }
}
