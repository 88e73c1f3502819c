/** The key of the job that sends a dispatch. */
export function sendKey(dispatchId: string): string {
  return `exchange.send:${dispatchId}`;
}
