import { join } from 'node:path';
import { WriteAnchor } from '../../src/documents/anchoring/write-anchor.js';
import { CheckRegister } from '../../src/documents/application/check-register.js';
import { CopyRegister } from '../../src/documents/application/copy-register.js';
import type { BookOwner } from '../../src/agency-profile/domain/agency-profile.js';
import { AgencyProfiles } from '../../src/agency-profile/index.js';
import { OutgoingRegister } from '../../src/documents/application/outgoing-register.js';
import { RegisterChain } from '../../src/documents/application/register-chain.js';
import { RegisterIncoming } from '../../src/documents/application/register-incoming.js';
import { LostNumbers } from '../../src/documents/application/lost-numbers.js';
import { NumberingHold } from '../../src/documents/application/numbering-hold.js';
import { PositionSources } from '../../src/platform/position/position-sources.js';
import { RegisterNumbers } from '../../src/documents/application/register-numbers.js';
import type { CopyForm } from '../../src/documents/domain/copy.js';
import type { SignedAnchor } from '../../src/documents/domain/anchor.js';
import { RegisterClosingQueries } from '../../src/documents/persistence/register-closing-queries.js';
import { RegisterCheckQueries } from '../../src/documents/persistence/register-check-queries.js';
import { Journal, JournalQueries, VerifyJournal } from '../../src/journal/index.js';
import type { Actor } from '../../src/kernel/actor.js';
import type { Clock } from '../../src/kernel/clock.js';
import { civilDate } from '../../src/kernel/civil-date.js';
import { newId } from '../../src/kernel/ids.js';
import { Database } from '../../src/platform/database/database.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { FolderFileStore } from '../../src/platform/files/folder-file-store.js';
import { readSettings } from '../../src/config/settings.js';

export const REGISTRY_CLERK: Actor = { id: 'c', name: 'Phạm Minh Tuệ', unitId: null, roles: ['registryClerk'] };

/** The registers and the journal of an app, by themselves: what writes them and what proves them. */
export class ChainedApp {
  readonly files: FolderFileStore;
  readonly uow: UnitOfWork;
  readonly closings: RegisterClosingQueries;
  readonly outgoing: OutgoingRegister;
  readonly copies: CopyRegister;
  readonly checkRegister: CheckRegister;
  readonly journal: VerifyJournal;
  readonly anchors: WriteAnchor;
  private readonly incoming: RegisterIncoming;
  private readonly numbers: RegisterNumbers;
  private readonly chain: RegisterChain;

  constructor(
    readonly database: Database,
    readonly directory: string,
    clock: Clock,
    /** Who numbers what comes in. */
    incomingBookOwner: BookOwner = 'here',
  ) {
    const journal = new Journal(clock);
    this.uow = new UnitOfWork(database);
    const hold = new NumberingHold(database, this.uow, clock, journal);
    const numbers = new RegisterNumbers(hold);
    const chain = new RegisterChain(clock);
    const settings = readSettings({ HOI_AM_DATA: directory });
    const agencyProfiles = new AgencyProfiles(settings, clock, database);
    agencyProfiles.ownerOf = (book) => Promise.resolve(book === 'incoming' ? incomingBookOwner : 'here');
    const lost = new LostNumbers(clock, numbers, chain, journal, new PositionSources(), agencyProfiles);
    const registers = new RegisterCheckQueries(database);
    const lines = new JournalQueries(database);
    this.numbers = numbers;
    this.chain = chain;
    this.closings = new RegisterClosingQueries(database);
    this.files = new FolderFileStore(join(directory, 'tep'));
    this.incoming = new RegisterIncoming(clock, numbers, lost, chain, journal, agencyProfiles);
    this.outgoing = new OutgoingRegister(clock, numbers, lost, chain, journal);
    this.copies = new CopyRegister(clock, numbers, chain, journal);
    this.checkRegister = new CheckRegister(registers, this.files, this.closings);
    this.journal = new VerifyJournal(lines);
    this.anchors = new WriteAnchor(settings, clock, lines, registers, hold);
  }

  /** The outgoing book of this year goes on from another. */
  async begin(year: number, first: number): Promise<void> {
    const book = 'outgoing' as const;
    await this.uow.run(async (tx) => {
      await this.numbers.beginAt(tx, { book, year, first });
      const by = { proposedBy: 'Phạm Minh Tuệ', confirmedBy: 'Đỗ Quốc Khánh' };
      await this.chain.begin(tx, { book, year, first, basis: `sổ giấy, số cuối ${first - 1}`, ...by });
    });
  }

