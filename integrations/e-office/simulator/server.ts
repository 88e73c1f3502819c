import { join } from 'node:path';
import fastify, { type FastifyInstance } from 'fastify';
import { ZodError } from 'zod';
import type { Clock } from '../../../src/kernel/clock.js';
import { SpoolFolder } from '../../../src/platform/spool/spool.js';
import { EdxmlCodec } from '../edxml/edxml-codec.js';
import type { Dialect } from '../profiles/profile.js';
import { E_OFFICE_CONTRACT } from '../soap/e-office-contract.js';
import type { NotifyEventRequest } from '../soap/contract.js';
import { SoapClient } from '../soap/client/soap-client.js';
import { SoapDoor } from '../soap/door/soap-door.js';
import { type Authority, openAuthority } from './authority/authority.js';
import { AuthorityPens } from './desks/authority-pens.js';
import { DeskRefusal } from './desks/desk-refusal.js';
import { type Desks, setUpDesks } from './desks/desks.js';
import { authorityRoutes } from './http/authority-routes.js';
import { EDocDesk } from './e-doc/e-doc-desk.js';
import { eDocRoutes } from './e-doc/e-doc-routes.js';
import { FormToken } from './http/guard.js';
import { PageDesk } from './http/page-desk.js';
import { pageRoutes } from './http/page-routes.js';
import { robotRoutes } from './http/robot-routes.js';
import { E_OFFICE_PATHS, eOfficeWsdl, soapBodyLimit, soapRoutes } from './http/soap-routes.js';
import { misbehavingDelivery, misbehavingOperations } from './misbehaviour/misbehaving-answers.js';
import { MisbehavingPens } from './misbehaviour/misbehaving-pens.js';
import { Switchboard } from './misbehaviour/switchboard.js';
import { WrongIdentities } from './misbehaviour/wrong-identities.js';
import { NoticeCourier } from './notice-courier.js';
import { Office } from './office.js';
import { officeOperations } from './operations.js';
import { MessageOperations } from './operations/message-operations.js';
import { MAX_MESSAGE_BYTES } from './operations/refusals.js';
import { type SimulatorOptions, type SimulatorSettings, simulatorSettings } from './options.js';
import { SimulatorStore } from './store.js';
import { VOfficeMode } from './v-office/v-office-mode.js';
import { vOfficeRobotRoutes, vOfficeRoutes } from './v-office/v-office-routes.js';

const NOTIFY_TIMEOUT_MS = 10_000;

export interface RunningSimulator {
  /** `http://127.0.0.1:4100`. */
  readonly url: string;
  /** Root certificate of the test authority, for programs that verify its signatures. */
  readonly rootPem: string;
  /** Ends calls under way and closes the store. */
  stop(): Promise<void>;
}

/**
 * Starts a simulated e-office: SOAP for the department, pages for people, JSON for robots, a test authority's list.
 * Everything it answered is kept in the directory, and a later start goes on from there.
 *
 * @throws ZodError when the settings do not make sense
 */
export async function startSimulator(options: SimulatorOptions): Promise<RunningSimulator> {
  const settings = simulatorSettings.parse(options);
  const store = SimulatorStore.open(options.directory);
  const office = openOffice(store, settings, options.clock);
  const board = new Switchboard();
  if (settings.misbehaviour) board.switchOn(settings.misbehaviour);
  const speaks = (dialect: Dialect): boolean => (settings.profile ?? dialect) === dialect;
  const vOffice = settings.vOffice && speaks('viettel-voffice') ? new VOfficeMode(office, settings.vOffice) : null;
  const courier = hireCourier(office, settings, { board, vOffice });
  const place = new Place();
  const spools = new SpoolFolder(join(options.directory, 'dang-nhan'));
  await spools.sweep(options.clock.now().getTime());
  const honest = new AuthorityPens(place.authority, () => office.parties, settings.entryOnto);
  const pens = new MisbehavingPens(honest, new WrongIdentities(place.authority, office), office, board);
  const desks = setUpDesks(office, pens, board);
  const app = buildServer({ desks, settings, place, spools, vOffice, speaks });
  app.addHook('onSend', (_request, reply, _payload, done) => {
    void reply.header('date', options.clock.now().toUTCString());
    done();
  });
  if (vOffice) openVOffice(app, { mode: vOffice, desks, place, spools });

  place.url = await app.listen({ port: options.port, host: options.host });
  // Only now: certificates say where the list is, and with port 0 that is known only after listening.
  const crlUrl = `${place.url}/ca/crl`;
  const authority = await openAuthority(join(options.directory, 'authority'), { clock: options.clock, crlUrl });
  place.opened = authority;
  courier?.ring();

  return {
    url: place.url,
    rootPem: authority.rootPem(),
    stop: async () => {
      await app.close();
      await courier?.stop();
      vOffice?.close();
      store.close();
    },
  };
}

/** Where the simulator is reached, and the authority that lives there: both known only once it listens. */
class Place {
  url = '';
  opened: Authority | null = null;

  readonly baseUrl = (): string => this.url;

  readonly authority = (): Authority => {
    if (!this.opened) throw new DeskRefusal('unable', 'Hệ thống đang khởi động, hãy thử lại.');
    return this.opened;
  };
}

