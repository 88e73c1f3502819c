/** Keys of backups, made for the tests alone: nothing that is worth hiding was ever encrypted for them. */
export const KEYS = {
  first: {
    identity: 'AGE-SECRET-KEY-1UCF0NFRK0WA9GLU4X2U5SJXGCFEULVK7ZU6EZ042Y0XNGXLWTX2Q9RHVP5',
    recipient: 'age18kajca4sd4cwap02tsn86dve7qvtlz0g86kdpjz89mn7fv2jg4lsdutvqk',
  },
  second: {
    identity: 'AGE-SECRET-KEY-1WDP5X3M4ZNDNL80WEUEC2TNY7NN4S3LZX3J5CNN8V6JJKRRVFFGQXCJVRL',
    recipient: 'age1q8m6m5egrtux4zesfx3kwxd5axneqy2gpuksf868j25tcj7fuqhqfez5ft',
  },
  stranger: {
    identity: 'AGE-SECRET-KEY-1CGHYPZRXKTZKNWGX9R2XRHXGQV2QH879W69KQP7C4X07J65SQ8PQRWKPVK',
    recipient: 'age1hydwnlpkme8ukwqprsh0j5an3avhtdecgqvcva8wdusmy55rnecq5ee6m3',
  },
} as const;
