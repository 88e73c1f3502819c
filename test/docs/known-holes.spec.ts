import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

const ROOT = join(import.meta.dirname, '../..');

/** A registry that knows advisories, and hears which packages are asked about. */
class Registry {
  readonly asked: string[] = [];
  private constructor(private readonly server: Server) {}

  static async open(status: number, advisories: object): Promise<Registry> {
    const server = createServer((request, response) => {
      const pieces: Buffer[] = [];
      request.on('data', (piece: Buffer) => pieces.push(piece));
      request.on('end', () => {
        const body = Buffer.concat(pieces);
        const text = request.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body;
        if (request.method === 'POST') registry.asked.push(...Object.keys(JSON.parse(text.toString()) as object));
        // What it has of each package is asked for too, and not needed.
        response.writeHead(request.method === 'POST' ? status : 404, { 'content-type': 'application/json' });
        response.end(JSON.stringify(request.method === 'POST' ? advisories : {}));
      });
    });
    const registry = new Registry(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return registry;
  }

  get url(): string {
    return `http://127.0.0.1:${String((this.server.address() as AddressInfo).port)}/`;
  }

  close(): void {
    this.server.close();
    this.server.closeAllConnections();
  }
}

describe('the command that names packages with known holes', () => {
  const cache = mkdtempSync(join(tmpdir(), 'hoi-am-npm-'));
  afterAll(() => rmSync(cache, { recursive: true }));

  const run = (registry: string): Promise<{ readonly code: number | null; readonly said: string }> =>
    new Promise((resolve) => {
      const env = {
        ...process.env,
        npm_config_registry: registry,
        npm_config_cache: cache,
        npm_config_fetch_retries: '0',
      };
      const child = spawn(process.execPath, ['.ci/known-holes.mjs'], { cwd: ROOT, env });
      let said = '';
      for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (said += text.toString()));
      child.on('close', (code) => resolve({ code, said }));
    });

  it('finds none, and has asked about what runs alone', async () => {
    const registry = await Registry.open(200, {});
    expect(await run(registry.url)).toMatchObject({
      code: 0,
      said: expect.stringContaining('Không gói nào') as string,
    });
    expect(['fastify', 'jest'].filter((name) => registry.asked.includes(name))).toEqual(['fastify']);
    registry.close();
  });

  it('names each package with its hole', async () => {
    const url = 'https://github.com/advisories/GHSA-0000';
    const advisory = { id: 1, url, title: 'Đọc quá vùng nhớ', severity: 'high', vulnerable_versions: '>=1.0.0' };
    const registry = await Registry.open(200, { pizzip: [advisory] });
    const { code, said } = await run(registry.url);
    expect(code).toBe(1);
    expect(said).toMatch(/^pizzip \d+\.\d+\.\d+, mức high: Đọc quá vùng nhớ \(https:.*GHSA-0000\)/mu);
    registry.close();
  });

  it.each([
    ['where the registry does not answer the question', 405],
    ['where there is none', null],
  ])('says that it could not look, %s', async (_where, status) => {
    const registry = status === null ? null : await Registry.open(status, {});
    const { code, said } = await run(registry?.url ?? 'http://127.0.0.1:9/');
    expect([code, said.includes('Chưa đối chiếu được'), said.includes('có lỗ hổng đã công bố')]).toEqual([
      2,
      true,
      false,
    ]);
    registry?.close();
  });
});
