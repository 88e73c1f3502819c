import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { SealClosing } from '../../src/documents/anchoring/seal-closing.js';
import {
  CloseRegister,
  CopyRegister,
  EnterOtherDocument,
  IncomingDocumentEntity,
  RegisterClosingQueries,
  RegisterIncoming,
  type BookOfYear,
} from '../../src/documents/index.js';
import type { ClosingDigest } from '../../src/documents/domain/register-closing.js';
import { isSigned, type Signed } from '../../src/documents/domain/signed.js';
import { CopyDocumentEntity } from '../../src/documents/persistence/copy-document.entity.js';
import { RegisterEntryEntity } from '../../src/documents/persistence/register-entry.entity.js';
import { RegisterPrintEntity } from '../../src/documents/persistence/register-print.entity.js';
import { Settings } from '../../src/config/settings.js';
import { CheckRegister, OutgoingDocumentEntity, OutgoingRegister } from '../../src/documents/index.js';
import { civilDate } from '../../src/kernel/civil-date.js';
import { newId } from '../../src/kernel/ids.js';
import { Database } from '../../src/platform/database/database.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { YEAR_CLOSED } from '../../src/platform/database/year-lock.js';
import { FileStore } from '../../src/platform/files/file-store.js';
import { REGISTRY_CLERK as clerk } from '../support/chained-app.js';
import { decideOwner } from '../support/order-of-acts.js';
import { TestApp } from '../support/test-app.js';
import { unguardRegisters } from '../support/unguarded.js';

const OUTGOING = { book: 'outgoing', year: 2025 } as const;
const COPIES = { book: 'copies', year: 2025 } as const;
const INCOMING = { book: 'incoming', year: 2025 } as const;

