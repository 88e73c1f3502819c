import type { SignatureState } from '../../soap/signature-contract.js';
import { bitesAt, isOfList, type Misbehaviour, type PenAct } from './catalogue.js';

/** A switch that is on for one letter. */
export interface SwitchedOn {
  readonly requestId: string;
  readonly code: Misbehaviour;
  /** How the letter stood before the act that was to go wrong, and when that was; null until then. */
  readonly before: { readonly state: SignatureState; readonly at: Date } | null;
}

/** What is to go wrong: for a letter, for whichever is signed or sealed next, or with the list of revocations. In memory only: a restart is honest. */
export class Switchboard {
  private readonly letters = new Map<string, SwitchedOn>();
  private awaiting: Misbehaviour | null = null;
  private ofList: 'noList' | 'outdatedList' | null = null;

  /** @param requestId left out: the letter that is next signed, sealed or withdrawn */
  switchOn(code: Misbehaviour, requestId?: string): void {
    if (isOfList(code)) this.ofList = code;
    else if (requestId === undefined) this.awaiting = code;
    else this.letters.set(requestId, { requestId, code, before: null });
  }

  /** @param requestId left out: everything behaves from now on */
  switchOff(requestId?: string): void {
    if (requestId === undefined) {
      this.letters.clear();
      this.awaiting = null;
      this.ofList = null;
    } else this.letters.delete(requestId);
  }

  get next(): Misbehaviour | null {
    return this.awaiting;
  }

  get list(): 'noList' | 'outdatedList' | null {
    return this.ofList;
  }

  all(): readonly SwitchedOn[] {
    return [...this.letters.values()];
  }

  of(requestId: string): SwitchedOn | null {
    return this.letters.get(requestId) ?? null;
  }

  /** A pen is about to write on this letter. @returns what is to go wrong with it */
  begin(act: PenAct, requestId: string, before: NonNullable<SwitchedOn['before']>): Misbehaviour | null {
    const code = this.of(requestId)?.code ?? this.awaiting;
    if (code === null || !bitesAt(code, act)) return null;
    if (!this.letters.has(requestId)) this.awaiting = null;
    this.letters.set(requestId, { requestId, code, before });
    return code;
  }

  /** Whether the withdrawal of this letter is to be answered and forgotten. */
  ignoresCancel(requestId: string): boolean {
    if ((this.of(requestId)?.code ?? this.awaiting) !== 'afterCancel') return false;
    if (!this.letters.has(requestId)) this.awaiting = null;
    this.letters.set(requestId, { requestId, code: 'afterCancel', before: null });
    return true;
  }
}
