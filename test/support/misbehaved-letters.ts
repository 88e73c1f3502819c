import type { Misbehaviour } from '../../integrations/e-office/simulator/misbehaviour/catalogue.js';
import { CheckRegister, OutgoingDocumentEntity } from '../../src/documents/index.js';
import type { ActOrder } from '../../src/agency-profile/domain/agency-profile.js';
import { Database } from '../../src/platform/database/database.js';
import { NumberAndSeal, VoidNumber, type SignatureRequestEntity } from '../../src/signing/index.js';
import type { LetterProof, ProofCode, ProofLine } from '../../src/signing/domain/proof/letter-proof.js';
import { AppAtOffice } from './app-at-office.js';
import { misplacedNumbers } from './misplaced-numbers.js';
import type { TestBrowser } from './test-browser.js';
import { textOf } from './web-visitor.js';

/** What the clerk writes into the register beside a number that got no good seal. */
export const VOID_REASON = 'Hệ thống quản lý văn bản đóng dấu sai';

/** Letters that the e-office treats badly, and what the app makes of it: one app for many of them. */
export class MisbehavedLetters {
  private constructor(
    readonly world: AppAtOffice,
    readonly order: ActOrder,
    private readonly clerk: TestBrowser,
  ) {}

  static async open(order: ActOrder): Promise<MisbehavedLetters> {
    const world = await AppAtOffice.open({ order });
    // One honest letter first, so that there is another one to be signed in place of the right one.
    const letters = new MisbehavedLetters(world, order, await world.app.browserOf('vanthu'));
    await letters.honestToRelease(await world.approved());
    return letters;
  }

  close(): Promise<void> {
    return this.world.close();
  }

  /** The leader's signature goes wrong. */
  async signed(code: Misbehaviour): Promise<SignatureRequestEntity> {
    const request = await this.world.submitted(await this.world.approved());
    await this.world.misbehave(code, request);
    return this.world.acts('sign', request);
  }

  /** The leader signs well, the seal goes wrong. */
  async sealed(code: Misbehaviour): Promise<SignatureRequestEntity> {
    const request = await this.signedWell();
    await this.world.misbehave(code, request);
    return this.world.seals(request);
  }

  async signedWell(): Promise<SignatureRequestEntity> {
    return this.world.acts('sign', await this.world.submitted(await this.world.approved()));
  }

  /** An approved draft goes the whole way with everybody honest. */
  async honestToRelease(draftId: string): Promise<SignatureRequestEntity> {
    const signed = await this.world.acts('sign', await this.world.submitted(draftId));
    return this.world.seals(signed);
  }

  /** The letter that came back is put before the leader once more, all honest. */
  async again({ draftId }: SignatureRequestEntity): Promise<SignatureRequestEntity> {
    await this.world.approvedAgain(draftId);
    return this.honestToRelease(draftId);
  }

  async sealOrderedAgain({ id }: SignatureRequestEntity): Promise<SignatureRequestEntity> {
    const { app, letters } = this.world;
    await app.nest.get(NumberAndSeal).sealAgain(await letters.actor('vanthu'), id);
    await app.work();
    await this.world.looks();
    return letters.request(id);
  }

  async numberVoided({ id }: SignatureRequestEntity): Promise<void> {
    const { app, letters } = this.world;
    await app.nest.get(VoidNumber).void(await letters.actor('vanthu'), id, VOID_REASON);
    await app.work();
  }

  /** A line as the page of the letter shows it: both its title and its words. */
  async shownLine({ id, proof }: SignatureRequestEntity, code: ProofCode): Promise<ProofLine | undefined> {
    const line = (proof as LetterProof).lines.find((one) => one.code === code);
    const page = await this.page(`/trinh-ky/${id}`);
    return line && [line.title, line.detail].every((words) => page.includes(words)) ? line : undefined;
  }

  /** What the clerk reads there; time may have ended the session. */
  async page(path: string): Promise<string> {
    const answer = await this.clerk.get(path);
    if (answer.statusCode === 200) return textOf(answer.body);
    await this.clerk.signIn('vanthu');
    return textOf((await this.clerk.get(path)).body);
  }

  /** The line of the register that the letter got, if any. */
  outgoing({ outgoingDocumentId: id }: SignatureRequestEntity): Promise<OutgoingDocumentEntity | null> {
    const { manager } = this.world.app.nest.get(Database).reader;
    return id === null ? Promise.resolve(null) : manager.findOneBy(OutgoingDocumentEntity, { id });
  }

  /** Nothing is left to do, nothing in the register is unexplained. @returns what would have to be looked after */
  async loose(): Promise<readonly string[]> {
    const unfinished = await this.world.unfinishedJobs();
    const register = await this.world.app.nest.get(CheckRegister).check({ book: 'outgoing', year: 2026 });
    const jobs = unfinished.map(({ kind, outcome }) => `${kind} ${outcome ?? 'open'}`);
    const misplaced = await misplacedNumbers(this.world.app, this.order);
    return [...jobs, ...misplaced, ...(register.accept ? [] : ['register'])];
  }
}
