import { Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { AccessGuard } from './access.js';
import { AdministrationGuard } from './administration-addresses.js';
import { AskAgainGuard } from './ask-again.js';
import { FormAdmission } from './bodies/form-admission.js';
import { HealthMetrics } from './health/health-metrics.js';
import { HealthController } from './health/health.controller.js';
import { Idempotency } from './idempotency.js';
import { MetricsController } from './health/metrics.controller.js';
import { ProcessMetrics } from '../telemetry/process-metrics.js';
import { PasswordGuard } from './password-owed.js';
import { SharedCounts } from './rates/shared-counts.js';
import { RefusalFilter } from './refusal-filter.js';
import { RouteRules } from './route-rules.js';
import { SecondFactorGuard } from './second-factor-owed.js';

/** What other features, pages and commands use. */
const EXPORTED = [FormAdmission, Idempotency, RouteRules];

/** Guards and answers of every HTTP door. The root gives ActorSource, ProofOfPerson and RefusalPages. */
@Module({
  imports: [DiscoveryModule],
  controllers: [HealthController, MetricsController],
  providers: [
    ...EXPORTED,
    HealthMetrics,
    SharedCounts,
    ProcessMetrics,
    AccessGuard,
    PasswordGuard,
    SecondFactorGuard,
    { provide: APP_GUARD, useExisting: AccessGuard },
    { provide: APP_GUARD, useClass: AdministrationGuard },
    { provide: APP_GUARD, useExisting: PasswordGuard },
    { provide: APP_GUARD, useExisting: SecondFactorGuard },
    { provide: APP_GUARD, useClass: AskAgainGuard },
    { provide: APP_FILTER, useClass: RefusalFilter },
  ],
  exports: EXPORTED,
})
export class HttpModule {}
