import type { Transporter } from 'nodemailer';
import { OutsideRefused, OutsideUnavailable } from '../../src/kernel/outside-failure.js';
import { Mailer, type Mail } from '../../src/notices/ports/mailer.port.js';

export interface MailServer {
  /** `smtp://user:password@host:587`, or `smtps://…` for TLS from the first byte; undefined = no mail. */
  readonly url: string | undefined;
  /** Refuses to send over a connection that the server would leave open to readers. */
  readonly requireTls: boolean;
  readonly from: { readonly name: string; readonly address: string };
  readonly timeoutMs: number;
}

/** The department's SMTP server, by nodemailer, which is large and loaded for the first mail: many departments send none. */
export class SmtpMailer extends Mailer {
  private transport: Promise<Transporter> | null = null;

  constructor(private readonly server: MailServer) {
    super();
  }

  get available(): boolean {
    return this.server.url !== undefined;
  }

  override async send({ messageId, to, subject, text, html }: Mail): Promise<void> {
    const transport = await this.opened();
    if (transport === null) throw new OutsideUnavailable('chưa đặt máy chủ thư (SMTP_URL)', { elsewhere: true });
    try {
      await transport.sendMail({ messageId, from: this.server.from, to, subject, text, html });
    } catch (error) {
      throw meaningOf(error);
    }
  }

  /** Greets the server and shows the account, and sends nothing. @throws OutsideUnavailable · OutsideRefused */
  async check(): Promise<void> {
    const transport = await this.opened();
    if (transport === null) return;
    try {
      await transport.verify();
    } catch (error) {
      throw meaningOf(error);
    } finally {
      transport.close();
    }
  }

  private async opened(): Promise<Transporter | null> {
    if (this.server.url === undefined) return null;
    this.transport ??= transportTo(this.server.url, this.server);
    return this.transport;
  }
}

async function transportTo(url: string, { requireTls, timeoutMs }: MailServer): Promise<Transporter> {
  const { createTransport } = await import('nodemailer');
  const { protocol, hostname, port, username, password } = new URL(url);
  const secure = protocol === 'smtps:';
  return createTransport({
    host: hostname,
    port: port === '' ? (secure ? 465 : 587) : Number(port),
    secure,
    requireTLS: requireTls && !secure,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    // The text is ours and holds no paths or addresses to fetch; nothing is read for it from anywhere.
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(username === '' ? {} : { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
  });
}

/**
 * A permanent no (5xx) to this letter is final. A server that does not know our password or offers no TLS refuses every letter: that is for
 * the administrator to correct, and the letters wait.
 */
function meaningOf(error: unknown): Error {
  const { code, responseCode, response, message } = facts(error);
  const words = response ?? message ?? 'không rõ';
  const isOurs = code === 'EAUTH' || code === 'ETLS' || responseCode === 530 || responseCode === 535;
  if (!isOurs && responseCode !== undefined && responseCode >= 500) {
    return new OutsideRefused(`SMTP-${responseCode}`, `Máy chủ thư từ chối: ${words.slice(0, 300)}`, { cause: error });
  }
  const deferred = !isOurs && isNotNow(responseCode);
  return new OutsideUnavailable(`máy chủ thư, ${words.slice(0, 300)}`, { cause: error, deferred });
}

/** A temporary refusal (4xx) of this one mail, as by greylisting; a server sends 421 when it closes the connection. Source: RFC 5321, 4.2.1 and 4.5.4.1. */
function isNotNow(responseCode: number | undefined): boolean {
  return responseCode !== undefined && responseCode >= 400 && responseCode < 500 && responseCode !== 421;
}

interface Facts {
  readonly code: unknown;
  readonly responseCode: number | undefined;
  readonly response: string | undefined;
  readonly message: string | undefined;
}

/** What nodemailer writes on its errors; those of TLS and of sockets come from further below, and have no answer of a server. */
function facts(error: unknown): Facts {
  const given: Readonly<Record<string, unknown>> =
    typeof error === 'object' && error !== null
      ? Object.fromEntries(
          ['code', 'responseCode', 'response', 'message'].map((name) => [name, Reflect.get(error, name)]),
        )
      : {};
  const { code, responseCode, response, message } = given;
  return {
    code,
    responseCode: typeof responseCode === 'number' ? responseCode : undefined,
    response: typeof response === 'string' ? response : undefined,
    message: typeof message === 'string' ? message : undefined,
  };
}
