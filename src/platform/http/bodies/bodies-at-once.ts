/** How much may be under way at once: for one sender, and for all of a kind together. */
export interface AtOnce {
  readonly ofOne: number;
  readonly ofAll: number;
}

/** Counts what is under way, so that neither one sender nor all together take more than there is. */
export class BodiesAtOnce {
  private readonly bySender = new Map<string, number>();
  private all = 0;

  constructor(private readonly most: AtOnce) {}

  /** @param weight in the unit of the limits @returns how to give the place back, safe to repeat; null when there is none */
  take(sender: string, weight = 1): (() => void) | null {
    const ofOne = this.bySender.get(sender) ?? 0;
    if (ofOne + weight > this.most.ofOne || this.all + weight > this.most.ofAll) return null;
    this.bySender.set(sender, ofOne + weight);
    this.all += weight;
    let isTaken = true;
    return () => {
      if (!isTaken) return;
      isTaken = false;
      this.all -= weight;
      const left = (this.bySender.get(sender) ?? 0) - weight;
      if (left > 0) this.bySender.set(sender, left);
      else this.bySender.delete(sender);
    };
  }
}
