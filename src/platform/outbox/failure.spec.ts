import { failureOf } from './failure.js';

const MANY = 1000;

describe('how long a promise is tried', () => {
  it.each([
    ['as long as the disk is full', 'ENOSPC', false],
    ['as long as the disk fails', 'EIO', false],
    ['as long as no more files can be opened', 'EMFILE', false],
    ['twelve times, when nobody knows why it fails', 'EUNKNOWN', true],
  ])('%s', (_rule, code, givenUp) => {
    const { pauseMs } = failureOf(Object.assign(new Error('injected'), { code }), MANY);
    expect(pauseMs === null).toBe(givenUp);
  });
});
