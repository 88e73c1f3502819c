import { join } from 'node:path';
import { constants } from 'node:zlib';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import csrf from '@fastify/csrf-protection';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import session from '@fastify/session';
import statics from '@fastify/static';
import { ForbiddenException, UnsupportedMediaTypeException } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { Settings } from '../../config/settings.js';
import { Clock } from '../../kernel/clock.js';
import { Database } from '../database/database.js';
import { Leaving } from '../leaving.js';
import { withOneLook } from '../database/reference-versions.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { acceptFiles, loadFiles, readOffTooLarge } from './bodies/accept-files.js';
import { admitPrograms } from './bearer.js';
import { boundBodies } from './bodies/bound-bodies.js';
import { boundFields } from './bodies/bound-fields.js';
import { tokenOf } from './bodies/form-owner.js';
import { keepBytes } from './bodies/kept-bytes.js';
import { mayComeFromOurPages } from './own-pages.js';
import { requirePlainBodies } from './bodies/plain-bodies.js';
import { routeOf } from './route-of.js';
import { traceRequests } from './trace-requests.js';
import { SpoolFolder } from '../spool/spool.js';
import { secretOf } from '../files/secrets.js';
import { withCutLists } from '../cut-lists.js';
import { CALLS_A_MINUTE, REQUESTS_A_MINUTE } from '../rate-limits.js';
import { countStore } from './rates/count-store.js';
import { MINUTE_MS, SharedCounts } from './rates/shared-counts.js';
import { Log } from '../telemetry/log.js';
import { ProcessMetrics } from '../telemetry/process-metrics.js';
import { DatabaseSessionStore } from '../sessions/session-store.js';
import { UNATTENDED_HEADER, withoutUse } from '../sessions/unattended.js';

/** A folder served under a path; file names change with their content or the version, so browsers keep them. */
export interface StaticRoot {
  readonly prefix: string;
  readonly directory: string;
}

/** A seventh less than the quality that is usual for answers made anew, for a millisecond more in half a megabyte. */
export const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } };

/** The kind of answer that never ends by itself. */
export const EVENTS = 'text/event-stream';

const ONLY_READ: readonly string[] = ['GET', 'HEAD'];
const SAFE_METHODS: readonly string[] = [...ONLY_READ, 'OPTIONS'];

/** They say how the service is, and must stand when no session can be read. */
const WITHOUT_SESSION = /^\/(?:tinh-trang|health\/\w+)$/u;

/** Paths of doors that know their callers by other means than a session. */
const MACHINE_PATHS = /^\/(soap|health|open311|webhooks)\//;

declare module 'fastify' {
  interface FastifyRequest {
    /** The form's CSRF token is missing or of another session; Fastify passes on only the status. */
    tokenRefused?: boolean;
  }

  interface FastifyContextConfig {
    /** A form for people whom no session knows: there is no right of theirs that another site's page could borrow, so no token is asked for. */
    readonly withoutSession?: true;
  }
}

/** Everything between the socket and the controllers, in the order in which it must stand; used by the app and by tests alike. */
export async function configureHttp(app: NestFastifyApplication, roots: readonly StaticRoot[]): Promise<void> {
  const settings = app.get(Settings);
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
    },
    crossOriginEmbedderPolicy: false,
    // Within the app a refused form finds its way back; outside nobody learns which ticket was open.
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: settings.production,
  });
  await app.register(rateLimit, {
    max: (request) => (routeOf(request).startsWith('/soap/') ? CALLS_A_MINUTE : REQUESTS_A_MINUTE),
    timeWindow: MINUTE_MS,
    store: countStore(app.get(SharedCounts)),
  });
  keepNothingInCaches(app);
  stayOnOurSite(app);
  keepNoConnectionOnceLeaving(app);
  measureAnswers(app);
  traceRequests(app.getHttpAdapter().getInstance(), (route) => MACHINE_PATHS.test(route));
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', (_request, _reply, done) => withCutLists(done))
    .addHook('onRequest', ({ method }, _reply, done) => {
      if (ONLY_READ.includes(method)) withOneLook(done);
      else done();
    })
    .addHook('onRequest', ({ headers }, _reply, done) => {
      if (headers[UNATTENDED_HEADER] !== undefined || isOfEvents(headers.accept)) withoutUse(done);
      else done();
    });
  await app.register(compress, { threshold: 1024, globalDecompression: false, brotliOptions: BROTLI });
  await serveFiles(app, roots);
  await app.register(cookie);
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', (request, _reply, done) => {
      if (WITHOUT_SESSION.test(routeOf(request))) request.cookies = {};
      done();
    });
  await registerSessions(app, settings);
  admitPrograms(app);
  readOffTooLarge(app);
  requirePlainBodies(app);
  boundBodies(app);
  boundFields(app);
  keepBytes(app);
  acceptXml(app);
  acceptFiles(app, new SpoolFolder(join(settings.dataDirectory, 'dang-nhan')));
}

