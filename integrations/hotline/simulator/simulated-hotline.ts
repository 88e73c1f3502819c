import { randomUUID } from 'node:crypto';
import { isGenuine, signMessage, type MessageHead } from './signed-message.js';

/** What may go wrong with what is sent, as pages name it. */
export const MISBEHAVIOURS = {
  duplicate: 'Gửi hai lần cùng một phiếu',
  otherContent: 'Gửi lại số cũ với nội dung khác',
  wrongDate: 'Thời điểm nhận không có thật',
  missingAttribute: 'Thiếu trường bắt buộc',
  forged: 'Webhook ký bằng khóa khác',
  old: 'Webhook ký từ mười phút trước',
  replayed: 'Webhook gửi lại nguyên vẹn',
} as const;

export type Misbehaviour = keyof typeof MISBEHAVIOURS;

export function isMisbehaviour(text: string | undefined): text is Misbehaviour {
  return text !== undefined && Object.hasOwn(MISBEHAVIOURS, text);
}

export interface SimulatedHotlineOptions {
  /** The app's address, without path. */
  readonly appUrl: string;
  readonly apiKey: string;
  /** With which it signs what it tells the app; null: it tells nothing by webhook. */
  readonly ownSecret: string | null;
  /** With which the app signs what it tells; null: whatever comes is refused. */
  readonly appSecret: string | null;
  readonly now: () => Date;
}

/** One citizen's feedback as an operator took it. */
export interface Draft {
  readonly code: string;
  readonly service: string;
  readonly description: string;
  readonly name?: string;
  readonly phone?: string;
}

/** What the app answered to one call. */
export interface AppAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** A message received from the app, and whether its signature was accepted. */
export interface HeardMessage extends MessageHead {
  readonly body: string;
  readonly genuine: boolean;
  /** It had come before under its id. */
  readonly again: boolean;
  readonly answered: number;
}

const TEN_MINUTES_MS = 10 * 60_000;

/** A hotline for rehearsal: sends by Open311, tells and hears by webhook, and goes wrong where it is told to. */
export class SimulatedHotline {
  readonly heard: HeardMessage[] = [];
  readonly answers: { readonly what: string; readonly answer: AppAnswer }[] = [];
  /** How many of the next messages it does not take, as if it were away. */
  away = 0;

  constructor(private readonly options: SimulatedHotlineOptions) {}

  /** Reports by Open311. @returns every answer: two where it is sent twice */
  async report(draft: Draft, misbehaviour?: Misbehaviour): Promise<readonly AppAnswer[]> {
    const fields = this.fieldsOf(draft, misbehaviour);
    const first = await this.post('requests', fields);
    if (misbehaviour === 'duplicate') return [first, await this.post('requests', fields)];
    if (misbehaviour !== 'otherContent') return [first];
    return [first, await this.post('requests', { ...fields, description: `${draft.description} Ghi lại khác đi.` })];
  }

  /** Adds what the citizen said further. */
  supplement(code: string, description: string): Promise<AppAnswer> {
    const updated = this.options.now().toISOString();
    const named = { service_request_id: code, update_id: randomUUID(), updated_datetime: updated };
    return this.post('servicerequestupdates', { ...named, description });
  }

  /** Asks by Open311: `requests/PAKN.20260318.0001`, `servicerequestupdates`. */
  async ask(path: string): Promise<AppAnswer> {
    const address = `${this.options.appUrl}/open311/v2/${path}.json?api_key=${encodeURIComponent(this.options.apiKey)}`;
    return this.noted(`GET ${path}`, await fetch(address));
  }

  /** Tells by webhook. @returns every answer: two where it is sent twice */
  async tell(type: string, data: object, misbehaviour?: Misbehaviour): Promise<readonly AppAnswer[]> {
    const { ownSecret, now } = this.options;
    if (ownSecret === null) throw new Error('Chưa có khóa để ký webhook gửi tới Sở.');
    const secret = misbehaviour === 'forged' ? `whsec_${btoa(randomUUID())}` : ownSecret;
    const at = misbehaviour === 'old' ? new Date(now().getTime() - TEN_MINUTES_MS) : now();
    const body = JSON.stringify({ type, timestamp: at.toISOString(), data });
    const head = await signMessage(secret, `msg_${randomUUID()}`, at, body);
    const first = await this.postSigned(head, body);
    return misbehaviour === 'replayed' ? [first, await this.postSigned(head, body)] : [first];
  }

  /** Sends once more, byte for byte, what was sent before. */
  async postSigned({ id, timestamp, signature }: MessageHead, body: string): Promise<AppAnswer> {
    const headers = {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': timestamp,
      'webhook-signature': signature,
    };
    const answer = await fetch(`${this.options.appUrl}/webhooks/hotline`, { method: 'POST', headers, body });
    return this.noted(`webhook ${id}`, answer);
  }

  /** The app tells. @returns the status to answer */
  async hear(head: MessageHead, body: string): Promise<number> {
    const { appSecret, now } = this.options;
    const genuine = appSecret !== null && (await isGenuine(appSecret, head, body, now()));
    const isAway = this.away > 0;
    if (isAway) this.away -= 1;
    const answered = isAway ? 503 : genuine ? 204 : 401;
    const again = this.heard.some((one) => one.id === head.id && one.answered === 204);
    this.heard.push({ ...head, body, genuine, again, answered });
    return answered;
  }

  private async post(path: string, fields: Readonly<Record<string, string>>): Promise<AppAnswer> {
    const body = new URLSearchParams({ api_key: this.options.apiKey, ...fields });
    const answer = await fetch(`${this.options.appUrl}/open311/v2/${path}.json`, { method: 'POST', body });
    return this.noted(`POST ${path}`, answer);
  }

  private async noted(what: string, response: Response): Promise<AppAnswer> {
    const answer = { status: response.status, body: (await response.json()) as unknown };
    this.answers.push({ what, answer });
    return answer;
  }

  private fieldsOf(
    { code, service, description, name = '', phone = '' }: Draft,
    misbehaviour?: Misbehaviour,
  ): Readonly<Record<string, string>> {
    const taken = misbehaviour === 'wrongDate' ? '2026-02-30T08:00:00+07:00' : this.options.now().toISOString();
    return {
      service_code: service,
      description,
      last_name: name,
      phone,
      'attribute[hotline_code]': misbehaviour === 'missingAttribute' ? '' : code,
      'attribute[received_at]': taken,
    };
  }
}
