import { Module, type OptionalFactoryDependency } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { CallObserver } from '../../../../src/exchange/ports/call-observer.port.js';
import { EOfficeEvents, RefusedCalls } from '../../../../src/exchange/ports/e-office-events.port.js';
import { Clock } from '../../../../src/kernel/clock.js';
import { FailureLog } from '../../../../src/kernel/failure-log.js';
import { VOfficeCallbackDoor } from './v-office-callback-door.js';
import { V_OFFICE_CALLBACK_PATH, VOfficeCallbackController } from './v-office-callback.controller.js';

export interface VOfficeCallbackGuard {
  readonly addresses: readonly string[];
  readonly maxBytes: number;
  /** The site as vOffice reaches it, without path; stands in the published WSDL. */
  readonly siteUrl: string;
}

/** Left out where the door stands by itself. */
const FAILURE_LOG: OptionalFactoryDependency = { token: FailureLog, optional: true };

/** The callback endpoint of vOffice in Nest. The importing module must also import the one that provides EOfficeEvents and RefusedCalls. */
@Module({})
export class VOfficeCallbackModule {
  static guardedBy({ addresses, maxBytes, siteUrl }: VOfficeCallbackGuard): DynamicModule {
    const publicUrl = new URL(V_OFFICE_CALLBACK_PATH, siteUrl).href;
    return {
      module: VOfficeCallbackModule,
      controllers: [VOfficeCallbackController],
      providers: [
        {
          provide: VOfficeCallbackDoor,
          inject: [EOfficeEvents, RefusedCalls, Clock, CallObserver, FAILURE_LOG],
          useFactory: (
            events: EOfficeEvents,
            refused: RefusedCalls,
            ...[clock, observer, log]: [Clock, CallObserver, FailureLog?]
          ) => {
            const onError = (error: unknown, correlationId: string): void =>
              log?.error('callback.failed', { correlationId, error });
            const door = { events, refused, clock, observer, addresses, publicUrl, maxBytes, onError };
            return new VOfficeCallbackDoor(door);
          },
        },
      ],
    };
  }
}
