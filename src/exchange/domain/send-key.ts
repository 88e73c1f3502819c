/** The name of the promise to send a dispatch. */
export function sendKey(dispatchId: string): string {
  return `exchange.send:${dispatchId}`;
}
