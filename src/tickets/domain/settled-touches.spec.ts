import { settledUpTo } from './settled-touches.js';

describe('up to which line a watcher need not look again', () => {
  const now = new Date('2026-03-18T09:00:00+07:00');
  const lines = (...secondsAgo: readonly number[]) =>
    secondsAgo.map((seconds, at) => ({ seq: 11 + at, at: new Date(now.getTime() - seconds * 1000) }));

  it.each([
    ['nothing follows', lines(), 10],
    ['all is old', lines(300, 200, 61), 13],
    ['the last minute holds up, whatever follows it', lines(300, 59, 200), 11],
    ['all is young', lines(30, 20), 10],
    ['hosts are a little apart', lines(300, -20), 11],
    ['the clock was put back by an hour', lines(-3600, -3500, -3400), 13],
    ['the clock was put back, and life went on', lines(-3600, -3500, 90, 5), 13],
  ])('when %s', (_when, touches, seq) => {
    expect(settledUpTo(10, touches, now)).toBe(seq);
  });
});