function openOffice(store: SimulatorStore, settings: SimulatorSettings, clock: Clock): Office {
  const { department, hotline, agencies, madeUpAgencies, leaders, initials, clerk } = settings;
  const organ = ({ agencyCode: id, name, address }: SimulatorSettings['department']): Office['parties']['hotline'] => ({
    id,
    name,
    address,
  });
  store.atomically(() => {
    for (const { agencyCode: code, name } of [department, hotline, ...agencies]) {
      store.agencies.list({ code, name }, clock.now());
    }
    if (madeUpAgencies > 0) store.agencies.fill(madeUpAgencies, clock.now());
  });
  const parties = { department: organ(department), hotline: organ(hotline), staff: { leaders, initials, clerk } };
  return new Office(store, clock, new EdxmlCodec(), parties);
}

/** News of letters that came over the wire of vOffice goes by its callback, all other by our own contract. */
function hireCourier(
  office: Office,
  { callback, vOffice: settings }: SimulatorSettings,
  { board, vOffice }: { readonly board: Switchboard; readonly vOffice: VOfficeMode | null },
): Pick<NoticeCourier, 'ring' | 'stop'> | null {
  if (!callback && settings?.callbackUrl === undefined) return null;
  const { clock } = office;
  const client = callback ? callbackClient(callback, clock) : null;
  const call = async (request: NotifyEventRequest): Promise<unknown> => client?.call('NotifyEvent', request);
  const honest = misbehavingDelivery(call, office, board);
  const courier = new NoticeCourier(office.store.notices, clock, (request) =>
    vOffice?.isOurs(request) === true ? vOffice.tell(request) : honest(request),
  );
  office.listen(() => courier.ring());
  return {
    ring: () => courier.ring(),
    stop: async () => {
      await courier.stop();
      client?.close();
    },
  };
}

function callbackClient(
  { url: endpoint, ...account }: NonNullable<SimulatorSettings['callback']>,
  clock: Clock,
): SoapClient {
  return new SoapClient({ endpoint, ...account, clock, timeoutMs: NOTIFY_TIMEOUT_MS });
}

interface VOfficeParts {
  readonly mode: VOfficeMode;
  readonly desks: Desks;
  readonly place: Place;
  readonly spools: SpoolFolder;
}

function openVOffice(app: FastifyInstance, { mode, desks, place, spools }: VOfficeParts): void {
  desks.office.whenChanged((request) => mode.noteChange(request, desks.registry));
  void app.register((scope, _options, done) => {
    vOfficeRoutes(scope, { mode, desks, baseUrl: place.baseUrl, spools });
    done();
  });
  void app.register((scope, _options, done) => {
    vOfficeRobotRoutes(scope, mode);
    done();
  });
}

interface ServerParts {
  readonly desks: Desks;
  readonly settings: SimulatorSettings;
  readonly place: Place;
  readonly spools: SpoolFolder;
  readonly vOffice: VOfficeMode | null;
  readonly speaks: (dialect: Dialect) => boolean;
}

function buildServer({ desks, settings, place, spools, vOffice, speaks }: ServerParts): FastifyInstance {
  const app = fastify({ logger: false, forceCloseConnections: true });
  app.setErrorHandler((error, _request, reply) => {
    if (error instanceof DeskRefusal)
      return reply.code(error.kind === 'unknown' ? 404 : 409).send({ message: error.message });
    if (error instanceof ZodError)
      return reply.code(400).send({ message: 'Yêu cầu thiếu hoặc sai.', issues: error.issues });
    throw error;
  });
  if (speaks('standard')) openContract(app, { desks, settings, place, spools });
  if (speaks('bkav-edoc')) {
    void app.register((scope, _options, done) => {
      const desk = new EDocDesk(desks.office, new MessageOperations(desks.office, desks.recalls), settings.password);
      eDocRoutes(scope, desk, soapBodyLimit(MAX_MESSAGE_BYTES));
      done();
    });
  }
  void app.register((scope, _options, done) => {
    authorityRoutes(scope, place.authority, desks.board);
    done();
  });
  void app.register((scope, _options, done) => {
    robotRoutes(scope, desks);
    done();
  });
  void app.register((scope, _options, done) => {
    pageRoutes(scope, new PageDesk(desks, new FormToken(), place.baseUrl, vOffice));
    done();
  });
  return app;
}

/** Our own contract. */
function openContract(
  app: FastifyInstance,
  { desks, settings, place, spools }: Pick<ServerParts, 'desks' | 'settings' | 'place' | 'spools'>,
): void {
  const door = new SoapDoor({
    contract: E_OFFICE_CONTRACT,
    operations: misbehavingOperations(
      officeOperations(desks.office, desks.pens, desks.recalls),
      desks.office,
      desks.board,
    ),
    authenticate: (username) => (username === settings.username ? settings.password : null),
    clock: desks.office.clock,
    maxBytes: soapBodyLimit(MAX_MESSAGE_BYTES),
    spools,
  });
  void app.register((scope, _options, done) => {
    const wsdl = (): string => eOfficeWsdl(place.baseUrl());
    soapRoutes(scope, { door, paths: E_OFFICE_PATHS, wsdl });
    done();
  });
}
