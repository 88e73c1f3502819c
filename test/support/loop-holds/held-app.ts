import type { Expectation } from '../../e2e/access-matrix/expectation.js';
import { AccessApp } from '../access/access-app.js';
import { fillApp } from './full-app.js';
import { LARGEST_FILES } from './largest-files.js';
import { LargestInputs, type LargestInput } from './largest-inputs.js';
import { LoopWatch } from './loop-watch.js';

export interface Hold {
  readonly route: string;
  readonly what: string;
  readonly status: number;
  readonly ms: number;
}

const WHOLE_YEAR = '?tu=2026-01-01&den=2026-12-31';
/** Exports of as much as there is. */
const QUERIES = {
  'GET /so-tiep-nhan.xlsx': WHOLE_YEAR,
  'GET /so-van-ban/:book.xlsx': `${WHOLE_YEAR}&nam=2026`,
  'GET /so-van-ban/:book.docx': `${WHOLE_YEAR}&nam=2026`,
  'GET /nhat-ky/xuat.csv': WHOLE_YEAR,
  'GET /nhat-ky/xuat.jsonl': WHOLE_YEAR,
};

/** An app with full books, in this process, that answers over real connections while its event loop is watched. */
export class HeldApp {
  private constructor(
    private readonly access: AccessApp,
    private readonly origin: string,
    private readonly inputs: LargestInputs,
  ) {}

  static async open(lines: number): Promise<HeldApp> {
    const access = await AccessApp.open();
    return HeldApp.over(access, lines, await bringImport(access));
  }

  /** @param brought an import that is waiting, by the name in its address */
  static async over(access: AccessApp, lines: number, brought: Readonly<Record<string, string>>): Promise<HeldApp> {
    access.rehearse(false);
    await fillApp(access, lines);
    const origin = await access.app.listen();
    const own = { 'GET /nhap-phieu/:id': brought, 'POST /nhap-phieu/:id/xac-nhan': brought };
    return new HeldApp(access, origin, new LargestInputs(access, own, QUERIES));
  }

  close(): Promise<void> {
    return this.access.close();
  }

  routes(): readonly string[] {
    return this.access.routes().map(({ method, path }) => `${method} ${path}`);
  }

  /**
   * The longest hold of the event loop by any of the largest inputs of a route. What is over the limit is sent again, twice: code that is compiled
   * or loaded once, and what the machine did meanwhile, is no part of it.
   *
   * @param chosen which of the inputs; all where it is left out
   */
  async longest(
    route: string,
    expectation: Expectation,
    { limitMs, chosen }: { readonly limitMs: number; readonly chosen?: RegExp },
  ): Promise<Hold> {
    let longest: Hold = { route, what: '', status: 0, ms: 0 };
    for await (const input of this.inputs.of(route, expectation, chosen)) {
      if (chosen?.test(input.what) === false) continue;
      let hold = await this.held(route, input);
      for (let again = 0; again < 2 && hold.ms >= limitMs; again += 1) {
        const next = await this.held(route, input);
        if (next.ms < hold.ms) hold = next;
      }
      if (hold.ms > longest.ms) longest = hold;
    }
    return longest;
  }

  private async held(route: string, input: LargestInput): Promise<Hold> {
    this.access.rehearse(input.method !== 'GET');
    const caller = this.access.caller(input.standing, 'gdtrh');
    let status = 0;
    const ms = await LoopWatch.over(async () => ({ status } = await caller.send(this.origin, input)));
    return { route, what: input.what, status, ms };
  }
}

async function bringImport(access: AccessApp): Promise<Readonly<Record<string, string>>> {
  const file = await LARGEST_FILES['xlsx']?.();
  access.rehearse(false);
  const clerk = await access.app.browserOf('tiepnhan');
  await clerk.get('/nhap-phieu');
  const content = new Uint8Array(file?.content ?? Buffer.alloc(0));
  const answer = await clerk.postFile('/nhap-phieu', {}, { field: 'file', name: file?.name ?? '', content });
  const id = /\/nhap-phieu\/([^/?#]+)$/u.exec(String(answer.headers.location))?.[1];
  if (id === undefined) throw new Error(`The import was not taken: ${String(answer.statusCode)}`);
  return { id };
}
