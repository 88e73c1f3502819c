/** How far the moment of a message may be from ours, in seconds. */
const WINDOW_SECONDS = 300;

const HMAC = { name: 'HMAC', hash: 'SHA-256' } as const;

/** The head of a message of Standard Webhooks. */
export interface MessageHead {
  readonly id: string;
  readonly timestamp: string;
  readonly signature: string;
}

/**
 * Signs a message as Standard Webhooks says, by the cryptography of browsers: written apart from the app's own, so that each shows the other right.
 *
 * @param secret `whsec_…`
 */
export async function signMessage(secret: string, id: string, at: Date, body: string): Promise<MessageHead> {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  return { id, timestamp, signature: `v1,${await macOf(secret, `${id}.${timestamp}.${body}`)}` };
}

/** Whether a message comes from a holder of the secret, and is recent. */
export async function isGenuine(secret: string, head: MessageHead, body: string, now: Date): Promise<boolean> {
  if (Math.abs(now.getTime() / 1000 - Number(head.timestamp)) > WINDOW_SECONDS) return false;
  const expected = `v1,${await macOf(secret, `${head.id}.${head.timestamp}.${body}`)}`;
  return head.signature.split(' ').includes(expected);
}

async function macOf(secret: string, text: string): Promise<string> {
  const raw = Uint8Array.from(atob(secret.replace(/^whsec_/u, '')), (letter) => letter.charCodeAt(0));
  const key = await crypto.subtle.importKey('raw', raw, HMAC, false, ['sign']);
  const mac = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(text));
  return btoa(String.fromCharCode(...new Uint8Array(mac)));
}
