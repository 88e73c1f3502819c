import { OutsideRefused } from '../../../src/kernel/outside-failure.js';

/** Refuses what a profile does not offer. @param what Vietnamese, as the middle of a sentence: `ghi sổ văn bản đến` */
export function notOffered(what: string): Promise<never> {
  return Promise.reject(
    new OutsideRefused(
      'not-offered',
      `Hệ thống quản lý văn bản này không ${what} qua kết nối; làm việc này bằng tay trên hệ thống đó.`,
    ),
  );
}