describe('yearly closing locks the registers (rule 48)', () => {
  let app: TestApp;
  let uow: UnitOfWork;
  const get = <T>(type: abstract new (...args: never[]) => T): T => app.nest.get(type, { strict: false });
  const sql = (statement: string): Promise<unknown> => app.nest.get(Database).writer.query(statement);
  const close = (book: BookOfYear) => get(CloseRegister).close(clerk, book);
  const flawsOf = async (book: BookOfYear): Promise<readonly string[]> =>
    (await get(CheckRegister).check(book)).flaws.map(({ code }) => code);

  const number = async (): Promise<string> => {
    const entry = {
      ...{ notation: 'SGDĐT-GDTrH', typeName: 'Công văn', subject: 'trả lời kiến nghị', keeper: 'VT, GDTrH' },
      ...{ signerName: 'Hoàng Thị Minh Nguyệt', recipients: ['Tổng đài 1022'], replyToId: null },
      signatureRequestId: newId(),
    };
    return (await uow.run((tx) => get(OutgoingRegister).number(tx, clerk, entry))).id;
  };

  const receive = async (code: string): Promise<string> => {
    const entry = {
      ...{ senderCode: '000.00.22.H24', senderName: 'Tổng đài 1022', code, issuedDate: civilDate('2025-12-30') },
      ...{ typeName: 'Phản ánh', subject: `Phản ánh số ${code}`, priority: 0, documentId: newId(), messageId: null },
      messageSignature: null,
      ...{ queuedAt: new Date('2025-12-30T01:00:00Z'), files: [] },
    };
    return (await uow.run((tx) => get(RegisterIncoming).register(tx, clerk, entry))).id;
  };

  /** Two letters of 2025, one released and one void; two documents that came. Then it is January. */
  beforeEach(async () => {
    app = await TestApp.open();
    uow = get(UnitOfWork);
    app.clock.set('2025-12-30T02:00:00Z');
    const [released, voided] = [await number(), await number()];
    const outgoing = get(OutgoingRegister);
    const sealed = await get(FileStore).put(Buffer.from('Công văn đã đóng dấu'));
    await uow.run((tx) => outgoing.markSealed(tx, clerk, released, sealed));
    await uow.run((tx) => outgoing.markReleased(tx, clerk, released));
    await uow.run((tx) => outgoing.voidNumber(tx, clerk, voided, 'ký nhầm bản'));
    for (const code of ['7816', '7817']) await receive(code);
    app.clock.set('2026-01-05T01:00:00Z');
  });
  afterEach(() => app.close());

  it('counts the numbers that the e-office gave, which are entered until the book is closed', async () => {
    app.clock.set('2025-12-30T03:00:00Z');
    await decideOwner(app, 'eOffice');
    app.clock.set('2026-01-05T01:00:00Z');
    const others = { notation: 'SGDĐT-TCCB', typeName: 'Quyết định', subject: 'về việc cử cán bộ đi học' };
    const said = { ...others, signerName: 'Đặng Vĩnh Phúc', recipients: 'Như Điều 3', keeper: 'VT, TCCB' };
    const enter = (number: string, issuedDate = '2025-12-31'): Promise<void> =>
      get(EnterOtherDocument).enter(clerk, { ...said, number, issuedDate });
    await expect(enter('3', '2024-12-31')).rejects.toMatchObject({ code: 'number-not-given-there' });
    await enter('4');
    await expect(close(OUTGOING)).rejects.toMatchObject({ code: 'register-not-whole' });
    await enter('3');
    await close(OUTGOING);
    await app.work();
    expect(await flawsOf(OUTGOING)).toEqual([]);
    const closed = await get(RegisterClosingQueries).of(OUTGOING);
    expect(closed?.seal?.signed).toMatchObject({ to: 4, present: 4, voided: 1, givenThere: 2 });
    await expect(enter('5')).rejects.toMatchObject({ code: 'register-closed' });
  });

  it('keeps a signed digest in the chain, the database and outside, and proves it', async () => {
    await close(OUTGOING);
    await app.work();
    const [entry] = await app.nest
      .get(Database)
      .reader.manager.find(RegisterEntryEntity, { where: OUTGOING, order: { seq: 'DESC' }, take: 1 });
    expect(entry).toMatchObject({ act: 'closed', number: 2 });
    expect(entry?.facts).toMatchObject({ from: 1, to: 2, present: 2, voided: 1, closedBy: clerk.name });
    const { anchors } = get(Settings);
    const signed = JSON.parse(
      await readFile(join(anchors, 'khoa-so-outgoing-2025.json'), 'utf8'),
    ) as Signed<ClosingDigest>;
    expect(isSigned(signed)).toBe(true);
    expect(signed).toMatchObject(entry?.facts ?? {});
    expect((await get(FileStore).get(signed.printSha256)).subarray(0, 5).toString()).toBe('%PDF-');
    expect(await flawsOf(OUTGOING)).toEqual([]);
  });

  it('takes no further act upon the book, in the program and in the database', async () => {
    await close(OUTGOING);
    await close(INCOMING);
    const refused = { code: 'register-closed' };
    app.clock.set('2025-12-31T02:00:00Z');
    await expect(number()).rejects.toMatchObject(refused);
    await expect(receive('7818')).rejects.toMatchObject(refused);
    const released = await uow.run((tx) => tx.findOneByOrFail(OutgoingDocumentEntity, { number: 1 }));
    await expect(
      uow.run((tx) => get(OutgoingRegister).voidNumber(tx, clerk, released.id, 'ký nhầm bản')),
    ).rejects.toMatchObject(refused);
    app.clock.set('2026-01-05T02:00:00Z');
    for (const statement of [
      `UPDATE "outgoing_document" SET "subject" = 'khac' WHERE "year" = 2025`,
      `DELETE FROM "outgoing_document" WHERE "year" = 2025`,
      `UPDATE "incoming_document" SET "subject" = 'khac' WHERE "year" = 2025`,
      `DELETE FROM "incoming_document" WHERE "year" = 2025`,
    ]) {
      await expect(sql(statement)).rejects.toThrow(YEAR_CLOSED);
    }
    const line = await uow.run((tx) => tx.findOneByOrFail(IncomingDocumentEntity, { year: 2025 }));
    const another = Object.assign(line, { id: newId(), arrivalNumber: 99, documentId: newId(), messageId: newId() });
    await expect(uow.run((tx) => tx.insert(IncomingDocumentEntity, another))).rejects.toThrow(YEAR_CLOSED);
    await expect(sql(`DELETE FROM "register_closing"`)).rejects.toThrow('append-only');
    await number();
    await receive('1');
  });

  describe('lets a released letter be recalled afterwards (rule 44)', () => {
    const letter = () => uow.run((tx) => tx.findOneByOrFail(OutgoingDocumentEntity, { year: 2025, number: 1 }));
    const recall = async (): Promise<void> => {
      const { id } = await letter();
      await uow.run((tx) => get(OutgoingRegister).markRecalled(tx, clerk, id, 'gửi nhầm nơi nhận'));
    };
    const lastActs = async (take: number): Promise<readonly string[]> => {
      const { manager } = app.nest.get(Database).reader;
      const entries = await manager.find(RegisterEntryEntity, { where: OUTGOING, order: { seq: 'DESC' }, take });
      return entries.map(({ act }) => act).toReversed();
    };

    it('after the closing is sealed, and the closing still holds', async () => {
      await close(OUTGOING);
      await app.work();
      await recall();
      expect(await letter()).toMatchObject({ state: 'released', recallReason: 'gửi nhầm nơi nhận' });
      expect(await lastActs(2)).toEqual(['closed', 'recalled']);
      expect(await flawsOf(OUTGOING)).toEqual([]);
    });

    it('while the print-out is still being made, and the closing still holds', async () => {
      await close(OUTGOING);
      await recall();
      await app.work();
      expect(await lastActs(2)).toEqual(['recalled', 'closed']);
      expect(await flawsOf(OUTGOING)).toEqual([]);
    });

    it('once: the database takes no second recall, none taken back, and none of a number that is void', async () => {
      await close(OUTGOING);
      await recall();
      await expect(recall()).rejects.toMatchObject({ code: 'changed-meanwhile' });
      for (const statement of [
        `UPDATE "outgoing_document" SET "recallReason" = 'khac' WHERE "number" = 1`,
        `UPDATE "outgoing_document" SET "recalledAt" = NULL WHERE "number" = 1`,
        `UPDATE "outgoing_document" SET "recalledAt" = '2026-01-05 01:00:00.000' WHERE "number" = 2`,
      ]) {
        await expect(sql(statement)).rejects.toThrow(YEAR_CLOSED);
      }
    });

    it('and nothing else of the line be written', async () => {
      await close(OUTGOING);
      const { columns } = app.nest.get(Database).reader.getMetadata(OutgoingDocumentEntity);
      const names = columns.map(({ databaseName }) => databaseName);
      // How it was posted, and in how many copies, may still be noted, to receivers who get it later.
      const open = ['recalledAt', 'recallReason', 'receipt', 'copies', 'version'];
      const locked = names.filter((name) => !open.includes(name));
      expect(locked.length).toBe(names.length - open.length);
      for (const name of locked) {
        await expect(sql(`UPDATE "outgoing_document" SET "${name}" = "${name}" WHERE "number" = 1`)).rejects.toThrow(
          YEAR_CLOSED,
        );
      }
    });
  });

  it('lets the handling of what came go on: the closing locks the entry', async () => {
    await close(INCOMING);
    const manager = app.nest.get(Database).writer.manager;
    await manager.update(IncomingDocumentEntity, { year: 2025 }, { outcome: 'letter', handler: 'Văn phòng' });
    await app.work();
    expect(await flawsOf(INCOMING)).toEqual([]);
  });

  it('is refused while the year runs, and to people who do not keep the registers', async () => {
    await expect(get(CloseRegister).close(clerk, { book: 'outgoing', year: 2026 })).rejects.toMatchObject({
      code: 'register-year-running',
    });
    await expect(get(CloseRegister).close({ ...clerk, roles: ['leader'] }, OUTGOING)).rejects.toMatchObject({
      code: 'forbidden',
    });
  });

  it('is refused while letters are numbered and not released, naming them', async () => {
    app.clock.set('2025-12-31T02:00:00Z');
    await number();
    app.clock.set('2026-01-05T01:00:00Z');
    await expect(close(OUTGOING)).rejects.toMatchObject({
      code: 'register-letters-open',
      details: { codes: '03/SGDĐT-GDTrH' },
    });
  });

  describe('of certified copies', () => {
    const copy = async (): Promise<string> => {
      const entry = {
        ...{ form: 'SY' as const, notation: 'SY-SGDĐT', typeName: 'Quyết định', code: '12/QĐ-UBND', keeper: 'VT' },
        ...{ issuer: 'UBND thành phố', originalDate: civilDate('2025-12-01'), subject: 'về năm học mới' },
        ...{ recipients: ['Trường THPT Núi Voi'], askedBy: null, pages: null, source: 'scan' as const, sourceId: null },
        baseSha256: await get(FileStore).put(Buffer.from('bản quét')),
      };
      return (await uow.run((tx) => get(CopyRegister).number(tx, clerk, entry))).id;
    };
    beforeEach(() => app.clock.set('2025-12-31T02:00:00Z'));

    it('is refused while copies are numbered and not signed, naming them', async () => {
      await copy();
      app.clock.set('2026-01-05T01:00:00Z');
      await expect(close(COPIES)).rejects.toMatchObject({
        code: 'register-copies-open',
        details: { codes: '01/SY-SGDĐT' },
      });
    });

    it('takes no further act, in the program and in the database', async () => {
      const [signed, voided] = [await copy(), await copy()];
      const sha256 = await get(FileStore).put(Buffer.from('bản sao đã ký'));
      await uow.run((tx) => get(CopyRegister).markSealed(tx, clerk, signed, sha256));
      await uow.run((tx) => get(CopyRegister).voidNumber(tx, clerk, voided, 'quét nhầm'));
      app.clock.set('2026-01-05T01:00:00Z');
      await close(COPIES);
      await app.work();
      expect(await flawsOf(COPIES)).toEqual([]);
      app.clock.set('2025-12-31T02:00:00Z');
      await expect(copy()).rejects.toMatchObject({ code: 'register-closed' });
      for (const statement of [
        `UPDATE "copy_document" SET "subject" = 'khac' WHERE "number" = 1`,
        `DELETE FROM "copy_document" WHERE "number" = 1`,
      ]) {
        await expect(sql(statement)).rejects.toThrow(YEAR_CLOSED);
      }
      const line = await uow.run((tx) => tx.findOneByOrFail(CopyDocumentEntity, { number: 1 }));
      const another = Object.assign(line, { id: newId(), number: 99 });
      await expect(uow.run((tx) => tx.insert(CopyDocumentEntity, another))).rejects.toThrow(YEAR_CLOSED);
      app.clock.set('2026-01-05T02:00:00Z');
      await copy();
    });
  });

  it('is refused while the chain is broken, naming where', async () => {
    await sql(`UPDATE "outgoing_document" SET "subject" = 'khac' WHERE "number" = 1`);
    await expect(close(OUTGOING)).rejects.toMatchObject({
      code: 'register-not-whole',
      details: { message: 'Dòng số 1 khác điều đã ghi ở mục 4 của chuỗi: có người sửa sổ.' },
    });
  });

  it('happens once, and seals once even when its jobs are done again', async () => {
    await close(OUTGOING);
    await expect(close(OUTGOING)).rejects.toMatchObject({ code: 'register-closed' });
    await app.work();
    const { manager } = app.nest.get(Database).reader;
    const { id } = await manager.findOneByOrFail(RegisterPrintEntity, { forClosing: true });
    await get(SealClosing).handle({ printId: id });
    expect(await manager.countBy(RegisterEntryEntity, { ...OUTGOING, act: 'closed' })).toBe(1);
  });

  describe('register check names', () => {
    const withoutTriggers = () => unguardRegisters(app.nest.get(Database));
    const closed = async (): Promise<string> => {
      await close(OUTGOING);
      await app.work();
      await withoutTriggers();
      const { pdfSha256 } = await app.nest
        .get(Database)
        .reader.manager.findOneByOrFail(RegisterPrintEntity, { forClosing: true });
      return pdfSha256 ?? '';
    };

    it('a print-out that is gone', async () => {
      await rm(await get(FileStore).localPath(await closed()));
      expect(await flawsOf(OUTGOING)).toEqual(['closing-print-missing']);
    });

    it('a digest that was changed', async () => {
      await closed();
      await sql(`UPDATE "register_closing_seal" SET "signed" = replace("signed", '"voided":1', '"voided":0')`);
      expect(await flawsOf(OUTGOING)).toEqual(['closing-differs', 'closing-signature-wrong']);
    });

    it('a book that was unlocked', async () => {
      await closed();
      await sql(`DELETE FROM "register_closing"`);
      expect(await flawsOf(OUTGOING)).toEqual(['closing-missing']);
      app.clock.set('2025-12-31T02:00:00Z');
      await number();
      expect(await flawsOf(OUTGOING)).toEqual(['after-closing', 'closing-missing']);
    });
  });
});
