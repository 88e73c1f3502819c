import { writeFile } from 'node:fs/promises';

const SAMPLE_FILES = ['giay-bao-thu.png', 'thoi-khoa-bieu.png'];

/** The leader and the registry clerk at the simulated e-office, by its JSON door. */
export class EOfficeDesk {
  constructor(readonly url: string) {}

  /** Sends a citizen's feedback as the hotline. @param sample index of one of the simulator's own samples */
  async sendFeedback(sample = 0): Promise<{ readonly hotlineCode: string; readonly messageId: string }> {
    return (await this.post('/api/feedback', { sample, sampleFiles: SAMPLE_FILES })) as {
      hotlineCode: string;
      messageId: string;
    };
  }

  sign(clientRequestId: string): Promise<void> {
    return this.actOn(clientRequestId, 'sign');
  }

  seal(clientRequestId: string): Promise<void> {
    return this.actOn(clientRequestId, 'seal');
  }

  /** Keeps the authority's list of revocations beside the signed letter, so that it can be verified after the e-office has stopped. */
  async keepRevocationList(path: string): Promise<void> {
    const answer = await fetch(`${this.url}/ca/crl`);
    await writeFile(path, Buffer.from(await answer.arrayBuffer()));
  }

  /** An act that is not due yet, or already done, is refused there; the next look tries again. */
  private async actOn(clientRequestId: string, act: 'sign' | 'seal'): Promise<void> {
    await this.post(`/api/signature-requests/${clientRequestId}/${act}`, {}).catch(() => undefined);
  }

  private async post(path: string, body: object): Promise<unknown> {
    const answer = await fetch(`${this.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  }
}
