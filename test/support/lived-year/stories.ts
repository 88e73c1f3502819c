import { DomainError } from '../../../src/kernel/domain-error.js';
import type { LivedOffice } from './lived-office.js';
import { workedOn } from './working-days.js';

/** When a story goes on: so many minutes of people's work later, or at a moment by the clock. */
export type Wait = { readonly minutes: number } | { readonly at: Date };

/** What happens to one ticket, letter or matter of the office; between its acts it waits. */
export type Story = AsyncGenerator<Wait, void>;

interface Told {
  readonly story: Story;
  readonly at: Date;
}

/** Tells many stories at once, each act at its own moment of the simulated time. */
export class Stories {
  private readonly waiting: Told[] = [];
  /** Acts that the product refused, by its code: a year of people who know their work has few. */
  readonly refused = new Map<string, number>();

  constructor(private readonly office: LivedOffice) {}

  begin(at: Date, story: Story): void {
    const place = this.waiting.findIndex((other) => other.at > at);
    this.waiting.splice(place === -1 ? this.waiting.length : place, 0, { story, at });
  }

  /** Everything that is due until then; what would happen later is left as it stands. */
  async tellUntil(end: Date): Promise<void> {
    for (let [next] = this.waiting; next !== undefined && next.at <= end; [next] = this.waiting) {
      this.waiting.shift();
      await this.goOn(next);
    }
    this.office.clock.set(end.toISOString());
  }

  private async goOn({ story, at }: Told): Promise<void> {
    const { clock } = this.office;
    if (at > clock.now()) clock.set(at.toISOString());
    try {
      const { value, done } = await story.next();
      await this.office.work();
      if (done !== true) this.begin('at' in value ? value.at : workedOn(clock.now(), value.minutes), story);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const said = `${error.code} ${JSON.stringify(error.details)}`;
      this.refused.set(said, (this.refused.get(said) ?? 0) + 1);
    }
  }
}
