import { Module, type OptionalFactoryDependency } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { CallObserver } from '../../../../src/exchange/ports/call-observer.port.js';
import { EOfficeEvents, RefusedCalls } from '../../../../src/exchange/ports/e-office-events.port.js';
import { HeardMessages } from '../../../../src/exchange/ports/heard-messages.port.js';
import { Clock } from '../../../../src/kernel/clock.js';
import { FailureLog } from '../../../../src/kernel/failure-log.js';
import { CallbackDoor } from './callback-door.js';
import { CALLBACK_PATH, CallbackController } from './callback.controller.js';
import { readPeerCertificate } from '../line-security.js';

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

/** Left out where the door stands by itself. */
const FAILURE_LOG: OptionalFactoryDependency = { token: FailureLog, optional: true };

/** The callback endpoint in Nest. The importing module must also import the one that provides EOfficeEvents, RefusedCalls and HeardMessages. */
@Module({})
export class EOfficeCallbackModule {
  static guardedBy({
    username,
    password,
    maxBytes,
    siteUrl = 'http://localhost',
    peerCert,
  }: CallbackGuard): DynamicModule {
    return {
      module: EOfficeCallbackModule,
      controllers: [CallbackController],
      providers: [
        {
          provide: CallbackDoor,
          inject: [EOfficeEvents, RefusedCalls, Clock, HeardMessages, CallObserver, FAILURE_LOG],
          useFactory: (
            events: EOfficeEvents,
            refused: RefusedCalls,
            ...[clock, nonces, observer, log]: [Clock, HeardMessages, CallObserver, FailureLog?]
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
              onError: (error, correlationId) => log?.error('callback.failed', { correlationId, error }),
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