  /** A document with one file arrives. @returns its id */
  async receive(code: string): Promise<string> {
    const content = Buffer.from(`Phản ánh ${code}`);
    const sha256 = await this.files.put(content);
    const entry = {
      ...{ senderCode: '000.00.22.H24', senderName: 'Tổng đài 1022', code, issuedDate: civilDate('2026-03-16') },
      ...{ typeName: 'Phản ánh', subject: `Phản ánh số ${code}`, priority: 0, documentId: newId(), messageId: null },
      messageSignature: null,
      queuedAt: new Date('2026-03-16T01:00:00Z'),
      files: [
        {
          name: 'phan-anh.txt',
          contentType: 'text/plain',
          size: content.length,
          sha256,
          refusal: null,
          signature: null,
        },
      ],
    };
    return (await this.uow.run((tx) => this.incoming.register(tx, REGISTRY_CLERK, entry))).id;
  }

  /** A signed letter gets its number. @returns its id */
  async number(): Promise<string> {
    const entry = {
      ...{ notation: 'SGDĐT-GDTrH', typeName: 'Công văn', subject: 'trả lời kiến nghị', keeper: 'VT, GDTrH' },
      ...{ signerName: 'Hoàng Thị Minh Nguyệt', recipients: ['Tổng đài 1022'], replyToId: null },
      signatureRequestId: newId(),
    };
    return (await this.uow.run((tx) => this.outgoing.number(tx, REGISTRY_CLERK, entry))).id;
  }

  /** A certified copy of a scan gets its number. @returns its id */
  async copy(form: CopyForm = 'SY'): Promise<string> {
    const entry = {
      ...{ form, notation: `${form}-SGDĐT`, typeName: 'Quyết định', code: '12/QĐ-UBND', issuer: 'UBND thành phố' },
      ...{ originalDate: civilDate('2026-03-02'), subject: 'về năm học mới', recipients: ['Trường THPT Núi Voi'] },
      ...{ keeper: 'VT', askedBy: null, pages: null, source: 'scan' as const, sourceId: null },
      baseSha256: await this.files.put(Buffer.from('bản quét')),
    };
    return (await this.uow.run((tx) => this.copies.number(tx, REGISTRY_CLERK, entry))).id;
  }

  async sealCopy(id: string): Promise<void> {
    const sha256 = await this.files.put(Buffer.from(`bản sao đã ký ${id}`));
    await this.uow.run((tx) => this.copies.markSealed(tx, REGISTRY_CLERK, id, sha256));
  }

  async seal(id: string): Promise<void> {
    const sha256 = await this.files.put(Buffer.from(`Công văn đã đóng dấu ${id}`));
    await this.uow.run((tx) => this.outgoing.markSealed(tx, REGISTRY_CLERK, id, sha256));
  }

  async release(id: string): Promise<void> {
    await this.uow.run((tx) => this.outgoing.markReleased(tx, REGISTRY_CLERK, id));
  }

  async voidNumber(id: string, reason: string): Promise<void> {
    await this.uow.run((tx) => this.outgoing.voidNumber(tx, REGISTRY_CLERK, id, reason));
  }

  /** What the chains of every register and of the journal say against themselves: `outgoing line-changed 3`, `journal chain-broken 5`. */
  async flaws(anchor: SignedAnchor | null = null): Promise<readonly string[]> {
    const found: string[] = [];
    for (const book of await this.checkRegister.books()) {
      const anchored = (anchor?.registers ?? []).filter((one) => one.book === book.book && one.year === book.year);
      const { flaws } = await this.checkRegister.check(book, anchored);
      found.push(
        ...flaws.map((flaw) =>
          [book.book, flaw.code, 'number' in flaw ? flaw.number : 'seq' in flaw ? flaw.seq : ''].join(' ').trimEnd(),
        ),
      );
    }
    const { flaws } = await this.journal.verify(anchor === null ? [] : [anchor.journal]);
    const broken = flaws.filter(({ code }) => code !== 'unguarded');
    return [...found, ...broken.map(({ code, seq }) => `journal ${code} ${String(seq)}`)];
  }
}
