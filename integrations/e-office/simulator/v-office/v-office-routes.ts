import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { SpoolFolder } from '../../../../src/platform/spool/spool.js';
import { AUTO_SIGN_CONTRACT, AUTO_SIGN_WSDL } from '../../profiles/viettel-voffice/v-office-wire.js';
import { publishedWsdl } from '../../soap/door/published-wsdl.js';
import { SoapDoor } from '../../soap/door/soap-door.js';
import type { Desks } from '../desks/desks.js';
import { requireNeighbour } from '../http/guard.js';
import { soapBodyLimit, soapRoutes } from '../http/soap-routes.js';
import { MAX_MESSAGE_BYTES } from '../operations/refusals.js';
import type { VOfficeMode } from './v-office-mode.js';
import { V_OFFICE_FAULTS } from './v-office-options.js';

const PATH = '/voffice/Vo2AutoSignSystemImpl';

const faultBody = z.object({ fault: z.enum(V_OFFICE_FAULTS).nullable() });

export interface VOfficeRoutes {
  readonly mode: VOfficeMode;
  readonly desks: Desks;
  /** `http://127.0.0.1:4100` */
  readonly baseUrl: () => string;
  readonly spools: SpoolFolder;
}

/** The wire of vOffice, with its WSDL. */
export function vOfficeRoutes(app: FastifyInstance, { mode, desks, baseUrl, spools }: VOfficeRoutes): void {
  const door = new SoapDoor({
    contract: AUTO_SIGN_CONTRACT,
    // Accounts stand inside the messages there.
    authenticate: 'byNetwork',
    operations: mode.operations(() => desks),
    clock: desks.office.clock,
    maxBytes: soapBodyLimit(MAX_MESSAGE_BYTES),
    spools,
  });
  const wsdl = (): string => publishedWsdl('Vo2AutoSignSystemImplService', `${baseUrl()}${PATH}`, AUTO_SIGN_WSDL);
  soapRoutes(app, { door, paths: [PATH], wsdl });
}

/** What goes wrong with it, for a robot. */
export function vOfficeRobotRoutes(app: FastifyInstance, mode: VOfficeMode): void {
  app.addHook('onRequest', requireNeighbour);
  app.post('/api/voffice', (request) => {
    mode.fault = faultBody.parse(request.body).fault;
    return { fault: mode.fault };
  });
}
