/** A form in its bytes, without the value of each `api_key`: a reader of the evidence must not get a key from it. */
export function withoutKey(form: Buffer): Buffer {
  const pairs = form.toString('latin1').split('&');
  return Buffer.from(pairs.map(blanked).join('&'), 'latin1');
}

/** Names may be written with escapes: they count as they read. */
function blanked(pair: string): string {
  const [name] = new URLSearchParams(pair).keys();
  return name?.trim() === 'api_key' ? pair.replace(/[=].*$/su, '=') : pair;
}
