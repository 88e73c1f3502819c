import type { MessageCodec } from '../../../src/exchange/ports/message-codec.port.js';
import type { Organ } from '../../../src/exchange/ports/message.js';
import type { Clock } from '../../../src/kernel/clock.js';
import type { SignatureState } from '../soap/signature-contract.js';
import type { StepAction } from './signature-route.js';
import { signatureStateOf } from './signature-state.js';
import type { SimulatorStore } from './store.js';
import type { SignatureRequest } from './store/signature-book.js';

/** A person with an account in the e-office. */
export interface OfficeUser {
  readonly userCode: string;
  readonly name: string;
  readonly position: string;
}

export interface OfficeStaff {
  readonly leaders: readonly OfficeUser[];
  /** Those who initial before a leader signs. */
  readonly initials: readonly OfficeUser[];
  readonly clerk: OfficeUser;
}

/** Whom a change may concern: rung after commit, so that the department hears of it soon. */
export type Bell = () => void;

/** The simulated e-office as its rooms see it: what it keeps, whom it serves, and how it tells the department. */
export class Office {
  private bell: Bell | null = null;
  private heedChange: ((request: SignatureRequest) => void) | null = null;

  constructor(
    readonly store: SimulatorStore,
    readonly clock: Clock,
    readonly codec: MessageCodec,
    readonly parties: { readonly department: Organ; readonly hotline: Organ; readonly staff: OfficeStaff },
  ) {}

  /** From now on the department is told of changes; before, there is no receiver and nothing is enqueued. */
  listen(bell: Bell): void {
    this.bell = bell;
  }

  /** Sets the listener that is told of each change of a letter, within its transaction. */
  whenChanged(heed: (request: SignatureRequest) => void): void {
    this.heedChange = heed;
  }

  /** Enqueues the news within the present transaction, then rings. */
  tellOfSignature(request: SignatureRequest): void {
    this.heedChange?.(request);
    const state: SignatureState = signatureStateOf(this.store.signatures, request);
    this.tell({ kind: 'signature', state });
  }

  tellOfMessage(messageId: string): void {
    this.tell({ kind: 'message', messageId });
  }

  user(userCode: string): OfficeUser | undefined {
    const { leaders, initials, clerk } = this.parties.staff;
    return [...leaders, ...initials, clerk].find((user) => user.userCode === userCode);
  }

  isLeader(userCode: string): boolean {
    return this.parties.staff.leaders.some((leader) => leader.userCode === userCode);
  }

  /** Leaders sign; leaders and those below them initial; the seal is the clerk's. */
  mayAct(action: StepAction, userCode: string): boolean {
    const { initials, clerk } = this.parties.staff;
    if (action === 'seal') return userCode === clerk.userCode;
    if (this.isLeader(userCode)) return true;
    return action === 'initial' && (userCode === clerk.userCode || initials.some((one) => one.userCode === userCode));
  }

  private tell(event: Parameters<SimulatorStore['notices']['enqueue']>[0]): void {
    if (!this.bell) return;
    this.store.notices.enqueue(event, this.clock.now());
    setImmediate(this.bell);
  }
}
