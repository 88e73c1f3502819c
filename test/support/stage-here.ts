import { readFile } from 'node:fs/promises';
import type { INestApplication } from '@nestjs/common';
import { MachineClock } from '../../integrations/e-office/machine-clock.js';
import { simulatorSettings } from '../../integrations/e-office/simulator/options.js';
import { type RunningSimulator, startSimulator } from '../../integrations/e-office/simulator/server.js';
import { startServer } from '../../src/bootstrap/start.js';
import type { Stage } from '../../src/cli/demo/stage.js';
import { readSettings } from '../../src/config/settings.js';
import { Leaving } from '../../src/platform/leaving.js';

/** The app and the e-office of a demonstration within this process, where their code is loaded and warm: a start of its own costs each spec seconds. */
export class StageHere {
  private eOffice: RunningSimulator | null = null;
  private app: INestApplication | null = null;

  constructor(private readonly stage: Stage) {}

  async startEOffice(): Promise<void> {
    const { config, ...place } = await this.stage.layEOffice();
    const settings = simulatorSettings.parse(JSON.parse(await readFile(config, 'utf8')));
    const clock = new MachineClock(settings.clockDays);
    this.eOffice = await startSimulator({ ...settings, ...place, host: '127.0.0.1', clock });
    await this.stage.trust(this.eOffice.rootPem);
  }

  async startApp(): Promise<void> {
    const settings = readSettings({ ...this.stage.environment, HOI_AM_LOG: 'silent' });
    this.app = (await startServer(settings)).app;
  }

  async stop(): Promise<void> {
    const leaving = this.app?.get(Leaving);
    leaving?.begin();
    leaving?.endOpen();
    await this.app?.close();
    await this.eOffice?.stop();
  }
}
