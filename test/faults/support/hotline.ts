import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { diceFor } from '../../support/chance.js';

/** What the e-office took from the hotline. */
export interface Accepted {
  readonly hotlineCode: string;
  readonly documentId: string;
  readonly messageId: string;
}

/** The hotline at work, with a ledger of its own: what it wanted to send, and what was taken from it, each line on the disk before it goes on. */
export class Hotline {
  readonly accepted: Accepted[] = [];
  private sent = 0;
  private readonly ledger: number;

  /** @param eOffice the address of the simulated e-office @param ledger path of the file */
  constructor(
    private readonly eOffice: string,
    ledger: string,
  ) {
    this.ledger = openSync(ledger, 'a');
  }

  /** Hands one citizen's feedback to the e-office. @param files names of the simulator's sample files */
  async send(files: readonly string[] = []): Promise<Accepted> {
    this.sent += 1;
    const draft = feedback(this.sent);
    this.note({ sending: this.sent });
    const accepted = (await this.post('/api/feedback', { ...draft, sampleFiles: files })) as Accepted;
    this.take(accepted);
    return accepted;
  }

  async sendMany(count: number): Promise<readonly Accepted[]> {
    const all: Accepted[] = [];
    for (let number = 0; number < count; number += 1) all.push(await this.send());
    return all;
  }

  /** Goes on sending until it is told to stop; every fifth item brings files. */
  async goOn(everyMs: number, until: AbortSignal): Promise<void> {
    const dice = diceFor('the hotline’s pauses');
    while (!until.aborted) {
      await this.send(this.sent % 5 === 0 ? ['giay-bao-thu.png'] : []);
      await pause(everyMs * (0.5 + dice.next()), undefined, { signal: until }).catch(() => undefined);
    }
  }

  /** Delivers once more: the very message, or its bytes under a new id. */
  async deliverAgain({ messageId }: Accepted, as: 'same' | 'copy'): Promise<{ readonly messageId: string }> {
    return (await this.post(`/api/messages/${messageId}/redeliver?as=${as}`, {})) as { messageId: string };
  }

  /** Queues bytes as they are. @param asNew set where they are feedback that the department does not know yet */
  async queue(bytes: Buffer, documentId: string, asNew?: string): Promise<void> {
    const answer = await fetch(`${this.eOffice}/api/messages?documentId=${encodeURIComponent(documentId)}`, {
      method: 'POST',
      headers: { 'content-type': 'application/xml' },
      body: new Uint8Array(bytes),
    });
    if (!answer.ok) throw new Error(`/api/messages: ${answer.status}`);
    const { messageId } = (await answer.json()) as { messageId: string };
    if (asNew !== undefined) this.take({ hotlineCode: asNew, documentId, messageId });
  }

  /** The bytes of a message as they are queued, or were sent by the department. */
  async bytesOf(id: string): Promise<Buffer> {
    const answer = await fetch(`${this.eOffice}/api/messages/${id}`);
    if (!answer.ok) throw new Error(`/api/messages/${id}: ${answer.status}`);
    return Buffer.from(await answer.arrayBuffer());
  }

  close(): void {
    closeSync(this.ledger);
  }

  private take(accepted: Accepted): void {
    this.note({ accepted });
    this.accepted.push(accepted);
  }

  private note(line: object): void {
    writeSync(this.ledger, `${JSON.stringify(line)}\n`);
    fsyncSync(this.ledger);
  }

  private async post(path: string, body: object): Promise<unknown> {
    const answer = await fetch(`${this.eOffice}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  }
}

function feedback(number: number): object {
  return {
    kind: 'feedback',
    channel: 'app',
    category: 'Cơ sở vật chất',
    place: `Trường Tiểu học số ${number}`,
    subject: `Mái che sân trường số ${number} bị dột`,
    text: `Mái che sân trường số ${number} dột nhiều chỗ, trời mưa các cháu không có chỗ tập thể dục. Đề nghị Sở kiểm tra.`,
    sender: { name: 'Vũ Thị Thử', phone: `09010${String(number).padStart(5, '0')}`, keepSecret: false },
  };
}
