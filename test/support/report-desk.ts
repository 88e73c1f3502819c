import { SignatureQueries, type SignatureRequestEntity } from '../../src/signing/index.js';
import type { TestApp } from './test-app.js';
import type { TestBrowser } from './test-browser.js';
import { textOf } from './web-visitor.js';

/** What a monthly report is asked for with. */
const WISH = { kind: 'monthly', cutOff: 'day15', day: '2026-03-20', firstDay: '', lastDay: '' };

/** Those who write reports of an agency, approve and number their documents. */
export class ReportDesk {
  private constructor(
    private readonly app: TestApp,
    readonly people: Readonly<Record<'supervisor' | 'leader' | 'clerk', TestBrowser>>,
  ) {}

  static async open(app: TestApp): Promise<ReportDesk> {
    const [supervisor, leader, clerk] = [
      await app.browserOf('giamsat'),
      await app.browserOf('khanh'),
      await app.browserOf('vanthu'),
    ];
    return new ReportDesk(app, { supervisor, leader, clerk });
  }

  /** Posts as this person, and reads where it leads. */
  async act(
    who: TestBrowser,
    page: string,
    path: string,
    fields: Record<string, string | readonly string[]> = {},
  ): Promise<string> {
    await who.get(page);
    return textOf((await who.follow(await who.post(`${page}${path}`, fields))).body);
  }

  /** @returns where a report stands that is not frozen yet, and its page */
  async made(): Promise<{ readonly report: string; readonly body: string }> {
    const { supervisor } = this.people;
    await supervisor.get('/bao-cao');
    const { body } = await supervisor.follow(await supervisor.post('/bao-cao', WISH));
    return { report: `/bao-cao/${/bao-cao\/([0-9a-f-]{36})\/chot/u.exec(body)?.[1] ?? ''}`, body };
  }

  /** @param made as it was seen */
  async freeze({ report, body }: { readonly report: string; readonly body: string }): Promise<void> {
    const seen = /name="seen" value="([0-9a-f]{64})"/u.exec(body)?.[1] ?? '';
    await this.people.supervisor.post(`${report}/chot`, { seen });
  }

  /** @returns the page of the draft that the press leads to */
  async begun(report: string): Promise<string> {
    const { supervisor } = this.people;
    await supervisor.get(report);
    const { body } = await supervisor.follow(await supervisor.post(`${report}/van-ban`));
    await this.app.work();
    return /action="(\/du-thao\/[0-9a-f-]{36})\/bo"/u.exec(body)?.[1] ?? '';
  }

  /** Content and form are approved, and the letter is at its leader. */
  async submitted(draft: string): Promise<SignatureRequestEntity> {
    const { supervisor, leader, clerk } = this.people;
    await this.act(supervisor, draft, '/trinh');
    expect(await this.act(leader, draft, '/duyet-noi-dung')).toContain('Đã duyệt nội dung');
    expect(await this.act(clerk, draft, '/duyet-the-thuc')).toContain('Đã duyệt thể thức');
    await this.act(supervisor, draft, '/trinh-ky');
    await this.app.work();
    const [request] = await this.app.nest.get(SignatureQueries).ofDraft(draft.replace('/du-thao/', ''));
    return request!;
  }
}
