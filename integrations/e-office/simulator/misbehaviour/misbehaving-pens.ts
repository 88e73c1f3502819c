import { civilDate, nextDay } from '../../../../src/kernel/civil-date.js';
import type { DistinguishedName } from '../authority/certificates.js';
import type { SigningIdentity } from '../authority/identity.js';
import { DeskRefusal } from '../desks/desk-refusal.js';
import type { LetterToSeal, LetterToSign, Pens } from '../desks/pens.js';
import type { Office } from '../office.js';
import type { RegisterEntry } from '../signer/entry-text.js';
import { sealAsAgency } from '../signer/seal-as-agency.js';
import { drawnSignature, signAsLeader } from '../signer/sign-as-leader.js';
import { signatureStateOf } from '../signature-state.js';
import type { Misbehaviour, PenAct } from './catalogue.js';
import { SPOILED_FILES, withOtherWords } from './spoiled-files.js';
import type { Switchboard } from './switchboard.js';
import type { WrongIdentities } from './wrong-identities.js';

/** What stays wrong after the act, until it is switched off: how the e-office tells of it. */
const OF_ANSWERS: readonly Misbehaviour[] = ['noFile', 'hashMismatch', 'late', 'twice', 'outOfOrder', 'numbersToo'];

type Hands = Pick<MisbehavingPens, 'honest' | 'identities' | 'office'>;

/** The pens of people who do what they should not, once for each time that they are told to. */
export class MisbehavingPens implements Pens {
  constructor(
    readonly honest: Pens,
    readonly identities: WrongIdentities,
    readonly office: Office,
    private readonly board: Switchboard,
  ) {}

  async signAsLeader(letter: LetterToSign): Promise<Buffer> {
    const wrong = this.begin('sign', letter.requestId);
    return this.done(wrong, letter.requestId, await this.signed(letter, wrong));
  }

  async sealAsAgency(letter: LetterToSeal): Promise<Buffer> {
    const wrong = this.begin('seal', letter.requestId);
    return this.done(wrong, letter.requestId, await this.sealed(letter, wrong));
  }

  sealFile(...file: Parameters<Pens['sealFile']>): Promise<Buffer> {
    return this.honest.sealFile(...file);
  }

  private begin(act: PenAct, requestId: string): Misbehaviour | null {
    const { signatures } = this.office.store;
    const request = signatures.find(requestId);
    if (!request) return null;
    const before = { state: signatureStateOf(signatures, request), at: this.office.clock.now() };
    return this.board.begin(act, requestId, before);
  }

  private async signed(letter: LetterToSign, wrong: Misbehaviour | null): Promise<Buffer> {
    const certify = wrong === null ? undefined : WRONG_CERTIFICATES[wrong];
    if (certify) {
      const identity = await certify(this.identities, this.identities.leader(letter.userCode));
      return signAsLeader(letter.pdf, { identity, at: letter.at });
    }
    const sign = wrong === null ? undefined : WRONG_SIGNATURES[wrong];
    return sign ? sign(this, letter) : this.honest.signAsLeader(letter);
  }

  private async sealed(letter: LetterToSeal, wrong: Misbehaviour | null): Promise<Buffer> {
    const certify = wrong === null ? undefined : WRONG_CERTIFICATES[wrong];
    if (certify) return sealedBy(letter, await certify(this.identities, this.identities.agency()));
    const seal = wrong === null ? undefined : WRONG_SEALS[wrong];
    return seal ? seal(this, letter) : this.honest.sealAsAgency(letter);
  }

  private async done(wrong: Misbehaviour | null, requestId: string, file: Buffer): Promise<Buffer> {
    if (wrong === null) return file;
    const spoiled = await (SPOILED_FILES[wrong]?.(file) ?? file);
    if (!OF_ANSWERS.includes(wrong)) this.board.switchOff(requestId);
    return spoiled;
  }
}

const WRONG_CERTIFICATES: Partial<
  Readonly<Record<Misbehaviour, (from: WrongIdentities, subject: DistinguishedName) => Promise<SigningIdentity>>>
> = {
  expiredCertificate: (from, subject) => from.expired(subject),
  revokedCertificate: (from, subject) => from.revoked(subject),
  selfSigned: (from, subject) => from.selfSigned(subject),
  strangersCertificate: (from, subject) => from.strangers(subject),
  weakDigest: (from, subject) => from.weakDigest(subject),
  weakKey: (from, subject) => from.weakKey(subject),
};

const WRONG_SIGNATURES: Partial<
  Readonly<Record<Misbehaviour, (hands: Hands, letter: LetterToSign) => Promise<Buffer>>>
> = {
  wrongDocument: ({ honest, office }, letter) => honest.signAsLeader({ ...letter, pdf: anotherLetter(office, letter) }),
  alteredBefore: async ({ honest }, letter) =>
    honest.signAsLeader({ ...letter, pdf: await withOtherWords(letter.pdf) }),
  imageOnly: async ({ identities }, { pdf, userCode }) => {
    const { increment } = await drawnSignature(pdf, identities.leader(userCode).commonName);
    return increment.unsigned();
  },
  wrongLeader: async ({ identities }, { pdf, userCode, at }) =>
    signAsLeader(pdf, { identity: await identities.otherLeader(userCode), at }),
};

const WRONG_SEALS: Partial<Readonly<Record<Misbehaviour, (hands: Hands, letter: LetterToSeal) => Promise<Buffer>>>> = {
  missingSeal: (_hands, { pdf }) => Promise.resolve(pdf),
  wrongNumber: ({ honest }, letter) => {
    const entry = requireEntry(letter);
    return honest.sealAsAgency({ ...letter, entry: { ...entry, number: String(Number(entry.number) + 1) } });
  },
  wrongDate: ({ honest }, letter) => {
    const entry = requireEntry(letter);
    return honest.sealAsAgency({ ...letter, entry: { ...entry, issuedDate: nextDay(civilDate(entry.issuedDate)) } });
  },
  numberUnlocked: async ({ identities }, letter) =>
    sealedBy(letter, await identities.issued(identities.agency()), { locked: false }),
  otherAgency: async ({ identities }, letter) => sealedBy(letter, await identities.otherAgency()),
};

function sealedBy(
  { pdf, entry, at }: LetterToSeal,
  identity: SigningIdentity,
  { locked = true } = {},
): Promise<Buffer> {
  return sealAsAgency(pdf, { identity, entry: entry ?? undefined, at, locked });
}

/** @throws DeskRefusal when nobody else has submitted anything */
function anotherLetter({ store: { signatures } }: Office, { requestId }: LetterToSign): Buffer {
  const files = signatures.all().flatMap(({ id }) => (id === requestId ? [] : signatures.files(id)));
  const other = files.find(({ origin, role }) => origin === 'submitted' && role === 'main');
  if (!other) throw new DeskRefusal('unable', 'Chưa có văn bản khác để ký thay.');
  return signatures.bytes(other);
}

/** @throws DeskRefusal in order (b) */
function requireEntry({ entry }: LetterToSeal): RegisterEntry {
  if (!entry) throw new DeskRefusal('unable', 'Số và ngày đã in trong văn bản, không ghi sai được.');
  return entry;
}
