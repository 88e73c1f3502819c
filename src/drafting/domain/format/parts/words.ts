import { fold } from '../../../../kernel/vietnamese.js';

/** Words by which an organisation's name begins. */
const ORGANISATION =
  /^(?:chinh phu|quoc hoi|bo|uy ban|ubnd|hoi dong|hdnd|so|phong|truong|trung tam|chi cuc|tong cuc|cuc|vu|vien|ban|van phong|thanh tra|hoc vien|dai hoc|doan|doi|to|hoi|lien|cong ty|tong cong ty|ngan hang|kho bac|toa an|bao|dang|tinh uy|thanh uy|kiem toan|buu dien|cong an|benh vien|nha|khoi|cum)(?=\s|$)/u;
/** A name goes on with what governs its place, or with the rest of a word pair. */
const CONTINUED = /^(?:va|thanh pho|tinh|quan|huyen|thi xa|phuong|xa|dac khu|thi tran|-|–|nhan dan)(?=\s|$)/u;
const LEFT_OPEN = /(?:\bva|\bnhan dan|[-–,]|\bcua)$/u;

/** Whether a line begins the name of another organisation than the line before it belongs to. */
export function beginsOrganisation(line: string, before: string | undefined): boolean {
  if (before === undefined) return true;
  const [own, previous] = [fold(line), fold(before)];
  return ORGANISATION.test(own) && !CONTINUED.test(own) && !LEFT_OPEN.test(previous);
}

/** Positions of those who sign, at the beginning of a line. */
const POSITION =
  /^(?:(?:kt|tm|tl|tuq|q)\s*\.?\s+\S|(?:quyen |phu trach )?(?:pho )?(?:tong )?(?:giam doc|pho giam doc|hieu truong|chu tich|chu nhiem|vien truong|cuc truong|chi cuc truong|vu truong|bo truong|thu truong|truong|chanh|bi thu|tong thu ky|thu ky|chu toa|chu tri|nguoi|ke toan|thu quy|dai dien|to truong|doi truong|thu tuong|giam sat|kiem soat|vien chuc|can bo|ben|uy ban nhan dan|hoi dong|ban giam hieu|dang uy|pho)(?=[\s,./:]|$))/u;

/** Whether a line names a position or a power to sign, however it is written. */
export function namesPosition(line: string): boolean {
  return POSITION.test(fold(line).replace(/\s+/gu, ' '));
}

/** Letters, and none of them small. */
export function isUpperCase(text: string): boolean {
  return /\p{L}/u.test(text) && text === text.toLocaleUpperCase('vi');
}

/** Two texts that differ in few letters: at least so much of the longer one is the same, from 0 to 1. */
export function likeness(a: string, b: string): number {
  const longest = Math.max(a.length, b.length);
  return longest === 0 ? 1 : 1 - distance(a, b) / longest;
}

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