/** Whether a page wants to be told what happens: a connection that stays, opened by its script. */
export function isOfEvents(accept: string | undefined): boolean {
  return accept?.includes(EVENTS) === true;
}

/** Pages, refusals and redirects name people and tickets: no cache keeps an answer that does not say that it may. */
function keepNothingInCaches(app: NestFastifyApplication): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onSend', (_request, reply, payload, done) => {
      if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-store');
      done(null, payload);
    });
}

/** A proxy that kept a connection would send its next request to a process that has ended. */
function keepNoConnectionOnceLeaving(app: NestFastifyApplication): void {
  const leaving = app.get(Leaving);
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onSend', (_request, reply, payload, done) => {
      if (leaving.hasBegun) void reply.header('connection', 'close');
      done(null, payload);
    });
}

function measureAnswers(app: NestFastifyApplication): void {
  const metrics = app.get(ProcessMetrics);
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onResponse', (request, reply, done) => {
      const { method, routeOptions } = request;
      const route = routeOptions.url ?? 'none';
      const { statusCode: status, elapsedTime } = reply;
      // How long a page was looked at says nothing of how long anybody waited.
      if (reply.getHeader('content-type') !== EVENTS)
        metrics.observe({ method, route, status, seconds: elapsedTime / 1000 });
      done();
    });
}

/** A path that a browser reads as one of ours: `//host`, and whatever it makes of a backslash or a hidden character, is another site. */
const OUR_PATH = /^\/(?![/\\])[^\\\p{Cc}]*$/u;

/** Refuses redirects to other sites (open redirect). */
function stayOnOurSite(app: NestFastifyApplication): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onSend', (_request, reply, payload, done) => {
      const location = reply.getHeader('location');
      if (location !== undefined && !OUR_PATH.test(String(location))) void reply.header('location', '/');
      done(null, payload);
    });
}

/** In a scope of their own before the sessions: a style sheet needs no look into the database. */
async function serveFiles(app: NestFastifyApplication, roots: readonly StaticRoot[]): Promise<void> {
  await app.register(async (scope: FastifyInstance) => {
    for (const [index, { prefix, directory }] of roots.entries()) {
      await scope.register(statics, {
        root: directory,
        prefix,
        decorateReply: index === 0,
        maxAge: '1h',
        index: false,
      });
    }
  });
}

async function registerSessions(app: NestFastifyApplication, settings: Settings): Promise<void> {
  const { idleMinutes, longestHours } = settings.session;
  const limits = { idleMs: idleMinutes * 60_000, longestMs: longestHours * 3_600_000 };
  await app.register(session, {
    secret: settings.session.secret ?? (await secretOf(settings.dataDirectory, 'phien')),
    cookieName: settings.production ? '__Host-sid' : 'sid',
    saveUninitialized: false,
    rolling: false,
    cookie: { httpOnly: true, sameSite: 'lax', secure: settings.production, path: '/' },
    store: new DatabaseSessionStore(app.get(Database), app.get(UnitOfWork), app.get(Clock), limits, app.get(Log)),
  });
  await app.register(csrf, { sessionPlugin: '@fastify/session', getToken: (request) => tokenOf(request) });
  const server = app.getHttpAdapter().getInstance();
  server.addHook('preHandler', (request, reply, done) => {
    const mayBeForged = !SAFE_METHODS.includes(request.method) && !MACHINE_PATHS.test(routeOf(request));
    // No page of another site makes a browser send a token of a program.
    if (!mayBeForged || request.bearer) done();
    else if (!mayComeFromOurPages(request, settings.http.publicUrl)) done(new ForbiddenException());
    else if (request.routeOptions.config.withoutSession) done();
    else {
      request.tokenRefused = true;
      server.csrfProtection(request, reply, () => {
        request.tokenRefused = false;
        done();
      });
    }
  });
  loadFiles(app);
}

/**
 * SOAP bodies reach their door as they come: the door itself counts them, and refuses and records what is over its cap. Any other route would take the
 * request itself for its form, and show or keep what stands in it, cookies too.
 */
function acceptXml(app: NestFastifyApplication): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addContentTypeParser(['text/xml', 'application/soap+xml'], (request, body, done) => {
      if (routeOf(request).startsWith('/soap/')) done(null, body);
      else done(new UnsupportedMediaTypeException(), undefined);
    });
}
