import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../../platform/database/database.js';
import { MetricSources } from '../../platform/telemetry/metric-sources.js';
import type { Metric } from '../../platform/telemetry/metrics.js';
import type { SignatureState } from '../domain/signature-request.js';
import { SignatureRequestEntity } from './signing.entities.js';

/** States in which something is still to be done. */
const UNDONE: readonly SignatureState[] = [
  'pending',
  'submitted',
  'failed',
  'signed',
  'proofFailed',
  'verified',
  'sealing',
  'sealFailed',
  'sealed',
];

/** How many letters stand in each state on their way to their leader, number and seal. */
@Injectable()
export class SignatureMetrics implements OnModuleInit {
  constructor(
    private readonly sources: MetricSources,
    private readonly database: Database,
  ) {}

  onModuleInit(): void {
    this.sources.add(() => this.measure());
  }

  private async measure(): Promise<readonly Metric[]> {
    const counted = await this.database.reader
      .getRepository(SignatureRequestEntity)
      .createQueryBuilder('request')
      .select('request.state', 'state')
      .addSelect('COUNT(*)', 'held')
      .where({ state: In([...UNDONE]) })
      .groupBy('request.state')
      .getRawMany<{ readonly state: SignatureState; readonly held: number | string }>();
    const held = new Map(counted.map((row) => [row.state, Number(row.held)]));
    return [
      {
        name: 'hoi_am_signature_requests',
        help: 'Letters on their way to signature, number and seal, by state.',
        values: UNDONE.map((state) => ({ labels: { state }, value: held.get(state) ?? 0 })),
      },
    ];
  }
}
