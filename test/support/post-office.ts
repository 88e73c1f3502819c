import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** A mail server on a port of this machine; it takes what it is told to take. */
export class PostOffice {
  readonly taken: string[] = [];
  /** What the next letters are answered with instead of being taken. */
  answer: { readonly code: number; readonly words: string } | null = null;
  private server: SMTPServer | null = null;

  /** @returns the port */
  async open(options: SMTPServerOptions = {}): Promise<number> {
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData: (stream, _session, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          if (this.answer) {
            done(Object.assign(new Error(this.answer.words), { responseCode: this.answer.code }));
            return;
          }
          this.taken.push(Buffer.concat(chunks).toString('utf8'));
          done();
        });
      },
      ...options,
    });
    server.on('error', () => undefined);
    this.server = server;
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return (server.server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    const { server } = this;
    this.server = null;
    if (server) await new Promise<void>((resolve) => server.close(resolve));
  }
}

/** The subject of a letter as people see it, read from its RFC 2047 words. */
export function decodedSubject(raw: string): string {
  const header = /^Subject: (?<value>.+(?:\r\n[ \t].+)*)/mu.exec(raw)?.groups?.['value'] ?? '';
  return header
    .replace(/\?=\s+=\?/gu, '?==?')
    .replace(/=\?utf-8\?(?<form>[bq])\?(?<text>[^?]*)\?=/giu, (_whole, form: string, text: string) =>
      form.toLowerCase() === 'b' ? Buffer.from(text, 'base64').toString('utf8') : quotedPrintable(text),
    );
}

function quotedPrintable(text: string): string {
  const bytes = text
    .replace(/_/gu, ' ')
    .replace(/=(?<hex>[0-9A-F]{2})/giu, (_letter, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
