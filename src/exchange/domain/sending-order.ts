/** The ordering key of what is told about one incoming document: all of it goes in the order in which it was enqueued. */
export function inOrderAbout(documentId: string): string {
  return `exchange.about:${documentId}`;
}
