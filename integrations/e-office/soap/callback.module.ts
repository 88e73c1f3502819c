import { Logger, Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { CallObserver } from '../../../src/exchange/ports/call-observer.port.js';
import { EOfficeEvents, RefusedCalls } from '../../../src/exchange/ports/e-office-events.port.js';
import { HeardMessages } from '../../../src/exchange/ports/heard-messages.port.js';
import { Clock } from '../../../src/kernel/clock.js';
import { CallbackDoor } from './callback-door.js';
import { CALLBACK_PATH, CallbackController } from './callback.controller.js';
import { readPeerCertificate } from './line-security.js';

export interface CallbackGuard {
  readonly username: string;
  /** null: the door stays shut for everybody. */
  readonly password: string | null;
  readonly maxBytes: number;
  /** The site as the e-office reaches it, without path; stands in the published WSDL. */
  readonly siteUrl?: string;
  /** Path of the certificate (PEM) that the e-office signs its messages with; left out, signatures are not looked at. */
  readonly peerCert?: string;
}

/** The callback door in Nest. Whoever mounts it imports the module that gives EOfficeEvents, RefusedCalls and HeardMessages. */
@Module({})
export class EOfficeCallbackModule {
  static guardedBy({
    username,
    password,
    maxBytes,
    siteUrl = 'http://localhost',
    peerCert,
  }: CallbackGuard): DynamicModule {
    const log = new Logger('e-office-callback');
    // Only the kind of error: the message of a database error may hold a citizen's words.
    const onError = (error: unknown, correlationId: string): void =>
      log.error(`${error instanceof Error ? error.name : 'unknown'} ${correlationId}`);
    return {
      module: EOfficeCallbackModule,
      controllers: [CallbackController],
      providers: [
        {
          provide: CallbackDoor,
          inject: [EOfficeEvents, RefusedCalls, Clock, HeardMessages, CallObserver],
          useFactory: (
            events: EOfficeEvents,
            refused: RefusedCalls,
            ...[clock, nonces, observer]: [Clock, HeardMessages, CallObserver]
          ) => {
            const publicUrl = new URL(CALLBACK_PATH, siteUrl).href;
            return new CallbackDoor({
              events,
              refused,
              clock,
              username,
              password: password ?? '',
              maxBytes,
              publicUrl,
              onError,
              nonces,
              observer,
              ...(peerCert === undefined ? {} : { peerCert: readPeerCertificate(peerCert) }),
            });
          },
        },
      ],
    };
  }
}
