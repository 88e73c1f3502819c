import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse as parseForm } from 'node:querystring';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { DeskRefusal } from '../desks/desk-refusal.js';
import { actionNow, signerNow } from '../desks/signer-now.js';
import { LeaderDeskPage, LetterPage } from '../pages/leader-pages.js';
import { RefusalPage } from '../pages/frame.js';
import { OverviewPage } from '../pages/overview-page.js';
import { RegistryPage } from '../pages/registry-page.js';
import type { SignatureFile } from '../store/signature-book.js';
import { protectPage, requireNeighbour } from './guard.js';
import { hotlineRoutes } from './hotline-routes.js';
import { numberRoutes } from './number-routes.js';
import { type PageDesk, show } from './page-desk.js';
import { rehearsalRoutes } from './rehearsal-routes.js';

const PAGES = join(import.meta.dirname, '..', 'pages');
const STYLE = readFileSync(join(PAGES, 'simulator.css'));
const ICON = readFileSync(join(PAGES, 'icon.svg'));
const MAX_LISTED = 30;
const MAX_FORM_BYTES = 256 * 1024;

const pathId = z.object({ id: z.string() });
const pathFile = pathId.extend({ fileId: z.string() });
const actForm = z.object({ token: z.string().optional(), comment: z.string().default('') });

/** The pages of the desks. Every act is a form post that ends in a redirect. */
export function pageRoutes(app: FastifyInstance, page: PageDesk): void {
  app.addHook('onRequest', requireNeighbour);
  app.addHook('onRequest', protectPage);
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: MAX_FORM_BYTES },
    (_request, body, done) => done(null, parseForm(body.toString())),
  );
  app.setErrorHandler((error, _request, reply) => {
    if (!(error instanceof DeskRefusal)) throw error;
    return show(reply, <RefusalPage context={page.context({}, error.message)} />, error.kind === 'unknown' ? 404 : 409);
  });
  app.get('/tep-tinh/simulator.css', (_request, reply) => reply.type('text/css; charset=utf-8').send(STYLE));
  app.get('/tep-tinh/bieu-tuong.svg', (_request, reply) => reply.type('image/svg+xml').send(ICON));
  overviewRoute(app, page);
  leaderRoutes(app, page);
  fileRoutes(app, page);
  registryRoutes(app, page);
  numberRoutes(app, page);
  hotlineRoutes(app, page);
  rehearsalRoutes(app, page);
}

function overviewRoute(app: FastifyInstance, page: PageDesk): void {
  const { office, registry } = page.desks;
  const { store, parties } = office;
  app.get('/', (request, reply) =>
    show(
      reply,
      <OverviewPage
        context={page.context(request.query)}
        baseUrl={page.baseUrl()}
        department={parties.department}
        hotline={parties.hotline}
        waiting={{
          signature: store.signatures.all().filter((letter) => signerNow(office, letter)).length,
          seal: registry.waiting().length,
          pickUp: store.mailbox.all().filter((message) => message.outcome === null).length,
        }}
        received={store.ledger.all().reverse().slice(0, MAX_LISTED)}
        undelivered={store.notices.all().filter((notice) => notice.deliveredAt === null)}
      />,
    ),
  );
}

function leaderRoutes(app: FastifyInstance, page: PageDesk): void {
  const { office, leader } = page.desks;
  app.get('/ky', (request, reply) =>
    show(reply, <LeaderDeskPage office={office} context={page.context(request.query)} />),
  );
  app.get('/ky/:id', (request, reply) => {
    const letter = page.request(request.params);
    return show(reply, <LetterPage office={office} request={letter} context={page.context(request.query)} />);
  });
  app.post('/ky/:id/:act', async (request, reply) => {
    const letter = page.request(request.params);
    const { act } = z.object({ act: z.enum(['ky', 'tra-lai']) }).parse(request.params);
    const { token, comment } = actForm.parse(request.body);
    const signed = actionNow(office, letter) === 'initial' ? 'da-ky-nhay' : 'da-ky';
    try {
      page.token.require(token);
      if (act === 'ky') await leader.sign(letter.id);
      else leader.giveBack(letter.id, comment);
    } catch (error) {
      if (!(error instanceof DeskRefusal)) throw error;
      const context = page.context({}, error.message);
      return show(reply, <LetterPage office={office} request={letter} context={context} comment={comment} />, 409);
    }
    return reply.redirect(`/ky?xong=${act === 'ky' ? signed : 'da-tra-lai'}`, 303);
  });
}

function fileRoutes(app: FastifyInstance, page: PageDesk): void {
  const { signatures } = page.desks.office.store;
  const send = (reply: FastifyReply, file: SignatureFile | undefined): FastifyReply => {
    if (!file) throw new DeskRefusal('unknown', 'Không có tệp này.');
    const pdf = file.contentType === 'application/pdf';
    // Only a PDF is shown in place; anything else that the department submitted is saved, never run.
    return reply
      .header('content-security-policy', pdf ? "frame-ancestors 'self'" : 'sandbox')
      .header(
        'content-disposition',
        `${pdf ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.fileName)}`,
      )
      .type(pdf ? file.contentType : 'application/octet-stream')
      .send(signatures.bytes(file));
  };
  app.get('/ky/:id/tep.pdf', (request, reply) => {
    const files = signatures.files(page.request(request.params).id);
    return send(
      reply,
      files.findLast((file) => file.role === 'main' || file.origin !== 'submitted'),
    );
  });
  app.get('/ky/:id/tep/:fileId', (request, reply) => {
    const { id, fileId } = pathFile.parse(request.params);
    return send(reply, signatures.file(id, fileId));
  });
}

function registryRoutes(app: FastifyInstance, page: PageDesk): void {
  const { office, registry } = page.desks;
  app.get('/van-thu', (request, reply) =>
    show(reply, <RegistryPage office={office} waiting={registry.waiting()} context={page.context(request.query)} />),
  );
  app.post('/van-thu/:id/dong-dau', async (request, reply) => {
    const letter = page.request(request.params);
    try {
      page.token.require(actForm.parse(request.body).token);
      await registry.seal(letter.id);
    } catch (error) {
      if (!(error instanceof DeskRefusal)) throw error;
      const context = page.context({}, error.message);
      return show(reply, <RegistryPage office={office} waiting={registry.waiting()} context={context} />, 409);
    }
    return reply.redirect('/van-thu?xong=da-dong-dau', 303);
  });
}
