/** `Văn bản đến số 12 của Sở Nội vụ`, as notices name a line of the incoming register. */
export function documentNamed({
  arrivalNumber,
  senderName,
}: {
  readonly arrivalNumber: number;
  readonly senderName: string;
}): string {
  return `Văn bản đến số ${String(arrivalNumber)} của ${senderName}`;
}
