import { messageOf } from './settings.fixture.js';
import { readSettings } from './settings.js';

const FIRST = 'age18kajca4sd4cwap02tsn86dve7qvtlz0g86kdpjz89mn7fv2jg4lsdutvqk';
const SECOND = 'age1q8m6m5egrtux4zesfx3kwxd5axneqy2gpuksf868j25tcj7fuqhqfez5ft';

describe('those for whom backups are encrypted', () => {
  it('are named by their public keys, between commas', () => {
    expect(readSettings({ BACKUP_RECIPIENTS: ` ${FIRST}, ${SECOND},` }).backupRecipients).toEqual([FIRST, SECOND]);
    expect(readSettings({ BACKUP_RECIPIENTS: `${FIRST},${FIRST}` }).backupRecipients).toEqual([FIRST]);
    expect(readSettings({ BACKUP_RECIPIENTS: '' }).backupRecipients).toEqual([]);
  });

  it.each([
    ['a key with one wrong letter', `${FIRST.slice(0, -1)}q`, 'đủ từng ký tự'],
    ['a key that was cut off', FIRST.slice(0, -8), 'đủ từng ký tự'],
    ['a key of SSH', 'ssh-ed25519 AAAAC3Nza', 'đủ từng ký tự'],
    [
      'a secret key',
      `${FIRST},AGE-SECRET-KEY-1UCF0NFRK0WA9GLU4X2U5SJXGCFEULVK7ZU6EZ042Y0XNGXLWTX2Q9RHVP5`,
      'đây là khóa riêng, không được để trên máy này',
    ],
  ])('are not %s', (_what, value, words) => {
    const message = messageOf({ BACKUP_RECIPIENTS: value });
    expect(message).toMatch(new RegExp(`^Biến BACKUP_RECIPIENTS không hợp lệ: .*${words}`, 'u'));
    expect(message).not.toMatch(/SECRET/u);
  });
});
