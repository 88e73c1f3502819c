import { EdxmlCodec } from '../../integrations/e-office/edxml/edxml-codec.js';
import { OutgoingDocumentEntity } from '../../src/documents/index.js';
import { SyncAgencies } from '../../src/exchange/index.js';
import type { DocumentMessage } from '../../src/exchange/ports/message.js';
import { Database } from '../../src/platform/database/database.js';
import { SignatureQueries } from '../../src/signing/index.js';
import { SigningApp } from './signing-app.js';
import type { TestApp } from './test-app.js';
import type { TestBrowser } from './test-browser.js';
import { textOf } from './web-visitor.js';

type Fields = Record<string, string | readonly string[]>;

/** An agency that the e-office's directory knows. */
export const HOME_AFFAIRS = { code: 'H24.7', name: 'Sở Nội vụ thành phố Hải Phòng' };

/** The people who take documents from their entry to their release, each in a browser, before a signing desk. */
export class DocumentDesk {
  private constructor(
    readonly signing: SigningApp,
    readonly officer: TestBrowser,
    readonly head: TestBrowser,
    readonly leader: TestBrowser,
    readonly clerk: TestBrowser,
  ) {}

  static async open(): Promise<DocumentDesk> {
    const signing = await SigningApp.open();
    const { app } = signing;
    app.transport.directory = [{ ...HOME_AFFAIRS, active: true }];
    await app.nest.get(SyncAgencies).runDue();
    const [officer, head] = [await app.browserOf('ngoc'), await app.browserOf('thang')];
    return new DocumentDesk(signing, officer, head, await app.browserOf('khanh'), await app.browserOf('vanthu'));
  }

  get app(): TestApp {
    return this.signing.app;
  }

  close(): Promise<void> {
    return this.signing.close();
  }

  /** Does an act of a page, and reads the page that answers. */
  async act(
    who: TestBrowser,
    page: string,
    path: string,
    fields: Fields = {},
  ): Promise<{ readonly text: string; readonly body: string }> {
    await who.get(page);
    const { body } = await who.follow(await who.post(`${page}${path}`, fields));
    return { text: textOf(body), body };
  }

  /** Written, approved by two, submitted, signed, numbered, sealed. @returns its line in the register */
  async released(draft: string, form: Fields): Promise<OutgoingDocumentEntity> {
    const version = /name="version" value="(\d+)"/u.exec((await this.officer.get(draft)).body)?.[1] ?? '';
    const saved = await this.act(this.officer, draft, '', { ...form, version });
    expect(saved.text).toContain('Đã lưu bản thảo');
    await this.app.work();
    return this.sentOn(draft);
  }

  /** The same for one that is written. */
  async sentOn(draft: string): Promise<OutgoingDocumentEntity> {
    expect((await this.act(this.officer, draft, '/trinh')).text).toContain('Đã trình duyệt nội dung');
    expect((await this.act(this.head, draft, '/duyet-noi-dung')).text).toContain('Đã duyệt nội dung');
    expect((await this.act(this.clerk, draft, '/duyet-the-thuc')).text).toContain('Đã duyệt thể thức');
    await this.act(this.officer, draft, '/trinh-ky');
    await this.app.work();
    const [request] = await this.app.nest.get(SignatureQueries).ofDraft(draft.replace('/du-thao/', ''));
    const signed = await this.signing.sign(this.app.desk.submitted.at(-1)!.file.content);
    const { request: after } = await this.signing.seal(await this.signing.comesBack(request!, signed), signed);
    await this.app.work();
    const lines = this.app.nest.get(Database).reader.getRepository(OutgoingDocumentEntity);
    return lines.findOneByOrFail({ id: after.outgoingDocumentId ?? '' });
  }

  /** The documents that have left. */
  documents(): readonly DocumentMessage[] {
    return this.app.transport.sent.flatMap(({ bytes }) => {
      const { message } = new EdxmlCodec().read(bytes);
      return message?.kind === 'document' ? [message] : [];
    });
  }
}

/** The address of the draft that a page shows; empty where it shows none. */
export const draftIn = (body: string): string => /action="(\/du-thao\/[0-9a-f-]{36})\/bo"/u.exec(body)?.[1] ?? '';
