import { Logger, Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { CallObserver } from '../../../../src/exchange/ports/call-observer.port.js';
import { EOfficeEvents, RefusedCalls } from '../../../../src/exchange/ports/e-office-events.port.js';
import { Clock } from '../../../../src/kernel/clock.js';
import { VOfficeCallbackDoor } from './v-office-callback-door.js';
import { V_OFFICE_CALLBACK_PATH, VOfficeCallbackController } from './v-office-callback.controller.js';

export interface VOfficeCallbackGuard {
  readonly addresses: readonly string[];
  readonly maxBytes: number;
  /** The site as vOffice reaches it, without path; stands in the published WSDL. */
  readonly siteUrl: string;
}

/** The callback door of vOffice in Nest. Whoever mounts it imports the module that gives EOfficeEvents and RefusedCalls. */
@Module({})
export class VOfficeCallbackModule {
  static guardedBy({ addresses, maxBytes, siteUrl }: VOfficeCallbackGuard): DynamicModule {
    const log = new Logger('voffice-callback');
    // Only the kind of error: the message of a database error may hold a citizen's words.
    const onError = (error: unknown, correlationId: string): void =>
      log.error(`${error instanceof Error ? error.name : 'unknown'} ${correlationId}`);
    const publicUrl = new URL(V_OFFICE_CALLBACK_PATH, siteUrl).href;
    return {
      module: VOfficeCallbackModule,
      controllers: [VOfficeCallbackController],
      providers: [
        {
          provide: VOfficeCallbackDoor,
          inject: [EOfficeEvents, RefusedCalls, Clock, CallObserver],
          useFactory: (events: EOfficeEvents, refused: RefusedCalls, clock: Clock, observer: CallObserver) =>
            new VOfficeCallbackDoor({ events, refused, clock, observer, addresses, publicUrl, maxBytes, onError }),
        },
      ],
    };
  }
}
