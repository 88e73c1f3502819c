import { jest } from '@jest/globals';
import { X509Certificate } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fastify, type FastifyInstance } from 'fastify';
import { openAuthority, type Authority } from '../../integrations/e-office/simulator/authority/authority.js';
import { authorityRoutes } from '../../integrations/e-office/simulator/http/authority-routes.js';
import { Switchboard } from '../../integrations/e-office/simulator/misbehaviour/switchboard.js';
import { HttpCrlSource } from '../../integrations/trust/http-crl-source.js';
import { readRevocationList } from '../../src/signing/domain/certificates/revocation-list.js';
import { NoticeEntity } from '../../src/notices/persistence/notices.entities.js';
import { Database } from '../../src/platform/database/database.js';
import { CrlSource } from '../../src/signing/ports/crl-source.port.js';
import { TrustAnchors } from '../../src/signing/ports/trust-anchors.port.js';
import { RefreshLists, RevocationLists } from '../../src/signing/trust/index.js';
import { TestApp } from '../support/test-app.js';
import { textOf } from '../support/web-visitor.js';

const HOUR = 3_600_000;

describe('lists of revoked certificates, from an authority over HTTP', () => {
  let directory: string;
  let app: TestApp;
  let server: FastifyInstance;
  let authority: Authority;
  let address: string;
  /** What the authority's address answers instead of its list. */
  let instead: Buffer | null = null;

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'trust-lists-'));
    app = await TestApp.open();
    server = fastify();
    server.addHook('onRequest', (_request, reply, next) => {
      if (instead === null) next();
      else void reply.send(instead);
    });
    authorityRoutes(server, () => authority, new Switchboard());
    const url = await server.listen({ host: '127.0.0.1', port: 0 });
    address = `${url}/ca/crl`;
    authority = await openAuthority(directory, { clock: app.clock, crlUrl: address });
    const source = new HttpCrlSource([new URL(url).host], app.clock);
    jest.spyOn(app.nest.get(TrustAnchors), 'anchors').mockResolvedValue([new X509Certificate(authority.rootPem()).raw]);
    jest.spyOn(app.nest.get(CrlSource), 'fetch').mockImplementation((asked) => source.fetch(asked));
  });
  afterEach(async () => {
    instead = null;
    await server.close();
    await app.close();
    await rm(directory, { recursive: true, force: true });
  });

  const lists = (): RevocationLists => app.nest.get(RevocationLists);
  const refreshing = (): RefreshLists => app.nest.get(RefreshLists);
  const page = async (): Promise<string> => textOf((await (await app.browserOf('quantri')).get('/kho-tin-cay')).body);

  it('keeps a list, and serves it while it speaks though the authority is silent', async () => {
    const first = await lists().fetch(address);
    expect(await page()).toContain('Chứng thực thử');
    await server.close();

    app.clock.advance(10 * HOUR);
    expect((await lists().fetch(address)).equals(first)).toBe(true);
    expect(await page()).toContain('Chưa lấy được danh sách chứng thư bị thu hồi');
    app.clock.advance(20 * HOUR);
    await expect(lists().fetch(address)).rejects.toThrow('Chưa lấy được');
    expect(await page()).toContain('chữ ký của tổ chức chứng thực này đang là “Chưa đủ căn cứ”');
  });

  it('learns of a revocation within minutes', async () => {
    const { serial } = await authority.identityOf('khanh', { fullName: 'Đỗ Quốc Khánh', title: '', department: '' });
    expect(readRevocationList(await lists().fetch(address)).revoked.size).toBe(0);
    app.clock.advance(2 * 60_000);
    await authority.revoke(serial);
    expect(readRevocationList(await lists().fetch(address)).revoked.size).toBe(1);
  });

  it('does not go back to an older list, nor to what the authority did not sign', async () => {
    const older = await lists().fetch(address);
    app.clock.advance(2 * 60_000);
    await authority.revoke('0a');
    const newer = await lists().fetch(address);

    for (const offered of [older, Buffer.from('<html>đăng nhập</html>')]) {
      app.clock.advance(2 * 60_000);
      instead = offered;
      expect((await lists().fetch(address)).equals(newer)).toBe(true);
    }
    expect(await page()).toContain('không phải danh sách thu hồi');
  });

  it('asks for the next list before the one before ends, and tells the administrator of one that cannot be had', async () => {
    const first = readRevocationList(await lists().fetch(address));
    app.clock.advance(13 * HOUR);
    await refreshing().run();
    const second = readRevocationList(await lists().fetch(address));
    expect(second.thisUpdate.getTime()).toBe(first.thisUpdate.getTime() + 13 * HOUR);

    await server.close();
    const told = (): Promise<number> =>
      app.nest.get(Database).reader.manager.countBy(NoticeEntity, { staffId: 'quantri' });
    for (const [hours, notices] of [
      [2, 0],
      [7, 1],
      [0, 1],
      [24, 2],
    ] as const) {
      app.clock.advance(hours * HOUR);
      await refreshing().run();
      expect([hours, await told()]).toEqual([hours, notices]);
    }
  });

  it('refuses an address whose host is not allowed', async () => {
    await expect(lists().fetch('http://169.254.169.254/crl')).rejects.toThrow('không có trong danh sách cho phép');
    expect(await page()).not.toContain('169.254');
  });
});
